"""How a file writes its values, settled over rows from all over it: day or month first, decimal comma, stars, codes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from recsys_desktop.domain.columns import ITEM_ID, PRICE, TIME, VALUE
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.ingest.cleaning.dates import DateReader, day_comes_first, is_ambiguous
from recsys_desktop.ingest.cleaning.ids import clean_id
from recsys_desktop.ingest.cleaning.numbers import parse_number, uses_decimal_comma
from recsys_desktop.ingest.layout import Layout
from recsys_desktop.ingest.plan import Conventions
from recsys_desktop.ingest.products import leading_digits


def settle_conventions(layout: Layout, rows: Sequence[Sequence[str]]) -> tuple[Conventions, list[Text]]:
    """Return the conventions of a file and what stayed doubtful about them."""
    if not rows:
        return Conventions(), []
    columns = list(zip(*rows, strict=True))
    times = list(layout.column(TIME, columns) or [])
    doubts: list[Text] = []
    day_first = day_comes_first(times)
    if day_first is None:
        day_first = _steadier(times)
        if is_ambiguous(times):
            order = message("import", "day first") if day_first else message("import", "month first")
            text = message("import", "The dates can be read in two ways, such as {date}; they are read {order}.")
            doubts.append(text.fill(date=next(time for time in times if time.strip()), order=order))
    conventions = Conventions(
        day_first=day_first,
        decimal_comma=uses_decimal_comma(layout.column(PRICE, columns) or []),
        rating_scale=_rating_scale(layout.column(VALUE, columns) or []),
        code_digits=leading_digits(map(clean_id, layout.column(ITEM_ID, columns) or [])) if layout.is_order_lines else 0,
    )
    return conventions, doubts


def _steadier(times: Sequence[str]) -> bool:
    """Return whether dates read day first jump less from row to row than month first; exports are mostly in order of time."""
    return _jumps(times, DateReader(True)) <= _jumps(times, DateReader(False))


def _jumps(times: Sequence[str], dates: DateReader) -> int:
    seconds = [second for time in times[:500] if isinstance(second := dates.parse(time), int)]
    return sum(abs(later - earlier) for earlier, later in pairwise(seconds))


def _rating_scale(cells: Sequence[str]) -> float:
    """Return the factor that turns a column's ratings into stars of 5: ratings up to 10 count half, percents a twentieth."""
    ratings = sorted(rating for cell in cells if isinstance(rating := parse_number(cell), float))
    if not ratings:
        return 1.0
    highest = ratings[int(0.99 * (len(ratings) - 1))]
    return 1.0 if highest <= 5 else 0.5 if highest <= 10 else 0.05 if highest <= 100 else 1.0
