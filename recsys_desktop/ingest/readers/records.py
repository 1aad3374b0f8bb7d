"""Lines to rows, with damage confined to the line where it starts.

Python's csv module swallows the rest of a file after one unclosed quote, silently. Here it runs strictly over blocks of
lines; where it objects, the record at fault is mended on its own or reported, and reading goes on with the next line.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, repeat
from typing import TYPE_CHECKING, Literal

from recsys_desktop.domain.texts import Text, message
from recsys_desktop.ingest.readers.tokens import Tokenizer
from recsys_desktop.ingest.rows import BadRow, RowBlock
from recsys_desktop.ingest.text_format import TextFormat

if TYPE_CHECKING:
    import _csv

#: A cell longer than this many lines or characters is an unclosed quote, not a description.
MOST_LINES = 1_000
MOST_CHARACTERS = 1_000_000
#: A record with stray quotes is mended over at most so many lines.
_MOST_MENDED = 100
#: So many lines are added in vain to records with stray quotes before a file is read line by line.
_PATIENCE = 2_000

#: How quotes within a quoted cell may be written: doubled as they should be, in pairs ("the "best" lamp"), or bare (a 24"" screen).
Habit = Literal["doubled", "paired", "bare"]
_HABITS: tuple[Habit, ...] = ("doubled", "paired", "bare")

_UNCLOSED = message("import", "A quotation mark opened in this row is never closed.")
_MISPLACED = message("import", "A quotation mark stands where none can be read.")


class RecordSplitter:
    """Splits blocks of lines into rows. ``header`` are the names of a row's cells, None where they are not known yet."""

    def __init__(self, text_format: TextFormat, header: Sequence[str] | None = None) -> None:
        self._header = header
        self._patience = _PATIENCE
        self._width = len(header) if header is not None else None
        self._delimiter = text_format.delimiter
        self._quote = text_format.quote
        self._escape = text_format.escape
        self._skip_blanks = text_format.skip_blanks
        self._tokenizer = Tokenizer(self._delimiter, self._quote, self._escape, skip_blanks=self._skip_blanks)
        #: What follows a closing quote: the delimiter or the end, perhaps behind padding.
        self._after_quote = re.compile(rf"[ \t]*(?:{re.escape(self._delimiter)}|$)")

    def split(self, lines: list[str], first_line: int, *, final: bool, block: RowBlock) -> int:
        """Add the rows of ``lines`` to ``block`` and return how many lines were used up.

        ``first_line`` is the number of ``lines[0]`` in the file. Unless ``final``, a record that is still open at the end is
        left for the next call.
        """
        if len(self._delimiter) > 1:
            return self._split_by_hand(lines, first_line, block, final=final)
        if not self._quote or self._quote not in "".join(lines):
            if self._hold_columns(lines, first_line, block):
                return len(lines)
            block.rows.extend(self._unquoted(lines))
            block.lines.extend(range(first_line, first_line + len(lines)))
            return len(lines)
        position = 0
        while position < len(lines):
            position, open_record = self._run(lines, position, first_line, block)
            if position == len(lines):
                break
            if open_record and not final and not _too_long(lines, position):
                return position
            position += self._mend(lines, position, first_line, block)
        return position

    def _hold_columns(self, lines: list[str], first_line: int, block: RowBlock) -> bool:
        """Give the block the rows of plain lines that are as wide as the header, column by column; return whether they are."""
        width = self._width or 0
        if width < 2 or self._skip_blanks or self._escape or len(block) or not lines:
            return False
        if set(map(str.count, lines, repeat(self._delimiter))) != {width - 1}:
            return False
        text = "".join(lines).replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
        cells = text.replace("\n", self._delimiter).split(self._delimiter)
        block.hold(range(first_line, first_line + len(lines)), [cells[number::width] for number in range(width)])
        return True

    def _unquoted(self, lines: list[str]) -> Iterable[list[str]]:
        """Return the rows of lines without a quotation mark."""
        if self._skip_blanks or self._escape:
            return self._reader(iter(lines))
        delimiter = self._delimiter  # splitting is twice as quick as the csv module
        return [line.split(delimiter) if line else [] for line in [line.rstrip("\r\n") for line in lines]]

    def _split_by_hand(self, lines: list[str], first_line: int, block: RowBlock, *, final: bool) -> int:
        """Add the rows of lines whose delimiter is too long for Python's reader; return how many lines were used up."""
        position = 0
        while position < len(lines):
            line = lines[position].rstrip("\r\n")
            used = 1
            row: Sequence[str] | None = line.split(self._delimiter)
            if self._quote and self._quote in line:
                row, used = self._tokens(lines, position)
                if row is None and not final and len(lines) - position < _MOST_MENDED:
                    break
            if row is None:
                cells = tuple(line.split(self._delimiter))
                block.bad.append(BadRow(first_line + position, self._column_at_fault(cells), _UNCLOSED, cells))
            else:
                block.rows.append(list(row))
                block.lines.append(first_line + position)
            position += used
        return position

    def _tokens(self, lines: list[str], position: int) -> tuple[list[str] | None, int]:
        """Return the cells of the record at ``position`` and its lines; None and 1 where a quotation mark is never closed."""
        text = ""
        for count, line in enumerate(islice(lines, position, position + _MOST_MENDED), 1):
            text += line
            tokens = self._tokenizer.tokens(text.rstrip("\r\n"))
            if tokens is not None:
                return [token.text for token in tokens], count
        return None, 1

    def _reader(self, lines: Iterator[str]) -> _csv.Reader:
        """Return a strict csv reader over lines."""
        return csv.reader(
            lines,
            delimiter=self._delimiter,
            quotechar=self._quote or None,
            quoting=csv.QUOTE_MINIMAL if self._quote else csv.QUOTE_NONE,
            strict=True,
            skipinitialspace=self._skip_blanks,
            escapechar=self._escape or None,
        )

    def _run(self, lines: list[str], position: int, first_line: int, block: RowBlock) -> tuple[int, bool]:
        """Read rows until damage or the end; return the line index reached and whether a record was open at the end."""
        reader = self._reader(islice(lines, position, None))
        rows, numbers, width = block.rows, block.lines, self._width
        start = 0
        try:
            for row in reader:
                end = reader.line_num
                if end - start > 1 and width is not None and len(row) != width:
                    return position + start, False
                rows.append(row)
                numbers.append(first_line + position + start)
                start = end
        except csv.Error as error:
            return position + start, "end of data" in str(error)
        return len(lines), False

    def _mend(self, lines: list[str], position: int, first_line: int, block: RowBlock) -> int:
        """Read the damaged record at ``position`` leniently or report it; return how many lines that settles."""
        closed = False
        for habit in _HABITS:
            row, ends = self._lenient(lines[position], habit)
            if ends and (self._width is None or len(row) == self._width):
                block.rows.append(row)
                block.lines.append(first_line + position)
                return 1
            closed = closed or (ends and habit == "doubled")
        if not closed:
            used = self._lenient_lines(lines, position, first_line, block)
            if used:
                return used
        cells = tuple(lines[position].rstrip("\r\n").split(self._delimiter))
        reason: Text = _MISPLACED if closed else _UNCLOSED
        block.bad.append(BadRow(first_line + position, self._column_at_fault(cells), reason, cells))
        return 1

    def _lenient_lines(self, lines: list[str], position: int, first_line: int, block: RowBlock) -> int:
        """Read a record over several lines whose inner quotes are not doubled; return the lines used, 0 where that fails."""
        if self._width is None:
            return 0
        text = lines[position]
        for count, line in enumerate(islice(lines, position + 1, position + _MOST_MENDED), 2):
            self._patience -= 1
            if self._patience < 0:
                return 0
            alone, closed = self._lenient(line)
            if closed and len(alone) == self._width:
                return 0  # a whole row begins here: the record before it was never closed
            text += line
            row, closed = self._lenient(text)
            if closed:
                if len(row) != self._width:
                    return 0
                block.rows.append(row)
                block.lines.append(first_line + position)
                self._patience += _PATIENCE // 10
                return count
        return 0

    def _lenient(self, text: str, habit: Habit = "doubled") -> tuple[list[str], bool]:
        """Split one record where a quote only opens at the start of a cell and only closes before a delimiter or the end.

        Returns the cells and whether the last quote was closed.
        """
        text = text.rstrip("\r\n")
        cells: list[str] = []
        while True:
            if text.startswith(self._quote):
                end = self._closing(text, habit)
                if end < 0:
                    return [*cells, text[1:]], False
                cells.append(text[1:end].replace(self._quote * 2, self._quote))
                after = self._after_quote.match(text, end + 1)
                if after is None or not after[0].endswith(self._delimiter):
                    return cells, True
                text = text[after.end() :]
            else:
                cell, found, text = text.partition(self._delimiter)
                cells.append(cell)
                if not found:
                    return cells, True

    def _closing(self, text: str, habit: Habit) -> int:
        """Return the index of the quote that closes the one at 0, -1 where there is none."""
        end, within = 0, False
        while True:
            end = text.find(self._quote, end + 1)
            if end < 0:
                return -1
            if within:
                within = False
            elif self._after_quote.match(text, end + 1) and (habit == "bare" or not self._is_doubled(text, end)):
                return end
            else:
                within = habit == "paired"

    def _is_doubled(self, text: str, end: int) -> bool:
        """Return whether the quote at ``end`` is the second of a pair that stands for one quote."""
        before = end
        while before > 1 and text[before - 1] == self._quote:
            before -= 1
        return (end - before) % 2 == 1

    def _column_at_fault(self, cells: tuple[str, ...]) -> str:
        """Return the name of the first cell that opens a quote and does not close it."""
        for name, cell in zip(self._header or (), cells, strict=False):
            if cell.strip().startswith(self._quote) and cell.count(self._quote) % 2:
                return name
        return ""


def _too_long(lines: list[str], position: int) -> bool:
    """Return whether the record open since ``position`` has grown beyond anything a cell holds."""
    if len(lines) - position > MOST_LINES:
        return True
    return sum(map(len, islice(lines, position, None))) > MOST_CHARACTERS
