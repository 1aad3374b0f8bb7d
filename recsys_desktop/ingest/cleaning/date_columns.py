"""Whole columns of dates in the forms that computers write, read at once: most event logs hold a million different times."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from recsys_desktop.domain.entities import NO_TIME, Int64Array
from recsys_desktop.ingest.cleaning.caching import UNREADABLE, UnreadableValue
from recsys_desktop.ingest.cleaning.coding import CodedColumn
from recsys_desktop.ingest.cleaning.dates import DateReader

_DATE, _MINUTES, _SECONDS = len("2021-03-04"), len("2021-03-04 05:06"), len("2021-03-04 05:06:07")
_MONTH_DAYS = np.array([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
_FIRST_YEAR, _LAST_YEAR = 1970, 2199
_ZERO = ord("0")
_BEFORE_HOURS, _COLON = [ord(" "), ord("T")], [ord(":")]


class DateColumn:
    """Reads the blocks of one column of dates as a :class:`DateReader` does each cell."""

    def __init__(self, reader: DateReader) -> None:
        self._cells = CodedColumn(reader.parse, {"unreadable": lambda value: value is UNREADABLE}, _second)

    def read(self, texts: Sequence[str]) -> tuple[Int64Array, list[int]]:
        """Return the seconds since 1970 UTC of a column's cells, NO_TIME where there is no date, and the rows that hold none."""
        width = len(texts[0]) if texts else 0
        if width not in (_DATE, _MINUTES, _SECONDS) or texts[0][4] != "-":
            return self._read_one_by_one(texts)
        alike = texts if set(map(len, texts)) == {width} else [text if len(text) == width else "" for text in texts]
        table = np.array(alike, f"U{width}").view(np.uint32)
        seconds, known = _read(table.reshape(len(texts), width))
        if known.all():
            return seconds, []
        others = np.flatnonzero(~known)
        seconds[others], wrong = self._read_one_by_one([texts[index] for index in others.tolist()])
        return seconds, list(others[wrong].tolist())

    def _read_one_by_one(self, texts: Sequence[str]) -> tuple[Int64Array, list[int]]:
        cells = self._cells.of(texts)
        return cells.numbers().astype(np.int64), cells.rows("unreadable")


def _second(value: int | UnreadableValue | None) -> float:
    return float(value) if isinstance(value, int) else float(NO_TIME)


def _read(letters: NDArray[np.uint32]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Return (n,) seconds since 1970 and whether each row of the (n, width) letters is a date of the form for certain."""
    digits = np.ascontiguousarray(letters.T).astype(np.int32) - _ZERO  # (width, n): each place's digits side by side
    known = (letters[:, 4] == ord("-")) & (letters[:, 7] == ord("-"))
    years, one = _number(digits, 0, 4)
    months, two = _number(digits, 5, 2)
    days, three = _number(digits, 8, 2)
    known &= one & two & three & (years >= _FIRST_YEAR) & (years <= _LAST_YEAR) & (months >= 1) & (months <= 12) & (days >= 1)
    months = np.clip(months, 1, 12)
    is_leap = (years % 4 == 0) & ((years % 100 != 0) | (years % 400 == 0))
    known &= days <= _MONTH_DAYS[months] + (is_leap & (months == 2))
    seconds = 86_400 * _days(years, months, days)
    for place, unit, most in ((11, 3600, 23), (14, 60, 59), (17, 1, 59)):
        if letters.shape[1] > place:
            part, are_digits = _number(digits, place, 2)
            before = letters[:, place - 1]
            known &= (
                are_digits & (part <= most) & ((before == ord(":")) if place > 11 else (before == ord(" ")) | (before == ord("T")))
            )
            seconds += unit * part
    return seconds, known


def _number(digits: NDArray[np.int32], place: int, count: int) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Return the number that ``count`` digits from ``place`` on make up, and whether all are digits."""
    number = np.zeros(digits.shape[1], np.int64)
    are_digits = np.ones(digits.shape[1], np.bool_)
    for digit in digits[place : place + count]:
        number = 10 * number + digit
        are_digits &= (digit >= 0) & (digit <= 9)
    return number, are_digits


def _days(years: NDArray[np.int64], months: NDArray[np.int64], days: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the days since 1 January 1970, by the Gregorian calendar counted from March (H. Hinnant, days_from_civil)."""
    shifted = years - (months <= 2)
    century, of_era = shifted // 400, shifted % 400
    of_year = (153 * ((months + 9) % 12) + 2) // 5 + days - 1
    return century * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719_468
