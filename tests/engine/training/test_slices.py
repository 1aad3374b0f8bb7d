from __future__ import annotations

import numpy as np

from recsys_desktop.domain.entities import NO_TIME, Kind
from recsys_desktop.engine.lots import lot_of
from recsys_desktop.engine.training.slices import slice_behaviour
from tests.engine.training.events import events

DAY = 86_400
CUSTOMERS = 60
NOBODY = events()


def _weeks(count: int, items: int = 50) -> list[tuple[int, int, int]]:
    """One purchase a day by each of sixty customers, all the same one, cycling through the items."""
    return [(user, 1 + day % items, day * DAY) for user in range(1, CUSTOMERS + 1) for day in range(7 * count)]


def test_the_last_four_weeks_judge_and_the_four_before_stop() -> None:
    slices = slice_behaviour(events(*_weeks(24)), NOBODY)
    end = (7 * 24 - 1) * DAY + 1
    assert slices.by_time
    assert slices.gate.time == end - 28 * DAY
    assert slices.validation.time == end - 56 * DAY
    assert slices.validation.later.times.max() < slices.gate.time
    assert slices.gate.later.times.min() >= slices.gate.time
    assert slices.train.times.max() < slices.validation.time
    assert len(slices.gate.fit) + len(slices.gate.later) == 7 * 24 * CUSTOMERS


def test_a_short_history_gives_tenths() -> None:
    slices = slice_behaviour(events(*_weeks(10)), NOBODY)
    assert len(slices.gate.later) == 7 * CUSTOMERS
    assert len(slices.validation.later) == 7 * CUSTOMERS


def test_products_played_as_new_are_not_learnt_from_and_do_not_overlap() -> None:
    slices = slice_behaviour(events(*_weeks(24, items=100)), NOBODY)
    played = np.r_[slices.gate_items, slices.validation_items]
    assert len(np.unique(played)) == len(played)
    assert not np.isin(slices.train.item_keys, played).any()
    lots = lot_of(np.arange(1, 101))
    assert slices.gate_items.tolist() == (1 + np.flatnonzero(lots < 20)).tolist()
    assert slices.validation_items.tolist() == (1 + np.flatnonzero((lots >= 20) & (lots < 30))).tolist()


def test_lots_are_spread_evenly_and_do_not_depend_on_company() -> None:
    lots = lot_of(np.arange(1, 20_001))
    counts = np.bincount(lots, minlength=100)
    assert counts.min() > 150
    assert counts.max() < 250
    assert lot_of(np.array([777])).tolist() == [lots[776]]


def test_products_with_answers_are_learnt_from_and_answered_pairs_do_not_judge() -> None:
    behaviour = events(*_weeks(24, items=100))
    gate_item = int(slice_behaviour(behaviour, NOBODY).gate_items[0])
    answers = events((1, gate_item, 5), kind=Kind.FAVOURITE)
    slices = slice_behaviour(behaviour, answers)
    assert gate_item not in slices.gate_items
    assert gate_item in slices.train.item_keys
    assert gate_item not in slices.gate.later.item_keys
    assert gate_item not in slices.validation.later.item_keys


def test_without_times_each_pair_is_cut_by_lot() -> None:
    rows = [(user, item, NO_TIME) for user in range(1, 41) for item in range(1, 26)]
    slices = slice_behaviour(events(*rows), NOBODY)
    again = slice_behaviour(events(*rows), NOBODY)
    assert not slices.by_time
    assert 60 < len(slices.gate.later) < 140
    assert 60 < len(slices.validation.later) < 140
    assert len(slices.gate.fit) + len(slices.gate.later) == 1000
    assert slices.gate.later.item_keys.tolist() == again.gate.later.item_keys.tolist()


def test_where_hardly_anybody_comes_back_behaviour_is_cut_by_lot() -> None:
    """As in MovieLens: each customer rates everything in one sitting."""
    rows = [(user, item, user * 30 * DAY + item) for user in range(1, 101) for item in range(1, 51)]
    slices = slice_behaviour(events(*rows), NOBODY)
    assert not slices.by_time
    assert len(np.intersect1d(slices.gate.later.user_keys, slices.gate.fit.user_keys)) > 90
    assert len(slices.gate.fit) + len(slices.gate.later) == 5000


def test_no_behaviour_gives_empty_slices() -> None:
    slices = slice_behaviour(NOBODY, NOBODY)
    assert len(slices.train) == len(slices.gate.later) == len(slices.gate_items) == 0
