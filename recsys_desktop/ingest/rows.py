"""What every reader yields: rows of cells with the line they start on, and the rows that could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from recsys_desktop.domain.texts import Text


@dataclass(frozen=True)
class BadRow:
    """A row that was not imported: its first line in the file (from 1), the column at fault ("": the row), why, its cells."""

    line: int
    column: str
    reason: Text
    cells: tuple[str, ...]


class RowBlock:
    """A few thousand rows of a file: ``lines[i]`` is the physical line (from 1) on which row i starts.

    The rows lie there row by row or, as plain text is split several times as quickly, column by column until somebody asks for
    ``rows``. ``bad`` holds what could not be split into cells at all; ``skipped`` counts lines that are no rows of the table, by
    reason; ``mended`` counts rows that were damaged and could be put right; ``bytes_done`` counts the file's bytes read so far.
    """

    def __init__(
        self,
        lines: list[int] | None = None,
        rows: list[list[str]] | None = None,
        bad: list[BadRow] | None = None,
        skipped: Counter[str] | None = None,
        bytes_done: int = 0,
    ) -> None:
        self.lines = [] if lines is None else lines
        self.bad = [] if bad is None else bad
        self.skipped: Counter[str] = Counter() if skipped is None else skipped
        self.mended = 0
        self.bytes_done = bytes_done
        self._rows = [] if rows is None else rows
        self._columns: list[list[str]] | None = None

    def __len__(self) -> int:
        return len(self.lines)

    @property
    def rows(self) -> list[list[str]]:
        """The rows, which may be changed."""
        if self._columns is not None:
            self._rows, self._columns = list(map(list, zip(*self._columns, strict=True))), None
        return self._rows

    @rows.setter
    def rows(self, rows: list[list[str]]) -> None:
        self._rows, self._columns = rows, None

    @property
    def width(self) -> int | None:
        """The width of all rows, where the block lies there column by column; else None: they may differ."""
        return None if self._columns is None else len(self._columns)

    def columns(self) -> list[Sequence[str]]:
        """Return the rows, all equally wide, column by column."""
        return list(self._columns if self._columns is not None else zip(*self._rows, strict=True))

    def hold(self, lines: Sequence[int], columns: list[list[str]]) -> None:
        """Let a block without rows hold those given column by column."""
        self.lines.extend(lines)
        self._columns = columns

    def with_rows(self, lines: list[int], rows: list[list[str]]) -> RowBlock:
        """Return the block with other rows."""
        block = RowBlock(lines, rows, self.bad, self.skipped, self.bytes_done)
        block.mended = self.mended
        return block
