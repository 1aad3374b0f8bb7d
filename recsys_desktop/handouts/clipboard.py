"""Tables as text that spreadsheets take from the clipboard."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from recsys_desktop.handouts.cells import Cell, moment_text, number_text
from recsys_desktop.handouts.formula_guard import guarded

#: What would begin another cell or another row.
_BREAKS = re.compile(r"[\t\r\n\v\f\x85\u2028\u2029]+")


def tab_separated(rows: Iterable[Sequence[Cell]]) -> str:
    r"""Return rows as lines of cells between tabs, each line ended.

    No cell is taken for a formula, and none begins another cell or row: breaks within it become blanks.

    >>> tab_separated([["Name", "Price"], ["=1+1", -2.5], ["two\nlines", None]])
    "Name\tPrice\n'=1+1\t-2.5\ntwo lines\t\n"
    """
    return "".join("\t".join(map(_spelled, row)) + "\n" for row in rows)


def _spelled(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        return number_text(cell)
    if isinstance(cell, int):
        return str(cell)
    if isinstance(cell, datetime):
        return moment_text(cell)
    return guarded(_BREAKS.sub(" ", ", ".join(cell) if isinstance(cell, tuple) else cell))
