"""Tasks made harder, and hold-outs that never look at a query."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.benchmarks.quality.holdout import holdout
from tests.benchmarks.quality.task import NEW_ITEMS_ONLY
from tests.benchmarks.quality.variants import NEW_AMONG_ALL, OLD_ALONE, OLD_BESIDE_NEW, cold_items, cold_users
from tests.benchmarks_quality.shops import CUSTOMERS, DAY, FIRST, NEW, shop


def test_cold_items_are_nowhere_but_among_the_targets() -> None:
    task = cold_items(shop(), 3)
    new = np.flatnonzero(task.new_items())
    assert len(task.items) == NEW  # what nobody ever bought is left out
    assert len(new) == 1  # 15 % of twelve
    assert not np.isin(task.queries.events.item_keys, new).any()
    groups = np.array(task.queries.groups)
    assert list(dict.fromkeys(task.queries.groups)) == [NEW_ITEMS_ONLY, NEW_AMONG_ALL, OLD_BESIDE_NEW, OLD_ALONE]
    for number, group in enumerate(groups):
        assert np.isin(task.queries.targets[number], new).all() == (group in (NEW_ITEMS_ONLY, NEW_AMONG_ALL))
        assert task.queries.new_items_only[number] == (group == NEW_ITEMS_ONLY)
        assert np.isin(new, task.queries.masked[number]).all() == (group == OLD_ALONE) or group != OLD_ALONE
    wanted = (groups == NEW_ITEMS_ONLY).sum()
    assert (groups == NEW_AMONG_ALL).sum() == wanted
    assert (groups == OLD_ALONE).sum() == (groups == OLD_BESIDE_NEW).sum() == CUSTOMERS - wanted


def test_what_a_customer_had_before_its_events_were_hidden_stays_masked() -> None:
    whole, task = shop().restricted(~shop().new_items()), cold_items(shop(), 3)
    hidden = int(np.flatnonzero(task.new_items())[0])
    had = {query for query, rows in zip(whole.queries.ids, whole.queries.masked, strict=True) if hidden in rows}
    for number, query in enumerate(task.queries.ids):
        if task.queries.groups[number] == OLD_BESIDE_NEW:
            assert (hidden in task.queries.masked[number]) == (query in had)


def test_cold_users_keep_their_newest_events_and_their_masks() -> None:
    whole, cut = shop(), cold_users(shop(), 2)
    assert [one.tolist() for one in cut.queries.histories()] == [one[-2:].tolist() for one in whole.queries.histories()]
    assert [one.tolist() for one in cut.queries.masked] == [one.tolist() for one in whole.queries.masked]


def test_hold_out_by_time_lies_before_its_targets() -> None:
    inner = holdout(shop())
    assert inner is not None
    inner.assert_no_leak()
    assert len(inner.queries) == CUSTOMERS
    assert FIRST + 14 * DAY <= inner.latest_time < int(inner.queries.times[0]) <= FIRST + 21 * DAY
    assert all(len(targets) == 1 for targets in inner.queries.targets)


def test_hold_out_without_times_takes_each_user_s_last_event() -> None:
    task = shop(timed=False)
    inner = holdout(task)
    assert inner is not None
    assert len(inner.train) == len(task.train) - CUSTOMERS
    assert [int(rows[0]) for rows in inner.queries.targets] == [int(history[3]) for history in task.queries.histories()]


def test_hold_out_is_like_the_task() -> None:
    short = holdout(cold_users(shop(), 1))
    assert short is not None
    assert {len(history) for history in short.queries.histories()} == {1}
    cold = holdout(cold_items(shop(), 0))
    assert cold is not None
    assert NEW_ITEMS_ONLY in cold.queries.groups


def test_nothing_is_held_out_of_too_little() -> None:
    task = shop()
    assert holdout(replace(task, train=task.train.select(task.train.user_keys < 5))) is None
    assert holdout(replace(task, train=task.train.select(task.train.user_keys < 0))) is None


def test_a_leak_is_noticed() -> None:
    task = shop()
    with pytest.raises(AssertionError, match="not before the first target"):
        replace(task, queries=replace(task.queries, times=np.full(len(task.queries), task.latest_time))).assert_no_leak()
