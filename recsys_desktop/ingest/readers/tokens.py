"""One line split into cells by hand, where Python's reader gives up or would guess: each cell with whether it was quoted."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple


class Token(NamedTuple):
    """A cell's text and whether it stood in quotation marks."""

    text: str
    quoted: bool


class Tokenizer:
    """Splits lines at a delimiter (of any length) outside quotation marks; ``quote`` "" for none."""

    def __init__(self, delimiter: str, quote: str, escape: str = "", *, skip_blanks: bool = False) -> None:
        self._delimiter = delimiter
        self._quote = quote
        self._escape = escape
        self._skip_blanks = skip_blanks

    def tokens(self, line: str, *, literal: int = -1, cuts: Collection[int] = ()) -> list[Token] | None:
        """Return the cells of a line without its end, None where a quotation mark is not closed or stands where none can.

        The quotation mark at index ``literal`` is a letter like any other. At the indexes ``cuts`` a cell begins although no
        delimiter stands before it.
        """
        found: list[Token] = []
        position = 0
        while True:
            position = self._start(line, position)
            if self._quote and line.startswith(self._quote, position) and position != literal:
                end, text = self._quoted(line, position, cuts)
                if end < 0:
                    return None
                found.append(Token(text, True))
            else:
                end = self._bare_end(line, position, cuts)
                found.append(Token(line[position:end], False))
            if end in cuts:
                position = end
            elif end >= len(line):
                return found
            else:
                position = end + len(self._delimiter)

    def openings(self, line: str) -> list[int]:
        """Return where cells seem to begin with a quotation mark."""
        starts = [0, *(index + len(self._delimiter) for index in _places(line, self._delimiter))]
        return [start for start in (self._start(line, index) for index in starts) if line.startswith(self._quote, start)]

    def _start(self, line: str, position: int) -> int:
        if self._skip_blanks:
            while line.startswith(" ", position):
                position += 1
        return position

    def _bare_end(self, line: str, position: int, cuts: Collection[int]) -> int:
        end = line.find(self._delimiter, position)
        ends = [end if end >= 0 else len(line), *(cut for cut in cuts if cut > position)]
        return min(ends)

    def _quoted(self, line: str, position: int, cuts: Collection[int]) -> tuple[int, str]:
        """Return where the delimiter behind a quoted cell (or the end, or a cut) is, -1 where there is none, and its text."""
        parts: list[str] = []
        start = index = position + 1
        while True:
            mark = line.find(self._quote, index)
            escape = line.find(self._escape, index, mark if mark >= 0 else len(line)) if self._escape else -1
            if 0 <= escape < len(line) - 1:
                parts.append(line[start:escape] + line[escape + 1])
                start = index = escape + 2
            elif mark < 0:
                return -1, ""
            elif line.startswith(self._quote, mark + 1) and mark + 1 not in cuts:
                parts.append(line[start : mark + 1])
                start = index = mark + 2
            else:
                parts.append(line[start:mark])
                return self._behind(line, mark + 1, cuts), "".join(parts)

    def _behind(self, line: str, end: int, cuts: Collection[int]) -> int:
        """Return where the delimiter behind a closing quotation mark is, perhaps behind padding; -1 where there is none."""
        if end in cuts:
            return end
        while line[end : end + 1] in (" ", "\t") and end < len(line) and not line.startswith(self._delimiter, end):
            end += 1
        return end if end >= len(line) or line.startswith(self._delimiter, end) else -1


def _places(line: str, text: str) -> list[int]:
    """Return the indexes at which a text stands in a line."""
    found, index = [], line.find(text)
    while index >= 0:
        found.append(index)
        index = line.find(text, index + len(text))
    return found
