"""Behaviour in the order in which it happened: one occasion is all that a user did at one moment, a basket for instance."""

from __future__ import annotations

import numpy as np

from recsys_desktop.domain.entities import Int64Array
from recsys_desktop.engine.history import Float64Array


def occasion_numbers(users: Int64Array, times: Int64Array) -> Int64Array:
    """Return for each event (m,) how many earlier occasions its user had, 0 for the first; the events come in any order.

    Events of unknown time are one occasion, before all others.

    >>> occasion_numbers(np.array([7, 7, 2, 7]), np.array([30, 10, 50, 10])).tolist()
    [1, 0, 0, 0]
    """
    order = np.lexsort((times, users))
    sorted_users, sorted_times = users[order], times[order]
    other_user = np.diff(sorted_users, prepend=-1) != 0
    begins = other_user | (np.diff(sorted_times, prepend=0) != 0)
    running = np.cumsum(begins)
    firsts = np.flatnonzero(other_user)
    numbers = np.empty(len(users), np.int64)
    numbers[order] = running - running[firsts[np.cumsum(other_user) - 1]] if len(users) else running
    return numbers


def occasions_ago(users: Int64Array, times: Int64Array) -> Int64Array:
    """Return for each event (m,) how many occasions its user had after it, 0 for the newest.

    >>> occasions_ago(np.array([7, 7, 2, 7]), np.array([30, 10, 50, 10])).tolist()
    [0, 1, 0, 1]
    """
    numbers = occasion_numbers(users, times)
    positions = np.unique(users, return_inverse=True)[1]
    newest = np.zeros(int(positions.max(initial=-1)) + 1, np.int64)
    np.maximum.at(newest, positions, numbers)
    ago: Int64Array = newest[positions] - numbers
    return ago


def rank_decay(ago: Int64Array, half_life: float) -> Float64Array:
    """Return ``2 ** (-ago / half_life)`` (m,): what an event weighs ``ago`` occasions later; all 1 for an infinite half-life."""
    weights: Float64Array = np.exp2(-ago / half_life)
    return weights
