"""Reads JSON: a record a line, a list of records, an object of records by their ids, perhaps wrapped in others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from recsys_desktop.domain.texts import message
from recsys_desktop.ingest.files.opening import HEAD_BYTES, Source, open_source
from recsys_desktop.ingest.problems import damaged_file, not_a_table
from recsys_desktop.ingest.readers import objects
from recsys_desktop.ingest.readers.json_shape import Shape, find_shape
from recsys_desktop.ingest.readers.json_text import DECODER, JsonError, JsonText
from recsys_desktop.ingest.readers.lines import line_blocks
from recsys_desktop.ingest.readers.objects import BadRecord, Record
from recsys_desktop.ingest.rows import RowBlock
from recsys_desktop.ingest.text_format import TextFormat

#: A table written column by column is read whole, up to so many characters.
_MOST_COLUMN_WISE = 256 * 1024 * 1024

_NO_JSON = message("import", "The line is no JSON.")
_NO_RECORD = message("import", "The value is no record with named values.")


def sample(path: Path, text_format: TextFormat) -> tuple[list[str], list[list[str]]]:
    """Return the header and sample rows. Raises RecsysError as opening and reading do."""
    with open_source(path) as source:
        return objects.sample(_records(path, source, text_format.encoding))


def read_blocks(path: Path, text_format: TextFormat, header: Sequence[str]) -> Iterator[RowBlock]:
    """Yield all records as rows of the header's columns. Raises RecsysError where the text is no JSON any more."""
    with open_source(path) as source:
        yield from objects.blocks(_records(path, source, text_format.encoding), header, source.size)


def shape_of(path: Path, head: bytes, encoding: str) -> Shape:
    """Return where a file's records are. Raises RecsysError not_a_table where it has none."""
    shape = find_shape(head.decode(encoding, "ignore"))
    if shape is None:
        raise not_a_table(path, message("import", "JSON data without a list of records"))
    return shape


def _records(path: Path, source: Source, encoding: str) -> Iterator[Record | BadRecord]:
    with open_source(path) as first:
        shape = shape_of(path, first.stream.read(HEAD_BYTES), encoding)
    if shape.way == "lines":
        yield from _lines(source, encoding)
        return
    text = JsonText(source.stream, encoding)
    try:
        for line, value, name in _named(_values(text, shape)):
            if isinstance(value, dict):
                yield Record(line, value if name is None or "id" in value else {"id": name, **value}, source.position())
            else:
                yield BadRecord(line, _NO_RECORD, str(value)[:200], source.position())
    except JsonError as error:
        where = message("import", "its JSON ends in line {line} in the middle of a record")
        if not error.cut_off:
            where = message("import", "line {line} is no JSON")
        raise damaged_file(path, where.fill(line=error.line)) from error


def _lines(source: Source, encoding: str) -> Iterator[Record | BadRecord]:
    """Yield the record of each line; a line that is none costs only itself."""
    first = 1
    for lines in line_blocks(source, encoding):
        done = source.position()
        for number, line in enumerate(lines, first):
            text = line.strip(" \t\r\n\ufeff").removesuffix(",")
            if not text:
                continue
            try:
                value, end = DECODER.raw_decode(text)
                whole = end == len(text)
            except (ValueError, RecursionError):
                value, whole = None, False
            if whole and isinstance(value, dict):
                yield Record(number, value, done)
            else:
                yield BadRecord(number, _NO_RECORD if whole else _NO_JSON, text[:200], done)
        first += len(lines)


def _values(text: JsonText, shape: Shape) -> Iterator[tuple[int, object, str | None]]:
    """Yield (line, value, its key) of all records, then make sure that the text ends as it should."""
    if shape.way == "sequence":
        while text.peek():
            line = text.line
            yield line, text.value(), None
            text.take(",")
        return
    yield from _within(text, shape, shape.keys)
    if text.peek():
        raise text.error()


def _within(text: JsonText, shape: Shape, keys: tuple[str, ...]) -> Iterator[tuple[int, object, str | None]]:
    """Yield the records below the keys; everything beside them is passed over."""
    if keys:
        found = False
        for key in text.names():
            if key == keys[0] and not found:
                found = True
                yield from _within(text, shape, keys[1:])
            else:
                text.value()
    elif shape.way == "array":
        for _ in text.elements():
            text.peek()
            line = text.line
            yield line, text.value(), None
    elif shape.way == "object":
        for key in text.names():
            text.peek()
            line = text.line
            yield line, text.value(), key
    else:
        text.peek()
        line = text.line
        for record in _from_columns(text.value(_MOST_COLUMN_WISE)):
            yield line, record, None


def _from_columns(columns: object) -> Iterator[dict[str, object]]:
    """Yield the rows of a table that is written column by column, each a list or an object of its cells."""
    if not isinstance(columns, dict):
        return
    lists = {name: list(cells.values()) if isinstance(cells, dict) else cells for name, cells in columns.items()}
    lists = {name: cells for name, cells in lists.items() if isinstance(cells, list)}
    for index in range(max(map(len, lists.values()), default=0)):
        yield {name: cells[index] for name, cells in lists.items() if index < len(cells)}


def _named(values: Iterator[tuple[int, object, str | None]]) -> Iterator[tuple[int, object, str | None]]:
    """Turn records that are lists into named ones: the first of them is the header."""
    header: list[str] | None = None
    for line, value, key in values:
        if not isinstance(value, list):
            yield line, value, key
        elif header is None:
            header = [str(cell) for cell in value]
        else:
            yield line, dict(zip(header, value, strict=False)), key
