"""Rows from all over a file, to settle how it writes its values before the first one is imported."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from recsys_desktop.ingest.dialect import header_index
from recsys_desktop.ingest.opening import sample
from recsys_desktop.ingest.readers import spreadsheet
from recsys_desktop.ingest.readers.lines import split_lines
from recsys_desktop.ingest.readers.records import RecordSplitter
from recsys_desktop.ingest.rows import RowBlock
from recsys_desktop.ingest.text_format import TextFormat

#: Rows a sheet gives to the sample.
_SHEET_ROWS = 2_000


def sample_table(path: Path, text_format: TextFormat) -> tuple[list[str], list[list[str]]]:
    """Return the header's cells and sample rows of the same width: the first ones, then some from all over the file."""
    piece = sample(path)
    first = split_lines(piece.head.decode(text_format.encoding, "ignore").removeprefix("\ufeff"))
    encoding = _without_mark(text_format.encoding, piece.head)
    blocks = [first if piece.complete else first[:-1]]
    blocks += [split_lines(data.decode(encoding, "ignore"))[:-1] for data in piece.spread]
    header, rows = _rows(blocks[0], text_format, None)
    width = len(header)
    for lines in blocks[1:]:
        rows += _rows(lines[1:], text_format, width)[1]
    return header, [row for row in rows if len(row) == width and any(cell.strip() for cell in row)]


def _rows(lines: Sequence[str], text_format: TextFormat, width: int | None) -> tuple[list[str], list[list[str]]]:
    """Split lines; without a given width the header line comes first and gives it."""
    first = text_format.header_line if width is None else 0
    splitter = RecordSplitter(text_format.delimiter, text_format.quote, skip_blanks=text_format.skip_blanks, width=width)
    block = RowBlock()
    if width is None:
        height = text_format.header_height
        splitter.split(list(lines[first : first + height]), 0, final=True, block=block)
        header = [cell.strip() for cell in (block.rows[0] if block.rows else [])]
        splitter.width, block = len(header), RowBlock()
        splitter.split(list(lines[first + height :]), 0, final=True, block=block)
        return header, block.rows
    splitter.split(list(lines), 0, final=True, block=block)
    return [], block.rows


def _without_mark(encoding: str, head: bytes) -> str:
    """Return the encoding of a piece from the middle of a UTF-16 or UTF-32 file, whose byte order mark stands at its head."""
    if encoding in ("utf-16", "utf-32"):
        return encoding + ("-le" if head[0] == 0xFF else "-be")
    return encoding


def sample_sheet(path: Path) -> tuple[int, list[str], list[list[str]]]:
    """Return a workbook's header row number (from 0), the header's cells and sample rows."""
    rows = spreadsheet.first_rows(path, _SHEET_ROWS)
    index = header_index([row for _, row in rows])
    header = [cell.strip() for cell in rows[index][1]]
    while header and not header[-1]:
        header.pop()
    return rows[index][0] - 1, header, [(row + [""] * len(header))[: len(header)] for _, row in rows[index + 1 :]]
