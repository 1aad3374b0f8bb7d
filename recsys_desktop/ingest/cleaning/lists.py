"""Cells that hold several values: tags, category paths, addresses of pictures."""

from __future__ import annotations

import re
from functools import lru_cache

from recsys_desktop.ingest.cleaning.list_cells import listed
from recsys_desktop.ingest.cleaning.plain_text import plain_text

_TAG_SEPARATORS = re.compile(r"[,;|、，；\n]")
#: Arrows written with several signs.
_ARROWS = re.compile(r"-+>|=+>|>>+|::")
#: A comma may be part of an address; behind a picture's ending it is not.
_BETWEEN_ADDRESSES = re.compile(
    r"[,;|\s](?=\s*https?:)|[;|]|,\s|(?<=\.jpg),|(?<=\.jpeg),|(?<=\.png),|(?<=\.gif),|(?<=\.webp),", re.IGNORECASE
)
#: Separators may come to light by cleaning ("&gt;"): what comes out is looked through until nothing more does.
_ROUNDS = 5
_EMPTY_WORDS = frozenset({"", "(no genres listed)", "none", "null", "nan", "n/a", "uncategorized", "uncategorised"})


def split_tags(cell: str) -> tuple[str, ...]:
    """Return the tags of a cell, each once, in their order.

    >>> split_tags("Pot, Plants;Pot"), split_tags("Comedy|Drama"), split_tags("['a', 'b']"), split_tags("(no genres listed)")
    (('Pot', 'Plants'), ('Comedy', 'Drama'), ('a', 'b'), ())
    """
    tags = _tags_of(cell)
    for _ in () if _hides_nothing(cell) else range(_ROUNDS):
        again = _tags_of(", ".join(tags))
        if again == tags:
            break
        tags = again
    return tags


def _hides_nothing(cell: str) -> bool:
    """Return whether cleaning can bring no separator to light: no entities, tags, lists, guards or signs without width."""
    return cell.isprintable() and not any(sign in cell for sign in "&<['{")


def _tags_of(cell: str) -> tuple[str, ...]:
    entries = listed(cell) if cell[:1] in ("[", " ") else None
    found = dict.fromkeys(plain_text(tag.strip()) for tag in (_TAG_SEPARATORS.split(cell) if entries is None else entries))
    return tuple(tag for tag in found if tag.lower() not in _EMPTY_WORDS)


def category_path(cell: str, several: str = "", levels: str = ">") -> str:
    """Return one category written "Home > Kitchen": the deepest where a cell lists several.

    ``several`` is what a platform puts between categories ("" where a cell holds one), ``levels`` between a path's levels. A
    list such as "['Home', 'Kitchen']" is a path.

    >>> category_path("Clothing > Hoodies, Sale", several=","), category_path("A/B", levels="/")
    ('Clothing > Hoodies', 'A > B')
    """
    path = _path_of(cell, several, levels)
    for _ in () if _hides_nothing(cell) and (levels == ">" or ">" not in cell) else range(_ROUNDS):
        again = _path_of(path, "", ">")
        if again == path:
            break
        path = again
    return path


def _path_of(cell: str, several: str, levels: str) -> str:
    entries = listed(cell) if cell[:1] in ("[", " ") else None
    if entries is not None and not several:
        paths = [[name for entry in entries for name in _levels(entry, levels)]]
    else:
        paths = [_levels(part, levels) for part in (cell.split(several) if several else [cell])]
    deepest: list[str] = max(paths, key=len)
    return " > ".join(deepest)


def _levels(path: str, levels: str) -> list[str]:
    names = [plain_text(name.strip()) for name in _between(levels).split(_ARROWS.sub(levels, path))]
    return [name for name in names if name.lower() not in _EMPTY_WORDS]


@lru_cache
def _between(levels: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(levels)}»›\u2192]")


def first_address(cell: str) -> str:
    """Return the first web address or file name of a cell that lists pictures.

    >>> first_address('["https://a.example/1.png", "https://a.example/2.png"]')
    'https://a.example/1.png'
    """
    entries = listed(cell)
    first = entries[0] if entries else cell
    return _BETWEEN_ADDRESSES.split(first.strip(), maxsplit=1)[0].strip()
