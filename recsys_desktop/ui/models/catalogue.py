"""The catalogue as a table that reads one page after the other, so that 100,000 products cost no more than those looked at."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.ui.formats import price, tooltip

PAGE = 200
#: The whole Item of a row, for the delegate that draws its tile and for the detail pane.
ITEM_ROLE = int(Qt.ItemDataRole.UserRole)

AnyIndex = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """Columns from left to right."""

    PICTURE = 0
    PRODUCT = 1
    CATEGORY = 2
    PRICE = 3
    STOCK = 4


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NUMBERS = (Column.PRICE, Column.STOCK)


class CatalogueModel(QAbstractTableModel):
    """Items in the store's order. ``page_wanted()`` asks for the page that follows :attr:`last`."""

    page_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[Item] = []
        self._complete = True
        self._asked = False

    @property
    def last(self) -> tuple[str, ItemId] | None:
        """Title and id of the last item so far: the next page starts after it."""
        return (self._items[-1].title, self._items[-1].item_id) if self._items else None

    def restart(self, page: Sequence[Item]) -> None:
        """Show the first page of a new search."""
        self.beginResetModel()
        self._items = []
        self._add(page)
        self.endResetModel()

    def append(self, page: Sequence[Item]) -> None:
        """Add the next page."""
        start = len(self._items)
        if page:
            self.beginInsertRows(QModelIndex(), start, start + len(page) - 1)
        self._add(page)
        if page:
            self.endInsertRows()

    def _add(self, page: Sequence[Item]) -> None:
        self._items.extend(page)
        self._complete, self._asked = len(page) < PAGE, False

    def item_at(self, index: AnyIndex) -> Item | None:
        """Return the item of a row."""
        return self._items[index.row()] if index.isValid() else None

    def index_of(self, item_id: ItemId) -> QModelIndex:
        """Return the row of an item among those read so far."""
        for row, item in enumerate(self._items):
            if item.item_id == item_id:
                return self.index(row, Column.PRODUCT)
        return QModelIndex()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        # Qt asks for nine roles of every cell at every repaint: leave early for all but these.
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(self._items[index.row()], index.column())
        if role == ITEM_ROLE:
            return self._items[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in _NUMBERS:
            return _RIGHT
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._text(self._items[index.row()], index.column()))
        return None

    def _text(self, item: Item, column: int) -> str:
        if column == Column.PRODUCT:
            return item.title
        if column == Column.CATEGORY:
            return item.category
        if column == Column.PRICE:
            return price(item)
        if column == Column.STOCK and item.stock is not None:
            return str(item.stock)
        return ""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in _NUMBERS else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heading(section)
        return None

    def _heading(self, section: int) -> str:
        headings = {
            Column.PICTURE: "",
            Column.PRODUCT: self.tr("Product"),
            Column.CATEGORY: self.tr("Category"),
            Column.PRICE: self.tr("Price"),
            Column.STOCK: self.tr("In stock"),
        }
        return headings[Column(section)]

    def canFetchMore(self, parent: AnyIndex) -> bool:
        return not parent.isValid() and not self._complete and not self._asked

    def fetchMore(self, parent: AnyIndex) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.page_wanted.emit()
