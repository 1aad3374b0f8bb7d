"""What every reader yields: rows of cells with the line they start on, and the rows that could not be read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from recsys_desktop.domain.texts import Text


@dataclass(frozen=True)
class BadRow:
    """A row that was not imported: its first line in the file (from 1), the column at fault ("": the row), why, its cells."""

    line: int
    column: str
    reason: Text
    cells: tuple[str, ...]


@dataclass
class RowBlock:
    """A few thousand rows of a file: ``lines[i]`` is the physical line (from 1) on which ``rows[i]`` starts.

    ``bad`` holds what could not be split into cells at all; ``skipped`` counts lines that are no rows of the table, by reason;
    ``bytes_done`` counts the file's bytes read so far.
    """

    lines: list[int] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    bad: list[BadRow] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    bytes_done: int = 0
