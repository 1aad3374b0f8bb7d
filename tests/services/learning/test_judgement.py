"""The rule that keeps or drops a model, by numbers made by hand."""

from __future__ import annotations

import numpy as np
import pytest

from recsys_desktop.engine.history import Float64Array
from recsys_desktop.services.learning.judgement import Judged, Judgement, judgement_of, verdict_of_run


def _judged(new: Float64Array, active: Float64Array) -> Judged:
    ways = {"new": new, "active": active, "popularity": np.zeros(len(new))}
    return {way: {"ndcg@10": values, "recall@20": values, "hit_rate@10": (values > 0) * 1.0} for way, values in ways.items()}


SAME = np.full(50, 0.2)
LEVEL = _judged(SAME, SAME)


def _judgement(new: Float64Array, active: Float64Array, everything: Judged = LEVEL) -> Judgement:
    return judgement_of(everything, _judged(new, active))


def test_a_gain_for_every_customer_is_kept_and_told_in_customers() -> None:
    judgement = _judgement(SAME, np.r_[np.zeros(10), np.full(40, 0.1)])
    assert judgement.better
    assert judgement.new_products[0] == pytest.approx(0.12)
    assert str(judgement.verdict).startswith("Better than before: 50 of 50 customers would have seen a new product")
    assert "Before: 40. By likeness to bestsellers alone: 0." in str(judgement.verdict)


def test_a_gain_within_chance_is_not_kept() -> None:
    noise = np.random.default_rng(0).normal(0.0, 0.3, 50)
    judgement = _judgement(SAME + noise - noise.mean() + 0.01, SAME)
    assert judgement.new_products[0] == pytest.approx(0.01)
    assert judgement.new_products[1] < 0
    assert not judgement.better
    assert "Not clearly better" in str(judgement.verdict)


def test_the_same_lists_are_not_better() -> None:
    assert not _judgement(SAME, SAME).better


def test_a_gain_bought_with_all_other_products_is_not_kept() -> None:
    judgement = _judgement(SAME, SAME - 0.1, _judged(SAME - 0.05, SAME))
    assert not judgement.better
    assert "worse for all others" in str(judgement.verdict)


def test_a_loss_over_all_products_within_chance_is_allowed() -> None:
    noise = np.random.default_rng(0).normal(0.0, 0.3, 50)
    everything = _judged(SAME + noise - noise.mean() - 0.01, SAME)
    assert _judgement(SAME, SAME - 0.1, everything).better


def test_metrics_are_intervals_over_all_and_among_new_products() -> None:
    metrics = _judgement(SAME, SAME - 0.1).metrics
    assert set(metrics) == {"new", "active", "popularity"}
    assert set(metrics["new"]) == {"ndcg@10", "recall@20", "hit_rate@10", "new_products"}
    assert metrics["active"]["new_products"]["ndcg@10"] == pytest.approx((0.1, 0.1, 0.1))  # type: ignore[index]  # nested


def test_a_training_among_the_runs_is_told_of_again() -> None:
    found = {"hits": {"new": 37, "active": 31, "popularity": 22}, "customers": 412, "difference": [0.05, 0.01, 0.09]}
    assert str(verdict_of_run({**found, "kept": True})).startswith("Better than before: 37 of 412 customers")
    assert "worse for all others" in str(verdict_of_run({**found, "kept": False}))
    assert str(verdict_of_run({**found, "kept": False, "difference": [0.0, -0.1, 0.1]})).startswith("Not clearly better")
    assert verdict_of_run({"kept": False, "failed": "training_diverged"}) is None
