from __future__ import annotations

import numpy as np
import pytest

from recsys_desktop.domain.progress import Cancelled, Progress
from recsys_desktop.engine.ranker import best_of_each, top_k, top_k_many

KEYS = np.array([[1, 0], [0, 1], [0.6, 0.8], [-1, 0], [0.6, 0.8]], np.float32)
USER = np.array([0.0, 2.0])
NONE = np.zeros(0, np.int64)


def test_best_first_and_ties_by_row() -> None:
    rows, scores = top_k(KEYS, USER, 4, NONE)
    assert rows.tolist() == [1, 2, 4, 0]
    assert scores.tolist() == pytest.approx([1.0, 0.8, 0.8, 0.0])


def test_excluded_rows_are_never_listed() -> None:
    assert top_k(KEYS, USER, 3, np.array([1, 4, 1]))[0].tolist() == [2, 0, 3]
    assert top_k(KEYS, USER, 9, np.array([1]))[0].tolist() == [2, 4, 0, 3]
    assert top_k(KEYS, USER, 3, np.arange(5))[0].tolist() == []


@pytest.mark.parametrize("k", [0, 1])
def test_nothing_to_rank(k: int) -> None:
    rows, scores = top_k(np.zeros((0, 2), np.float32), USER, k, NONE)
    assert (rows.tolist(), scores.tolist()) == ([], [])
    assert (
        top_k_many(np.zeros((0, 2), np.float32), np.zeros((2, 2), np.float32), 1, [NONE] * 2, Progress())[0].tolist() == [[-1]] * 2
    )


def test_a_zero_vector_scores_zero() -> None:
    rows, scores = top_k(KEYS, np.zeros(2), 2, NONE)
    assert (rows.tolist(), scores.tolist()) == ([0, 1], [0.0, 0.0])


def test_many_fill_up_with_no_item() -> None:
    users = np.array([[0, 2], [-3, 0]], np.float32)
    rows, scores = top_k_many(KEYS, users, 4, [np.array([1, 0]), NONE], Progress())
    assert rows.tolist() == [[2, 4, 3, -1], [3, 1, 2, 4]]
    assert scores[0].tolist() == pytest.approx([0.8, 0.8, 0.0, -np.inf])
    assert top_k_many(KEYS, users, 7, [NONE, NONE], Progress())[0].shape == (2, 7)


def test_many_agree_with_one_across_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recsys_desktop.engine.ranker._BLOCK_SCORES", 1000)
    random = np.random.default_rng(0)
    keys = random.standard_normal((300, 8)).astype(np.float32)
    keys /= np.linalg.norm(keys, axis=1, keepdims=True)
    users = random.standard_normal((20, 8)).astype(np.float32)
    seen = [random.integers(0, 300, 30) for _ in range(20)]
    rows, scores = top_k_many(keys, users, 10, seen, Progress())
    for user in range(20):
        expected = top_k(keys, users[user].astype(np.float64), 10, seen[user])
        assert rows[user].tolist() == expected[0].tolist()
        np.testing.assert_allclose(scores[user], expected[1], atol=1e-6)


def test_top_k_is_the_sorted_list() -> None:
    random = np.random.default_rng(1)
    keys = np.repeat(random.standard_normal((40, 6)).astype(np.float32), 3, axis=0)  # every score three times
    user = random.standard_normal(6)
    scores = keys.astype(np.float64) @ user
    expected = sorted(range(120), key=lambda row: (-round(float(scores[row]), 9), row))
    assert top_k(keys, user, 25, NONE)[0].tolist() == expected[:25]


def test_ties_of_many_come_by_column() -> None:
    assert best_of_each(np.array([[1, 2, 2, 1], [0, 0, 0, 0]], np.float32), 3)[0].tolist() == [[1, 2, 0], [0, 1, 2]]


def test_cancel_is_heard() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        top_k_many(KEYS, KEYS, 1, [NONE] * 5, progress)
