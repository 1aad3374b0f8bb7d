"""The customers that a search found, fetched further only when someone scrolls to the end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from recsys_desktop.domain.columns import UserId
from recsys_desktop.ui.formats import tooltip

#: How many customers the first page holds; each further page is GROWTH times as long, so that few pages reach all 100,000.
FIRST_PAGE = 200
GROWTH = 4

AnyIndex = QModelIndex | QPersistentModelIndex


class CustomerListModel(QAbstractListModel):
    """Ids of customers, best match first. ``more_wanted(limit)`` asks for the same search with a longer limit."""

    more_wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: list[UserId] = []
        self._limit = FIRST_PAGE
        self._asked = False

    def show(self, ids: Sequence[UserId], limit: int) -> None:
        """Show what a search with this limit found. A longer answer to the same search adds rows and keeps the selection."""
        known = len(self._ids)
        if known and limit > self._limit and list(ids[:known]) == self._ids:
            if len(ids) > known:
                self.beginInsertRows(QModelIndex(), known, len(ids) - 1)
                self._ids.extend(ids[known:])
                self.endInsertRows()
        elif list(ids) != self._ids:
            self.beginResetModel()
            self._ids = list(ids)
            self.endResetModel()
        self._limit, self._asked = limit, False

    def id_at(self, index: AnyIndex) -> UserId | None:
        """Return the customer at an index."""
        return self._ids[index.row()] if index.isValid() else None

    def index_of(self, user_id: UserId) -> QModelIndex:
        """Return where a customer stands, an invalid index where the search did not find it."""
        return self.index(self._ids.index(user_id)) if user_id in self._ids else QModelIndex()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._ids[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._ids[index.row()])
        return None

    def canFetchMore(self, parent: AnyIndex) -> bool:
        return not parent.isValid() and not self._asked and len(self._ids) >= self._limit

    def fetchMore(self, parent: AnyIndex) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit(self._limit * GROWTH)
