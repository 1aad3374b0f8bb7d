from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from recsys_desktop.domain.entities import Kind
from recsys_desktop.engine.evaluation import bootstrap, judge, new_targets, paired_bootstrap, time_split
from recsys_desktop.engine.popularity import bestsellers, popular_lists
from tests.engine.shops import DAY, joined, purchases

KEYS = np.array([50, 40, 30])


def test_split_is_one_moment_for_all() -> None:
    events = purchases([(1, 50, 9.99), (1, 40, 10), (2, 30, 11), (2, 50, 12), (2, 40, None)])
    split = time_split(events, 10 * DAY, until=12 * DAY)
    assert split.fit.item_keys.tolist() == [50, 40]  # without a time: before
    assert split.later.item_keys.tolist() == [40, 30]
    assert time_split(events, 10 * DAY).later.item_keys.tolist() == [40, 30, 50]
    assert split.fit.times.max() < split.time <= split.later.times.min()


def test_targets_are_new_to_a_known_user_and_liked() -> None:
    before = purchases([(1, 50, 0), (2, 30, 0), (3, 30, 0)])
    after = purchases([(1, 50, 11), (1, 40, 11), (1, 40, 12), (1, 30, 12), (2, 99, 11), (4, 50, 11)])
    hated = purchases([(3, 50, 11)], Kind.DISLIKE)
    targets = new_targets(time_split(joined(before, after, hated), 10 * DAY), KEYS)
    assert targets.user_keys.tolist() == [1]
    assert [rows.tolist() for rows in targets.of_each()] == [[1, 2]]
    assert targets.counts.tolist() == [2]


def test_no_later_behaviour_no_targets() -> None:
    targets = new_targets(time_split(purchases([(1, 50, 0)]), 10 * DAY), KEYS)
    assert (len(targets), list(targets.of_each()), targets.counts.tolist()) == (0, [], [])


def test_judge_by_hand() -> None:
    before = purchases([(1, 50, 0), (2, 50, 0)])
    targets = new_targets(time_split(joined(before, purchases([(1, 40, 11), (2, 40, 11), (2, 30, 11)])), 10 * DAY), KEYS)
    lists = np.full((2, 20), -1)
    lists[0, 12] = 1  # customer 1: the target stands at rank 13
    lists[1, :2] = [0, 2]  # customer 2: one of two targets at rank 2
    metrics = judge(lists, targets)
    assert metrics["hit_rate@10"].tolist() == [0.0, 1.0]
    assert metrics["recall@20"].tolist() == [1.0, 0.5]
    assert metrics["ndcg@10"].tolist() == pytest.approx([0.0, 0.6309297535714574 / 1.6309297535714574])


def test_bestsellers_and_their_lists() -> None:
    events = joined(purchases([(1, 50, 6), (1, 40, 20), (2, 40, 20), (3, 30, 20)]), purchases([(4, 50, 20)], Kind.DISLIKE))
    popularity = bestsellers(KEYS, events)
    np.testing.assert_allclose(popularity, [0.125, 1.0, 0.5])
    lists = popular_lists(popularity, 2, [np.array([1]), np.zeros(0, np.int64), np.array([0, 1, 2])])
    assert lists.tolist() == [[2, 0], [1, 2], [-1, -1]]
    assert popular_lists(np.zeros(2), 2, [np.zeros(0, np.int64)]).tolist() == [[0, 1]]


def test_bootstrap_of_equal_values_has_no_width() -> None:
    assert bootstrap(np.full(50, 0.25), 0) == (0.25, 0.25, 0.25)


def test_bootstrap_has_the_width_of_the_normal_interval() -> None:
    values = np.random.default_rng(0).standard_normal(2000)
    mean, low, high = bootstrap(values, 0)
    half = 1.96 * float(values.std()) / np.sqrt(2000)
    assert mean == pytest.approx(float(values.mean()))
    assert (mean - low, high - mean) == pytest.approx((half, half), rel=0.08)
    assert bootstrap(values, 0) == (mean, low, high)


def test_pairs_are_compared_user_by_user() -> None:
    theirs = np.random.default_rng(0).random(200)
    assert paired_bootstrap(theirs + 0.125, theirs, 0) == pytest.approx((0.125, 0.125, 0.125))
    with pytest.raises(ValueError, match="200 users against 199"):
        paired_bootstrap(theirs, theirs[1:], 0)


def test_bootstrap_of_nobody_is_unknown() -> None:
    assert np.isnan(bootstrap(np.zeros(0), 0)).all()


def test_repeated_events_change_no_target() -> None:
    events = purchases([(1, 50, 0), (1, 40, 11)])
    one, two = (new_targets(time_split(lot, 10 * DAY), KEYS) for lot in (events, joined(events, events)))
    assert one.rows.tolist() == two.rows.tolist() == [1]
    assert replace(one, rows=two.rows).counts.tolist() == [1]
