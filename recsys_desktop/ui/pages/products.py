"""Products: the catalogue, and for each product what is like it and who would like it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Item
from recsys_desktop.ui.dialogs.product_dialog import ProductDialog
from recsys_desktop.ui.operations import browsing, recommending
from recsys_desktop.ui.operations.browsing import CataloguePage
from recsys_desktop.ui.operations.recommending import Alike, Audience
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import QuietButton
from recsys_desktop.ui.widgets.catalogue_table import CatalogueTable
from recsys_desktop.ui.widgets.customer_finder import SearchBox
from recsys_desktop.ui.widgets.empty_state import EmptyState
from recsys_desktop.ui.widgets.picture_loader import PictureLoader
from recsys_desktop.ui.widgets.product_detail import AUDIENCE, SIMILAR, ProductDetail
from recsys_desktop.ui.workplace import Changes, Workplace

_DETAIL_WIDTH, _SMALL_DETAIL = 376, 300
_NARROW = 1000
_MOST_SIMILAR, _MOST_CUSTOMERS = 12, 100


class ProductsPage(QWidget):
    """A table over the whole catalogue and one product in detail."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._workplace = workplace
        self._item_id: ItemId | None = None
        self._search = ""
        self._due = True  # the page was hidden while something changed
        self.box = SearchBox(self.tr("Find a product"), "product_search")
        self.add = QuietButton(self.tr("Add product…"), "product_add", icon="plus")
        self.table = CatalogueTable()
        self.detail = ProductDetail()
        self._pictures = PictureLoader(workplace, self)
        self._not_found = EmptyState(
            "search", self.tr("Nothing found"), self.tr("No product has these words in its name, number, group or brand.")
        )
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
        self._found = QStackedWidget()
        self._found.addWidget(self.table)
        self._found.addWidget(self._not_found)
        left = QVBoxLayout()
        left.setSpacing(SPACE.xs)
        top = QHBoxLayout()
        top.setSpacing(SPACE.xs)
        top.addWidget(self.box, 1)
        top.addWidget(self.add)
        left.addLayout(top)
        left.addWidget(self._found, 1)
        self._everything = QWidget()
        row = QHBoxLayout(self._everything)
        row.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.m)
        row.setSpacing(SPACE.m)
        row.addLayout(left, 1)
        row.addWidget(self.detail)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._everything)
        self._stack.addWidget(self._no_catalogue)

    def _connect(self) -> None:
        self.box.wanted.connect(self._start)
        self.add.clicked.connect(lambda: self.open_form(None))
        self.detail.change_wanted.connect(lambda: self.open_form(self._item_id))
        self.box.left_downwards.connect(self.table.setFocus)
        self.table.catalogue.page_wanted.connect(lambda: self._read_page(self.table.catalogue.last))
        self.table.chosen.connect(self._choose)
        self.table.verticalScrollBar().valueChanged.connect(lambda _: self._want_pictures())
        self._pictures.loaded.connect(self.table.viewport().update)
        self.detail.product_wanted.connect(lambda item_id: self.open(ItemId(item_id)))
        self.detail.customer_wanted.connect(lambda user_id: self._workplace.page_wanted.emit("customers", UserId(user_id)))
        self.detail.tab_wanted.connect(self._fill_tab)
        self._no_catalogue.acted.connect(lambda: self._workplace.import_wanted.emit([]))
        self._workplace.changed.connect(self._on_changed)

    @property
    def selected(self) -> ItemId | None:
        """The product in detail."""
        return self._item_id

    def open(self, item_id: ItemId) -> None:
        """Show this product in detail."""
        self._item_id = item_id
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
        if changes.items or changes.interactions or changes.model:
            self._due = True
            if self.isVisible():
                self._refresh()

    def _refresh(self) -> None:
        self._due = False
        self._start(self._search)
        if self._item_id is not None:
            self.open(self._item_id)

    def _start(self, search: str) -> None:
        self._search = search
        self._read_page(None)

    def _read_page(self, after: tuple[str, ItemId] | None) -> None:
        read = browsing.read_catalogue_page(workplace=self._workplace, search=self._search, after=after)
        read.succeeded.connect(self._show_page)

    def _show_page(self, page: CataloguePage) -> None:
        if page.search != self._search:
            return
        if page.after is None:
            self.table.catalogue.restart(page.items)
            self.table.scrollToTop()
            self._found.setCurrentWidget(self.table if page.items else self._not_found)
            self._stack.setCurrentWidget(self._everything if page.items or page.search else self._no_catalogue)
            if self._item_id is None and page.items:
                self._choose(page.items[0])
            if self._item_id is not None:
                self.table.mark(self._item_id)
        elif page.after == self.table.catalogue.last:
            self.table.catalogue.append(page.items)
        self._want_pictures()

    def _want_pictures(self) -> None:
        self._pictures.want(self.table.visible_items())

    def _show_product(self, item: Item | None) -> None:
        if item is not None and item.item_id == self._item_id:
            self._choose(item)
            self.table.mark(item.item_id)

    def _choose(self, item: Item) -> None:
        self._item_id = item.item_id
        self.detail.show()
        self.detail.show_item(item)

    def _fill_tab(self, tab: int) -> None:
        if self._item_id is None:
            return
        if tab == SIMILAR:
            job = recommending.find_similar(workplace=self._workplace, item_id=self._item_id, k=_MOST_SIMILAR)
            job.succeeded.connect(self._show_similar)
        else:
            job = recommending.find_audience(workplace=self._workplace, item_id=self._item_id, k=_MOST_CUSTOMERS)
            job.succeeded.connect(self._show_audience)
        job.failed.connect(self._show_failure)

    def _show_similar(self, alike: Alike) -> None:
        if alike.item_id == self._item_id:
            self.detail.show_similar([place.item for place in alike.items])

    def _show_audience(self, audience: Audience) -> None:
        if audience.item_id == self._item_id:
            self.detail.show_audience(audience.users)

    def _show_failure(self, error: Exception) -> None:
        if (known := self._workplace.known(error)) is not None:
            self.detail.show_error(known)
