"""Cells of the generic files: what people's exports write into them."""

from __future__ import annotations

import ast
from collections.abc import Sequence

import numpy as np

from recsys_desktop.domain.entities import NO_TIME, Float32Array, Int64Array, Kind
from recsys_desktop.ingest.cleaning.caching import UNREADABLE
from recsys_desktop.ingest.cleaning.dates import DateReader, day_comes_first
from recsys_desktop.ingest.cleaning.numbers import parse_number
from recsys_desktop.ingest.columns.kinds import kind_of, means_withdrawal

#: Seconds, milliseconds, microseconds or nanoseconds since 1970: the unit is what makes a year between 1973 and 5138 of the number.
_UNITS = ((1e17, 1e9), (1e14, 1e6), (1e11, 1e3), (1e8, 1.0))
#: Above this a column of values holds no stars, whatever the scale: counts or amounts.
_MOST_STARS = 10.0
_FULL_STARS = 5.0


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


def times_of(cells: Sequence[str]) -> tuple[Int64Array, Int64Array]:
    """Return each cell's seconds since 1970 UTC (m,), ``NO_TIME`` where it names no moment, and the order that the column gives.

    A column of small numbers (1, 2, 3 ...) names no moments, but an order.

    >>> [column.tolist() for column in times_of(["2024-01-02T00:00:00Z", "1704153600000", ""])]
    [[1704153600, 1704153600, -1], [1704153600, 1704153600, -1]]
    """
    reader = DateReader(day_comes_first(cells) is True)
    known: dict[str, int] = {}
    for cell in set(cells):
        seconds = reader.parse(cell)
        known[cell] = _from_number(cell) if seconds is UNREADABLE or seconds is None else int(seconds)
    times = np.array([known[cell] for cell in cells], np.int64)
    if len(times) and (times == NO_TIME).all():
        return times, np.array([_order(cell) for cell in cells], np.int64)
    return times, times


def _from_number(cell: str) -> int:
    try:
        number = float(cell)
    except ValueError:
        return NO_TIME
    return next((int(number / unit) for least, unit in _UNITS if least <= number < 1e20), NO_TIME)


def _order(cell: str) -> int:
    try:
        return int(float(cell))
    except (ValueError, OverflowError):
        return NO_TIME


def withdrawn(kinds: Sequence[str]) -> list[bool]:
    """Return which events take something back (a refund, a product out of the cart) and so say nothing about taste."""
    known = {cell: means_withdrawal(cell) for cell in set(kinds)}
    return [known[cell] for cell in kinds]


def kinds_and_stars(kinds: Sequence[str] | None, values: Sequence[str] | None, count: int) -> tuple[Int64Array, Float32Array]:
    """Return what ``count`` events are, ``Kind`` values (m,) and stars (m,), NaN where an event is no rating.

    A word our domain does not know counts as a purchase. Values are stars where the kind says rating, or where there is no kind and
    they look like stars: several different ones, none above 10. Scales up to 10 are brought to 5.

    >>> kinds, stars = kinds_and_stars(["view", "rated", "teleport"], ["", "4", "9"], 3)
    >>> kinds.tolist(), stars.tolist()
    ([1, 4, 6], [nan, 4.0, nan])
    """
    numbers = _numbers(values, count)
    if kinds is None:
        known = {"": Kind.PURCHASE}
        words: Sequence[str] = [""] * count
    else:
        known = {cell: kind_of(cell) or Kind.PURCHASE for cell in set(kinds)}
        words = kinds
    found = np.array([known[word] for word in words], np.int64)
    blank = np.array([not word.strip() for word in words], np.bool_)
    rated = (found == Kind.RATING) & np.isfinite(numbers)
    if _are_stars(numbers[blank]):
        rated |= blank & np.isfinite(numbers)
    found[rated] = Kind.RATING
    stars = np.where(rated, numbers, np.nan)
    largest = float(np.nanmax(stars)) if rated.any() else _FULL_STARS
    if largest > _FULL_STARS:
        stars *= _FULL_STARS / max(largest, _MOST_STARS)
    return found, stars.astype(np.float32)


def _numbers(values: Sequence[str] | None, count: int) -> np.ndarray:
    if values is None:
        return np.full(count, np.nan)
    known = {cell: parse_number(cell) for cell in set(values)}
    return np.array([known[cell] if isinstance(known[cell], float) else np.nan for cell in values], np.float64)


def _are_stars(numbers: np.ndarray) -> bool:
    finite = np.unique(numbers[np.isfinite(numbers)])
    return len(finite) > 1 and bool(finite.min() >= 0) and 1.0 < float(finite.max()) <= _MOST_STARS
