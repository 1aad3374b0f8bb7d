"""How a file writes its values, settled over rows from all over it: day or month first, decimal comma, stars, codes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from recsys_desktop.domain.columns import CATEGORY, ITEM_ID, PRICE, QUANTITY, STOCK, TIME, VALUE
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.ingest.cleaning.category_forms import category_separators
from recsys_desktop.ingest.cleaning.dates import DateReader, are_serial, day_comes_first, is_ambiguous
from recsys_desktop.ingest.cleaning.ids import clean_id
from recsys_desktop.ingest.cleaning.numbers import parse_number, points_mean_thousands, uses_decimal_comma
from recsys_desktop.ingest.columns.layout import Layout
from recsys_desktop.ingest.columns.products import leading_digits
from recsys_desktop.ingest.plan import Conventions

_SECONDS_A_DAY = 86_400
_MANY_RATINGS = 100
Question = Literal["day_first"]


@dataclass(frozen=True)
class Settled:
    """The conventions of a file, what only a person can settle (names of fields of :class:`Wishes`), and why, in words."""

    conventions: Conventions
    questions: tuple[Question, ...] = ()
    doubts: tuple[Text, ...] = ()


def settle_conventions(layout: Layout, rows: Sequence[Sequence[str]]) -> Settled:
    """Return the conventions of a file: what the person said, else what its cells show."""
    wishes = layout.plan.wishes
    if not rows:
        return Settled(Conventions(day_first=wishes.day_first is not False, decimal_comma=bool(wishes.decimal_comma)))
    columns = list(zip(*rows, strict=True))
    times, platform = list(layout.column(TIME, columns) or []), layout.platform
    day_first = wishes.day_first if wishes.day_first is not None else day_comes_first(times)
    open_date = None
    if day_first is None:
        day_first = platform.day_first if platform and platform.day_first is not None else _one_in_order(times)
        if day_first is None:
            open_date = _date_of_two_days(times)
    comma = wishes.decimal_comma
    categories = layout.column(CATEGORY, columns) or []
    between, levels = (platform.between, platform.levels) if platform else category_separators(categories)
    conventions = Conventions(
        day_first=day_first is not False,
        decimal_comma=comma if comma is not None else _uses_decimal_comma(layout, columns),
        rating_scale=_rating_scale(layout.column(VALUE, columns) or []),
        code_digits=leading_digits(map(clean_id, layout.column(ITEM_ID, columns) or [])) if layout.is_order_lines else 0,
        day_first_told=day_comes_first(times),
        serial_dates=are_serial(times),
        category_between=between,
        category_levels=levels,
    )
    if open_date is None:
        return Settled(conventions)
    doubt = message("import", "Dates such as {date} can be read day first or month first, and nothing in the file tells which.")
    return Settled(conventions, ("day_first",), (doubt.fill(date=open_date),))


def _uses_decimal_comma(layout: Layout, columns: Sequence[Sequence[str]]) -> bool:
    if uses_decimal_comma(_amounts(layout, columns)):
        return True
    if layout.plan.format.kind != "text" or (layout.platform is not None and layout.platform.cleaned):  # numbers, not words
        return False
    return points_mean_thousands(layout.column(PRICE, columns) or [], semicolons=layout.plan.format.delimiter == ";")


def _one_in_order(times: Sequence[str]) -> bool | None:
    """Return the only reading (day first: True) in which the rows stand in order of time; None where both or neither do.

    Exports are written in order of time, oldest or newest first. Nearly in order says nothing: the wrong reading often is, too.
    """
    if not is_ambiguous(times):
        return True
    in_order = {day_first: _stand_in_order(_days(times, DateReader(day_first))) for day_first in (True, False)}
    return None if in_order[True] == in_order[False] else in_order[True]


def _days(times: Sequence[str], dates: DateReader) -> list[int]:
    """Return the days of the cells that hold dates: rows of one day stand in any order."""
    return [second // _SECONDS_A_DAY for time in times if isinstance(second := dates.parse(time), int)]


def _stand_in_order(days: Sequence[int]) -> bool:
    return all(a <= b for a, b in pairwise(days)) or all(a >= b for a, b in pairwise(days))


def _date_of_two_days(times: Sequence[str]) -> str | None:
    """Return the first cell whose two readings differ; None where all dates are such as 05/05/2018."""
    first, second = DateReader(True), DateReader(False)
    return next((time for time in times if isinstance(day := first.parse(time), int) and day != second.parse(time)), None)


def _amounts(layout: Layout, columns: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the cells of all columns that hold numbers: one file writes them one way."""
    for field in (PRICE, QUANTITY, VALUE, STOCK):
        yield from layout.column(field, columns) or []


def _rating_scale(cells: Sequence[str]) -> float:
    """Return the factor that turns a column's ratings into stars of 5: ratings up to 10 count half, percents a twentieth."""
    ratings = sorted(rating for cell in cells if isinstance(rating := parse_number(cell), float))
    if not ratings:
        return 1.0
    # Among many, a slip or two says nothing about the scale.
    highest = ratings[-1] if len(ratings) < _MANY_RATINGS else ratings[int(0.99 * (len(ratings) - 1))]
    return 1.0 if highest <= 5 else 0.5 if highest <= 10 else 0.05 if highest <= 100 else 1.0
