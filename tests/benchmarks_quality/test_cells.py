"""Times, kinds and stars as people's exports write them."""

from __future__ import annotations

import numpy as np
import pytest

from recsys_desktop.domain.entities import NO_TIME, Kind
from tests.benchmarks.quality.cells import joined_list, kinds_and_stars, times_of, withdrawn

SECOND = 1_704_153_600  # 2024-01-02T00:00:00Z


@pytest.mark.parametrize(
    "cell",
    ["1704153600", "1704153600000", "1704153600.0", "1.7041536e9", "1.7041536e18", "2024-01-02", "2024-01-02T01:00:00+01:00"],
)
def test_moments_in_every_form(cell: str) -> None:
    assert times_of([cell, ""])[0].tolist() == [SECOND, NO_TIME]


def test_small_numbers_are_an_order_and_no_moments() -> None:
    times, order = times_of(["3", "1", "2"])
    assert times.tolist() == [NO_TIME] * 3
    assert order.tolist() == [3, 1, 2]


@pytest.mark.parametrize(
    ("values", "stars"),
    [
        (["5", "1", "3"], [5.0, 1.0, 3.0]),
        (["10", "2", ""], [5.0, 1.0, np.nan]),  # out of ten
        (["1", "1", "1"], [np.nan] * 3),  # a column that says the same of all says nothing
        (["250", "1", "3"], [np.nan] * 3),  # counts
        (["0", "1", "1"], [np.nan] * 3),  # yes or no
    ],
)
def test_values_without_a_kind(values: list[str], stars: list[float]) -> None:
    kinds, found = kinds_and_stars(None, values, 3)
    np.testing.assert_array_equal(found, np.array(stars, np.float32))
    assert kinds.tolist() == [Kind.PURCHASE if np.isnan(star) else Kind.RATING for star in stars]


def test_unknown_kinds_are_purchases_and_known_ones_what_they_say() -> None:
    kinds, stars = kinds_and_stars(["teleport", "add_to_cart", "pv", "dislike"], ["5", "4", "3", "2"], 4)
    assert kinds.tolist() == [Kind.PURCHASE, Kind.CART, Kind.VIEW, Kind.DISLIKE]
    assert np.isnan(stars).all()
    assert withdrawn(["refund", "buy"]) == [True, False]


def test_lists_in_cells() -> None:
    assert joined_list("['a', 'b c']") == "a b c"
    assert joined_list("['a', 'b") == "['a', 'b"
    assert joined_list("[]") == ""
