"""One way to read every kind of file: a header with sample rows, then all rows in blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from recsys_desktop.ingest.readers import csv_reader, html_table, json_reader, spreadsheet, xml_reader
from recsys_desktop.ingest.readers.sampling import sample_table
from recsys_desktop.ingest.rows import RowBlock
from recsys_desktop.ingest.text_format import TextFormat
from recsys_desktop.ingest.wishes import NO_WISHES, Wishes


@dataclass(frozen=True)
class Table:
    """A file's header and sample rows as wide as it; ``format`` with the header's place."""

    format: TextFormat
    header: list[str]
    rows: list[list[str]]


def sample(path: Path, text_format: TextFormat, wishes: Wishes = NO_WISHES) -> Table:
    """Return a file's header and sample rows. Raises RecsysError unreadable_file or empty_file."""
    if text_format.kind == "spreadsheet":
        return Table(*spreadsheet.sample(path, text_format, wishes.header_line))
    if text_format.kind == "json":
        return Table(text_format, *json_reader.sample(path, text_format))
    if text_format.kind == "xml":
        return Table(text_format, *xml_reader.sample(path, text_format))
    if text_format.kind == "html":
        return Table(*html_table.sample(path, text_format, wishes.header_line))
    return Table(text_format, *sample_table(path, text_format))


def without_header(table: Table) -> Table:
    """Return the table with the line that was taken for its header as its first row."""
    return Table(replace(table.format, header_height=0), [""] * len(table.header), [table.header, *table.rows])


def blocks(path: Path, text_format: TextFormat, header: Sequence[str]) -> Iterator[RowBlock]:
    """Yield all rows below the header, each as wide as it. Raises RecsysError when the file cannot be opened or read."""
    if text_format.kind == "spreadsheet":
        return spreadsheet.read_blocks(path, text_format, header)
    if text_format.kind == "json":
        return json_reader.read_blocks(path, text_format, header)
    if text_format.kind == "xml":
        return xml_reader.read_blocks(path, text_format, header)
    if text_format.kind == "html":
        return html_table.read_blocks(path, text_format, header)
    return csv_reader.read_blocks(path, text_format, header)
