"""A short list of products, as it comes from a ranking."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from recsys_desktop.domain.entities import Item
from recsys_desktop.ui.formats import tooltip
from recsys_desktop.ui.models.catalogue import ITEM_ROLE

AnyIndex = QModelIndex | QPersistentModelIndex


class ItemListModel(QAbstractListModel):
    """Products in a given order; the whole Item stands behind ``ITEM_ROLE``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[Item] = []

    def show(self, items: Sequence[Item]) -> None:
        """Show these products."""
        self.beginResetModel()
        self._items = list(items)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._items[index.row()].title
        if role == ITEM_ROLE:
            return self._items[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._items[index.row()].title)
        return None
