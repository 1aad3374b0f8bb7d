"""One product: what the catalogue says, which products are like it or bought with it, and which customers would like it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.ui.formats import price
from recsys_desktop.ui.texts import sentences, words
from recsys_desktop.ui.theme import CHIP_HEIGHT, SEMIBOLD, SPACE, TYPE
from recsys_desktop.ui.widgets.buttons import IconButton, LinkButton
from recsys_desktop.ui.widgets.card import Card
from recsys_desktop.ui.widgets.chip import Chip
from recsys_desktop.ui.widgets.clamped_label import ClampedLabel
from recsys_desktop.ui.widgets.flow_layout import FlowLayout
from recsys_desktop.ui.widgets.labels import ElidedLabel, Label, Muted
from recsys_desktop.ui.widgets.products.item_list import ItemList
from recsys_desktop.ui.widgets.products.likely_list import LikelyList
from recsys_desktop.ui.widgets.stock import is_gone, stock_words
from recsys_desktop.ui.widgets.tile import paint_tile

if TYPE_CHECKING:
    from recsys_desktop.services.listing.likely_customers import LikelyCustomer

_TILE = 56
SIMILAR, TOGETHER, AUDIENCE = 0, 1, 2


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
    tab_wanted = Signal(int)  # SIMILAR, TOGETHER or AUDIENCE
    change_wanted = Signal()
    menu_wanted = Signal(object)  # QPoint on the screen
    export_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("product_detail")
        self._tile = _Tile()
        self._title = ClampedLabel(2, size=TYPE.heading, weight=SEMIBOLD)
        self._title.setObjectName("product_title")
        self._facts = ElidedLabel(size=TYPE.small, role="muted")
        self._price = Label(weight=SEMIBOLD)
        self._price.setMinimumHeight(CHIP_HEIGHT)  # on one line with the chips beside it
        self._stock = Chip()
        self._hidden = Chip(self.tr("Never recommended"), "warning")
        self._hidden.setObjectName("product_hidden")
        self._text = ClampedLabel(4, role="muted")
        self.change = LinkButton(self.tr("Change…"), "product_change")
        self.change.clicked.connect(self.change_wanted)
        self.more = IconButton("more", self.tr("What else to do with this product"), "product_more", plain=True)
        self.more.clicked.connect(lambda: self.menu_wanted.emit(self.more.mapToGlobal(self.more.rect().bottomLeft())))
        self.tabs = self._make_tabs()
        self.similar = self._make_list("similar_products", self.tr("Similar products"))
        self.together = self._make_list("products_together", self.tr("Products bought together with this"))
        self.audience = LikelyList()
        self.audience.customer_wanted.connect(self.customer_wanted)
        self.audience.export_wanted.connect(self.export_wanted)
        self._remark = Muted(wrap=True)
        self._remark.setObjectName("product_remark")
        self._remark.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        for page in (self.similar, self.together, self.audience, self._remark):
            self._stack.addWidget(page)
        self._filled: dict[int, str] = {}
        self.tabs.currentChanged.connect(self._show_tab)
        self._lay_out()

    def _make_tabs(self) -> QTabBar:
        tabs = QTabBar()
        tabs.setObjectName("product_tabs")
        tabs.setAccessibleName(self.tr("What to see of this product"))
        tabs.setDrawBase(False)
        tabs.setExpanding(False)
        tabs.setUsesScrollButtons(True)
        for text, full in (
            (self.tr("Similar"), self.tr("Products like this one")),
            (self.tr("Bought with"), self.tr("Products that are bought together with this one")),
            (self.tr("For whom"), self.tr("Customers who would like this product")),
        ):
            tabs.setTabToolTip(tabs.addTab(text), full)
        return tabs

    def _make_list(self, name: str, spoken: str) -> ItemList:
        made = ItemList(name, spoken)
        made.setProperty("role", "bare")
        made.item_wanted.connect(self.product_wanted)
        return made

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
        top.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        money = FlowLayout()
        for part in (self._price, self._stock, self._hidden, self.change):
            money.addWidget(part)
        self.body.addLayout(top)
        self.body.addLayout(money)
        self.body.addWidget(self._text)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self._stack, 1)

    def show_item(self, item: Item, hidden: bool = False) -> None:
        """Show another product; what is like it, what goes with it and who would like it follow."""
        self._tile.show_item(item)
        self._title.setText(item.title)
        self.setAccessibleName(item.title)
        self._facts.setText(" · ".join(fact for fact in (item.item_id, item.brand, item.category) if fact))
        self._price.setText(price(item))
        self._price.setVisible(bool(price(item)))
        self._stock.setText(stock_words(item))
        self._stock.set_tone("warning" if is_gone(item) else "neutral")
        self._stock.setVisible(bool(stock_words(item)))
        self._hidden.setVisible(hidden)
        self._text.setText(" ".join(item.description.split()))
        self._text.setVisible(bool(item.description))
        self._title.updateGeometry()
        self._text.updateGeometry()
        self._filled = {}
        self._say("")
        self.tab_wanted.emit(self.tabs.currentIndex())

    def show_similar(self, items: Sequence[Item]) -> None:
        """Show the products like this one, most alike first."""
        self.similar.show_items(items)
        self._fill(SIMILAR, "" if items else self.tr("This is the only product of the catalogue."))

    def show_together(self, items: Sequence[Item], remarks: Sequence[str]) -> None:
        """Show what is bought together with this one, the most often first, and how often."""
        self.together.show_items(items, remarks)
        nothing = self.tr(
            "No product shared two orders with this one so far. It is counted from your orders: the more there are, the more shows."
        )
        self._fill(TOGETHER, "" if items else nothing)

    def show_audience(self, customers: Sequence[LikelyCustomer]) -> None:
        """Show the customers who would like this product, most likely first."""
        self.audience.show_customers(customers)
        self._fill(AUDIENCE, "" if customers else self.tr("No customers yet: they come with a file of orders."))

    def show_error(self, error: RecsysError) -> None:
        """Say in the place of the lists why there are none."""
        self._say(sentences(words(error.message), words(error.hint)))

    def _fill(self, tab: int, remark: str) -> None:
        self._filled[tab] = remark
        if self.tabs.currentIndex() == tab:
            self._show_tab(tab)

    def _say(self, remark: str) -> None:
        self._remark.setText(remark)
        self._stack.setCurrentWidget(self._remark)

    def _show_tab(self, tab: int) -> None:
        if tab not in self._filled:
            self._say("")
            self.tab_wanted.emit(tab)
        elif self._filled[tab]:
            self._say(self._filled[tab])
        else:
            self._stack.setCurrentIndex(tab)
