"""Occasions, counted by hand."""

from __future__ import annotations

import doctest

import numpy as np

from recsys_desktop.engine import occasions
from recsys_desktop.engine.occasions import first_of_each, occasions_of

USERS = np.array([4, 4, 4, 4, 9, 9])
TIMES = np.array([50, 10, 50, 20, 70, 70])


def test_one_occasion_is_all_of_one_user_at_one_time() -> None:
    found = occasions_of(USERS, TIMES)
    assert len(found) == 4
    assert found.of_events.tolist() == [2, 0, 2, 1, 3, 3]
    assert found.before.tolist() == [0, 1, 2, 0]
    assert found.after.tolist() == [2, 1, 0, 0]


def test_users_who_meet_at_one_time_have_occasions_of_their_own() -> None:
    found = occasions_of(np.array([0, 1]), np.array([0, 0]))
    assert found.of_events.tolist() == [0, 1]


def test_without_events_there_are_none() -> None:
    nothing = np.zeros(0, np.int64)
    assert len(occasions_of(nothing, nothing)) == 0
    assert first_of_each(nothing, nothing, nothing).tolist() == []


def test_order_of_events_does_not_matter() -> None:
    order = np.random.default_rng(0).permutation(len(USERS))
    assert occasions_of(USERS[order], TIMES[order]).of_events.tolist() == occasions_of(USERS, TIMES).of_events[order].tolist()


def test_docstring_examples() -> None:
    result = doctest.testmod(occasions)
    assert result.attempted > 0
    assert result.failed == 0
