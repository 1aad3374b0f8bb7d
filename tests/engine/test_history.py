from __future__ import annotations

import numpy as np
import pytest

from recsys_desktop.domain.entities import NO_TIME, InteractionArrays, Kind
from recsys_desktop.engine.history import (
    Fading,
    Histories,
    ages_in_days,
    ages_of_users,
    event_strengths,
    occasions_ago,
    rows_of,
)
from tests.engine.shops import DAY, joined, purchases

NAN = np.nan


@pytest.mark.parametrize(
    ("kind", "value", "quantity", "expected"),
    [
        (Kind.PURCHASE, NAN, 1.0, 1.0),
        (Kind.PURCHASE, NAN, 12.0, 1.0),
        (Kind.PURCHASE, NAN, -1.0, 0.0),
        (Kind.CART, NAN, 1.0, 0.6),
        (Kind.FAVOURITE, NAN, 1.0, 0.8),
        (Kind.CLICK, NAN, 1.0, 0.2),
        (Kind.VIEW, NAN, 1.0, 0.1),
        (Kind.RATING, 5.0, 1.0, 1.0),
        (Kind.RATING, 4.0, 1.0, 0.5),
        (Kind.RATING, 1.0, 1.0, -1.0),
        (Kind.RATING, 0.5, 1.0, -1.0),
        (Kind.RATING, NAN, 1.0, 0.0),
        (Kind.DISLIKE, NAN, 1.0, -1.0),
    ],
)
def test_strength_of_one_event(kind: Kind, value: float, quantity: float, expected: float) -> None:
    strengths = event_strengths(np.array([kind]), np.array([value]), np.array([quantity]))
    assert strengths.tolist() == pytest.approx([expected])


def test_age_runs_from_the_newest_event_of_each_user() -> None:
    users, times = np.array([0, 0, 1, 1, 0]), np.array([10, 12, 3, NO_TIME, 99]) * DAY
    times[3] = NO_TIME
    # Day 99 is after now: it has age 0 and does not make day 12 old.
    assert ages_of_users(users, times, 20 * DAY).tolist() == [2.0, 0.0, 0.0, 0.0, 0.0]


def test_occasions_are_counted_back_from_the_latest() -> None:
    users = np.array([0, 0, 0, 0, 1, 1, 0])
    times = np.array([3, 1, 1, 2, 5, 5, 99]) * DAY
    assert occasions_ago(users, np.arange(7), times, 10 * DAY).tolist() == [0, 2, 2, 1, 0, 0, 0]


def test_events_without_times_are_occasions_in_their_order_before_all_others() -> None:
    times = np.array([NO_TIME, 4 * DAY, NO_TIME, NO_TIME])
    assert occasions_ago(np.zeros(4, np.int64), np.array([7, 8, 9, 5]), times, 9 * DAY).tolist() == [3, 0, 2, 1]
    twice = occasions_ago(np.zeros(6, np.int64), np.array([7, 9, 5, 7, 9, 5]), np.full(6, NO_TIME), 9 * DAY)
    assert twice.tolist() == [2, 1, 0, 2, 1, 0]


def test_weights_fade_by_days_and_by_occasions() -> None:
    events = purchases([(1, 0, 10.0), (1, 1, 40.0), (1, 2, 70.0)])
    weights = Histories.from_arrays(events, np.arange(3), 70 * DAY, Fading(30.0, 1.0)).weights
    # half-lives 2, 1, 0; occasions ago 2, 1, 0: a quarter of a third, half of a half, all
    assert weights.tolist() == pytest.approx([1 / 12, 1 / 4, 1.0])


def test_ages_are_days_and_never_negative() -> None:
    assert ages_in_days(np.array([0, 3 * DAY, -1]), 2 * DAY).tolist() == [2.0, 0.0, 0.0]


def test_rows_of_absent_keys_and_of_no_keys() -> None:
    assert rows_of(np.array([30, 10]), np.array([10, 20, 40])).tolist() == [1, -1, -1]
    assert rows_of(np.zeros(0, np.int64), np.array([1])).tolist() == [-1]


def test_one_entry_per_user_and_item() -> None:
    events = purchases([(8, 5, 10), (8, 5, 40), (8, 4, 40), (3, 5, 40), (8, 99, 40)])
    histories = Histories.from_arrays(events, np.array([4, 5]), 40 * DAY, Fading(30.0))
    assert histories.user_keys.tolist() == [3, 8]
    assert [histories.of(0)[0].tolist(), histories.of(1)[0].tolist()] == [[1], [0, 1]]
    assert histories.of(1)[1].tolist() == [1.0, 1.0]  # the stronger of 0.5 and 1
    assert histories.times.tolist() == [40 * DAY] * 3
    assert histories.matrix(2).toarray().tolist() == [[0.0, 1.0], [1.0, 1.0]]
    assert histories.positions(np.array([8, 7])).tolist() == [1, -1]
    assert [rows.tolist() for rows in histories.rows_of_each()] == [[1], [0, 1]]


def test_a_later_dislike_wins_and_a_later_purchase_forgives() -> None:
    bought = purchases([(1, 0, 10), (1, 1, 30)])
    disliked = purchases([(1, 0, 30), (1, 1, 10)], Kind.DISLIKE)
    histories = Histories.from_arrays(joined(bought, disliked), np.array([0, 1]), 30 * DAY, Fading(1e9))
    assert histories.weights.round(6).tolist() == [-1.0, 1.0]


def _random_events() -> InteractionArrays:
    random = np.random.default_rng(0)
    return InteractionArrays(
        random.integers(0, 5, 80),
        random.integers(0, 6, 80),
        random.integers(1, 8, 80).astype(np.int8),
        random.choice([NAN, 1.0, 4.0, 5.0], 80).astype(np.float32),
        np.ones(80, np.float32),
        random.integers(0, 9, 80) * DAY,
    )


def test_order_and_repetition_change_nothing() -> None:
    events = _random_events()
    shuffled = joined(events, events).select(np.random.default_rng(1).permutation(160))
    once, twice = (Histories.from_arrays(lot, np.arange(6), 9 * DAY, Fading(3.0)) for lot in (events, shuffled))
    for name in ("user_keys", "indptr", "rows", "weights", "times"):
        np.testing.assert_array_equal(getattr(once, name), getattr(twice, name))


def test_no_events() -> None:
    histories = Histories.from_arrays(purchases([]), np.arange(3), 0, Fading(30.0))
    assert len(histories) == 0
    assert histories.matrix(3).shape == (0, 3)
    assert list(histories.rows_of_each()) == []
