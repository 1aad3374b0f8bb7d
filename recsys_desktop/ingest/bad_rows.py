"""Bad rows as a table that can be mended and imported again: line, column and reason first, then the row as it stood."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from recsys_desktop.domain.texts import Text, message
from recsys_desktop.ingest.rows import BadRow

_TITLES = (message("import", "line"), message("import", "column"), message("import", "reason"))


def bad_rows_table(
    header: Sequence[str], bad_rows: Sequence[BadRow], words: Callable[[Text], str] = str
) -> tuple[list[str], list[list[str | int]]]:
    """Return the header and the rows of the table. ``words`` puts a text into the person's language."""
    titles = [*(words(title) for title in _TITLES), *header]
    rows: list[list[str | int]] = [[row.line, row.column, words(row.reason), *row.cells] for row in bad_rows]
    widest = max((len(row) for row in rows), default=0)
    return titles + [""] * (widest - len(titles)), rows
