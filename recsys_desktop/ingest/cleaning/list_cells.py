"""Cells that hold a list as a program writes it: "['a', 'b']", "[1, 2]"."""

from __future__ import annotations

import ast
import re

_PLAIN = re.compile(r"\[\s*[\w.\-]+(\s*,\s*[\w.\-]+)*\s*\]")


def list_cell(text: str) -> list[str] | None:
    """Return the elements of a list as texts, None where the cell holds no list.

    >>> list_cell("[11, 12]"), list_cell('["Pot", "Potter\\'s wheel"]'), list_cell("[]"), list_cell("[sale] Pot")
    (['11', '12'], ['Pot', "Potter's wheel"], [], None)
    """
    cell = text.strip()
    if not cell.startswith("[") or not cell.endswith("]"):
        return None
    if _PLAIN.fullmatch(cell):
        return [element.strip() for element in cell[1:-1].split(",")]
    try:
        elements = ast.literal_eval(cell)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None
    return [str(element) for element in elements]
