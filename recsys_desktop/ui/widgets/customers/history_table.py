"""What a customer did, as a table with the product's picture."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from recsys_desktop.ui.models.history import DEED_ROLE, Column, Deed, HistoryModel
from recsys_desktop.ui.widgets.tables import TILE_COLUMN, prepare_table, tile_place
from recsys_desktop.ui.widgets.tile import paint_tile

_DEED_WIDTH, _WHEN_WIDTH = 128, 108


class _TileDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().paint(painter, option, index)
        deed: Deed = index.data(DEED_ROLE)
        paint_tile(painter, tile_place(option.rect), deed.item)


class HistoryTable(QTableView):
    """A table over a :class:`HistoryModel`; Enter or a double press opens the product."""

    product_wanted = Signal(str)  # item id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.history = HistoryModel(self)
        self.setModel(self.history)
        prepare_table(self, "history_table", self.tr("What the customer did"))
        header = self.horizontalHeader()
        header.setSectionResizeMode(Column.PRODUCT, QHeaderView.ResizeMode.Stretch)
        for column, width in ((Column.PICTURE, TILE_COLUMN), (Column.DEED, _DEED_WIDTH), (Column.WHEN, _WHEN_WIDTH)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
        self.setItemDelegateForColumn(Column.PICTURE, _TileDelegate(self))
        self.activated.connect(self._open)

    def _open(self, index: QModelIndex) -> None:
        deed: Deed | None = index.data(DEED_ROLE)
        if deed is not None:
            self.product_wanted.emit(deed.item.item_id)

    def focus_first(self) -> None:
        """Let the keyboard start at the newest row."""
        if self.history.rowCount() and not self.currentIndex().isValid():
            self.setCurrentIndex(self.history.index(0, Column.PRODUCT))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
