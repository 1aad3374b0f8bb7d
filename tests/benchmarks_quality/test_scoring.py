"""Figures computed by hand."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from tests.benchmarks.quality.scoring import LENGTH, Judged, difference, figures, list_facts, values_of
from tests.benchmarks.quality.task import Task, purchases, queries_of
from tests.benchmarks_quality.shops import shop


def _task(targets: list[list[int]]) -> Task:
    count = len(targets)
    nothing = np.zeros(0, np.int64)
    queries = queries_of(
        [str(number) for number in range(count)], purchases(nothing, nothing, nothing), [np.array(t) for t in targets]
    )
    return replace(shop(), queries=queries)


def _lists(*rows: list[int]) -> np.ndarray:
    return np.array([row + [-1] * (LENGTH - len(row)) for row in rows])


def test_values_by_hand() -> None:
    found = values_of(_task([[4, 5], [9], []]), _lists([4, 1, 5], [1, 2, 3], [4]))
    ideal = 1.0 + 1.0 / math.log2(3)
    np.testing.assert_allclose(found["ndcg@10"], [(1.0 + 0.5) / ideal, 0.0, np.nan])
    np.testing.assert_allclose(found["recall@20"], [1.0, 0.0, np.nan])
    np.testing.assert_allclose(found["hit_rate@10"], [1.0, 0.0, np.nan])


def test_targets_outside_the_catalogue_are_missed() -> None:
    task = _task([[4]])
    task = replace(task, queries=replace(task.queries, target_counts=np.array([2])))
    found = values_of(task, _lists([4]))
    np.testing.assert_allclose(found["ndcg@10"], [1.0 / (1.0 + 1.0 / math.log2(3))])
    np.testing.assert_allclose(found["recall@20"], [0.5])


def test_only_the_first_ten_places_count_for_ndcg() -> None:
    found = values_of(_task([[12]]), _lists([*range(10), 12]))
    assert found["ndcg@10"][0] == found["hit_rate@10"][0] == 0.0
    assert found["recall@20"][0] == 1.0


def test_figures_and_differences_leave_out_queries_without_targets() -> None:
    task = _task([[4], [9], []])
    ours, theirs = Judged.of(task, _lists([4], [9], [1])), Judged.of(task, _lists([1, 4], [9], [1]))
    everything = np.ones(3, np.bool_)
    assert figures(ours.values, everything)["ndcg@10"] == (1.0, 1.0, 1.0)
    gap = 1.0 - 1.0 / math.log2(3)
    assert difference(ours.values, theirs.values, everything) == pytest.approx((gap / 2, 0.0, gap), abs=1e-6)
    assert figures(ours.values, np.array([False, False, True]))["ndcg@10"] == (None, None, None)


def test_facts_about_lists() -> None:
    task = shop()  # thirteen items; the two most bought are the head
    head = np.lexsort((np.arange(13), -np.bincount(task.train.item_keys, minlength=13)))[:2].tolist()
    tail = [row for row in range(13) if row not in head][:2]
    assert list_facts(task, _lists([head[0], tail[0]], [head[1], tail[1]])) == {"coverage@10": 4 / 13, "long_tail@10": 0.5}
