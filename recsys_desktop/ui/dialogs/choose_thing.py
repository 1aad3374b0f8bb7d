"""Choosing one product, category or brand by typing a part of its name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from recsys_desktop.domain.entities import Item
from recsys_desktop.ui.operations import rule_preview
from recsys_desktop.ui.operations.rule_preview import FoundProducts
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import QuietButton
from recsys_desktop.ui.widgets.customers.customer_finder import SearchBox
from recsys_desktop.ui.widgets.labels import Muted
from recsys_desktop.ui.widgets.products.item_list import ItemList
from recsys_desktop.ui.workplace import Workplace

_SIZE = (460, 480)


class _ChooseDialog(QDialog):
    """A search box over a list; what is pressed there is chosen."""

    def __init__(self, title: str, placeholder: str, view: QListView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(*_SIZE)
        self.view = view
        self.box = SearchBox(placeholder, "choose_search")
        self.box.left_downwards.connect(self._enter_list)
        self.nothing = Muted(wrap=True)
        self.nothing.setObjectName("nothing_to_choose")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nothing.setMargin(SPACE.s)
        self._stack = QStackedWidget()
        for page in (view, self.nothing):
            self._stack.addWidget(page)
        self.cancel = QuietButton(self.tr("Cancel"), "choose_cancel")
        self.cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(Muted(self.tr("Press one, or Enter for the first."), wrap=True), 1)
        foot.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.m)
        column.setSpacing(SPACE.s)
        column.addWidget(self.box)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def _show_found(self, any_found: bool, why: str) -> None:
        self.nothing.setText(why)
        self._stack.setCurrentIndex(0 if any_found else 1)

    def _enter_list(self) -> None:
        if self.view.model().rowCount():
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
            self.view.setCurrentIndex(self.view.model().index(0, 0))


class ChooseProduct(_ChooseDialog):
    """``chosen`` gives the Item that was pressed, once."""

    chosen = Signal(object)  # Item

    def __init__(self, workplace: Workplace, title: str, parent: QWidget) -> None:
        self.items = ItemList("choose_products", title)
        super().__init__(title, self.tr("Find a product"), self.items, parent)
        self.setObjectName("choose_product")
        self._workplace = workplace
        self._found: tuple[Item, ...] = ()
        self.items.item_wanted.connect(self._choose)
        self.box.wanted.connect(self._search)
        self.box.returnPressed.connect(lambda: self._choose(self._found[0].item_id) if self._found else None)
        self._search("")

    def _search(self, text: str) -> None:
        rule_preview.find_products(workplace=self._workplace, text=text).succeeded.connect(self._show)

    def _show(self, found: FoundProducts) -> None:
        self._found = found.items
        self.items.show_items(found.items)
        missing = self.tr("No product has “{text}” in its name, category, brand or number.").format(text=found.text)
        self._show_found(bool(found.items), missing if found.text else self.tr("There are no products yet: import a product file."))

    def _choose(self, item_id: str) -> None:
        item = next((item for item in self._found if item.item_id == item_id), None)
        if item is not None and self.isVisible():  # a double press tells twice
            self.accept()
            self.chosen.emit(item)


class ChooseName(_ChooseDialog):
    """``chosen`` gives the category or brand that was pressed, once."""

    chosen = Signal(str)

    def __init__(self, names: Sequence[str], title: str, parent: QWidget) -> None:
        view = QListView()
        super().__init__(title, title, view, parent)
        self.setObjectName("choose_name")
        self._names = tuple(names)
        self.model = QStringListModel(self)
        view.setObjectName("choose_names")
        view.setAccessibleName(title)
        view.setModel(self.model)
        view.setUniformItemSizes(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.clicked.connect(self._choose)
        view.activated.connect(self._choose)
        self.box.textChanged.connect(self._filter)
        self.box.returnPressed.connect(lambda: self._choose(self.model.index(0)))
        self._filter("")

    def _filter(self, text: str) -> None:
        parts = text.casefold().split()
        found = [name for name in self._names if all(part in name.casefold() for part in parts)]
        self.model.setStringList(found)
        self._show_found(bool(found), self.tr("None has “{text}” in its name.").format(text=text.strip()))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and self.isVisible():
            self.accept()
            self.chosen.emit(str(index.data()))
