"""What a customer did, one row each, newest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Interaction, Item, Kind
from recsys_desktop.domain.texts import message
from recsys_desktop.ui.formats import tooltip, when
from recsys_desktop.ui.texts import words

#: The whole Deed of a row, for the delegate that draws its tile.
DEED_ROLE = int(Qt.ItemDataRole.UserRole)

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Deed:
    """One thing a customer did with a product."""

    item: Item
    interaction: Interaction


class Column(IntEnum):
    """Columns from left to right."""

    PICTURE = 0
    PRODUCT = 1
    DEED = 2
    WHEN = 3


def deeds(interactions: Sequence[Interaction], items: Mapping[ItemId, Item]) -> tuple[Deed, ...]:
    """Join behaviour with its products; a product that has left the catalogue is called by its id."""
    return tuple(Deed(items.get(one.item_id, Item(one.item_id, one.item_id)), one) for one in interactions)


_WORDS = {
    Kind.VIEW: message("history", "viewed"),
    Kind.CLICK: message("history", "clicked"),
    Kind.FAVOURITE: message("history", "favourite"),
    Kind.RATING: message("history", "rated"),
    Kind.CART: message("history", "put in the basket"),
    Kind.PURCHASE: message("history", "bought"),
    Kind.DISLIKE: message("history", "did not like"),
}


def words_for(interaction: Interaction) -> str:
    """Return what was done: "bought 3", "4 of 5 stars", "viewed"."""
    if interaction.kind is Kind.PURCHASE and interaction.quantity != 1:
        return words(message("history", "bought {count}").fill(count=f"{interaction.quantity:g}"))
    if interaction.kind is Kind.RATING and interaction.value is not None:
        return words(message("history", "{count} of 5 stars").fill(count=f"{interaction.value:g}"))
    return words(_WORDS[interaction.kind])


class HistoryModel(QAbstractTableModel):
    """The history of one customer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Deed, ...] = ()

    def show(self, rows: tuple[Deed, ...]) -> None:
        """Show the history of another customer, or a longer one."""
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(self._rows[index.row()], index.column())
        if role == DEED_ROLE:
            return self._rows[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._text(self._rows[index.row()], index.column()))
        return None

    @staticmethod
    def _text(row: Deed, column: int) -> str:
        if column == Column.PRODUCT:
            return row.item.title
        if column == Column.DEED:
            return words_for(row.interaction)
        if column == Column.WHEN:
            return when(row.interaction.time)
        return ""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            return ("", self.tr("Product"), self.tr("What"), self.tr("When"))[section]
        return None
