"""Behaviour as the operators read it: what was liked, by whom, when, each event once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from recsys_desktop.domain.entities import NO_TIME, Int64Array, InteractionArrays
from recsys_desktop.engine.history import Float64Array, ages_in_days, event_strengths, rows_of


@dataclass(frozen=True)
class Events:
    """Events that say something good about items of a space; all arrays (m,), one entry per (user, item, time)."""

    users: Int64Array  # 0..u-1
    rows: Int64Array  # 0..n-1
    times: Int64Array  # seconds UTC, NO_TIME where unknown
    strengths: Float64Array  # above 0, at most 1

    @classmethod
    def of(cls, interactions: InteractionArrays, item_keys: Int64Array) -> Events:
        """Read behaviour on the items ``item_keys`` (n,); of equal (user, item, time) the strongest counts.

        Lines of one order, and a file read twice, hence count once; dislikes and low ratings are left out.
        """
        rows = rows_of(item_keys, interactions.item_keys)
        strengths = event_strengths(interactions.kinds, interactions.values, interactions.quantities)
        good = np.flatnonzero((rows >= 0) & (strengths > 0))
        order = good[np.lexsort((strengths[good], interactions.times[good], rows[good], interactions.user_keys[good]))]
        columns = (interactions.user_keys[order], rows[order], interactions.times[order])
        kept = order[_last_of_equals(columns)]
        users = np.unique(interactions.user_keys[kept], return_inverse=True)[1]
        return cls(users, rows[kept], interactions.times[kept], strengths[kept])

    def counts(self, items: int) -> Float64Array:
        """Return for each item (items,) the strengths of its events added up."""
        return np.bincount(self.rows, weights=self.strengths, minlength=items).astype(np.float64)

    def buyers(self, items: int) -> Int64Array:
        """Return for each item (items,) how many users have it."""
        return np.bincount(self.firsts().rows, minlength=items)

    def kinds_of_users(self) -> Int64Array:
        """Return for each user (u,) how many different items they have."""
        return np.bincount(self.firsts().users)

    def recent_counts(self, items: int, now: int, half_life_days: float) -> Float64Array:
        """Return for each item (items,) the strengths of its events added up, each times ``2 ** (-age / half_life)``.

        Age runs from ``now``, or from the newest event where all are older, so that a file imported years later still has a recent
        part. Later events and those of unknown time have age 0.
        """
        newest = min(now, int(self.times.max(initial=NO_TIME)))
        decay = np.exp2(-ages_in_days(self.times, newest) / half_life_days)
        return np.bincount(self.rows, weights=self.strengths * decay, minlength=items).astype(np.float64)

    def firsts(self) -> Events:
        """Return the first event of each user and item: what somebody took for the first time."""
        order = np.lexsort((self.times, self.rows, self.users))
        users, rows = self.users[order], self.rows[order]
        first = order[np.r_[True, (users[1:] != users[:-1]) | (rows[1:] != rows[:-1])]] if len(order) else order
        return Events(self.users[first], self.rows[first], self.times[first], self.strengths[first])

    def timed(self) -> Events:
        """Return the events whose time is known."""
        known = self.times != NO_TIME
        return Events(self.users[known], self.rows[known], self.times[known], self.strengths[known])

    def matrix(self, items: int) -> sp.csr_array:
        """Return R (users, items): per pair the square root of its strongest event, so that R'R counts a common purchase as 1."""
        order = np.lexsort((self.strengths, self.rows, self.users))
        kept = order[_last_of_equals((self.users[order], self.rows[order]))]
        shape = (int(self.users.max(initial=-1)) + 1, items)
        return sp.csr_array((np.sqrt(self.strengths[kept]), (self.users[kept], self.rows[kept])), shape=shape)


def _last_of_equals(columns: tuple[Int64Array, ...]) -> Int64Array:
    """Return the positions of those entries of sorted columns (m,) whose successor differs in some column or is missing."""
    differs = np.ones(len(columns[0]), np.bool_)
    differs[:-1] = np.any([column[1:] != column[:-1] for column in columns], axis=0)
    return np.flatnonzero(differs)
