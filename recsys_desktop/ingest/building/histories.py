"""Rows that name a customer's earlier items in lists before the item of the row itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recsys_desktop.ingest.cleaning.list_cells import listed
from recsys_desktop.ingest.columns.layout import Layout
from recsys_desktop.ingest.rows import RowBlock

_SINGLE = re.compile(r"\[\s*(\w[\w.\-]*)\s*\]")


class Histories:
    """Makes a row of every earlier item, oldest first, where a platform lists them in the row of a later one."""

    def __init__(self, layout: Layout) -> None:
        pairs = layout.platform.histories.items() if layout.platform else ()
        found = [(layout.numbers_of((item,)), layout.numbers_of((earlier,))) for item, earlier in pairs]
        self._lists = {items[0]: earlier[0] for items, earlier in found if items and earlier}

    def spread(self, block: RowBlock) -> RowBlock:
        """Return the block with a row, on the same line, for each earlier item before the row of the item itself."""
        if not self._lists:
            return block
        lines: list[int] = []
        rows: list[list[str]] = []
        for line, row in zip(block.lines, block.rows, strict=True):
            events = [*self._earlier(row), list(row)]
            rows += events
            lines += [line] * len(events)
        return block.with_rows(lines, rows)

    def _earlier(self, row: Sequence[str]) -> list[list[str]]:
        """Return a row for each earlier item; a list as long as no other is of no use and left out."""
        lists = {item: _entries(row[earlier]) for item, earlier in self._lists.items()}
        count = len(next(iter(lists.values())))
        events = []
        for position in range(count):
            event = list(row)
            for item, elements in lists.items():
                event[item] = elements[position] if len(elements) == count else ""
            events.append(event)
        return events


def _entries(cell: str) -> list[str]:
    """Return the entries of a list; in a column of lists "[168]" is one too."""
    entries = listed(cell)
    if entries is not None:
        return entries
    single = _SINGLE.fullmatch(cell.strip())
    return [single[1]] if single else []
