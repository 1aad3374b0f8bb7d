"""By which other ids a product may be known: SKUs and bar codes in a catalogue, names of variants in orders."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.ingest.cleaning.caching import CellCache
from recsys_desktop.ingest.cleaning.ids import clean_id, id_from_title, is_rounded
from recsys_desktop.ingest.cleaning.plain_text import plain_text
from recsys_desktop.ingest.columns.layout import Layout

#: What stands between a product's name and the options of the variant that was bought, and between the options.
_OPTIONS = re.compile(r"\s[-–—|]\s")
_NEXT_OPTION = re.compile(r"\s/\s|,\s|，|\s[-–—|]\s")
_BRACKETS = re.compile(r"\s*[(（\[【][^()（）\[\]【】]*[)）\]】]\s*$")
#: So many names are tried beside a line's own; a longer list would reach names that mean something else.
_MOST = 6


class NameReader:
    """Reads the further ids that stand in the rows of one catalogue."""

    def __init__(self, layout: Layout) -> None:
        self._columns = layout.names
        self._between = layout.platform.names_between if layout.platform else ""
        self._ids = CellCache(clean_id)

    def of_rows(self, columns: Sequence[Sequence[str]]) -> list[tuple[str, ...]] | None:
        """Return the further ids of some rows, each once; None where the file has no such columns."""
        if not self._columns:
            return None
        cells = zip(*(columns[index] for index in self._columns), strict=True)
        return [tuple(dict.fromkeys(name for cell in row for name in self._names(cell))) for row in cells]

    def _names(self, cell: str) -> list[str]:
        parts = cell.split(self._between) if self._between else [cell]
        return [name for part in parts if (name := self._ids[part]) and not is_rounded(name)]


class AlternativeIds:
    """Tells, once for each product id of order lines, which ids to try where no product goes by it."""

    def __init__(self) -> None:
        self._told: set[str] = set()

    def of_lines(
        self, items: Sequence[str], further: Sequence[Sequence[str]], titles: Sequence[str] | None
    ) -> list[tuple[ItemId, tuple[str, ...]]]:
        """Return (id, other ids, best first) for the ids not told before; ``further`` holds columns of other ids of the lines."""
        new = set(items) - self._told
        if not new or (titles is None and not further):
            return []
        self._told |= new
        lines = dict(zip(items, zip(titles if titles is not None else [""] * len(items), *further, strict=True), strict=True))
        found = []
        for item, (title, *ids) in lines.items():
            if item in new and (others := tuple(name for name in (*ids, *title_ids(title)) if name and name != item)):
                found.append((ItemId(item), tuple(dict.fromkeys(others))))
        return found


def title_ids(title: str) -> list[str]:
    """Return the ids made from a line's title, from all of it to the product's name without the bought variant's options.

    >>> title_ids("Mug - Blue / Large"), title_ids("Pen (black)"), title_ids("Rice, brown")
    (['mug-blue-large', 'mug-blue', 'mug'], ['pen-black', 'pen'], ['rice-brown'])
    """
    text = plain_text(title)
    names = [text]
    bare = _BRACKETS.sub("", text)
    if bare and bare != text:
        names.append(bare)
    while (first := _OPTIONS.search(bare)) is not None and first.start() > 0:
        cut = [found.start() for found in _NEXT_OPTION.finditer(bare, first.start())]
        bare = bare[: cut[-1]]
        names.append(bare)
    return [name for name in dict.fromkeys(map(id_from_title, names)) if name][:_MOST]
