"""Columns found in a header by the names that a platform's entry gives them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from recsys_desktop.ingest.synonyms import normalised


def find_columns(header: Sequence[str], names: Iterable[str]) -> list[int]:
    """Return the numbers of the columns that go by one of the names, in the names' order; "Stock *" stands for all that begin so.

    >>> find_columns(["SKU", "Stock Berlin", "stock (Rome)", "Title"], ["title", "Stock *", "price"])
    [3, 1, 2]
    """
    columns = [normalised(name) for name in header]
    found: dict[int, None] = {}
    for name in names:
        wanted = normalised(name)
        if name.endswith("*"):
            found.update(dict.fromkeys(number for number, column in enumerate(columns) if column.startswith(wanted)))
        elif wanted in columns:
            found.setdefault(columns.index(wanted))
    return list(found)


def unnamed(number: int) -> str:
    """Return what the column of this number (from 1) is called where the file gives it no name."""
    return f"column {number}"
