"""One product: what the catalogue says, which products are like it, and which customers would like it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from recsys_desktop.domain.columns import UserId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.ui.formats import price
from recsys_desktop.ui.models.customers import CustomerListModel
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.theme import SEMIBOLD, SPACE, TYPE
from recsys_desktop.ui.widgets.buttons import LinkButton
from recsys_desktop.ui.widgets.card import Card
from recsys_desktop.ui.widgets.chip import Chip
from recsys_desktop.ui.widgets.clamped_label import ClampedLabel
from recsys_desktop.ui.widgets.item_list import ItemList
from recsys_desktop.ui.widgets.labels import ElidedLabel, Label, Muted
from recsys_desktop.ui.widgets.stock import is_gone, stock_words
from recsys_desktop.ui.widgets.tile import paint_tile

_TILE = 56
SIMILAR, AUDIENCE = 0, 1


class _Tile(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._item: Item | None = None
        self.setFixedSize(QSize(_TILE, _TILE))

    def show_item(self, item: Item) -> None:
        self._item = item
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._item is not None:
            paint_tile(QPainter(self), self.rect(), self._item)


class ProductDetail(Card):
    """Shows what it is handed. ``tab_wanted`` says that the tab in view has not been filled for this product."""

    product_wanted = Signal(str)  # item id
    customer_wanted = Signal(str)  # user id
    tab_wanted = Signal(int)  # SIMILAR or AUDIENCE
    change_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("product_detail")
        self._tile = _Tile()
        self._title = ClampedLabel(2, size=TYPE.heading, weight=SEMIBOLD)
        self._title.setObjectName("product_title")
        self._facts = ElidedLabel(size=TYPE.small, role="muted")
        self._price = Label(weight=SEMIBOLD)
        self._stock = Chip()
        self._text = ClampedLabel(4, role="muted")
        self.change = LinkButton(self.tr("Change…"), "product_change")
        self.change.clicked.connect(self.change_wanted)
        self.tabs = QTabBar()
        self.tabs.setObjectName("product_tabs")
        self.tabs.setAccessibleName(self.tr("What to see of this product"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.addTab(self.tr("Similar"))
        self.tabs.addTab(self.tr("Who would like this"))
        self.similar = ItemList("similar_products", self.tr("Similar products"))
        self.similar.setProperty("role", "bare")
        self.similar.item_wanted.connect(self.product_wanted)
        self.audience = self._make_audience()
        self._remark = Muted(wrap=True)
        self._remark.setObjectName("product_remark")
        self._remark.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        for page in (self.similar, self.audience, self._remark):
            self._stack.addWidget(page)
        self._filled: set[int] = set()
        self.tabs.currentChanged.connect(self._show_tab)
        self._lay_out()

    def _make_audience(self) -> QListView:
        self._customers = CustomerListModel(self)
        view = QListView()
        view.setObjectName("product_audience")
        view.setAccessibleName(self.tr("Customers who would like this"))
        view.setModel(self._customers)
        view.setProperty("role", "bare")
        view.setUniformItemSizes(True)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.clicked.connect(self._tell_customer)
        view.activated.connect(self._tell_customer)
        return view

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(SPACE.xxs)
        names.addWidget(self._title)
        names.addWidget(self._facts)
        names.addStretch()
        top = QHBoxLayout()
        top.setSpacing(SPACE.s)
        top.addWidget(self._tile, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(names, 1)
        money = QHBoxLayout()
        money.setSpacing(SPACE.xs)
        money.addWidget(self._price)
        money.addWidget(self._stock)
        money.addStretch(1)
        money.addWidget(self.change)
        self.body.addLayout(top)
        self.body.addLayout(money)
        self.body.addWidget(self._text)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self._stack, 1)

    def show_item(self, item: Item) -> None:
        """Show another product; what is like it and who would like it follow."""
        self._tile.show_item(item)
        self._title.setText(item.title)
        self.setAccessibleName(item.title)
        self._facts.setText(" · ".join(fact for fact in (item.item_id, item.brand, item.category) if fact))
        self._price.setText(price(item))
        self._price.setVisible(bool(price(item)))
        self._stock.setText(stock_words(item))
        self._stock.set_tone("warning" if is_gone(item) else "neutral")
        self._stock.setVisible(bool(stock_words(item)))
        self._text.setText(" ".join(item.description.split()))
        self._text.setVisible(bool(item.description))
        self._title.updateGeometry()
        self._text.updateGeometry()
        self._filled = set()
        self._say("")
        self.tab_wanted.emit(self.tabs.currentIndex())

    def show_similar(self, items: Sequence[Item]) -> None:
        """Show the products like this one, most alike first."""
        self.similar.show_items(items)
        self._fill(SIMILAR, "" if items else self.tr("This is the only product of the catalogue."))

    def show_audience(self, users: Sequence[UserId]) -> None:
        """Show the customers who would like this product, most likely first."""
        self._customers.show(users, len(users) + 1)
        self._fill(AUDIENCE, "" if users else self.tr("No customers yet: they come with a file of orders."))

    def show_error(self, error: RecsysError) -> None:
        """Say in the place of the lists why there are none."""
        self._say(f"{words(error.message)} {words(error.hint)}")

    def _fill(self, tab: int, remark: str) -> None:
        self._filled.add(tab)
        if self.tabs.currentIndex() == tab:
            if remark:
                self._say(remark)
            else:
                self._stack.setCurrentIndex(tab)

    def _say(self, remark: str) -> None:
        self._remark.setText(remark)
        self._stack.setCurrentWidget(self._remark)

    def _show_tab(self, tab: int) -> None:
        if tab in self._filled:
            self._stack.setCurrentIndex(tab)
        else:
            self._say("")
            self.tab_wanted.emit(tab)

    def _tell_customer(self, index: QModelIndex) -> None:
        user_id = self._customers.id_at(index)
        if user_id is not None:
            self.customer_wanted.emit(user_id)
