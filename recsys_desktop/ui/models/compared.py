"""One of two lists beside each other: each product with where the other list has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.texts import message
from recsys_desktop.ui.formats import tooltip
from recsys_desktop.ui.texts import words

#: The whole ComparedPlace of a row.
PLACE_ROLE = int(Qt.ItemDataRole.UserRole)

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class ComparedPlace:
    """A place of one list; ``other`` is the product's rank in the other list, None where it is not there."""

    rank: int
    item: Item
    other: int | None

    @property
    def mark(self) -> str:
        """Where the other list has the product: "same place", "2 places higher than there", "only here"."""
        if self.other is None:
            return words(message("compare", "only in this list"))
        steps = self.other - self.rank
        if steps == 0:
            return words(message("compare", "same place"))
        if steps == 1:
            return words(message("compare", "1 place higher"))
        if steps == -1:
            return words(message("compare", "1 place lower"))
        text = message("compare", "{count} places higher") if steps > 0 else message("compare", "{count} places lower")
        return words(text.fill(count=abs(steps)))


class ComparedModel(QAbstractListModel):
    """The places of one list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: list[ComparedPlace] = []

    def show(self, places: Sequence[ComparedPlace]) -> None:
        """Show these places."""
        self.beginResetModel()
        self._places = list(places)
        self.endResetModel()

    @property
    def places(self) -> list[ComparedPlace]:
        """What is shown."""
        return list(self._places)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._places)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        place = self._places[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return place.item.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{place.rank}. {place.item.title}, {place.mark}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(place.item.title)
        if role == PLACE_ROLE:
            return place
        return None
