"""Two items, half-life 10 days. Item 0 was bought on days 0 and 20, item 1 by two users on day 0; the newest event is on day 20."""

from __future__ import annotations

import numpy as np
import pytest

from recsys_desktop.engine.events import Events
from recsys_desktop.engine.operators.prior import recent_popularity
from recsys_desktop.engine.operators.trend import trend
from tests.engine.shops import DAY, purchases

NOW = 20 * DAY


def _events(stretch: float = 1.0, shift: float = 0.0) -> Events:
    days = [(0, 0, 0.0), (0, 0, 20.0), (0, 1, 0.0), (1, 1, 0.0)]
    return Events.of(purchases([(user, item, day * stretch + shift) for user, item, day in days]), np.arange(3))


def _untimed() -> Events:
    return Events.of(purchases([(0, 0, None), (1, 0, None), (0, 1, None)]), np.arange(3))


def test_trend_is_recent_share_over_share() -> None:
    # shares 1.25/1.75 and 0.5/1.75 of the recent events, 1/2 each of all
    np.testing.assert_allclose(trend(_events(), 3, NOW, 10.0, 0.0), [10 / 7, 4 / 7, 1.0])


def test_smoothing_draws_towards_one() -> None:
    # rate 1.75/4; (1.25 + 2 * .4375) / 4 / .4375 and (0.5 + 2 * .4375) / 4 / .4375
    np.testing.assert_allclose(trend(_events(), 2, NOW, 10.0, 2.0), [17 / 14, 11 / 14])


@pytest.mark.parametrize("now", [5020 * DAY, 9999 * DAY])
def test_the_whole_clock_may_be_shifted_and_the_file_be_old(now: int) -> None:
    np.testing.assert_allclose(trend(_events(shift=5000), 2, now, 10.0, 2.0), [17 / 14, 11 / 14])


def test_no_trend_without_a_span_of_times() -> None:
    assert trend(_events(stretch=0.9), 2, NOW, 10.0, 0.0).tolist() == [1.0, 1.0]
    assert trend(_untimed(), 2, NOW, 10.0, 0.0).tolist() == [1.0, 1.0]


def test_prior_is_relative_to_the_first() -> None:
    np.testing.assert_allclose(recent_popularity(_events(), 3, NOW, 10.0), [1.0, 0.4, 0.0])


def test_prior_without_times_counts_plainly() -> None:
    assert recent_popularity(_untimed(), 3, NOW, 10.0).tolist() == [1.0, 0.5, 0.0]


def test_prior_of_nothing_is_zero() -> None:
    assert recent_popularity(Events.of(purchases([]), np.arange(2)), 2, NOW, 10.0).tolist() == [0.0, 0.0]
