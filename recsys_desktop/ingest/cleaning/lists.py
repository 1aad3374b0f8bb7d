"""Cells that hold several values: tags, category paths, addresses of pictures."""

from __future__ import annotations

import re

from recsys_desktop.ingest.cleaning.plain_text import plain_text

_TAG_SEPARATORS = re.compile(r"[,;|、，；\n]")
_EMPTY_WORDS = frozenset({"", "(no genres listed)", "none", "null", "nan", "n/a", "uncategorized", "uncategorised"})


def split_tags(cell: str) -> tuple[str, ...]:
    """Return the tags of a cell, each once, in their order.

    >>> split_tags("Pot, Plants;Pot"), split_tags("Comedy|Drama"), split_tags("(no genres listed)")
    (('Pot', 'Plants'), ('Comedy', 'Drama'), ())
    """
    found = dict.fromkeys(plain_text(tag) for tag in _TAG_SEPARATORS.split(cell))
    return tuple(tag for tag in found if tag.lower() not in _EMPTY_WORDS)


def category_path(cell: str, several: str = "", levels: str = ">") -> str:
    """Return one category written "Home > Kitchen": the deepest where a cell lists several.

    ``several`` is what a platform puts between categories ("" where a cell holds one), ``levels`` between a path's levels.

    >>> category_path("Clothing > Hoodies, Sale", several=",")
    'Clothing > Hoodies'
    """
    paths: list[list[str]] = [_levels(part, levels) for part in (cell.split(several) if several else [cell])]
    deepest = max(paths, key=len)
    return " > ".join(deepest)


def _levels(path: str, levels: str) -> list[str]:
    pattern = "[" + re.escape(levels) + "»›\u2192]"
    names = [plain_text(name) for name in re.split(pattern, path)]
    return [name for name in names if name.lower() not in _EMPTY_WORDS]


def first_address(cell: str) -> str:
    """Return the first web address or file name of a cell that lists pictures."""
    return re.split(r"[,;|\s](?=\s*https?:)|[;|]|,\s", cell.strip(), maxsplit=1)[0].strip()
