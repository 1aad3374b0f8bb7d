from __future__ import annotations

import numpy as np

from recsys_desktop.domain.entities import NO_TIME
from recsys_desktop.engine.evaluation import Targets
from recsys_desktop.engine.selection.folds import make_folds, sampled
from tests.engine.shops import DAY, purchases

ITEMS = np.arange(400)


def test_windows_follow_the_calendar_and_end_one_after_the_other() -> None:
    # 60 customers buy a product of their own every day for 200 days: day d is product d.
    events = purchases([(user, day, float(day)) for user in range(60) for day in range(200)])
    folds = make_folds(events, ITEMS, 9, 1_000)
    assert folds.by_time
    # days 0 to 199: windows of 28 days from 172, 144, 116; the next would start at 88, before the half of the time
    assert [fold.split.time // DAY for fold in folds.each] == [171, 143, 115]
    assert folds.customers == 180
    for fold in folds.each:
        assert fold.split.fit.times.max() < fold.split.time <= fold.split.later.times.min()
        assert fold.split.later.times.max() < fold.split.time + 28 * DAY
        assert fold.now == fold.split.fit.times.max()
    assert make_folds(events, ITEMS, 2, 1_000).each[1].split.time // DAY == 143


def test_a_short_past_gives_a_window_of_its_quarter() -> None:
    events = purchases([(user, day, float(day)) for user in range(60) for day in range(41)])
    (fold,) = make_folds(events, ITEMS, 1, 1_000).each
    # 40 days and a second, a quarter of them is 10 days
    assert fold.split.time == 30 * DAY + 1


def test_customers_who_never_come_back_are_cut_each_for_themselves() -> None:
    # Each of 60 customers buys twenty products within one day of their own.
    events = purchases([(user, user + item, user + item / 100) for user in range(60) for item in range(20)])
    folds = make_folds(events, ITEMS, 3, 1_000)
    assert not folds.by_time
    (fold,) = folds.each
    # 10 % of 20 are 2: the latest two
    assert fold.targets.counts.tolist() == [2] * 60
    assert fold.targets.rows[:2].tolist() == [18, 19]


def test_two_events_leave_one_to_learn_from_and_one_leaves_itself() -> None:
    rows = [(user, item, float(item)) for user in range(60) for item in (1, 2)] + [(99, 3, 1.0)]
    (fold,) = make_folds(purchases(rows), ITEMS, 1, 1_000).each
    assert fold.targets.rows.tolist() == [2] * 60
    assert 99 in fold.split.fit.user_keys


def test_without_times_what_stands_last_is_the_latest() -> None:
    events = purchases([(user, (7 * item + user) % 20, None) for item in range(20) for user in range(80)])
    folds = make_folds(events, ITEMS, 3, 1_000)
    assert not folds.by_time
    (fold,) = folds.each
    assert fold.targets.rows[:2].tolist() == sorted([7 * 18 % 20, 7 * 19 % 20])
    assert fold.now == NO_TIME


def test_too_few_customers_tell_nothing() -> None:
    assert make_folds(purchases([(user, item, float(item)) for user in range(20) for item in range(9)]), ITEMS, 3, 99).each == ()
    assert make_folds(purchases([]), ITEMS, 3, 99).each == ()


def test_every_so_many_th_customer_is_kept() -> None:
    targets = Targets(np.arange(5), np.array([0, 1, 3, 4, 6, 7]), np.array([9, 1, 2, 8, 3, 4, 7]))
    kept = sampled(targets, 2)  # every third
    assert kept.user_keys.tolist() == [0, 3]
    assert [rows.tolist() for rows in kept.of_each()] == [[9], [3, 4]]
    assert sampled(targets, 5) is targets
