"""Cells of the generic files: what people's exports write into them."""

from __future__ import annotations

import ast


def joined_list(cell: str) -> str:
    """Return the texts of a cell that holds a list as Python writes it, one after the other; any other cell as it is.

    >>> joined_list("['Red mug.', 'Holds tea.']"), joined_list("[sale] mug")
    ('Red mug. Holds tea.', '[sale] mug')
    """
    if not (cell.startswith("[") and cell.endswith("]")):
        return cell
    try:
        parts = ast.literal_eval(cell)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return cell
    return " ".join(map(str, parts)) if isinstance(parts, list) else cell
