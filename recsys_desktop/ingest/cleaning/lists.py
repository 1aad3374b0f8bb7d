"""Cells that hold several values: tags, category paths, addresses of pictures."""

from __future__ import annotations

import re

from recsys_desktop.ingest.cleaning.list_cells import listed
from recsys_desktop.ingest.cleaning.plain_text import plain_text

_TAG_SEPARATORS = re.compile(r"[,;|、，；\n]")
#: Arrows written with several signs.
_ARROWS = re.compile(r"-+>|=+>|>>+|::")
_EMPTY_WORDS = frozenset({"", "(no genres listed)", "none", "null", "nan", "n/a", "uncategorized", "uncategorised"})


def split_tags(cell: str) -> tuple[str, ...]:
    """Return the tags of a cell, each once, in their order.

    >>> split_tags("Pot, Plants;Pot"), split_tags("Comedy|Drama"), split_tags("['a', 'b']"), split_tags("(no genres listed)")
    (('Pot', 'Plants'), ('Comedy', 'Drama'), ('a', 'b'), ())
    """
    entries = listed(cell)
    # Once more after cleaning: a separator may have been an entity. What comes out is split no further when it goes in again.
    rough = [plain_text(tag) for tag in (_TAG_SEPARATORS.split(cell) if entries is None else entries)]
    found = dict.fromkeys(plain_text(tag) for text in rough for tag in _TAG_SEPARATORS.split(text))
    return tuple(tag for tag in found if tag.lower() not in _EMPTY_WORDS)


def category_path(cell: str, several: str = "", levels: str = ">") -> str:
    """Return one category written "Home > Kitchen": the deepest where a cell lists several.

    ``several`` is what a platform puts between categories ("" where a cell holds one), ``levels`` between a path's levels. A
    list such as "['Home', 'Kitchen']" is a path.

    >>> category_path("Clothing > Hoodies, Sale", several=","), category_path("A/B", levels="/")
    ('Clothing > Hoodies', 'A > B')
    """
    entries = listed(cell)
    if entries is not None and not several:
        paths = [[name for entry in entries for name in _levels(entry, levels)]]
    else:
        paths = [_levels(part, levels) for part in (cell.split(several) if several else [cell])]
    return " > ".join(max(paths, key=len))


def _levels(path: str, levels: str) -> list[str]:
    rough = re.split(f"[{re.escape(levels)}»›\u2192]", _ARROWS.sub(levels, path))
    # Once more after cleaning: the ">" may have been an entity.
    names = [plain_text(name) for text in map(plain_text, rough) for name in text.split(" > ")]
    return [name for name in names if name.lower() not in _EMPTY_WORDS]


def first_address(cell: str) -> str:
    """Return the first web address or file name of a cell that lists pictures.

    >>> first_address('["https://a.example/1.png", "https://a.example/2.png"]')
    'https://a.example/1.png'
    """
    entries = listed(cell)
    first = entries[0] if entries else cell
    return re.split(r"[,;|\s](?=\s*https?:)|[;|]|,\s", first.strip(), maxsplit=1)[0].strip()
