"""The catalogue as a table with a picture in each row, sorted by a press on a heading."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.ui import theme
from recsys_desktop.ui.formats import end_of_path
from recsys_desktop.ui.models.catalogue import HIDDEN_ROLE, ITEM_ROLE, CatalogueModel, Column
from recsys_desktop.ui.theme import ICON, SPACE
from recsys_desktop.ui.widgets.tables import TILE_COLUMN, prepare_table, tile_place
from recsys_desktop.ui.widgets.tile import paint_tile

_WIDTHS = {Column.PICTURE: TILE_COLUMN, Column.CATEGORY: 216, Column.PRICE: 96, Column.STOCK: 96}

#: Below these widths the category, then the stock, make room for the product's name.
_NARROW, _NARROWEST = 600, 460


class _TileDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().paint(painter, option, index)
        item: Item | None = index.data(ITEM_ROLE)
        if item is not None:
            paint_tile(painter, tile_place(option.rect), item)


class _NameDelegate(QStyledItemDelegate):
    """A product that is hidden from all lists has a crossed eye behind its name, which is muted."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        if not index.data(HIDDEN_ROLE):
            super().paint(painter, option, index)
            return
        option.palette.setColor(QPalette.ColorRole.Text, QColor(theme.current().muted))
        super().paint(painter, option, index)
        side = option.rect.height() - SPACE.m
        place = option.rect.adjusted(option.rect.width() - ICON - SPACE.xs, SPACE.xs, -SPACE.xs, 0)
        painter.drawPixmap(place.topLeft(), theme.pixmap("eye_off", "muted", min(side, ICON)))


class _PathDelegate(QStyledItemDelegate):
    """Of a long path of categories the end is shown: it is what tells the rows apart."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        room = option.rect.width() - 2 * SPACE.s
        option.text = end_of_path(option.text, lambda text: option.fontMetrics.horizontalAdvance(text) <= room)


class CatalogueTable(QTableView):
    """Tells with ``chosen`` which product the pointer or the arrow keys came to, once it is read."""

    chosen = Signal(str)  # item id
    menu_wanted = Signal(object)  # QPoint on the screen

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
        header.setSortIndicator(Column.PRODUCT, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.setItemDelegateForColumn(Column.PICTURE, _TileDelegate(self))
        self.setItemDelegateForColumn(Column.PRODUCT, _NameDelegate(self))
        self.setItemDelegateForColumn(Column.CATEGORY, _PathDelegate(self))
        self.selectionModel().currentRowChanged.connect(self._tell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setColumnHidden(Column.CATEGORY, self.width() < _NARROW)
        self.setColumnHidden(Column.STOCK, self.width() < _NARROWEST)
        super().resizeEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the product under the pointer, or of the one chosen where the keyboard asks."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            place = event.globalPos()
        else:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft() + QPoint(SPACE.l, 0))
        if self.currentIndex().isValid():
            self.menu_wanted.emit(place)

    def visible_items(self) -> list[Item]:
        """Return the products that are on the screen now."""
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height() - 1)
        last = self.catalogue.rowCount() - 1 if last < 0 else last
        found = (self.catalogue.item_at(self.catalogue.index(row, Column.PRODUCT)) for row in range(first, last + 1))
        return [item for item in found if item is not None]

    def mark(self, item_id: ItemId) -> None:
        """Select a product's row where the table has it, else none; nothing is told."""
        index = self.catalogue.index_of(item_id)
        blocked = self.selectionModel().blockSignals(True)
        if index.isValid():
            self.setCurrentIndex(index)
        else:
            self.clearSelection()
        self.selectionModel().blockSignals(blocked)
        self.viewport().update()

    def _tell(self, index: QModelIndex) -> None:
        item_id = self.catalogue.id_at(index)
        if item_id is not None:
            self.chosen.emit(item_id)
