"""The catalogue as a table with a picture in each row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.ui.models.catalogue import ITEM_ROLE, CatalogueModel, Column
from recsys_desktop.ui.widgets.tables import TILE_COLUMN, prepare_table, tile_place
from recsys_desktop.ui.widgets.tile import paint_tile

_WIDTHS = {Column.PICTURE: TILE_COLUMN, Column.CATEGORY: 216, Column.PRICE: 88, Column.STOCK: 80}

#: Below this width the category makes room for the product's name.
_NARROW = 600


class _TileDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().paint(painter, option, index)
        item: Item = index.data(ITEM_ROLE)
        paint_tile(painter, tile_place(option.rect), item)


class CatalogueTable(QTableView):
    """Tells with ``chosen`` which product the pointer or the arrow keys came to."""

    chosen = Signal(object)  # Item

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.catalogue = CatalogueModel(self)
        self.setModel(self.catalogue)
        prepare_table(self, "catalogue_table", self.tr("Catalogue"))
        header = self.horizontalHeader()
        header.setSectionResizeMode(Column.PRODUCT, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
        self.setItemDelegateForColumn(Column.PICTURE, _TileDelegate(self))
        self.selectionModel().currentRowChanged.connect(self._tell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setColumnHidden(Column.CATEGORY, self.width() < _NARROW)
        super().resizeEvent(event)

    def visible_items(self) -> list[Item]:
        """Return the products that are on the screen now."""
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height() - 1)
        last = self.catalogue.rowCount() - 1 if last < 0 else last
        found = (self.catalogue.item_at(self.catalogue.index(row, Column.PRODUCT)) for row in range(first, last + 1))
        return [item for item in found if item is not None]

    def mark(self, item_id: ItemId) -> None:
        """Select a product's row where it was read already, else none; nothing is told."""
        index = self.catalogue.index_of(item_id)
        blocked = self.selectionModel().blockSignals(True)
        if index.isValid():
            self.setCurrentIndex(index)
        else:
            self.clearSelection()
        self.selectionModel().blockSignals(blocked)
        self.viewport().update()

    def _tell(self, index: QModelIndex) -> None:
        item = self.catalogue.item_at(index)
        if item is not None:
            self.chosen.emit(item)
