"""Split rows to rows of the table: blank ones dropped, damaged ones mended or reported, what belongs elsewhere left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import repeat
from operator import itemgetter
from typing import NamedTuple

from recsys_desktop.domain.texts import message
from recsys_desktop.ingest.readers.column_forms import FEWEST_ROWS, MOST_ROWS, learn
from recsys_desktop.ingest.readers.footers import MOST_LINES, is_footer
from recsys_desktop.ingest.readers.mending import Mender
from recsys_desktop.ingest.readers.records import RecordSplitter
from recsys_desktop.ingest.readers.tokens import Token, Tokenizer
from recsys_desktop.ingest.rows import BadRow, RowBlock
from recsys_desktop.ingest.synonyms import normalised
from recsys_desktop.ingest.text_format import TextFormat

#: Why lines are no rows of the table; the keys of RowBlock.skipped.
HEADER, FOOTER, OTHER_TABLE = "header", "footer", "other_table"
#: Records sorted out at a time, so that a cancel is heard soon.
_PIECE = 1_000
_WIDTH = message("import", "Cells in the row: {found}; in the header: {width}.")
_BROKEN = message("import", "The row holds bytes that are no letters in the file's encoding.")
_NUMBER = re.compile(r"[\W\d_]*\d[\W\d_]*")


class _Line(NamedTuple):
    """One record of a block: its first line, its cells, its text where that is one line, what the splitter made of it."""

    number: int
    row: list[str]
    text: str | None
    bad: BadRow | None
    doubtful: bool


class RowSorter:
    """Sorts out the blocks of one file, in order."""

    def __init__(self, text_format: TextFormat, width: int) -> None:
        self._format = text_format
        self._width = width
        self._headers: list[list[str]] = []
        self._first: list[str] | None = None
        self._teachers: list[list[Token]] = []
        self._mender = Mender(text_format, ())
        self._after_header = self._elsewhere = self._after_blank = False
        quote, delimiter = re.escape(text_format.quote), re.escape(text_format.delimiter[:1])
        # a quotation mark between two letters is no damage by itself, but it may hide a missing delimiter
        beside = rf"[^\s{delimiter}{quote}]"  # the pattern begins with the mark itself, which is found quickly
        self._odd = (
            re.compile(rf"{quote}(?={beside})(?<={beside}{quote})") if text_format.quote and not text_format.escape else None
        )

    def see_header(self, lines: list[str]) -> None:
        """Take note of the header's own lines, by which it is known when it comes again."""
        block = RowBlock()
        RecordSplitter(self._format).split(lines, 0, final=True, block=block)
        self._headers += map(_stripped, block.rows)

    def sorted_out(self, block: RowBlock, lines: list[str], first_line: int) -> Iterator[RowBlock]:
        """Yield the block with every row as wide as the header, in pieces where much is to be mended.

        ``lines[0]`` is line ``first_line`` of the file.
        """
        text = "".join(lines)
        odd = self._odd_lines(text, lines)
        if self._in_order(block, odd) and not _has_surrogates(text):
            if self._first is None and len(block):
                self._first = [cells[0] for cells in block.columns()]
            yield block
            return
        records = self._records(block, lines, first_line, odd)
        self._learn(records)
        kept = RowBlock(skipped=block.skipped, bytes_done=block.bytes_done)
        for index, record in enumerate(records, 1):
            following = records[index].row if index < len(records) else None
            self._sort(record, following, kept)
            if index % _PIECE == 0:
                yield kept
                kept = RowBlock(bytes_done=block.bytes_done)
        yield kept

    def without_footer(self, block: RowBlock) -> RowBlock:
        """Return the file's last rows, the lines below the table counted and not read."""
        if not self._mender.knows:  # nothing was damaged so far
            rows = [[Token(cell, True) for cell in row] for row in block.rows[:MOST_ROWS] if self._teaches(row)]
            self._mender = Mender(self._format, learn(rows))
        for _ in range(MOST_LINES):
            row_line = block.lines[-1] if block.lines else 0
            bad_line = block.bad[-1].line if block.bad else 0
            if max(row_line, bad_line) == 0:
                break
            cells = block.rows[-1] if row_line > bad_line else block.bad[-1].cells
            if not is_footer(cells, self._width, fits=self._fits_so_far(cells), remark=self._mender.is_remark(cells)):
                break
            block.skipped[FOOTER] += 1
            if row_line > bad_line:
                block.rows.pop()
                block.lines.pop()
            else:
                block.bad.pop()
        return block

    def _in_order(self, block: RowBlock, odd: set[int]) -> bool:
        """Return whether nothing in a block wants a closer look; the usual case, which must be quick."""
        if odd or block.bad or self._after_header or self._elsewhere:
            return False
        if block.width is None and (not all(block.rows) or set(map(len, block.rows)) - {self._width}):
            return False
        if not self._headers or not len(block):
            return True
        first = list(map(itemgetter(0), block.rows)) if block.width is None else block.columns()[0]
        return not any(names[0] in first for names in self._headers)

    def _odd_lines(self, text: str, lines: list[str]) -> set[int]:
        """Return the indexes of lines with a quotation mark where none should be."""
        if self._odd is None or self._format.quote not in text or self._odd.search(text) is None:
            return set()
        return {index for index, line in enumerate(lines) if self._odd.search(line)}

    def _records(self, block: RowBlock, lines: list[str], first_line: int, odd: set[int]) -> list[_Line]:
        """Return a block's records in the order of their lines."""
        found: list[tuple[int, list[str], BadRow | None]] = list(zip(block.lines, block.rows, repeat(None)))
        found += [(bad.line, list(bad.cells), bad) for bad in block.bad]
        found.sort(key=itemgetter(0))
        ends = [*(line for line, _, _ in found[1:]), first_line + len(lines)]
        records = []
        for (line, row, bad), end in zip(found, ends, strict=False):
            index = line - first_line
            text = lines[index] if end - line == 1 or bad is not None else None
            records.append(_Line(line, row, text, bad, index in odd))
        return records

    def _learn(self, records: list[_Line]) -> None:
        """Learn the columns' forms from the rows in order, again while they are few."""
        if len(self._teachers) >= MOST_ROWS:
            return
        splitter = Tokenizer(self._format.delimiter, self._format.quote, self._format.escape, skip_blanks=self._format.skip_blanks)
        for record in records:
            if record.bad is not None or record.doubtful or record.text is None or not self._teaches(record.row):
                continue
            tokens = splitter.tokens(record.text.rstrip("\r\n"))
            if tokens is not None and len(tokens) == self._width and _stripped(record.row) not in self._headers:
                self._teachers.append(tokens)
            if len(self._teachers) >= MOST_ROWS:
                break
        if len(self._teachers) >= FEWEST_ROWS:
            self._mender = Mender(self._format, learn(self._teachers))

    def _teaches(self, row: Sequence[str]) -> bool:
        """Return whether a row may tell what columns look like: remarks above and below a table stand in few cells."""
        return len(row) == self._width and sum(1 for cell in row if cell) > (self._width // 3 if self._width > 2 else 0)

    def _sort(self, record: _Line, following: Sequence[str] | None, kept: RowBlock) -> None:
        """Put one record where it belongs."""
        if not any(cell and not cell.isspace() for cell in record.row):
            self._after_blank = True
            return
        after_blank, self._after_blank = self._after_blank, False
        if _stripped(record.row) in self._headers:
            self._elsewhere, self._after_header = False, True
            kept.skipped[HEADER] += 1
        elif self._belongs_elsewhere(record, following, after_blank):
            self._elsewhere = True
            kept.skipped[OTHER_TABLE] += 1
        else:
            self._after_header = False
            self._keep(record, kept)

    def _belongs_elsewhere(self, record: _Line, following: Sequence[str] | None, after_blank: bool) -> bool:
        """Return whether a record is of another table, of the same one written once more, or the header of such a one."""
        if self._elsewhere or (self._after_header and record.row == self._first):
            return True
        row = _stripped(record.row)
        if len(row) == self._width or record.bad is not None or len(set(row)) < len(row) or any(map(_NUMBER.fullmatch, row)):
            return False
        names = {normalised(name) for header in self._headers for name in header}
        if len(row) > 1 and 2 * sum(normalised(cell) in names for cell in row) > len(row):
            return True
        return after_blank and len(row) > 1 and following is not None and len(following) == len(row) and all(row)

    def _keep(self, record: _Line, kept: RowBlock) -> None:
        """Add a record's row, mended where it must be and can be, or report it."""
        row: list[str] | None = record.row
        sound = record.bad is None and len(record.row) == self._width
        if record.text is not None and (not sound or record.doubtful) and not (sound and self._mender.fits(record.text)):
            mended = self._mender.mend(record.text)
            kept.mended += mended is not None and mended != row
            row = mended if mended is not None else row if sound else None
        elif not sound:
            row = None
        if row is None:
            row = self._trimmed(record)
        if row is None:
            bad = record.bad or BadRow(record.number, "", _WIDTH.fill(found=len(record.row), width=self._width), _shown(record.row))
            kept.bad.append(bad)
        elif _has_surrogates("".join(row)):
            kept.bad.append(BadRow(record.number, "", _BROKEN, _shown(row)))
        else:
            if self._first is None:
                self._first = row
            kept.rows.append(row)
            kept.lines.append(record.number)

    def _trimmed(self, record: _Line) -> list[str] | None:
        """Return the row without empty cells beyond the last column, unless the columns show that it is shifted."""
        row = record.row
        if record.bad is not None or len(row) <= self._width or any(cell.strip() for cell in row[self._width :]):
            return None
        trimmed = row[: self._width]
        return trimmed if not self._mender.knows or self._mender.row_fits(trimmed) else None

    def _fits_so_far(self, cells: Sequence[str]) -> bool | None:
        """Return whether cells fit the columns from the first on, None where those are not known."""
        return self._mender.begins(cells) if self._mender.knows else None


def joined(block: RowBlock, following: RowBlock) -> RowBlock:
    """Return two blocks as one."""
    both = RowBlock(
        block.lines + following.lines,
        block.rows + following.rows,
        block.bad + following.bad,
        block.skipped + following.skipped,
        following.bytes_done,
    )
    both.mended = block.mended + following.mended
    return both


def _stripped(row: Sequence[str]) -> list[str]:
    return [cell.strip() for cell in row]


def _has_surrogates(text: str) -> bool:
    """Return whether a text holds bytes that could not be decoded."""
    if text.isascii():
        return False
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _shown(row: Sequence[str]) -> tuple[str, ...]:
    """Return the cells with undecodable bytes as replacement characters."""
    return tuple(cell if cell.isascii() else cell.encode("utf-8", "replace").decode("utf-8") for cell in row)
