"""Records made of named values, some of them nested, to the rows of a table. JSON and XML files both hold such records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from recsys_desktop.domain.texts import Text, message
from recsys_desktop.ingest.rows import BadRow, RowBlock
from recsys_desktop.ingest.synonyms import normalised


def words(text: str) -> frozenset[str]:
    """Return the words of a text, for comparison with names."""
    return frozenset(text.split())


#: Rows of a block, rows of a sample, and records whose names make up the header.
_BLOCK, SAMPLE_ROWS, HEADER_RECORDS = 2_000, 2_000, 20_000
#: More columns than any export has: what comes beyond them are no names of columns.
_MOST_COLUMNS = 500
#: How deep the values of nested objects are taken.
_DEEPEST = 3
#: A record's list of objects under such a name are its lines: each becomes a row, with the rest of the record beside it.
_LINES = words("lineitems items orderitems orderlines lines products orderproducts basketitems cartitems transactionitems")
#: In a list of objects, these are joined where they are names (categories, tags); of anything else the first one counts (variants).
_JOINED, _NOT_NAMES = words("name title label text"), words("price sku quantity qty")

_BROKEN = message("import", "The row holds bytes that are no letters in the file's encoding.")


@dataclass(frozen=True)
class Record:
    """A record that starts on ``line``; ``bytes_done`` counts the file's bytes read so far."""

    line: int
    values: Mapping[str, object]
    bytes_done: int


@dataclass(frozen=True)
class BadRecord:
    """What stands in a record's place but is none."""

    line: int
    reason: Text
    text: str
    bytes_done: int


def sample(records: Iterable[Record | BadRecord]) -> tuple[list[str], list[list[str]]]:
    """Return the header, of all names in the first records, and the first rows."""
    names: dict[str, None] = {}
    rows: list[dict[str, str]] = []
    for record in islice(records, HEADER_RECORDS):
        if isinstance(record, Record):
            for row in rows_of(record.values):
                names.update(dict.fromkeys(row))
                if len(rows) < SAMPLE_ROWS:
                    rows.append(row)
    header = list(names)[:_MOST_COLUMNS]
    block = RowBlock(list(range(len(rows))), [[row.get(name, "") for name in header] for row in rows])
    return header, [row for row in _whole(block).rows if any(map(str.strip, row))]


def blocks(records: Iterable[Record | BadRecord], header: Sequence[str], size: int) -> Iterator[RowBlock]:
    """Yield the records as rows of the header's columns; what is no record, or holds broken letters, is bad."""
    block = RowBlock()
    for record in records:
        if isinstance(record, BadRecord):
            block.bad.append(BadRow(record.line, "", record.reason, (record.text,)))
        else:
            for row in rows_of(record.values):
                cells = [row.get(name, "") for name in header]
                if not any(map(str.strip, cells)):
                    continue
                block.rows.append(cells)
                block.lines.append(record.line)
        if len(block.rows) + len(block.bad) >= _BLOCK:
            block.bytes_done = record.bytes_done
            yield _whole(block)
            block = RowBlock()
    block.bytes_done = size
    yield _whole(block)


def rows_of(record: Mapping[str, object]) -> list[dict[str, str]]:
    """Return a record as one row, or as one per line where it has lines (an order's).

    >>> rows_of({"id": "1", "size": {"unit": "cm"}, "tags": ["a", "b"], "variants": [{"price": "5"}, {"price": "6"}]})
    [{'id': '1', 'size.unit': 'cm', 'tags': 'a, b', 'variants.price': '5'}]
    >>> rows_of({"id": "1", "items": [{"sku": "A"}, {"sku": "B"}]})
    [{'id': '1', 'items.sku': 'A'}, {'id': '1', 'items.sku': 'B'}]
    """
    lines_name, lines = _lines(record)
    row: dict[str, str] = {}
    for name, value in record.items():
        if name != lines_name:
            _add(name, value, row, 0)
    if lines_name is None:
        return [row]
    rows = []
    for line in lines:
        rows.append(dict(row))
        _add(lines_name, line, rows[-1], 0)
    return rows


def are_lines(name: str) -> bool:
    """Return whether a list of objects of this name holds an order's lines."""
    return normalised(name) in _LINES


def _lines(record: Mapping[str, object]) -> tuple[str | None, list[object]]:
    """Return the name and the lines of a record that has some."""
    for name, value in record.items():
        if isinstance(value, list) and value and isinstance(value[0], dict) and are_lines(name):
            return name, value
    return None, []


def _add(name: str, value: object, row: dict[str, str], depth: int) -> None:
    """Add a value to a row: as a cell, or as several with dotted names."""
    if isinstance(value, str):
        row[name] = value
    elif isinstance(value, bool):
        row[name] = "true" if value else "false"
    elif value is None:
        row[name] = ""
    elif isinstance(value, dict):
        only = next(iter(value), "")
        if len(value) == 1 and only.startswith("$"):  # how document stores write an id or a date: {"$oid": "5f"}
            _add(name, value[only], row, depth)
        elif depth < _DEEPEST:
            for key, one in value.items():
                _add(f"{name}.{key}", one, row, depth + 1)
    elif isinstance(value, list):
        _add_list(name, value, row, depth)


def _add_list(name: str, values: list[object], row: dict[str, str], depth: int) -> None:
    """Add a list: single values joined, of objects the first one, with the names of all."""
    objects = [value for value in values if isinstance(value, dict)]
    if not objects:
        row[name] = ", ".join(_cell(value) for value in values if isinstance(value, str | bool))
        return
    _add(name, objects[0], row, depth)
    if not any(_NOT_NAMES & set(one) for one in objects):
        for key in _JOINED & set(objects[0]):
            row[f"{name}.{key}"] = ", ".join(str(one[key]) for one in objects if isinstance(one.get(key), str))


def _cell(value: str | bool) -> str:
    return value if isinstance(value, str) else str(value).lower()


def _whole(block: RowBlock) -> RowBlock:
    """Return the block without NULs, rows with halves of letters moved to the bad ones."""
    text = "".join(["".join(row) for row in block.rows])
    if "\x00" in text:
        block.rows = [[cell.replace("\x00", "") for cell in row] for row in block.rows]
    if text.isascii() or _is_whole(text):
        return block
    kept = RowBlock(bad=block.bad, bytes_done=block.bytes_done)
    for line, row in zip(block.lines, block.rows, strict=True):
        if _is_whole("".join(row)):
            kept.rows.append(row)
            kept.lines.append(line)
        else:
            shown = tuple(cell.encode("utf-8", "replace").decode("utf-8") for cell in row)
            kept.bad.append(BadRow(line, "", _BROKEN, shown))
    return kept


def _is_whole(text: str) -> bool:
    """Return whether the text has no half letters, which bytes that cannot be decoded become."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
