"""A new customer known by a few products: pick them, see the list at once, keep the customer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from recsys_desktop.domain.columns import UserId
from recsys_desktop.domain.entities import Item
from recsys_desktop.ui.dialogs.help_window import add_help_key
from recsys_desktop.ui.operations import new_customer, rule_preview
from recsys_desktop.ui.operations.new_customer import ListFor
from recsys_desktop.ui.operations.rule_preview import FoundProducts
from recsys_desktop.ui.texts import sentences, words
from recsys_desktop.ui.theme import SPACE, TYPE
from recsys_desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from recsys_desktop.ui.widgets.customers.customer_finder import SearchBox
from recsys_desktop.ui.widgets.customers.picked_products import PickedProducts
from recsys_desktop.ui.widgets.form_field import FormField
from recsys_desktop.ui.widgets.labels import Heading, Label, Muted
from recsys_desktop.ui.widgets.products.item_list import ItemList
from recsys_desktop.ui.workplace import Workplace

_SIZE = (820, 540)
_MOST_PICKED = 5


class NewCustomerDialog(QDialog):
    """The list follows every pick. Escape closes and keeps nothing."""

    kept = Signal(str)  # user id

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("new_customer")
        self.setWindowTitle(self.tr("New customer"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._workplace = workplace
        self._found: tuple[Item, ...] = ()
        self.picked = PickedProducts(_MOST_PICKED)
        self.picked.changed.connect(self._on_picked)
        self.box = SearchBox(self.tr("Find a product"), "new_customer_search")
        self.box.wanted.connect(self._search)
        self.box.returnPressed.connect(lambda: self._pick(self._found[0].item_id) if self._found else None)
        self.box.left_downwards.connect(self._enter_list)
        self.products = ItemList("new_customer_products", self.tr("Products to pick"))
        self.products.item_wanted.connect(self._pick)
        self.nothing = Muted(wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.list = ItemList("new_customer_list", self.tr("Recommended to this customer"))
        self.step = Label(size=TYPE.small, role="muted", wrap=True)
        self.step.setObjectName("new_customer_step")
        self.name = FormField(self.tr("&Number or name"), QLineEdit(), "new_customer_name")
        self.go = PrimaryButton(self.tr("Keep as customer"), "new_customer_go")
        self.go.setEnabled(False)
        self.go.clicked.connect(self._keep)
        self.cancel = QuietButton(self.tr("Cancel"), "new_customer_cancel")
        self.cancel.clicked.connect(self.reject)
        self._lay_out()
        add_help_key(self, workplace, "customers")
        new_customer.suggest_id(workplace=workplace).succeeded.connect(self._suggest)
        self._search("")
        self._on_picked()

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.products)
        self._stack.addWidget(self.nothing)
        left = QVBoxLayout()
        left.setSpacing(SPACE.xs)
        left.addWidget(Heading(self.tr("What they have"), wrap=True))
        left.addWidget(self.picked)
        left.addWidget(self.box)
        left.addWidget(self._stack, 1)
        right = QVBoxLayout()
        right.setSpacing(SPACE.xs)
        right.addWidget(Heading(self.tr("What to recommend them"), wrap=True))
        right.addWidget(self.step)
        right.addWidget(self.list, 1)
        columns = QHBoxLayout()
        columns.setSpacing(SPACE.l)
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.xs)
        foot.addWidget(self.name, 1)
        foot.addStretch(1)
        foot.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addWidget(self.go, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.l, SPACE.l, SPACE.l, SPACE.l)
        layout.setSpacing(SPACE.m)
        layout.addLayout(columns, 1)
        layout.addLayout(foot)

    @property
    def _control(self) -> QLineEdit:
        control = self.name.control
        assert isinstance(control, QLineEdit)
        return control

    def _suggest(self, user_id: UserId) -> None:
        if not self._control.text():
            self._control.setText(user_id)

    def _search(self, text: str) -> None:
        rule_preview.find_products(workplace=self._workplace, text=text).succeeded.connect(self._show_found)

    def _show_found(self, found: FoundProducts) -> None:
        self._found = found.items
        self.products.show_items(found.items)
        missing = self.tr("No product has “{text}” in its name, category, brand or number.").format(text=found.text)
        self.nothing.setText(missing if found.text else self.tr("There are no products yet: import a product file."))
        self._stack.setCurrentIndex(0 if found.items else 1)

    def _enter_list(self) -> None:
        if self._found:
            self.products.setFocus(Qt.FocusReason.TabFocusReason)
            self.products.setCurrentIndex(self.products.model().index(0, 0))

    def pick_at(self, place: int) -> None:
        """Pick the product at a place, from 0, of those found; nothing where there are fewer."""
        if place < len(self._found):
            self.picked.pick(self._found[place])

    def _pick(self, item_id: str) -> None:
        item = next((item for item in self._found if item.item_id == item_id), None)
        if item is not None:
            self.picked.pick(item)

    def _on_picked(self) -> None:
        """Make the list of someone who has what was picked; of someone who has nothing: what sells well."""
        self.go.setEnabled(bool(self.picked.items))
        self.products.setEnabled(not self.picked.full)
        ids = tuple(item.item_id for item in self.picked.items)
        job = new_customer.list_for(workplace=self._workplace, item_ids=ids)
        job.succeeded.connect(self._show_list)
        job.failed.connect(self._show_failure)

    def _show_list(self, made: ListFor) -> None:
        if made.item_ids == tuple(item.item_id for item in self.picked.items):
            self.list.show_items([place.item for place in made.made.items])
            self.step.setText(words(made.made.step))

    def _show_failure(self, error: Exception) -> None:
        if (known := self._workplace.known(error)) is not None:
            self.step.setText(words(known.message))

    def _keep(self) -> None:
        self.go.setEnabled(False)
        ids = tuple(item.item_id for item in self.picked.items)
        job = new_customer.keep(workplace=self._workplace, said=self._control.text(), item_ids=ids)
        job.succeeded.connect(self._finish)
        job.failed.connect(self._refuse)

    def _finish(self, user_id: UserId) -> None:
        self.kept.emit(user_id)
        self.accept()

    def _refuse(self, error: Exception) -> None:
        self.go.setEnabled(True)
        if (known := self._workplace.known(error)) is not None:
            self.name.show_wrong(sentences(words(known.message), words(known.hint)))
            self._control.setFocus()
