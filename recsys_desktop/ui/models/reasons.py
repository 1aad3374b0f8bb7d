"""All reasons of one place as a table whose percentages add up to 100."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from recsys_desktop.ui.formats import one_decimal, percents_of, tooltip
from recsys_desktop.ui.texts import words

if TYPE_CHECKING:
    from recsys_desktop.services.reasons import Reason
    from recsys_desktop.services.recommending import Recommendation

AnyIndex = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """Columns from left to right."""

    REASON = 0
    SHARE = 1


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ReasonModel(QAbstractTableModel):
    """One row for each reason, largest share first. Reasons that bring nothing are left out."""

    def __init__(self, place: Recommendation, parent: QObject | None = None) -> None:
        super().__init__(parent)
        reasons = [reason for reason in place.reasons if reason.share != 0.0]
        total = sum(reason.share for reason in reasons)
        self.percents = percents_of(total, [reason.share for reason in reasons])
        self._positive = total > 0
        self._rows = [(self._words(reason), one_decimal(part)) for reason, part in zip(reasons, self.percents, strict=True)]

    def _words(self, reason: Reason) -> str:
        if reason.kind == "history" and not reason.title:
            return self.tr("A product that has left the catalogue")
        return words(reason.text)

    @property
    def together(self) -> str:
        """The sum of all shares in words."""
        return one_decimal(sum(round(10 * part) for part in self.percents) / 10)

    @property
    def sentence(self) -> str:
        """How the table is to be read."""
        if self._positive:
            return self.tr("Every reason with its part of the whole. A minus counts against the product.")
        return self.tr("Little speaks for this product. Every reason with its weight; a minus counts against the product.")

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == Column.SHARE:
            return _RIGHT
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._rows[index.row()][index.column()])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section == Column.SHARE else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            return self.tr("Reason") if section == Column.REASON else self.tr("Share")
        return None
