"""Bad rows as a table that can be mended and imported again: line, column and reason first, then the row as it stood."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from recsys_desktop.domain.texts import Text, message
from recsys_desktop.ingest.rows import BadRow

_TITLES = (message("import", "line"), message("import", "column"), message("import", "reason"))
#: They in every language of the program: a table is mended where another one may be spoken.
_KNOWN_TITLES = (("line", "column", "reason"), ("行号", "列", "原因"))


def bad_rows_table(
    header: Sequence[str], bad_rows: Sequence[BadRow], words: Callable[[Text], str] = str
) -> tuple[list[str], list[list[str | int]]]:
    """Return the header and the rows of the table. ``words`` puts a text into the person's language."""
    titles = [*(words(title) for title in _TITLES), *header]
    rows: list[list[str | int]] = [[row.line, row.column, words(row.reason), *row.cells] for row in bad_rows]
    widest = max((len(row) for row in rows), default=0)
    return titles + [""] * (widest - len(titles)), rows


def own_columns(header: Sequence[str]) -> int:
    """Return how many columns at the start of a table say what was wrong with its rows: none where it is not such a table."""
    return len(_TITLES) if tuple(name.strip().lower() for name in header[: len(_TITLES)]) in _KNOWN_TITLES else 0


def named_width(header: Sequence[str]) -> int:
    """Return the width of a table of bad rows: to its last named column. What a row has beyond that was too much of it."""
    return max((number for number, name in enumerate(header, 1) if name.strip()), default=0)
