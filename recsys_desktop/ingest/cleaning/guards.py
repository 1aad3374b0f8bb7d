"""Marks that spreadsheets and exports put before a cell so that it is taken as text."""

from __future__ import annotations

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "'")


def unguarded(cell: str) -> str:
    """Return a cell without the apostrophe that an export put before what a spreadsheet would run as a formula.

    >>> unguarded("'=1+1"), unguarded("'round"), unguarded("''round")
    ('=1+1', "'round", "'round")
    """
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA_STARTS) else cell
