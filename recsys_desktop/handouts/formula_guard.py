"""Keeps spreadsheet programs from running what a cell says."""

from __future__ import annotations

_STARTS = ("=", "+", "-", "@", "\t", "\r")


def guarded(cell: str) -> str:
    """Return the cell so that no spreadsheet takes it for a formula: an apostrophe before ``= + - @``, tab and carriage return.

    Source: OWASP, CSV Injection. Text that starts with an apostrophe gets another, so that :func:`unguarded` gives back exactly
    what was there.

    >>> guarded("=1+1"), guarded("Tea"), guarded("'round")
    ("'=1+1", 'Tea', "''round")
    """
    return f"'{cell}" if cell.startswith((*_STARTS, "'")) else cell


def unguarded(cell: str) -> str:
    """Return what :func:`guarded` was given.

    >>> unguarded("'=1+1"), unguarded("Tea")
    ('=1+1', 'Tea')
    """
    return cell[1:] if cell.startswith("'") and cell[1:].startswith((*_STARTS, "'")) else cell


def protected(cell: str) -> str:
    """Return a cell for a form that runs no formulas, so that :func:`unguarded` gives back exactly what was there.

    >>> protected("=1+1"), protected("'=1+1")
    ('=1+1', "''=1+1")
    """
    return f"'{cell}" if unguarded(cell) != cell else cell
