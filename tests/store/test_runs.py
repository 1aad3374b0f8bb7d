"""Runs with their curves."""

from __future__ import annotations

import math
import sqlite3

import pytest

from recsys_desktop.domain.entities import CurvePoint
from recsys_desktop.store.database import Database
from recsys_desktop.store.runs import Runs


@pytest.fixture
def runs(database: Database) -> Runs:
    return Runs(database)


def test_a_run_is_open_until_it_is_finished(runs: Runs) -> None:
    assert runs.start("train", {"epochs": 3, "名": "é"}, 42) == 1
    (run,) = runs.list(10)
    assert (run.number, run.kind, run.settings, run.seed) == (1, "train", {"epochs": 3, "名": "é"}, 42)
    assert (run.finished, run.result, run.model_version) == (None, {}, None)
    runs.finish(1, {"kept": True, "ndcg": 0.5}, 2)
    (run,) = runs.list(10)
    assert (run.result, run.model_version) == ({"kept": True, "ndcg": 0.5}, 2)
    assert run.finished is not None
    assert run.finished >= run.started > 1_700_000_000


def test_the_latest_come_first(runs: Runs) -> None:
    assert runs.list(5) == []
    for seed in range(4):
        runs.start("evaluate", {}, seed)
    assert [run.seed for run in runs.list(3)] == [3, 2, 1]


def test_points_are_ordered_and_replaced(runs: Runs) -> None:
    for _ in range(2):
        runs.start("train", {}, 0)
    runs.add_points(1, [CurvePoint("loss", 20, 0.5), CurvePoint("loss", 3, 0.9), CurvePoint("ndcg@10", 20, 0.1)])
    runs.add_points(1, [CurvePoint("loss", 20, 0.4)])
    runs.add_points(2, [CurvePoint("loss", 1, 7.0)])
    assert runs.points(1) == [CurvePoint("loss", 3, 0.9), CurvePoint("loss", 20, 0.4), CurvePoint("ndcg@10", 20, 0.1)]
    assert runs.points(2) == [CurvePoint("loss", 1, 7.0)]
    assert runs.points(3) == []


def test_a_loss_that_is_not_a_number_is_kept(runs: Runs) -> None:
    runs.start("train", {}, 0)
    runs.add_points(1, [CurvePoint("loss", 1, math.nan), CurvePoint("loss", 2, math.inf)])
    first, second = runs.points(1)
    assert math.isnan(first.value)
    assert second.value == math.inf


def test_points_of_no_run_are_a_bug(runs: Runs) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        runs.add_points(9, [CurvePoint("loss", 1, 0.0)])
