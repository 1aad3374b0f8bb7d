from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from recsys_desktop.engine.training.objectives.base import Batch
from recsys_desktop.engine.training.objectives.labelled import LabelledMargin
from recsys_desktop.engine.training.pairs import LabelledPairs

PAIRS = LabelledPairs(np.array([8, 8, 9]), np.array([0, 1, 2]), np.array([1.0, -1.0, 0.5], np.float32))
SENTENCES = [[1.0, 0.0], [1.0, 0.0]]


def test_hand_computed_like_and_dislike() -> None:
    objective = LabelledMargin(PAIRS, 8, weight=1.0, batch=8)
    items, others = torch.tensor([[0.8, 0.6], [0.6, 0.8]]), torch.tensor([[0.0, 1.0], [0.8, 0.6]])
    batch = Batch((np.array([8, 8]), np.array([0, 1]), np.array([4, 5])), np.array([1.0, -0.5], np.float32))
    # The others are at .4 on average; steepness 8: the like sits at 8 (.8 - .4) = 3.2, the half dislike at 8 (.6 - .4) = 1.6.
    expected = (math.log1p(math.exp(-3.2)) + 0.5 * math.log1p(math.exp(1.6))) / 2
    assert objective.loss(batch, (torch.tensor(SENTENCES), items, others)).item() == pytest.approx(expected, abs=1e-6)


def test_the_gradient_pulls_likes_near_and_pushes_dislikes_away() -> None:
    objective = LabelledMargin(PAIRS, 8, weight=1.0, batch=8)
    items = torch.tensor([[0.6, 0.8], [0.6, 0.8]], requires_grad=True)
    batch = Batch((np.array([8, 8]), np.array([0, 1]), np.array([4])), np.array([1.0, -1.0], np.float32))
    objective.loss(batch, (torch.tensor(SENTENCES), items, torch.tensor([[0.6, 0.8]]))).backward()
    assert items.grad is not None
    assert items.grad[0, 0] < 0 < items.grad[1, 0]


def test_few_answers_are_all_drawn_once_beside_random_products() -> None:
    batch = LabelledMargin(PAIRS, 100, weight=1.0, batch=8).draw(np.random.default_rng(0))
    assert batch.labels is not None
    lines = zip(batch.columns[0].tolist(), batch.columns[1].tolist(), batch.labels.tolist(), strict=True)
    assert sorted(lines) == [(8, 0, 1.0), (8, 1, -1.0), (9, 2, 0.5)]
    assert len(set(batch.columns[2].tolist())) == 8
    assert batch.columns[2].max() < 100


def test_many_answers_take_turns() -> None:
    assert len(LabelledMargin(PAIRS, 8, weight=1.0, batch=2).draw(np.random.default_rng(0)).columns[0]) == 2
