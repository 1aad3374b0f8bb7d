"""Cells that hold a list as a program prints it: "['a', 'b']" of Python and pandas, '["a", "b"]' of JSON."""

from __future__ import annotations

import re

_QUOTED = r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\""
_ENTRY = re.compile(rf"\s*(?:{_QUOTED}|(-?\d+(?:\.\d+)?|None|null|nan|NaN))\s*(?:,|(?=['\"\]])|$)")
_ESCAPED = re.compile(r"\\(u[0-9a-fA-F]{4}|.)")
_NOTHING = frozenset({"None", "null", "nan", "NaN"})


def listed(cell: str) -> list[str] | None:
    """Return the entries of a cell that holds a list, None for any other cell, such as a title in brackets.

    A list of lists gives the entries of its longest one, for that is a category's path.

    >>> listed("['Home', \\"Mom's\\"]"), listed("[1, 2]"), listed("[New] Lamp"), listed("[2024]")
    (['Home', "Mom's"], ['1', '2'], None, None)
    """
    text = cell.strip()
    if not (text.startswith("[") and text.endswith("]")):
        return None
    if text.startswith("[[") and text.endswith("]]"):
        inner = [entries for part in re.split(r"\]\s*,?\s*\[", text[2:-2]) if (entries := _entries(part)) is not None]
        return max(inner, key=len, default=None)
    return _entries(text[1:-1])


def _entries(text: str) -> list[str] | None:
    """Return the entries between a list's brackets, None where it is none: a single bare number stays what it is."""
    found: list[str] = []
    quoted, position = False, 0
    while position < len(text):
        entry = _ENTRY.match(text, position)
        if entry is None:
            return found if not text[position:].strip() else None
        position = entry.end()
        if entry[3] is None:
            quoted = True
            found.append(_ESCAPED.sub(_unescaped, entry[1] if entry[1] is not None else entry[2]))
        elif entry[3] not in _NOTHING:
            found.append(entry[3])
    return found if quoted or len(found) != 1 else None


def _unescaped(escape: re.Match[str]) -> str:
    said = escape[1]
    return chr(int(said[1:], 16)) if len(said) == 5 else {"n": " ", "t": " ", "r": " "}.get(said, said)
