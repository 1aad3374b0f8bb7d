"""What stands in a cell of a table that is handed out, and how each value is spelled."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

#: A moment is without a zone and in UTC; a tuple is a list of words such as tags.
Cell = str | int | float | datetime | tuple[str, ...] | None


def number_text(number: float) -> str:
    """Return a number with all its digits and without an exponent, which importers and people stumble over.

    >>> number_text(12.5), number_text(1e-7), number_text(1e16), number_text(3.0)
    ('12.5', '0.0000001', '10000000000000000', '3.0')
    """
    spelled = repr(number)
    return format(Decimal(spelled), "f") if "e" in spelled else spelled


def moment_text(moment: datetime) -> str:
    """Return a moment in the form that every spreadsheet takes for one.

    >>> moment_text(datetime(2026, 9, 3, 14, 15))
    '2026-09-03 14:15:00'
    """
    return moment.isoformat(sep=" ", timespec="seconds")
