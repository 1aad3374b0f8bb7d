"""Behaviour in the order in which it happened: one occasion is all that a user did at one time, an order for instance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from recsys_desktop.domain.entities import Int64Array


@dataclass(frozen=True)
class Occasions:
    """o occasions, user after user, each user's in the order of their times."""

    of_events: Int64Array  # (m,) the occasion of each event
    before: Int64Array  # (o,) how many the same user had earlier
    after: Int64Array  # (o,) how many the same user had later

    def __len__(self) -> int:
        return len(self.before)


def occasions_of(users: Int64Array, times: Int64Array) -> Occasions:
    """Sort events (m,) of ``users`` at ``times``, which come in any order, into occasions.

    >>> occasions_of(np.array([7, 7, 2, 7]), np.array([30, 10, 50, 10]))
    Occasions(of_events=array([2, 1, 0, 1]), before=array([0, 0, 1]), after=array([0, 1, 0]))
    """
    order = np.lexsort((times, users))
    sorted_users, sorted_times = users[order], times[order]
    other_user = np.diff(sorted_users, prepend=-1) != 0
    begins = other_user | (np.diff(sorted_times, prepend=0) != 0)
    of_events = np.empty(len(users), np.int64)
    of_events[order] = np.cumsum(begins) - 1
    firsts = np.flatnonzero(other_user[begins])
    counts = np.diff(np.r_[firsts, begins.sum()])
    before = np.arange(counts.sum()) - np.repeat(firsts, counts)
    return Occasions(of_events, before, np.repeat(counts, counts) - before - 1)


def first_of_each(users: Int64Array, rows: Int64Array, times: Int64Array) -> Int64Array:
    """Return the positions of the events with which a pair of user and row begins, by user and row.

    >>> first_of_each(np.array([1, 1, 1, 0]), np.array([5, 4, 5, 5]), np.array([9, 9, 3, 9])).tolist()
    [3, 1, 2]
    """
    order = np.lexsort((times, rows, users))
    begins = (np.diff(users[order], prepend=-1) != 0) | (np.diff(rows[order], prepend=-1) != 0)
    first: Int64Array = order[begins]
    return first
