from __future__ import annotations

import numpy as np

from tests.benchmarks.quality.objectives.bought_together import bought_together_pairs
from tests.engine.training.events import events

DAY = 86_400
KEYS = np.array([10, 20, 30])


def test_products_of_one_customer_near_each_other_belong_together() -> None:
    # Customer 1 has 10 and 20, customer 2 has 20 twice and 99, which is not in the pool; customer 3 has 30 alone.
    behaviour = events((1, 10, DAY), (1, 20, DAY), (2, 20, DAY), (2, 20, 2 * DAY), (2, 99, 2 * DAY), (3, 30, DAY))
    pairs = bought_together_pairs(behaviour, KEYS, 2 * DAY, 500, np.random.default_rng(0))
    assert set(zip(pairs.anchors.tolist(), pairs.positives.tolist(), strict=True)) == {(0, 1), (1, 0)}
    assert set(pairs.weights.tolist()) == {1.0}


def test_products_far_apart_do_not_belong_together() -> None:
    behaviour = events((1, 10, 0), *[(1, 30, place * DAY) for place in range(1, 11)], (1, 20, 11 * DAY))
    pairs = bought_together_pairs(behaviour, KEYS, 11 * DAY, 2_000, np.random.default_rng(0))
    assert set(zip(pairs.anchors.tolist(), pairs.positives.tolist(), strict=True)) == {(0, 2), (2, 0), (1, 2), (2, 1)}


def test_recent_pairs_come_more_often() -> None:
    pairs = bought_together_pairs(events((1, 10, 0), (1, 20, 60 * DAY)), KEYS, 60 * DAY, 60_000, np.random.default_rng(0))
    # Each event's only neighbour is one of twenty places away: a twentieth of the draws, two of three from the later one.
    counts = np.bincount(pairs.anchors)
    assert 800 < counts[0] < 1200
    assert 1700 < counts[1] < 2300


def test_nothing_bought_gives_no_pairs_of_products() -> None:
    assert len(bought_together_pairs(events(), KEYS, 0, 10, np.random.default_rng(0))) == 0
