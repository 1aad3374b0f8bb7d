"""The sum of two operators, each with a factor per key, is the sum of their matrices with scaled columns."""

from __future__ import annotations

import numpy as np

from recsys_desktop.engine.operators.added import AddedWeights
from recsys_desktop.engine.operators.collaborative import ExactWeights, LowRankWeights


def test_sum_of_an_exact_and_a_low_rank_operator() -> None:
    exact = ExactWeights(np.array([[0, 2], [3, 0]], np.float32))
    low = LowRankWeights(np.array([[1], [2]], np.float32), np.array([[5], [7]], np.float32))  # [[0, 7], [10, 0]]
    added = AddedWeights((exact, low), (np.array([1, 10], np.float32), np.array([0.5, 1], np.float32)))
    expected = np.array([[0, 20 + 7], [3 + 5, 0]])
    identity = np.eye(2, dtype=np.float32)
    assert added.times(identity).tolist() == expected.tolist()
    assert added.transposed_times(identity).tolist() == expected.T.tolist()
