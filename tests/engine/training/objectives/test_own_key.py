from __future__ import annotations

import numpy as np
import pytest
import torch

from recsys_desktop.engine.training.objectives.base import Batch, Wordings
from tests.benchmarks.quality.objectives.own_key import OwnKey

ROWS = np.array([5, 3])
#: Keys at a right angle, of any length, and the texts that they are a quarter turn away from, in a wider space.
KEYS = np.array([[0.0, 2.0], [-0.5, 0.0]], np.float32)
TEXTS = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]], np.float32)


def _objective() -> OwnKey:
    return OwnKey(Wordings(ROWS), KEYS, TEXTS, weight=1.0, batch=2)


def test_a_mere_turn_between_keys_and_texts_costs_nothing() -> None:
    loss = _objective().loss(Batch((np.array([3, 5]),)), (torch.from_numpy(TEXTS[[1, 0]]),))
    assert loss.item() == pytest.approx(0.0, abs=1e-6)


def test_hand_computed_cosines_to_the_turned_keys() -> None:
    # The turned keys are (1, 0, 0) and (0, 1, 0); the texts have cosines .6 and .8 to them.
    texts = torch.tensor([[0.6, 0.0, 0.8], [0.6, 0.8, 0.0]])
    assert _objective().loss(Batch((ROWS,)), (texts,)).item() == pytest.approx(1.0 - (0.6 + 0.8) / 2, abs=1e-6)


def test_the_turn_keeps_the_cosines_between_keys() -> None:
    random = np.random.default_rng(0)
    keys, texts = random.standard_normal((6, 3)).astype(np.float32), random.standard_normal((6, 5)).astype(np.float32)
    texts /= np.linalg.norm(texts, axis=1, keepdims=True)
    goals = OwnKey(Wordings(np.arange(6)), keys, texts, weight=1.0, batch=2)._goals.numpy()
    unit = keys / np.linalg.norm(keys, axis=1, keepdims=True)
    np.testing.assert_allclose(goals @ goals.T, unit @ unit.T, atol=1e-6)
    # No other turn is nearer: a small one in any plane of the texts' space goes farther away.
    best = float((goals * texts).sum())
    for first in range(5):
        for second in range(first):
            for angle in (-0.1, 0.1):
                turn = np.eye(5)
                turn[[first, first, second, second], [first, second, first, second]] = [
                    np.cos(angle), -np.sin(angle), np.sin(angle), np.cos(angle),
                ]  # fmt: skip
                assert float((goals @ turn * texts).sum()) < best + 1e-6
