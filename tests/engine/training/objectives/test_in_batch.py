from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from recsys_desktop.engine.training.objectives.base import Batch
from recsys_desktop.engine.training.objectives.in_batch import InBatchNegatives
from recsys_desktop.engine.training.pairs import TextPairs


def _pairs(*rows: tuple[int, int, float]) -> TextPairs:
    anchors, positives, weights = zip(*rows, strict=True)
    return TextPairs(np.array(anchors), np.array(positives), np.array(weights, np.float32))


Rows = list[list[float]]


def _loss(objective: InBatchNegatives, anchors: list[int], positives: list[int], a: Rows, p: Rows) -> float:
    batch = Batch((np.array(anchors), np.array(positives)))
    return objective.loss(batch, (torch.tensor(a), torch.tensor(p))).item()


def test_hand_computed_two_pairs_of_equal_popularity() -> None:
    objective = InBatchNegatives(_pairs((5, 0, 1.0), (6, 1, 1.0)), weight=1.0, batch=2, scale=2.0)
    loss = _loss(objective, [5, 6], [0, 1], [[1.0, 0.0], [0.0, 1.0]], [[1.0, 0.0], [0.6, 0.8]])
    # Scores 2 cos: [[2, 1.2], [0, 1.6]]; log q is the same for both and cancels.
    expected = (math.log(math.exp(2) + math.exp(1.2)) - 2 + math.log(1 + math.exp(1.6)) - 1.6) / 2
    assert loss == pytest.approx(expected, abs=1e-6)


def test_log_q_takes_the_popularity_off_the_score() -> None:
    objective = InBatchNegatives(_pairs((5, 0, 3.0), (6, 1, 1.0)), weight=1.0, batch=2, scale=1.0)
    loss = _loss(objective, [5, 6], [0, 1], [[1.0, 0.0], [1.0, 0.0]], [[1.0, 0.0], [1.0, 0.0]])
    # All cosines are 1: the first positive's score falls by log(3/4), the second's by log(1/4); softmax = (1/4, 3/4).
    assert loss == pytest.approx((-math.log(1 / 4) - math.log(3 / 4)) / 2, abs=1e-6)


def test_the_same_product_twice_is_no_negative() -> None:
    objective = InBatchNegatives(_pairs((5, 0, 1.0), (6, 0, 1.0)), weight=1.0, batch=2)
    assert _loss(objective, [5, 6], [0, 0], [[1.0, 0.0], [0.0, 1.0]], [[1.0, 0.0], [1.0, 0.0]]) == pytest.approx(0.0, abs=1e-6)


def test_the_anchor_itself_is_no_negative() -> None:
    objective = InBatchNegatives(_pairs((0, 1, 1.0), (2, 0, 1.0)), weight=1.0, batch=2, scale=1.0)
    # The second positive is the first anchor: only the second line has a negative.
    loss = _loss(objective, [0, 2], [1, 0], [[1.0, 0.0], [1.0, 0.0]], [[1.0, 0.0], [1.0, 0.0]])
    assert loss == pytest.approx(math.log(2) / 2, abs=1e-6)


def test_pairs_are_drawn_by_weight() -> None:
    objective = InBatchNegatives(_pairs((5, 0, 0.0), (6, 1, 1.0), (7, 2, 3.0)), weight=1.0, batch=4000)
    drawn = objective.draw(np.random.default_rng(0)).columns[1]
    counts = np.bincount(drawn, minlength=3) / 4000
    np.testing.assert_allclose(counts, [0.0, 0.25, 0.75], atol=0.03)
