"""The search box and the list of customers it finds."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QListView, QStackedWidget, QVBoxLayout, QWidget

from recsys_desktop.domain.columns import UserId
from recsys_desktop.ui import theme
from recsys_desktop.ui.formats import tooltip
from recsys_desktop.ui.models.customers import FIRST_PAGE, CustomerListModel
from recsys_desktop.ui.theme import CONTROL_HEIGHT, SPACE
from recsys_desktop.ui.widgets.buttons import IconButton
from recsys_desktop.ui.widgets.labels import Muted

#: Pause in the typing after which a search starts.
DEBOUNCE_MS = 150


class SearchBox(QLineEdit):
    """Finds as one types: ``wanted(text)`` comes once the typing pauses. Down leaves for the list of what was found."""

    wanted = Signal(str)
    left_downwards = Signal()

    def __init__(self, placeholder: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        self.addAction(theme.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(DEBOUNCE_MS)
        self._pause.timeout.connect(lambda: self.wanted.emit(self.text().strip()))
        self.textChanged.connect(lambda _: self._pause.start())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)


class CustomerFinder(QWidget):
    """Asks for customers with ``search_wanted`` and tells which one was chosen, by pointer or arrow keys, with ``chosen``."""

    search_wanted = Signal(str, int)  # text, limit
    chosen = Signal(str)  # user id
    new_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current: UserId | None = None
        self._text = ""
        self.model = CustomerListModel(self)
        self.model.more_wanted.connect(lambda limit: self.search_wanted.emit(self._text, limit))
        self.box = SearchBox(self.tr("Find a customer"), "customer_search")
        self.box.wanted.connect(lambda text: self.search_wanted.emit(text, FIRST_PAGE))
        self.box.left_downwards.connect(self._enter_list)
        self.box.returnPressed.connect(self._choose_first)
        self.new = IconButton("plus", self.tr("New customer"), "new_customer_button")
        self.new.setFixedSize(CONTROL_HEIGHT, CONTROL_HEIGHT)
        self.new.setToolTip(tooltip(self.tr("New customer: pick three products they have and see their list")))
        self.new.clicked.connect(self.new_wanted)
        self.list = self._make_list()
        self._nothing = Muted(wrap=True)
        self._nothing.setObjectName("no_customer_found")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setMargin(SPACE.s)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.xs)
        head = QHBoxLayout()
        head.setSpacing(SPACE.xxs)
        head.addWidget(self.box, 1)
        head.addWidget(self.new)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    def _make_list(self) -> QListView:
        view = QListView()
        view.setObjectName("customer_list")
        view.setAccessibleName(self.tr("Customers"))
        view.setModel(self.model)
        view.setUniformItemSizes(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.selectionModel().currentChanged.connect(self._note_current)
        return view

    def show_found(self, text: str, ids: tuple[UserId, ...], limit: int) -> None:
        """Show what a search found; the customer chosen before stays marked where it is among them."""
        self._text = text
        self.model.show(ids, limit)
        self._nothing.setText(self.tr("No customer has “{text}” in their number.").format(text=text))
        self._stack.setCurrentWidget(self.list if ids else self._nothing)
        if self._current is not None:
            self.mark(self._current)

    def mark(self, user_id: UserId) -> None:
        """Mark a customer in the list without telling that it was chosen."""
        self._current = user_id
        index = self.model.index_of(user_id)
        selection = self.list.selectionModel()
        if index.isValid():
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(index)
        else:
            selection.clear()

    def search_again(self) -> None:
        """Ask for the same search: customers were added or left."""
        self.search_wanted.emit(self.box.text().strip(), FIRST_PAGE)

    def first(self) -> UserId | None:
        """Return the customer at the top of the list."""
        return self.model.id_at(self.model.index(0)) if self.model.rowCount() else None

    def _note_current(self, index: QModelIndex) -> None:
        user_id = self.model.id_at(index)
        if user_id is not None and user_id != self._current:
            self._current = user_id
            self.chosen.emit(user_id)

    def _enter_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.list.currentIndex().isValid() and self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0))

    def _choose_first(self) -> None:
        if self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0))
