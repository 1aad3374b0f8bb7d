"""Four users and five items A..E, computed by hand: two bought A and B, one C and D, one D alone; nobody E."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.sparse as sp

from recsys_desktop.domain.entities import Float32Array
from recsys_desktop.domain.progress import Cancelled, Progress
from recsys_desktop.engine.operators.collaborative import exact_weights, low_rank_weights

BOUGHT = sp.csr_array(np.array([[1, 1, 0, 0, 0], [1, 1, 0, 0, 0], [0, 0, 1, 1, 0], [0, 0, 0, 1, 0]], np.float64))
NO_TEXTS = np.zeros((5, 0), np.float32)
#: C and E read alike, the others say nothing.
TEXTS = np.array([[0], [0], [1], [0], [1]], np.float32)

#: lambda 1: the block of A, B is [[3, 2], [2, 3]] with inverse [[3, -2], [-2, 3]] / 5; that of C, D is [[2, 1], [1, 3]].
EASE = np.array(
    [
        [0, 2 / 3, 0, 0, 0],
        [2 / 3, 0, 0, 0, 0],
        [0, 0, 0, 1 / 2, 0],
        [0, 0, 1 / 3, 0, 0],
        [0, 0, 0, 0, 0],
    ]
)
#: lambda 1, alpha 2: the block of C, D, E is [[4, 1, 2], [1, 3, 0], [2, 0, 3]] with inverse
#: [[9, -3, -6], [-3, 8, 2], [-6, 2, 11]] / 21.
CEASE = EASE.copy()
CEASE[2:, 2:] = [[0, 3 / 8, 6 / 11], [3 / 9, 0, -2 / 11], [6 / 9, -2 / 8, 0]]


@pytest.mark.parametrize(("texts", "alpha", "expected"), [(NO_TEXTS, 0.0, EASE), (TEXTS, 2.0, CEASE)])
def test_exact_weights_are_those_computed_by_hand(texts: Float32Array, alpha: float, expected: np.ndarray) -> None:
    weights = exact_weights(BOUGHT, texts, alpha, 1.0, Progress())
    np.testing.assert_allclose(weights.matrix, expected, atol=1e-6)


@pytest.mark.parametrize(("texts", "alpha", "expected"), [(NO_TEXTS, 0.0, EASE), (TEXTS, 2.0, CEASE)])
def test_low_rank_weights_of_full_rank_are_the_exact_ones(texts: Float32Array, alpha: float, expected: np.ndarray) -> None:
    weights = low_rank_weights(BOUGHT, texts, alpha, 1.0, 5, 0, Progress())
    everything = np.eye(5, dtype=np.float32)
    np.testing.assert_allclose(weights.times(everything), expected, atol=1e-5)
    np.testing.assert_allclose(weights.transposed_times(everything), expected.T, atol=1e-5)


def test_inverting_by_halves_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = exact_weights(BOUGHT, TEXTS, 2.0, 1.0, Progress())
    monkeypatch.setattr("recsys_desktop.engine.operators.collaborative._LEAF", 1)
    by_halves = exact_weights(BOUGHT, TEXTS, 2.0, 1.0, Progress())
    np.testing.assert_allclose(by_halves.matrix, at_once.matrix, atol=1e-6)


def test_both_forms_agree_on_a_larger_shop() -> None:
    bought = sp.csr_array((np.random.default_rng(1).random((200, 40)) < 0.1).astype(np.float64))
    exact = exact_weights(bought, np.zeros((40, 0), np.float32), 0.0, 5.0, Progress())
    low = low_rank_weights(bought, np.zeros((40, 0), np.float32), 0.0, 5.0, 40, 0, Progress())
    vectors = np.random.default_rng(2).standard_normal((40, 3)).astype(np.float32)
    np.testing.assert_allclose(low.times(vectors), exact.times(vectors), atol=1e-4)
    np.testing.assert_allclose(low.transposed_times(vectors), exact.transposed_times(vectors), atol=1e-4)


def test_cancel_is_heard() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        exact_weights(BOUGHT, NO_TEXTS, 0.0, 1.0, progress)
    with pytest.raises(Cancelled):
        low_rank_weights(BOUGHT, NO_TEXTS, 0.0, 1.0, 5, 0, progress)
