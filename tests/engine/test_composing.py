"""Lists from scores under rules, worked out by hand on a space of two directions."""

from __future__ import annotations

import numpy as np

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.rules import Boost, Rules
from recsys_desktop.engine.composing import Picked, Pool, pick, pool_rows
from recsys_desktop.engine.item_space import ItemSpace
from recsys_desktop.engine.rules import CompiledRules, compile_rules
from recsys_desktop.engine.space_settings import SpaceSettings
from tests.engine.test_rules import facts

SCORES = np.array([0.9, 0.8, 0.7, 0.4, 0.1])  # of pan, pot, toy, car, bag
ALL = np.ones(5, np.bool_)


def compiled(**rules: object) -> CompiledRules:
    return compile_rules(Rules(in_stock=False, **rules), facts())  # type: ignore[arg-type]  # the fields are those of Rules


def space(*angles: float) -> ItemSpace:
    """Return a space whose texts point in these directions, in degrees."""
    turned = np.deg2rad(np.array(angles))
    texts = np.stack([np.cos(turned), np.sin(turned)], axis=1).astype(np.float32)
    n = len(angles)
    return ItemSpace(
        np.arange(n), texts, texts, np.zeros(2, np.float32), texts, np.zeros(n, np.float32), np.ones(n, np.float32),
        np.zeros(n, np.int64), ("all",), np.ones(n, np.float32), None, SpaceSettings(),
    )  # fmt: skip


def picked(
    rules: CompiledRules, k: int, within: ItemSpace | None = None, allowed: np.ndarray[tuple[int, ...], np.dtype[np.bool_]] = ALL
) -> Picked:
    rows, best = pool_rows(SCORES, allowed, rules, k)
    return pick(Pool(rows, SCORES[rows], best), rules, k, within, rules.pinned)


def test_without_rules_the_best_scores_come_first() -> None:
    found = picked(compiled(), 3)
    assert found.rows.tolist() == [0, 1, 2]
    assert found.scores.tolist() == [0.9, 0.8, 0.7]
    assert not found.boosts.any()
    assert not found.tail.any()
    assert not found.varied.any()
    assert not found.lifted.any()


def test_fewer_candidates_give_fewer_places() -> None:
    assert picked(compiled(), 3, allowed=np.array([False, False, True, False, True])).rows.tolist() == [2, 4]
    assert picked(compiled(), 3, allowed=np.zeros(5, np.bool_)).rows.tolist() == []


def test_equal_scores_come_by_row() -> None:
    pool = Pool(np.array([4, 2, 3]), np.array([0.5, 0.5, 0.5]), 3)
    assert pick(pool, compiled(), 2, None, np.zeros(0, np.int64)).rows.tolist() == [2, 3]


def test_a_boost_of_one_lifts_the_middle_to_the_top() -> None:
    # One unit is .9 - .7, the best less the middle of the five.
    found = picked(compiled(boosts=(Boost("item", "toy", 1.0), Boost("item", "pan", -0.75))), 3)
    assert found.rows.tolist() == [2, 1, 0]
    np.testing.assert_allclose(found.boosts, [0.2, 0.0, -0.15])
    np.testing.assert_allclose(found.scores, [0.7, 0.8, 0.9])
    assert not found.lifted.any()  # the same three would stand there without
    assert picked(compiled(boosts=(Boost("item", "toy", 1.0),)), 2).lifted.tolist() == [False, True]


def test_the_long_tail_brings_down_what_suits_everybody() -> None:
    # pan is the commonest and loses .75 units of .2; toy is half as common.
    found = picked(compiled(long_tail=0.75), 3)
    assert found.rows.tolist() == [1, 0, 2]
    np.testing.assert_allclose(found.tail, [0.0, -0.15, -0.075])


def test_what_stands_first_does_so_in_its_order() -> None:
    found = picked(compiled(pinned=(ItemId("bag"), ItemId("car"))), 3)
    assert found.rows.tolist() == [4, 3, 0]
    assert found.scores.tolist() == [0.1, 0.4, 0.9]


def test_what_stands_first_must_be_allowed() -> None:
    assert picked(compiled(pinned=(ItemId("bag"),)), 2, allowed=np.array([True, True, True, True, False])).rows.tolist() == [0, 1]


def test_more_first_places_than_places() -> None:
    assert picked(compiled(pinned=(ItemId("bag"), ItemId("car"))), 1).rows.tolist() == [4]


def test_variety_passes_over_what_is_like_the_first() -> None:
    # pan and pot point the same way, toy at a right angle. With .5 * .8 for variety: pot .6 * 7/8 - .4, toy .6 * 6/8 - 0.
    found = picked(compiled(diversity=0.5), 2, space(0, 0, 90, 0, 0))
    assert found.rows.tolist() == [0, 2]
    assert found.varied.tolist() == [False, True]


def test_variety_heeds_what_stands_first() -> None:
    # bag, put first, is like toy; pan and pot are alike too, and car alone.
    found = picked(compiled(diversity=1.0, pinned=(ItemId("bag"),)), 3, space(0, 0, 90, 45, 90))
    assert found.rows.tolist() == [4, 0, 3]


def test_without_vectors_there_is_no_variety() -> None:
    assert picked(compiled(diversity=1.0), 3).rows.tolist() == [0, 1, 2]


def test_what_is_lifted_is_a_candidate_however_far_down() -> None:
    scores = np.linspace(1.0, 0.0, 2_000)
    rules = compile_rules(Rules(), facts())
    lifted = np.zeros(2_000)
    lifted[1_990] = 1.0
    wide = CompiledRules(rules.rules, ((None, np.ones(2_000, np.bool_)),), np.array([1_995]), lifted, None)
    rows, best = pool_rows(scores, np.ones(2_000, np.bool_), wide, 10)
    assert best == 500
    assert rows.tolist() == [*range(500), 1_990, 1_995]
    found = pick(Pool(rows, scores[rows], best), wide, 3, None, wide.pinned)
    assert found.rows.tolist() == [1_995, 0, 1]  # a lift of 1 brings the middle of the best 500 to the top, not the end of all
