"""Where in a JSON text its records stand: found out from its first characters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from recsys_desktop.ingest.readers.json_text import JsonError, JsonText
from recsys_desktop.ingest.readers.objects import words

#: "lines": one record a line. "sequence": one after the other. "array": the elements of a list. "object": the values of an object,
#: whose keys are their ids. "columns": an object with one list (or object) of cells per column.
Way = Literal["lines", "sequence", "array", "object", "columns"]
_START = re.compile(r'\ufeff?\s*(?:\{\s*["}]|\[\s*[\[{"\-\d\]tfn])')
#: What programs call the list of records in the object they wrap it in.
_WRAPPERS = words(
    "products items orders data records rows results entries customers events interactions reviews ratings catalog catalogue"
    " documents docs hits value values list goods offers feed channel export objects content elements"
)
#: Wrappings opened on the way to the list, and values of an object that are looked at.
_DEEPEST, _PARTS = 3, 100
#: An object with more single values than these (a count, a date) is a record itself, and its list belongs to it.
_MOST_REMARKS = 2


@dataclass(frozen=True)
class Shape:
    """How the records are written and the keys that lead to them."""

    way: Way
    keys: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Part:
    """One value of an object: what it is, the keys of an object or the length of a list, and where records are within it."""

    key: str
    kind: Literal["scalar", "cells", "record", "list"]
    names: tuple[str, ...] = ()
    shape: Shape | None = None

    def wrapped(self) -> Shape | None:
        """Return the shape of its records as seen from the object it belongs to."""
        return self.shape and Shape(self.shape.way, (self.key, *self.shape.keys))

    def is_named(self) -> bool:
        """Return whether it goes by a name that lists of records have."""
        return self.key.casefold() in _WRAPPERS


def is_json(text: str) -> bool:
    """Return whether a text begins as JSON does."""
    return _START.match(text) is not None


def find_shape(text: str) -> Shape | None:
    """Return where the records are, by the first characters of a JSON text; None where it holds none."""
    reader = JsonText(None, "utf-8", text)
    if reader.peek() == "[":
        return Shape("array") if _is_list_of_records(reader) else None
    parts, ended = _parts(reader, 0)
    line = _is_record_a_line(text)
    if ended and reader.peek() in ("{", ","):
        return Shape("lines" if line else "sequence")
    return _shape_of(parts) or (Shape("lines") if ended and line else None)


def _is_record_a_line(text: str) -> bool:
    """Return whether the first line that is not blank is a whole object with something in it."""
    reader = JsonText(None, "utf-8", text.lstrip("\ufeff \t\r\n").partition("\n")[0])
    try:
        value = reader.value()
    except JsonError:
        return False
    reader.take(",")
    return isinstance(value, dict) and bool(value) and reader.peek() == ""


def _is_list_of_records(reader: JsonText) -> bool:
    """Return whether the array that begins here has objects or lists in it."""
    return reader.take("[") and reader.peek() in ("{", "[")


def _parts(reader: JsonText, depth: int) -> tuple[list[_Part], bool]:
    """Return the values of the object that begins here, as far as the text goes, and whether it ends there."""
    parts: list[_Part] = []
    try:
        for key in reader.names():
            first, start = reader.peek(), reader.place()
            try:
                parts.append(_part(key, reader.value(), depth))
            except JsonError:
                reader.go_back(start)
                parts.append(_cut_part(key, first, reader, depth))
                return parts, False
    except JsonError:
        return parts, False
    return parts, True


def _part(key: str, value: object, depth: int) -> _Part:
    """Return what one whole value is."""
    if isinstance(value, list):
        if value and isinstance(value[0], dict | list):
            return _Part(key, "list", shape=Shape("array"))
        return _Part(key, "cells", (str(len(value)),))
    if isinstance(value, dict):
        inside = [_part(str(name), one, depth + 1) for name, one in islice(value.items(), _PARTS)] if depth < _DEEPEST else []
        return _Part(key, "record", tuple(value), _shape_of(inside))
    return _Part(key, "scalar")


def _cut_part(key: str, first: str, reader: JsonText, depth: int) -> _Part:
    """Return what the last value of the text at hand is, which goes on beyond it."""
    if first == "[":
        return _Part(key, "list", shape=Shape("array")) if _is_list_of_records(reader) else _Part(key, "cells")
    if first == "{" and depth < _DEEPEST:
        return _Part(key, "record", (), _shape_of(_parts(reader, depth + 1)[0]))
    return _Part(key, "scalar")


def _shape_of(parts: list[_Part]) -> Shape | None:
    """Return the shape of an object made of parts."""
    kinds = {part.kind for part in parts}
    lists = [part for part in parts if part.shape is not None]
    named = [part for part in lists if part.is_named()]
    if named:
        return named[0].wrapped()
    if kinds == {"record"}:
        if len(parts) == 1 and lists:
            return lists[0].wrapped()
        return Shape("columns") if _are_columns(parts) else Shape("object")
    if kinds == {"cells"}:
        return Shape("columns") if len(parts) > 1 and len({part.names for part in parts if part.names}) == 1 else None
    scalars = sum(part.kind == "scalar" for part in parts)
    return lists[0].wrapped() if lists and scalars <= _MOST_REMARKS else None


def _are_columns(parts: list[_Part]) -> bool:
    """Return whether the objects are columns with a cell per row number."""
    whole = [part.names for part in parts if part.names]
    return len(whole) > 1 and len(set(whole)) == 1 and all(name.isdecimal() for name in whole[0])
