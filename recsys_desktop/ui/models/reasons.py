"""All reasons of one place as a table whose percentages add up to 100, and whose bars follow each other to the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.ui import theme
from recsys_desktop.ui.formats import one_decimal, percents_of, tooltip
from recsys_desktop.ui.texts import number, words

if TYPE_CHECKING:
    from recsys_desktop.services.listing.reasons import Reason
    from recsys_desktop.services.listing.recommending import Counterfactual, Recommendation

AnyIndex = QModelIndex | QPersistentModelIndex

#: The bar of a row, for the delegate that draws it: see :class:`Bar`.
BAR_ROLE = int(Qt.ItemDataRole.UserRole)
#: Reasons named one by one at first; all further ones are one row.
NAMED = 7


class Column(IntEnum):
    """Columns from left to right."""

    REASON = 0
    BAR = 1
    SHARE = 2
    WITHOUT = 3


@dataclass(frozen=True)
class Bar:
    """From where to where a bar reaches, in per cent: each begins where the one before it ends, so that they visibly add up."""

    start: float
    end: float
    rest: bool = False  # many small reasons together

    @property
    def against(self) -> bool:
        """Whether it counts against the product."""
        return self.end < self.start


@dataclass(frozen=True)
class _Row:
    words: str
    percent: float
    bar: Bar
    item_id: ItemId | None  # of the history, whose absence can be asked about
    without: str = ""


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ReasonModel(QAbstractTableModel):
    """One row for each reason, largest share first. Reasons that bring nothing are left out, many small ones are one row."""

    def __init__(self, place: Recommendation, parent: QObject | None = None, *, askable: bool = False) -> None:
        """``askable``: whether "what if not" can be asked, else that column is empty."""
        super().__init__(parent)
        self._reasons = [reason for reason in place.reasons if reason.share != 0.0]
        total = sum(reason.share for reason in self._reasons)
        self.percents = percents_of(total, [reason.share for reason in self._reasons])
        self._positive = total > 0
        self.askable = askable
        self._answers: dict[ItemId, str] = {}
        self._all = len(self._reasons) <= NAMED + 1
        self._rows = self._make_rows()

    def _make_rows(self) -> list[_Row]:
        order = sorted(range(len(self._reasons)), key=lambda place: -abs(self._reasons[place].share))
        named = sorted(order if self._all else order[:NAMED])
        rows, reached = [], 0.0
        for place in named:
            reason, percent = self._reasons[place], self.percents[place]
            asked_about = reason.item_id if reason.kind == "history" and reason.title else None
            rows.append(_Row(self._words(reason), percent, Bar(reached, reached + percent), asked_about))
            reached += percent
        if not self._all:
            rest = order[NAMED:]
            percent = sum(round(10 * self.percents[place]) for place in rest) / 10
            text = self.tr("{count} smaller reasons").format(count=number(len(rest)))
            rows.append(_Row(text, percent, Bar(reached, reached + percent, rest=True), None))
        return [replace(row, without=self._without(row.item_id)) for row in rows]

    def _words(self, reason: Reason) -> str:
        if reason.kind == "history" and not reason.title:
            return self.tr("A product that has left the catalogue")
        return words(reason.text)

    def _without(self, item_id: ItemId | None) -> str:
        if item_id is None or not self.askable:
            return ""
        return self._answers.get(item_id) or self.asks

    @property
    def asks(self) -> str:
        """What stands in a row whose reason can be left out."""
        return self.tr("Without it?")

    @property
    def folded(self) -> bool:
        """Whether some reasons stand in one row."""
        return not self._all

    def unfold(self) -> None:
        """Name every reason."""
        self.beginResetModel()
        self._all = True
        self._rows = self._make_rows()
        self.endResetModel()

    def question_at(self, index: AnyIndex) -> ItemId | None:
        """Return the product of the history whose absence can be asked about in this row and was not yet."""
        row = self._rows[index.row()] if index.isValid() else None
        return row.item_id if row is not None and self.askable and row.item_id not in self._answers else None

    def show_without(self, item_id: ItemId, ranks: Counterfactual) -> str:
        """Show where the product would stand without this one. Returns it as a sentence."""
        self._answers[item_id] = self.tr("{rank} → {without}").format(rank=number(ranks.rank), without=number(ranks.rank_without))
        title = next(reason.title for reason in self._reasons if reason.item_id == item_id)
        self._rows = self._make_rows()
        self.dataChanged.emit(self.index(0, Column.WITHOUT), self.index(len(self._rows) - 1, Column.WITHOUT))
        return self._fall(ranks).format(title=title, rank=number(ranks.rank), without=number(ranks.rank_without))

    def _fall(self, ranks: Counterfactual) -> str:
        if ranks.rank_without > ranks.rank:
            return self.tr("Without {title} it would fall from place {rank} to {without}.")
        if ranks.rank_without < ranks.rank:
            return self.tr("Without {title} it would rise from place {rank} to {without}.")
        return self.tr("Without {title} it would still be in place {rank}.")

    @property
    def together(self) -> str:
        """The sum of all shares in words."""
        return one_decimal(self._total)

    @property
    def whole(self) -> Bar:
        """The bar of the sum: where the last of the others ends."""
        return Bar(0.0, self._total)

    @property
    def _total(self) -> float:
        return sum(round(10 * part) for part in self.percents) / 10

    @property
    def reach(self) -> tuple[float, float]:
        """The lowest and the highest per cent that a bar comes to."""
        ends = [0.0, *(end for row in self._rows for end in (row.bar.start, row.bar.end))]
        return min(ends), max(ends)

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

    def _text(self, index: AnyIndex) -> str:
        row = self._rows[index.row()]
        return (row.words, "", one_decimal(row.percent), row.without)[index.column()]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index)
        if role == BAR_ROLE:
            return self._rows[index.row()].bar
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() in (Column.SHARE, Column.WITHOUT) else _LEFT
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._text(index))
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == Column.WITHOUT and self.question_at(index) is not None:
            return QColor(theme.current().accent)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row = self._rows[index.row()]
            return ", ".join(part for part in (row.words, one_decimal(row.percent), row.without) if part)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in (Column.SHARE, Column.WITHOUT) else _LEFT
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings()[section]
        return None

    def _headings(self) -> Sequence[str]:
        return self.tr("Reason"), "", self.tr("Share"), self.tr("Place") if self.askable else ""
