from __future__ import annotations

import doctest

import numpy as np

from recsys_desktop.engine import prices
from recsys_desktop.engine.prices import PriceScale


def test_places_are_counted_from_the_middle_of_equal_prices() -> None:
    # Of 1, 2, 2, 9: 1 stands at (0 + 1) / 8, 2 at (1 + 3) / 8, 9 at (3 + 4) / 8 of 180 degrees.
    scale = PriceScale.of(np.array([9.0, 2.0, np.nan, 1.0, 2.0]))
    assert scale.prices.tolist() == [1, 2, 2, 9]
    angles = np.pi * np.array([1, 4, 7]) / 8
    np.testing.assert_allclose(
        scale.coordinates(np.array([1.0, 2.0, 9.0])), np.stack([np.cos(angles), np.sin(angles)], 1), atol=1e-6
    )


def test_a_currency_changes_nothing() -> None:
    amounts = np.array([3.0, 1.0, 7.0, 2.0])
    ours, theirs = PriceScale.of(amounts), PriceScale.of(amounts * 7.8)
    np.testing.assert_array_equal(ours.coordinates(amounts), theirs.coordinates(amounts * 7.8))


def test_without_any_price_nothing_is_said() -> None:
    scale = PriceScale.of(np.array([np.nan]))
    assert not scale.coordinates(np.array([np.nan, 5.0])).any()
    assert scale.coordinates(np.zeros(0)).shape == (0, 2)


def test_docstring_examples() -> None:
    result = doctest.testmod(prices)
    assert result.attempted > 0
    assert result.failed == 0
