"""Reads delimited text: blocks of rows with their physical line numbers, damage reported where it starts."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from recsys_desktop.domain.texts import message
from recsys_desktop.ingest.opening import open_source
from recsys_desktop.ingest.readers.lines import LONGEST_LINE, line_blocks
from recsys_desktop.ingest.readers.records import RecordSplitter
from recsys_desktop.ingest.rows import BadRow, RowBlock
from recsys_desktop.ingest.text_format import TextFormat

csv.field_size_limit(2 * LONGEST_LINE)  # Python's own limit of 131,072 would refuse a long description as an error


def read_blocks(path: Path, text_format: TextFormat, header: Sequence[str]) -> Iterator[RowBlock]:
    """Yield the rows below the header line; every yielded row is as wide as the header.

    Raises RecsysError when the file cannot be opened or read.
    """
    splitter = RecordSplitter(text_format, header)
    width = len(header)
    with open_source(path) as source:
        waiting: list[str] = []
        line, first = 1, text_format.header_line + text_format.header_height + 1
        for lines in line_blocks(source, text_format.encoding):
            skipped = min(len(lines), max(0, first - line)) if not waiting else 0
            line += skipped
            waiting += lines[skipped:] if skipped else lines
            block = RowBlock(bytes_done=source.position())
            used = splitter.split(waiting, line, final=False, block=block)
            waiting, line = waiting[used:], line + used
            yield _checked(block, width)
        block = RowBlock(bytes_done=source.size)
        splitter.split(waiting, line, final=True, block=block)
        yield _checked(block, width)


def _checked(block: RowBlock, width: int) -> RowBlock:
    """Return the block with blank rows dropped and rows of another width, or with broken letters, moved to the bad ones."""
    if not all(block.rows) or {len(row) for row in block.rows} - {width} or _has_surrogates(block.rows):
        kept = RowBlock(bad=block.bad, bytes_done=block.bytes_done)
        for line, row in zip(block.lines, block.rows, strict=True):
            _sort_out(line, row, width, kept)
        return kept
    return block


def _has_surrogates(rows: list[list[str]]) -> bool:
    """Return whether some cell holds bytes that could not be decoded."""
    text = "".join(["".join(row) for row in rows])
    if text.isascii():
        return False
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _sort_out(line: int, row: list[str], width: int, kept: RowBlock) -> None:
    """Put one row where it belongs: dropped if blank, trimmed or filled where only empty cells differ, else bad."""
    if not any(cell and not cell.isspace() for cell in row):
        return
    if len(row) > width and not any(cell.strip() for cell in row[width:]):
        row = row[:width]
    if len(row) != width:
        reason = message("import", "Cells in the row: {found}; in the header: {width}.").fill(found=len(row), width=width)
        kept.bad.append(BadRow(line, "", reason, tuple(_shown(cell) for cell in row)))
    elif _has_surrogates([row]):
        reason = message("import", "The row holds bytes that are no letters in the file's encoding.")
        kept.bad.append(BadRow(line, "", reason, tuple(_shown(cell) for cell in row)))
    else:
        kept.rows.append(row)
        kept.lines.append(line)


def _shown(cell: str) -> str:
    """Return the cell with undecodable bytes as replacement characters."""
    return cell.encode("utf-8", "replace").decode("utf-8") if not cell.isascii() else cell
