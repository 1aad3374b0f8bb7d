"""Rows from all over a file, to settle how it writes its values before the first one is imported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from recsys_desktop.ingest.files.opening import sample
from recsys_desktop.ingest.readers.header_place import joined
from recsys_desktop.ingest.readers.lines import split_lines
from recsys_desktop.ingest.readers.records import RecordSplitter
from recsys_desktop.ingest.rows import RowBlock
from recsys_desktop.ingest.text_format import TextFormat


def sample_table(path: Path, text_format: TextFormat) -> tuple[list[str], list[list[str]]]:
    """Return the header's cells and sample rows of the same width: the first ones, then some from all over the file."""
    piece = sample(path)
    lines = split_lines(piece.head.decode(text_format.encoding, "ignore").removeprefix("\ufeff"))
    lines = (lines if piece.complete else lines[:-1])[text_format.header_line :]
    names = _rows(lines[: text_format.header_height], text_format, None)
    header = joined(names)
    rows = _rows(lines[text_format.header_height :], text_format, header)
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    if 2 * sum(len(row) == len(header) for row in filled) < len(filled):
        header = _fitted(header, filled)
        rows = _rows(lines[text_format.header_height :], text_format, header)
    encoding = _without_mark(text_format.encoding, piece.head)
    for data in piece.spread:
        rows += _rows(split_lines(data.decode(encoding, "ignore"))[1:-1], text_format, header)
    return header, [row for row in rows if len(row) == len(header) and any(cell.strip() for cell in row)]


def _rows(lines: list[str], text_format: TextFormat, header: Sequence[str] | None) -> list[list[str]]:
    block = RowBlock()
    RecordSplitter(text_format, header).split(lines, 0, final=True, block=block)
    return block.rows


def _fitted(header: list[str], rows: list[list[str]]) -> list[str]:
    """Return a header as wide as most rows are, where it lacks names at its end or before it, or holds empty cells."""
    width = Counter(map(len, rows)).most_common(1)[0][0]
    counters = [row[0] for row in rows[:3] if len(row) == width]
    counted = counters in (["0", "1", "2"][: len(counters)], ["1", "2", "3"][: len(counters)])
    if header and header[0] and width == len(header) + 1 and counted:
        return ["", *header]
    for index in range(len(header) - 1, -1, -1):
        if len(header) > width and not header[index]:
            header = header[:index] + header[index + 1 :]
    return header + [""] * (width - len(header))


def _without_mark(encoding: str, head: bytes) -> str:
    """Return the encoding of a piece from the middle of a UTF-16 or UTF-32 file, whose byte order mark stands at its head."""
    if encoding in ("utf-16", "utf-32"):
        return encoding + ("-le" if head[0] == 0xFF else "-be")
    return encoding
