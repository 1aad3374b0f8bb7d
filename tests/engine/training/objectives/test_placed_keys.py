from __future__ import annotations

import numpy as np
import pytest
import torch

from recsys_desktop.engine.placing import NOISE, NOISE_OF_ONE_BUYER, likeness
from recsys_desktop.engine.training.objectives.base import Batch, Wordings
from tests.benchmarks.quality.objectives.placed_keys import PlacedKeys

BUYERS = np.array([1.0, 2.0, 9.0, 5.0, 1.0, 3.0])


def test_it_is_the_regression_without_that_product() -> None:
    random = np.random.default_rng(0)
    texts = random.standard_normal((6, 4)).astype(np.float32)
    texts /= np.linalg.norm(texts, axis=1, keepdims=True)
    keys = random.standard_normal((6, 3)).astype(np.float32)
    noise = NOISE + NOISE_OF_ONE_BUYER / BUYERS
    middle = np.average(keys, axis=0, weights=1.0 / (1.0 + noise))  # the one number that the left-out product still has a say in
    for product in range(6):
        rest = np.arange(6) != product
        matrix = likeness(texts[rest], texts[rest]) + np.diag(noise[rest])
        told = middle + likeness(texts[[product]], texts[rest])[0] @ np.linalg.solve(matrix, keys[rest] - middle)
        cosine = float(told @ keys[product]) / float(np.linalg.norm(told) * np.linalg.norm(keys[product]))
        objective = PlacedKeys(Wordings(np.arange(10, 16)), keys, texts, BUYERS, weight=1.0, batch=2)
        loss = objective.loss(Batch((np.array([10 + product]),)), (torch.from_numpy(texts[[product]]),))
        assert loss.item() == pytest.approx(1.0 - cosine, abs=1e-4)


def test_a_step_down_the_gradient_lowers_the_loss() -> None:
    keys = np.array([[1.0, 0.0], [1.0, 0.2], [0.0, 1.0]], np.float32)
    before = np.array([[0.6, 0.8], [1.0, 0.0], [0.0, 1.0]], np.float32)
    batch, buyers = Batch((np.array([0]),)), np.full(3, 5.0)
    texts = torch.from_numpy(before[[0]]).requires_grad_()
    loss = PlacedKeys(Wordings(np.arange(3)), keys, before, buyers, weight=1.0, batch=1).loss(batch, (texts,))
    loss.backward()
    assert texts.grad is not None
    moved = torch.nn.functional.normalize(texts.detach() - 0.1 * texts.grad)
    again = PlacedKeys(Wordings(np.arange(3)), keys, before, buyers, weight=1.0, batch=1)
    assert again.loss(batch, (moved,)).item() < loss.item()
    assert moved[0, 0] > 0.6  # towards the second product, whose key is like its own
