"""Orders that do not stand one item to a line: items listed in one cell, an order's columns written on its first line only."""

from __future__ import annotations

from collections.abc import Sequence

from recsys_desktop.domain.columns import ORDER_ID, QUANTITY
from recsys_desktop.ingest.columns.layout import Layout
from recsys_desktop.ingest.rows import RowBlock


class RowLists:
    """Makes a row of every item where a platform lists several in the cells of one row."""

    def __init__(self, layout: Layout) -> None:
        platform = layout.platform
        self._between = platform.list_between if platform else ""
        fields = [field for field in (platform.listed if platform else ()) if layout.has(field)]
        self._columns = {index: field for field in fields for index in layout.indexes[field]}

    def spread(self, block: RowBlock) -> RowBlock:
        """Return the block with a row, on the same line, for each item. Every item counts as a row from here on."""
        if not self._columns or not any(self._between in row[index] for row in block.rows for index in self._columns):
            return block
        lines: list[int] = []
        rows: list[list[str]] = []
        for line, row in zip(block.lines, block.rows, strict=True):
            items = self._items(row)
            rows += items
            lines += [line] * len(items)
        return block.with_rows(lines, rows)

    def _items(self, row: list[str]) -> list[list[str]]:
        """Return a row for each item. A single id, name or price holds for all; a single quantity is that of all together."""
        lists = {index: [part.strip() for part in row[index].split(self._between)] for index in self._columns}
        lists = {index: parts[:-1] if len(parts) > 1 and not parts[-1] else parts for index, parts in lists.items()}
        count = max(map(len, lists.values()))
        if count == 1:
            return [row]
        items = []
        for position in range(count):
            item = list(row)
            for index, parts in lists.items():
                item[index] = self._part(index, parts, position)
            items.append(item)
        return items

    def _part(self, index: int, parts: Sequence[str], position: int) -> str:
        if len(parts) == 1 and self._columns[index] != QUANTITY:
            return parts[0]
        return parts[position] if len(parts) > 1 and position < len(parts) else ""


class FillDown:
    """Repeats an order's columns on its further lines, where the platform writes them once per order.

    Where the order's own number is among them, a line without one goes on with the order above.
    """

    def __init__(self, layout: Layout) -> None:
        names = layout.platform.filled_down if layout.platform and layout.has(ORDER_ID) else ()
        self._layout = layout
        self._columns = layout.numbers_of(names)
        self._goes_on = bool(set(self._columns) & set(layout.indexes.get(ORDER_ID, ())))
        self._last_order = ""
        self._last: dict[int, str] = {}

    def apply(self, columns: list[Sequence[str]]) -> list[Sequence[str]]:
        """Return the columns with the order's cells filled in below its first line."""
        orders = self._layout.column(ORDER_ID, columns)
        if not self._columns or orders is None:
            return columns
        filled = {number: list(columns[number]) for number in self._columns}
        for index, order in enumerate(orders):
            if order == self._last_order or (self._goes_on and not order):
                for number, cells in filled.items():
                    cells[index] = cells[index] or self._last.get(number, "")
            else:
                self._last_order = order
            self._last = {number: cells[index] for number, cells in filled.items()}
        return [filled.get(number, column) for number, column in enumerate(columns)]
