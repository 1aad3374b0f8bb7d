"""Reads the table of a web page: what many a shop's "Excel export" is, whatever its file is called."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html.parser import HTMLParser
from itertools import islice
from pathlib import Path

from recsys_desktop.domain.texts import message
from recsys_desktop.ingest.files.archives import RefusedError
from recsys_desktop.ingest.files.opening import Sample, Source, open_source
from recsys_desktop.ingest.problems import damaged_file, empty_file
from recsys_desktop.ingest.readers import objects
from recsys_desktop.ingest.readers.header_place import header_place, joined
from recsys_desktop.ingest.readers.xml_reader import named_encoding
from recsys_desktop.ingest.rows import RowBlock
from recsys_desktop.ingest.text_format import TextFormat

_BLOCK, _ROWS = 128 * 1024, 2_000
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
#: A cell that says it covers more columns than these is wrong about it, and a longer row is none.
_MOST_SPANNED, _MOST_CELLS = 200, 2_000
#: A tag or a comment longer than this (in characters) is refused, as it is kept in memory until it ends.
_LONGEST = 4 * 1024 * 1024
_ENDLESS = message("import", "a tag or a comment in it does not end")
_CUT_OFF = message("import", "its table ends in line {line} in the middle of a row")


class _Page(HTMLParser):
    """Collects the rows of one table, counted from 0 in the order in which tables begin; -1: of all, with their tables' numbers."""

    def __init__(self, wanted: int = -1) -> None:
        super().__init__()
        self.rows: list[tuple[int, int, list[str]]] = []  # line, table, cells
        self.closed = False
        self._wanted = wanted
        self._table, self._depth = -1, 0
        self._row: list[str] | None = None
        self._cell: list[str] | None = None
        self._line = self._span = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row or a cell; tables within a cell are text of that cell."""
        if tag == "table":
            self._depth += 1
            self._table += self._depth == 1
        elif self._depth != 1 or self._wanted not in (-1, self._table):
            return
        elif tag == "tr":
            self._end_row()
            self._row, self._line = [], self.getpos()[0]
        elif tag in ("td", "th") and self._row is not None:
            self._end_cell()
            span = dict(attrs).get("colspan") or ""
            self._cell, self._span = [], min(int(span), _MOST_SPANNED) if span.isdecimal() and len(span) < 5 else 1
        elif tag in ("br", "p", "div", "li") and self._cell is not None:
            self._cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """End a table, a row or a cell."""
        if tag == "table" and self._depth:
            if self._depth == 1:
                self._end_row()
                self.closed = self.closed or self._wanted == self._table
            self._depth -= 1
        elif self._depth == 1 and tag == "tr":
            self._end_row()
        elif self._depth == 1 and tag in ("td", "th"):
            self._end_cell()

    def handle_data(self, data: str) -> None:
        """Add text to the open cell."""
        if self._cell is not None:
            self._cell.append(data)

    def parse_html_declaration(self, i: int) -> int:
        """Pass over a declaration; the library's own way stops at those it does not understand."""
        try:
            return super().parse_html_declaration(i)
        except AssertionError:
            return self.rawdata.find(">", i) + 1 or -1

    def feed(self, data: str) -> None:
        """Read more of the page. Raises RefusedError where something that was opened does not end."""
        super().feed(data)
        if len(self.rawdata) > _LONGEST:
            raise RefusedError(_ENDLESS)

    def _end_cell(self) -> None:
        if self._cell is not None and self._row is not None and len(self._row) < _MOST_CELLS:
            self._row += [" ".join("".join(self._cell).split()), *[""] * (self._span - 1)]
        self._cell = None

    def _end_row(self) -> None:
        self._end_cell()
        if self._row and any(self._row):
            self.rows.append((self._line, self._table, self._row))
        self._row = None


def find_table(text: str) -> int | None:
    """Return the number of the first table with two rows of two cells and more in a page's beginning, None where there is none."""
    page = _Page()
    page.feed(text)
    wide = [table for _, table, row in page.rows if sum(map(bool, row)) > 1]
    return next((table for table in wide if wide.count(table) > 1), None)


def encoding_of(path: Path, piece: Sample) -> str:
    """Return the encoding a page says it has, if that can be; else what its bytes look like."""
    return named_encoding(path, piece, _CHARSET.search(piece.head[:4096]))


def sample(path: Path, text_format: TextFormat, header_line: int | None = None) -> tuple[TextFormat, list[str], list[list[str]]]:
    """Return the format, the header's cells and sample rows. The format's ``header_line`` counts filled rows of the table.

    ``header_line``, from 1, says which of them is the header, 0 that none is. Raises RecsysError unreadable_file, empty_file.
    """
    with open_source(path) as source:
        rows = [row for _, row, _ in islice(_rows(path, source, text_format.encoding), _ROWS)]
    if header_line:
        rows = rows[header_line - 1 :]
    if not rows:
        raise empty_file(path)
    index, height = header_place(rows, first=header_line is not None) if header_line != 0 else (0, 0)
    header = joined(rows[index : index + height]) if height else [""] * max(map(len, rows))
    first = index + (header_line - 1 if header_line else 0)
    body = [(row + [""] * len(header))[: len(header)] for row in rows[index + height :]]
    return replace(text_format, header_line=first, header_height=height), header, body


def read_blocks(path: Path, text_format: TextFormat, header: Sequence[str]) -> Iterator[RowBlock]:
    """Yield the rows below the header, each cut or filled to its width. Raises RecsysError where the page is cut off."""
    with open_source(path) as source:
        rows = islice(_rows(path, source, text_format.encoding), text_format.header_line + text_format.header_height, None)
        names = list(map(str, range(len(header))))
        records = (objects.Record(line, dict(zip(names, row, strict=False)), done) for line, row, done in rows)
        yield from objects.blocks(records, names, source.size)


def _rows(path: Path, source: Source, encoding: str) -> Iterator[tuple[int, list[str], int]]:
    """Yield (line, cells, bytes read so far)."""
    decoder = codecs.getincrementaldecoder(encoding)("replace" if encoding.startswith(("utf-16", "utf-32")) else "surrogateescape")
    with open_source(path) as first:
        table = find_table(first.stream.read(_BLOCK * 2).decode(encoding, "ignore"))
    page = _Page(0 if table is None else table)
    line = 1
    while data := source.stream.read(_BLOCK):
        page.feed(decoder.decode(data))
        for line, _, row in page.rows:
            yield line, row, source.position()
        page.rows.clear()
        if page.closed:
            return
    raise damaged_file(path, _CUT_OFF.fill(line=line))
