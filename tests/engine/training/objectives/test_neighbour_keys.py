from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from recsys_desktop.domain.entities import Float32Array
from recsys_desktop.engine.training.objectives.base import Batch, Wordings
from recsys_desktop.engine.training.objectives.neighbour_keys import NeighbourKeys
from tests.benchmarks.quality.neighbour_mean import kernel_mean

ROWS = np.array([3, 5, 8])
KEYS = np.array([[1.0, 0.0], [0.0, 1.0], [2.0, 0.0]], np.float32)
TEXTS = np.array([[1.0, 0.0], [0.0, 1.0], [0.6, 0.8]], np.float32)


def _objective(keys: Float32Array = KEYS, texts: Float32Array = TEXTS, neighbours: int = 30, tau: float = 0.5) -> NeighbourKeys:
    rows = ROWS if len(keys) == len(ROWS) else np.arange(len(keys))
    return NeighbourKeys(Wordings(rows), keys, texts, weight=1.0, batch=2, neighbours=neighbours, temperature=tau)


def test_hand_computed_for_one_product() -> None:
    # Text (1, 0) sees the others at cosines 0 and .6; over tau .5 that is e^0 : e^1.2. Its own key is not among them.
    one, other = 1.0, math.exp(1.2)
    told = np.array([2.0 * other, 1.0 * one]) / (one + other)
    expected = 1.0 - told[0] / math.hypot(*told)
    loss = _objective().loss(Batch((np.array([3]),)), (torch.tensor([[1.0, 0.0]]),))
    assert loss.item() == pytest.approx(expected, abs=1e-6)


def test_only_the_nearest_count() -> None:
    loss = _objective(neighbours=1).loss(Batch((np.array([3]),)), (torch.tensor([[1.0, 0.0]]),))
    assert loss.item() == pytest.approx(0.0, abs=1e-6)  # the nearest is the third, whose key has the same direction


def test_it_is_what_the_item_space_does_without_that_product() -> None:
    random = np.random.default_rng(0)
    texts = random.standard_normal((40, 8)).astype(np.float32)
    texts /= np.linalg.norm(texts, axis=1, keepdims=True)
    keys = random.standard_normal((40, 5)).astype(np.float32)
    objective = _objective(keys, texts, neighbours=7, tau=0.05)
    for row in (0, 17):
        rest = np.arange(40) != row
        told = kernel_mean(texts[[row]], texts[rest], keys[rest], 7, 0.05)
        cosine = float(told[0] @ keys[row]) / float(np.linalg.norm(told[0]) * np.linalg.norm(keys[row]))
        loss = objective.loss(Batch((np.array([row]),)), (torch.from_numpy(texts[[row]]),))
        assert loss.item() == pytest.approx(1.0 - cosine, abs=1e-5)


def test_a_step_down_the_gradient_lowers_the_loss() -> None:
    texts = torch.tensor([[1.0, 0.0]], requires_grad=True)
    loss = _objective().loss(Batch((np.array([3]),)), (texts,))
    loss.backward()
    assert texts.grad is not None
    moved = torch.nn.functional.normalize(texts.detach() - 0.1 * texts.grad)
    assert _objective().loss(Batch((np.array([3]),)), (moved,)).item() < loss.item()


def test_new_vectors_are_remembered_as_neighbours() -> None:
    objective = _objective(neighbours=1)
    # The second product's text moves onto (1, 0): it is then the nearest of the first, and its key (0, 1) is wrong by 90 degrees.
    objective.loss(Batch((np.array([5]),)), (torch.tensor([[1.0, 0.0]]),))
    assert objective.loss(Batch((np.array([3]),)), (torch.tensor([[1.0, 0.0]]),)).item() == pytest.approx(1.0, abs=1e-6)


def test_another_wording_is_told_from_the_same_product() -> None:
    rows, again = ROWS, np.array([13, 15, 18])
    objective = NeighbourKeys(Wordings(rows, again), KEYS, TEXTS, weight=1.0, batch=2, neighbours=30, temperature=0.5)
    texts = torch.tensor([[1.0, 0.0]])
    expected = _objective().loss(Batch((np.array([3]),)), (texts,)).item()
    assert objective.loss(Batch((np.array([13]),)), (texts,)).item() == pytest.approx(expected, abs=1e-6)
