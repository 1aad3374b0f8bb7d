from __future__ import annotations

import numpy as np
import pytest

from recsys_desktop.engine.metrics import coverage, hit_rate, ndcg, recall

#: Three users, four ranks: hits at 1 and 3 of 2 targets; at 2 of 6; none of 1.
HITS = np.array([[1, 0, 1, 0], [0, 1, 0, 0], [0, 0, 0, 0]], np.bool_)
TARGETS = np.array([2, 6, 1])
#: Gains at ranks 1 to 4.
G = 1 / np.log2([2, 3, 4, 5])


def test_hit_rate() -> None:
    assert hit_rate(HITS).tolist() == [1.0, 1.0, 0.0]


def test_recall_is_reachable() -> None:
    assert recall(HITS, TARGETS).tolist() == pytest.approx([2 / 2, 1 / 4, 0 / 1])
    assert recall(np.ones((1, 4), np.bool_), np.array([9])).tolist() == [1.0]


def test_ndcg() -> None:
    expected = [(G[0] + G[2]) / (G[0] + G[1]), G[1] / G.sum(), 0.0]
    assert ndcg(HITS, TARGETS).tolist() == pytest.approx(expected)
    assert ndcg(HITS, TARGETS)[0] == pytest.approx(1.5 / (1 + 0.6309297535714574))


def test_ndcg_falls_with_the_rank_of_the_hit() -> None:
    values = ndcg(np.eye(4, dtype=np.bool_), np.ones(4, np.int64))
    assert values.tolist() == pytest.approx([1.0, 0.6309297535714574, 0.5, 0.43067655807339306])


def test_no_users_no_values() -> None:
    hits, targets = np.zeros((0, 10), np.bool_), np.zeros(0, np.int64)
    assert [len(hit_rate(hits)), len(recall(hits, targets)), len(ndcg(hits, targets))] == [0, 0, 0]


def test_coverage() -> None:
    assert coverage(np.array([[0, 1], [1, -1]]), 8) == 2 / 8
    assert coverage(np.full((2, 2), -1), 8) == 0.0
    assert coverage(np.zeros((0, 2), np.int64), 0) == 0.0
