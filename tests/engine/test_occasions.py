"""Occasions, counted by hand."""

from __future__ import annotations

import doctest

import numpy as np

from recsys_desktop.domain.entities import NO_TIME
from recsys_desktop.engine import occasions
from recsys_desktop.engine.occasions import occasion_numbers, occasions_ago, rank_decay

USERS = np.array([4, 4, 4, 4, 9, 9])
TIMES = np.array([50, NO_TIME, 50, 20, NO_TIME, NO_TIME])


def test_numbers_count_earlier_moments_and_unknown_ones_come_first() -> None:
    assert occasion_numbers(USERS, TIMES).tolist() == [2, 0, 2, 1, 0, 0]
    assert occasions_ago(USERS, TIMES).tolist() == [0, 2, 0, 1, 0, 0]


def test_without_events_there_are_none() -> None:
    nothing = np.zeros(0, np.int64)
    assert occasion_numbers(nothing, nothing).tolist() == []
    assert occasions_ago(nothing, nothing).tolist() == []


def test_order_of_events_does_not_matter() -> None:
    order = np.random.default_rng(0).permutation(len(USERS))
    assert occasion_numbers(USERS[order], TIMES[order]).tolist() == occasion_numbers(USERS, TIMES)[order].tolist()


def test_decay_halves_every_half_life() -> None:
    assert rank_decay(np.array([0, 3, 6]), 3.0).tolist() == [1.0, 0.5, 0.25]
    assert rank_decay(np.array([0, 3]), np.inf).tolist() == [1.0, 1.0]


def test_docstring_examples() -> None:
    result = doctest.testmod(occasions)
    assert result.attempted > 0
    assert result.failed == 0
