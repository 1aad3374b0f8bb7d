"""Reads delimited text: blocks of rows with their physical line numbers, damage mended or reported where it starts."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from recsys_desktop.ingest.files.opening import open_source
from recsys_desktop.ingest.readers.lines import LONGEST_LINE, line_blocks
from recsys_desktop.ingest.readers.records import RecordSplitter
from recsys_desktop.ingest.readers.sorting_out import RowSorter, joined
from recsys_desktop.ingest.rows import RowBlock
from recsys_desktop.ingest.text_format import TextFormat

csv.field_size_limit(2 * LONGEST_LINE)  # Python's own limit of 131,072 would refuse a long description as an error


def read_blocks(path: Path, text_format: TextFormat, header: Sequence[str]) -> Iterator[RowBlock]:
    """Yield the rows below the header line; every yielded row is as wide as the header.

    Raises RecsysError when the file cannot be opened or read.
    """
    splitter, sorter = RecordSplitter(text_format, header), RowSorter(text_format, len(header))
    last = RowBlock()  # held back, since only the file's end tells what is a footer
    with open_source(path) as source:
        waiting: list[str] = []
        line, first = 1, text_format.header_line + text_format.header_height + 1
        for lines in line_blocks(source, text_format.encoding):
            skipped = min(len(lines), max(0, first - line)) if not waiting else 0
            if skipped and text_format.header_height:
                sorter.see_header(lines[max(0, text_format.header_line + 1 - line) : skipped])
            line += skipped
            waiting += lines[skipped:] if skipped else lines
            block = RowBlock(bytes_done=source.position())
            used = splitter.split(waiting, line, final=False, block=block)
            for piece in sorter.sorted_out(block, waiting, line):
                if len(last) or last.bad or last.skipped:
                    yield last
                last = piece
            waiting, line = waiting[used:], line + used
        block = RowBlock(bytes_done=source.size)
        splitter.split(waiting, line, final=True, block=block)
        for piece in sorter.sorted_out(block, waiting, line):
            last = joined(last, piece)
        yield sorter.without_footer(last)
