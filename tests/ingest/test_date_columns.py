"""A column read at once says what its cells say one by one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recsys_desktop.domain.entities import NO_TIME
from recsys_desktop.ingest.cleaning.caching import UNREADABLE, UnreadableValue
from recsys_desktop.ingest.cleaning.date_columns import DateColumn
from recsys_desktop.ingest.cleaning.dates import DateReader

Date = int | UnreadableValue | None


def column(reader: DateReader, cells: list[str]) -> list[Date]:
    """Return what a column at once says of its cells, in the words of DateReader."""
    seconds, wrong = DateColumn(reader).read(cells)
    dates: list[Date] = [None if second == NO_TIME else second for second in seconds.tolist()]
    for row in wrong:
        dates[row] = UNREADABLE
    return dates


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("cell", "seconds"),
    [
        ("1970-01-01 00:00:00", 0),
        ("2000-02-29 12:00:00", 951_825_600),
        ("2021-03-04T05:06:07", 1_614_834_367),
        ("2021-03-04 05:06", 1_614_834_360),
        ("2021-03-04", 1_614_816_000),
        ("2199-12-31 23:59:59", 7_258_118_399),
    ],
)
def test_forms(cell: str, seconds: int) -> None:
    assert column(DateReader(True), [cell, cell]) == [seconds, seconds]


@pytest.mark.parametrize("cell", ["2021-02-29", "2021-13-01", "2021-00-10", "2021-01-32", "1969-12-31", "2021-01-0x", "2021-01-00"])
def test_days_that_there_are_not(cell: str) -> None:
    assert column(DateReader(True), ["2021-01-01", cell])[1] is UNREADABLE


def test_cells_of_other_forms_among_them_are_read_one_by_one() -> None:
    cells = ["2021-03-04", "", "04.03.2021", "soon", "2021-03-05", "２０２１-03-06"]
    day = 86_400
    first = 1_614_816_000
    assert column(DateReader(True), cells) == [first, None, first, UNREADABLE, first + day, first + 2 * day]


FORMS = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d")


@given(st.lists(st.integers(0, 7_258_118_399), min_size=1, max_size=20), st.sampled_from(FORMS))
def test_any_moment_is_read_as_alone(moments: list[int], form: str) -> None:
    cells = [(_EPOCH + timedelta(seconds=moment)).strftime(form) for moment in moments]
    assert column(DateReader(False), cells) == [DateReader(False).parse(cell) for cell in cells]


LETTERS = st.text("0123456789-T: ", min_size=8, max_size=20)


@given(st.lists(LETTERS, min_size=1, max_size=10))
def test_anything_is_read_as_alone(cells: list[str]) -> None:
    cells = ["2021-03-04 05:06:07", *cells]
    assert column(DateReader(True), cells) == [DateReader(True).parse(cell) for cell in cells]
