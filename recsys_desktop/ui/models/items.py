"""A short list of products, as it comes from a ranking or a count."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from recsys_desktop.domain.entities import Item
from recsys_desktop.ui.formats import group_of, price, tooltip
from recsys_desktop.ui.models.catalogue import ITEM_ROLE

#: The second line of a row: what the list says of the product.
REMARK_ROLE = ITEM_ROLE + 1

AnyIndex = QModelIndex | QPersistentModelIndex


class ItemListModel(QAbstractListModel):
    """Products in a given order; the whole Item stands behind ``ITEM_ROLE``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[Item] = []
        self._remarks: list[str] = []

    def show(self, items: Sequence[Item], remarks: Sequence[str] = ()) -> None:
        """Show these products, each with its remark; without remarks, with group and price."""
        self.beginResetModel()
        self._items = list(items)
        self._remarks = list(remarks) or [_facts(item) for item in items]
        self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._items[index.row()].title
        if role == ITEM_ROLE:
            return self._items[index.row()]
        if role == REMARK_ROLE:
            return self._remarks[index.row()]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            text = "\n".join(filter(None, (self._items[index.row()].title, self._remarks[index.row()])))
            return tooltip(text).replace("\n", "<br>") if role == Qt.ItemDataRole.ToolTipRole else self._remarks[index.row()]
        return None


def _facts(item: Item) -> str:
    return " · ".join(fact for fact in (group_of(item), price(item)) if fact)
