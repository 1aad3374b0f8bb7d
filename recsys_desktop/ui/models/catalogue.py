"""The catalogue as a table that knows how many products there are, and reads only those that are looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.ui.formats import price, tooltip

#: Products read at once; a screen holds some twenty.
PAGE = 200
_PAGES_KEPT = 20
#: The whole Item of a row, for the delegate that draws its tile and for the detail pane; None while it is being read.
ITEM_ROLE = int(Qt.ItemDataRole.UserRole)
#: Whether the product is hidden from all lists.
HIDDEN_ROLE = ITEM_ROLE + 1

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
    """Products in the order in which they were found. ``page_wanted(ids)`` asks once for each page that is looked at."""

    page_wanted = Signal(object)  # tuple[ItemId, ...]
    sort_wanted = Signal(int, bool)  # Column, whether the largest comes first

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: Sequence[ItemId] = ()
        self._hidden: Collection[ItemId] = ()
        self._pages: OrderedDict[int, tuple[Item, ...]] = OrderedDict()
        self._asked: set[int] = set()

    @property
    def ids(self) -> Sequence[ItemId]:
        """All products of the table, in its order."""
        return self._ids

    def show(self, ids: Sequence[ItemId], hidden: Collection[ItemId] = ()) -> None:
        """Show these products; those read before are read again when they are looked at."""
        self.beginResetModel()
        self._ids, self._hidden = ids, hidden
        self._pages.clear()
        self._asked.clear()
        self.endResetModel()

    def fill(self, ids: Sequence[ItemId], items: Sequence[Item]) -> None:
        """Take in a page that was asked for; one of a table that is shown no more changes nothing."""
        number = next((page for page in self._asked if self._page_ids(page) == tuple(ids)), None)
        if number is None or len(items) != len(ids):
            return
        self._asked.discard(number)
        self._pages[number] = tuple(items)
        while len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)
        first = number * PAGE
        self.dataChanged.emit(self.index(first, 0), self.index(first + len(ids) - 1, len(Column) - 1))

    def item_at(self, index: AnyIndex) -> Item | None:
        """Return the product of a row, None while it is being read."""
        return self._item(index.row()) if index.isValid() else None

    def id_at(self, index: AnyIndex) -> ItemId | None:
        """Return the id of the product of a row."""
        return self._ids[index.row()] if index.isValid() else None

    def index_of(self, item_id: ItemId) -> QModelIndex:
        """Return the row of a product, an invalid index where it is not in the table."""
        try:
            return self.index(self._ids.index(item_id), Column.PRODUCT)
        except ValueError:
            return QModelIndex()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        # Qt asks for nine roles of every cell at every repaint: leave early for all but these.
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(self._item(index.row()), index.column())
        if role == ITEM_ROLE:
            return self._item(index.row())
        if role == HIDDEN_ROLE:
            return self._ids[index.row()] in self._hidden
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in _NUMBERS:
            return _RIGHT
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tooltip(index)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in _NUMBERS else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heading(section)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order: the rows are sorted where they are read."""
        if column > Column.PICTURE:
            self.sort_wanted.emit(column, order == Qt.SortOrder.DescendingOrder)

    def _item(self, row: int) -> Item | None:
        number = row // PAGE
        page = self._pages.get(number)
        if page is not None:
            return page[row % PAGE]
        if number not in self._asked:
            self._asked.add(number)
            self.page_wanted.emit(self._page_ids(number))
        return None

    def _page_ids(self, number: int) -> tuple[ItemId, ...]:
        return tuple(self._ids[number * PAGE : (number + 1) * PAGE])

    def _text(self, item: Item | None, column: int) -> str:
        if item is None:
            return ""
        if column == Column.PRODUCT:
            return item.title
        if column == Column.CATEGORY:
            return item.category
        if column == Column.PRICE:
            return price(item)
        if column == Column.STOCK and item.stock is not None:
            return str(item.stock)
        return ""

    def _tooltip(self, index: AnyIndex) -> str:
        text = self._text(self._item(index.row()), index.column())
        if index.column() == Column.PRODUCT and self._ids[index.row()] in self._hidden:
            return tooltip(self.tr("{title} (never recommended)").format(title=text))
        return tooltip(text)

    def _heading(self, section: int) -> str:
        headings = {
            Column.PICTURE: "",
            Column.PRODUCT: self.tr("Product"),
            Column.CATEGORY: self.tr("Category"),
            Column.PRICE: self.tr("Price"),
            Column.STOCK: self.tr("In stock"),
        }
        return headings[Column(section)]
