"""Products: the catalogue as a table and as a map, and for each product what it has to do with others and with customers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QWidget

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Item
from recsys_desktop.ui.dialogs.fetch_pictures import FetchPicturesDialog
from recsys_desktop.ui.dialogs.product_dialog import ProductDialog
from recsys_desktop.ui.formats import percent
from recsys_desktop.ui.models.catalogue import Column
from recsys_desktop.ui.operations import browsing, pictures, products
from recsys_desktop.ui.operations.products import Alike, BoughtTogether, FoundProducts, LikelyCustomers, Page
from recsys_desktop.ui.pages.products_map import MapKeeper
from recsys_desktop.ui.pages.products_texts import TextsKeeper
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.empty_state import EmptyState
from recsys_desktop.ui.widgets.picture_loader import PictureLoader
from recsys_desktop.ui.widgets.products.product_detail import AUDIENCE, SIMILAR, TOGETHER, ProductDetail
from recsys_desktop.ui.widgets.products.product_shelf import ProductShelf
from recsys_desktop.ui.widgets.rules.rules_menu import add_rule_actions
from recsys_desktop.ui.workplace import Changes, Workplace

if TYPE_CHECKING:
    from recsys_desktop.services.handing.hand_outs import What
    from recsys_desktop.services.products.finding_products import SortBy
    from recsys_desktop.services.products.pictures import ToFetch

_DETAIL_WIDTH, _SMALL_DETAIL = 376, 300
_NARROW = 1000
_MOST_SIMILAR, _MOST_CUSTOMERS = 12, 50
_SORTED: dict[Column, SortBy] = {Column.PRODUCT: "title", Column.CATEGORY: "category", Column.PRICE: "price", Column.STOCK: "stock"}


class ProductsPage(QWidget):
    """A table or a map of the whole catalogue and one product in detail."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._workplace = workplace
        self._item_id: ItemId | None = None
        self._item: Item | None = None
        self._hidden: frozenset[ItemId] = frozenset()
        self._due = True  # the page was hidden while something changed
        self.shelf = ProductShelf()
        self.box, self.add, self.table = self.shelf.box, self.shelf.add, self.shelf.table
        self.detail = ProductDetail()
        self.map = MapKeeper(workplace, self.shelf, self)
        self.texts = TextsKeeper(workplace, self.shelf, self)
        self._pictures = PictureLoader(workplace, self)
        self._no_catalogue = EmptyState(
            "products",
            self.tr("No products yet"),
            self.tr("Products appear here once your catalogue, or a file of orders, is imported."),
            self.tr("Import files"),
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.detail.hide()
        self._everything = QWidget()
        row = QHBoxLayout(self._everything)
        row.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.m)
        row.setSpacing(SPACE.m)
        row.addWidget(self.shelf, 1)
        row.addWidget(self.detail)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._everything)
        self._stack.addWidget(self._no_catalogue)

    def _connect(self) -> None:
        self.box.wanted.connect(lambda _: self._find())
        self.shelf.filters.changed.connect(self._find)
        self.add.clicked.connect(lambda: self.open_form(None))
        self.shelf.more.clicked.connect(self._offer_more)
        self.table.catalogue.page_wanted.connect(self._read_page)
        self.table.catalogue.sort_wanted.connect(lambda column, down: self.shelf.filters.order(_SORTED[Column(column)], down))
        self.table.chosen.connect(lambda item_id: self.open(ItemId(item_id)))
        self.table.menu_wanted.connect(self._offer_rules)
        self.table.verticalScrollBar().valueChanged.connect(lambda _: self._want_pictures())
        self._pictures.loaded.connect(self.table.viewport().update)
        self.map.product_wanted.connect(lambda item_id: self.open(ItemId(item_id)))
        self.shelf.texts.item_wanted.connect(lambda item_id: self.open(ItemId(item_id)))
        self.shelf.texts.change_wanted.connect(lambda item_id: self.open_form(ItemId(item_id)))
        self.detail.product_wanted.connect(lambda item_id: self.open(ItemId(item_id)))
        self.detail.customer_wanted.connect(lambda user_id: self._workplace.page_wanted.emit("customers", UserId(user_id)))
        self.detail.tab_wanted.connect(self._fill_tab)
        self.detail.change_wanted.connect(lambda: self.open_form(self._item_id))
        self.detail.menu_wanted.connect(self._offer_rules)
        self.detail.export_wanted.connect(lambda: self._hand_out("audience"))
        self._no_catalogue.acted.connect(lambda: self._workplace.import_wanted.emit([]))
        self._workplace.changed.connect(self._on_changed)

    @property
    def selected(self) -> ItemId | None:
        """The product in detail."""
        return self._item_id

    def open(self, item_id: ItemId) -> None:
        """Show this product in detail, and mark it in the table and on the map."""
        self._item_id = item_id
        self.table.mark(item_id)
        self.map.mark(item_id)
        read = browsing.read_product(workplace=self._workplace, item_id=item_id)
        read.succeeded.connect(self._show_product)

    def open_form(self, item_id: ItemId | None) -> None:
        """Open the form of this product, or of a new one."""
        dialog = ProductDialog(self._workplace, item_id, self)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.stored.connect(self._show_stored)
        dialog.removed.connect(self._forget)
        dialog.show()

    def _show_stored(self, item_id: str) -> None:
        """Show the product just stored, and who would like it; its lists are known once they were read again."""
        self._item_id = ItemId(item_id)
        self.detail.tabs.setCurrentIndex(AUDIENCE)

    def _forget(self) -> None:
        self._item_id = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.detail.setFixedWidth(_SMALL_DETAIL if self.width() < _NARROW else _DETAIL_WIDTH)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._due:
            self._refresh()

    def _on_changed(self, changes: Changes) -> None:
        if changes.items or changes.interactions or changes.model or changes.rules:
            self.map.forget(changes)
            self.texts.forget(changes)
            self._due = True
            if self.isVisible():
                self._refresh()

    def _refresh(self) -> None:
        self._due = False
        self._find()
        self.map.refresh()
        self.texts.refresh()
        if self._item_id is not None:
            self.open(self._item_id)

    def _find(self) -> None:
        from recsys_desktop.services.products.finding_products import Wanted

        filters = self.shelf.filters
        wanted = Wanted(self.box.text().strip(), filters.category, filters.show_what, filters.sort_by, filters.falling)
        job = products.find_products(workplace=self._workplace, wanted=wanted)
        job.succeeded.connect(self._show_found)

    def _show_found(self, answer: FoundProducts) -> None:
        found = answer.found
        self._hidden = found.hidden
        self.shelf.filters.show_categories(answer.categories)
        self.shelf.show_found(found.ids, found.total)
        self._stack.setCurrentWidget(self._everything if found.total else self._no_catalogue)
        header = self.table.horizontalHeader()
        column = next(column for column, name in _SORTED.items() if name == found.wanted.sort_by)
        blocked = header.blockSignals(True)  # the rows are in this order already
        header.setSortIndicator(column, Qt.SortOrder.DescendingOrder if found.wanted.falling else Qt.SortOrder.AscendingOrder)
        header.blockSignals(blocked)
        self.table.catalogue.show(found.ids, found.hidden)
        self.table.scrollToTop()
        self.map.light(None if len(found.ids) == found.total else found.ids)
        if self._item_id is None and found.ids:
            self.open(found.ids[0])
        elif self._item_id is not None:
            self.table.mark(self._item_id)

    def _read_page(self, ids: tuple[ItemId, ...]) -> None:
        read = products.read_page(workplace=self._workplace, ids=ids)
        read.succeeded.connect(self._show_page)

    def _show_page(self, page: Page) -> None:
        self.table.catalogue.fill(page.ids, page.items)
        self._want_pictures()

    def _want_pictures(self) -> None:
        self._pictures.want(self.table.visible_items())

    def _show_product(self, item: Item | None) -> None:
        if item is not None and item.item_id == self._item_id:
            self._item = item
            self.detail.show()
            self.detail.show_item(item, item.item_id in self._hidden)

    def _fill_tab(self, tab: int) -> None:
        if self._item_id is None:
            return
        if tab == SIMILAR:
            job = products.find_similar(workplace=self._workplace, item_id=self._item_id, k=_MOST_SIMILAR)
            job.succeeded.connect(self._show_similar)
        elif tab == TOGETHER:
            job = products.find_together(workplace=self._workplace, item_id=self._item_id, k=_MOST_SIMILAR)
            job.succeeded.connect(self._show_together)
        else:
            job = products.find_customers(workplace=self._workplace, item_id=self._item_id, k=_MOST_CUSTOMERS)
            job.succeeded.connect(self._show_audience)
        job.failed.connect(self._show_failure)

    def _show_similar(self, alike: Alike) -> None:
        if alike.item_id == self._item_id:
            self.detail.show_similar([place.item for place in alike.items])

    def _show_together(self, found: BoughtTogether) -> None:
        if found.item_id == self._item_id:
            remarks = [
                self.tr("in {share} of the orders with this ({count})").format(share=percent(one.share), count=one.baskets)
                for one in found.items
            ]
            self.detail.show_together([one.item for one in found.items], remarks)

    def _show_audience(self, found: LikelyCustomers) -> None:
        if found.item_id == self._item_id:
            self.detail.show_audience(found.customers)

    def _show_failure(self, error: Exception) -> None:
        if (known := self._workplace.known(error)) is not None:
            self.detail.show_error(known)

    def _offer_rules(self, place: QPoint) -> None:
        if self._item is None:
            return
        menu = QMenu(self)
        menu.setObjectName("product_menu")
        add_rule_actions(menu, self._workplace, self._item)
        menu.addSeparator()
        menu.addAction(self.tr("Change this product…")).triggered.connect(lambda: self.open_form(self._item_id))
        menu.addAction(self.tr("Export who would like this…")).triggered.connect(lambda: self._hand_out("audience"))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _offer_more(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("products_menu")
        menu.addAction(self.tr("Fetch pictures…")).triggered.connect(self.fetch_pictures)
        menu.addSeparator()
        menu.addAction(self.tr("Hand out similar products…")).triggered.connect(lambda: self._hand_out("similar"))
        menu.addAction(self.tr("Hand out what is bought together…")).triggered.connect(lambda: self._hand_out("together"))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.shelf.more.mapToGlobal(self.shelf.more.rect().bottomLeft()))

    def fetch_pictures(self) -> None:
        """Ask whether the pictures that are on the web may be fetched, and from where."""
        pictures.look_up(workplace=self._workplace).succeeded.connect(self._ask_to_fetch)

    def _ask_to_fetch(self, wanted: ToFetch) -> None:
        dialog = FetchPicturesDialog(wanted, self)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.accepted.connect(self._fetch)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    def _fetch(self) -> None:
        pictures.fetch(workplace=self._workplace).finished.connect(self._want_pictures)

    def _hand_out(self, what: What) -> None:
        from recsys_desktop.services.handing.hand_outs import Wish
        from recsys_desktop.ui.dialogs.hand_out import HandOutDialog

        HandOutDialog(self._workplace, self, Wish(what, item_id=self._item_id if what == "audience" else None)).show()
