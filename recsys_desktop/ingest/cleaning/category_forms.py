"""How a column of categories is written, judged over many of its cells: paths of levels, or several categories side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: What may stand between the levels of a path or between categories, besides ">" and its kin, which always mean levels.
_SEPARATORS = ("|", "/", ";", "\\")
_ALWAYS_LEVELS = re.compile(r"[>»›\u2192]|::")
#: Cells that must hold a separator before it means anything.
_FEWEST = 3
#: In paths, so many of the names further down never stand at the beginning, and beginnings repeat: so few of them are different.
_MOST_BELOW, _FEW_BEGINNINGS = 0.9, 0.7


def category_separators(cells: Iterable[str]) -> tuple[str, str]:
    """Return what stands between several categories of a cell ("": one only) and between the levels of one.

    Paths begin with few names, which hardly ever stand further down; names side by side mix.

    >>> category_separators(["Home/Kitchen", "Home/Bath", "Garden/Pots"]), category_separators(["CD/DVD", "CD/DVD", "CD/DVD"])
    (('', '/'), ('', '>'))
    """
    different = {cell.strip() for cell in cells if cell.strip()}
    if any(_ALWAYS_LEVELS.search(cell) for cell in different):
        return "", ">"
    for separator in _SEPARATORS:
        split = [[name.strip() for name in cell.split(separator)] for cell in different if separator in cell]
        if len(split) < _FEWEST or any(cell.startswith(("[", "http")) for cell in different):
            continue
        if _are_paths(split, {cell for cell in different if separator not in cell}):
            return "", separator
        if separator in "|;":
            return separator, ">"
    return "", ">"


def _are_paths(split: list[list[str]], single: set[str]) -> bool:
    """Return whether lists of names are paths; ``single`` are the cells of one name, each the beginning of a path."""
    below = {name for names in split for name in names[1:]}
    if not below or "" in below:
        return False
    beginnings = {names[0] for names in split}
    never_first = below - beginnings - single
    return len(never_first) >= _MOST_BELOW * len(below) and len(beginnings) <= _FEW_BEGINNINGS * len(split)
