"""What users did, as weights on items: how much each kind of behaviour says, and how fast it is forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from recsys_desktop.domain.entities import NEUTRAL_STARS, NO_TIME, Int64Array, InteractionArrays, Kind

Float64Array = NDArray[np.float64]

SECONDS_PER_DAY = 86_400.0

#: How much one event of each kind says about taste, in units of a purchase. A rating counts by its stars instead.
KIND_WEIGHTS = {
    Kind.VIEW: 0.1,
    Kind.CLICK: 0.2,
    Kind.FAVOURITE: 0.8,
    Kind.CART: 0.6,
    Kind.PURCHASE: 1.0,
    Kind.DISLIKE: -1.0,
}
#: Stars from a rating that says nothing to a full like or dislike.
_STARS_TO_FULL = 2.0

_WEIGHT_OF_KIND = np.zeros(max(Kind) + 1)
for _kind, _weight in KIND_WEIGHTS.items():
    _WEIGHT_OF_KIND[_kind] = _weight


def event_strengths(kinds: NDArray[np.integer], values: NDArray[np.floating], quantities: NDArray[np.floating]) -> Float64Array:
    """Return what each event says regardless of when it was, from -1 (a dislike) to 1 (a purchase, five stars).

    All arrays have shape (m,). A rating is ``(stars - 3) / 2``, 0 where the stars are missing (NaN). A line whose quantity is not
    above 0 took goods back and says nothing.

    >>> event_strengths(np.array([6, 1, 4]), np.array([np.nan, np.nan, 5.0]), np.ones(3)).tolist()
    [1.0, 0.1, 1.0]
    """
    stars = np.clip((np.nan_to_num(values, nan=NEUTRAL_STARS) - NEUTRAL_STARS) / _STARS_TO_FULL, -1.0, 1.0)
    strengths = np.where(kinds == Kind.RATING, stars, _WEIGHT_OF_KIND[kinds])
    return np.where(quantities > 0, strengths, 0.0)


def ages_in_days(times: Int64Array, now: int) -> Float64Array:
    """Return the age of each time (m,) in days, at least 0; 0 where the time is unknown."""
    ages = np.maximum(now - times, 0) / SECONDS_PER_DAY
    return np.where(times == NO_TIME, 0.0, ages)


def ages_of_users(users: Int64Array, times: Int64Array, now: int) -> Float64Array:
    """Return for each event (m,) its age in days before the newest event of its user, ``users`` (m,) being 0..u-1.

    A customer who stayed away for a year has not forgotten what they like. What came after ``now`` (a click on a list made of last
    year's file) has age 0 and does not age the rest; so has what has no time.
    """
    newest = np.full(int(users.max(initial=-1)) + 1, NO_TIME, np.int64)
    known = (times != NO_TIME) & (times <= now)
    np.maximum.at(newest, users[known], times[known])
    ages = np.maximum(newest[users] - times, 0) / SECONDS_PER_DAY
    return np.where(times == NO_TIME, 0.0, ages)


def occasions_ago(users: Int64Array, rows: Int64Array, times: Int64Array, now: int) -> Int64Array:
    """Return for each event (m,) after how many later occasions of its user it came, at least 0.

    An occasion is what a user did at one time, such as an order. Events without a time are occasions of their own, before all
    others, in the order of the arrays (a product named twice counts where it was named last). What came after ``now`` is no
    occasion: clicks on a list must not push purchases into the past.

    >>> occasions_ago(np.zeros(4, int), np.arange(4), np.array([50, 50, 90, 999]), 100).tolist()
    [1, 1, 0, 0]
    """
    timed = times != NO_TIME
    place = np.where(timed, np.minimum(times, now), _last_place(users, rows))
    order = np.lexsort((place, timed, users))
    user, kind, at = users[order], timed[order], place[order]
    later = times[order] > now
    new = (
        np.r_[True, (user[1:] != user[:-1]) | (kind[1:] != kind[:-1]) | (at[1:] != at[:-1])]
        if len(order)
        else np.zeros(0, np.bool_)
    )
    number = np.cumsum(new & ~later)
    last = np.zeros(int(users.max(initial=-1)) + 1, np.int64)
    np.maximum.at(last, user, number)
    ago = np.zeros(len(users), np.int64)
    ago[order] = np.maximum(last[user] - number, 0)
    return ago


def _last_place(users: Int64Array, rows: Int64Array) -> Int64Array:
    """Return for each event (m,) the position of the last event of its user and row."""
    pairs = np.unique(np.stack([users, rows]), axis=1, return_inverse=True)[1].reshape(-1)
    last = np.zeros(int(pairs.max(initial=-1)) + 1, np.int64)
    np.maximum.at(last, pairs, np.arange(len(pairs)))
    return last[pairs]


@dataclass(frozen=True)
class Fading:
    """How fast what a user did loses weight: ``2 ** (-age / half_life_days) * (1 + occasions ago) ** -occasion_power``.

    A shop to which people come with changing interests (a film shop) wants the power, one to which they come for the same reasons
    does not.
    """

    half_life_days: float  # above 0, may be infinite
    occasion_power: float = 0.0  # at least 0

    def factors(self, users: Int64Array, rows: Int64Array, times: Int64Array, now: int) -> Float64Array:
        """Return what is left (m,), 0 to 1, of the weight of events at ``times``; ``users`` are 0..u-1."""
        left = np.exp2(-ages_of_users(users, times, now) / self.half_life_days)
        if self.occasion_power:
            left *= (1.0 + occasions_ago(users, rows, times, now)) ** -self.occasion_power
        return left


@dataclass(frozen=True)
class Histories:
    """The histories of many users, one entry per (user, item), users in ascending order of key.

    User ``i`` owns the entries ``indptr[i]:indptr[i + 1]`` of ``rows``, ``weights`` and ``times``, ordered by row. ``rows`` are
    positions in the item space, ``times`` those of the latest event of the pair (``NO_TIME`` where unknown).
    """

    user_keys: Int64Array  # (u,) ascending
    indptr: Int64Array  # (u + 1,)
    rows: Int64Array  # (m,)
    weights: Float64Array  # (m,)
    times: Int64Array  # (m,)

    def __len__(self) -> int:
        return len(self.user_keys)

    @classmethod
    def from_arrays(cls, events: InteractionArrays, item_keys: Int64Array, now: int, fading: Fading) -> Histories:
        """Join all events of a (user, item) pair into one weight: the strongest like, unless a later dislike took it back.

        Events of items absent from ``item_keys`` (n,) are left out. ``now`` is the time of the shop's newest behaviour, not the
        clock's. The result does not change when events are repeated, or, where they have times, come in another order.
        """
        rows = rows_of(item_keys, events.item_keys)
        events, rows = events.select(rows >= 0), rows[rows >= 0]
        strengths = event_strengths(events.kinds, events.values, events.quantities)
        weights = strengths * fading.factors(np.unique(events.user_keys, return_inverse=True)[1], rows, events.times, now)
        order = np.lexsort((events.times, rows, events.user_keys))
        return cls._join(events.user_keys[order], rows[order], weights[order], events.times[order])

    @classmethod
    def _join(cls, users: Int64Array, rows: Int64Array, weights: Float64Array, times: Int64Array) -> Histories:
        """Collapse entries sorted by (user, row, time) to one per pair and index them by user."""
        if not len(users):
            empty = np.zeros(0, np.int64)
            return cls(empty, np.zeros(1, np.int64), empty, np.zeros(0), empty)
        starts = np.flatnonzero(np.r_[True, (users[1:] != users[:-1]) | (rows[1:] != rows[:-1])])
        likes = np.maximum.reduceat(np.maximum(weights, 0.0), starts)
        dislikes = np.minimum.reduceat(np.minimum(weights, 0.0), starts)
        last_like = np.maximum.reduceat(np.where(weights > 0, times, NO_TIME - 1), starts)
        last_dislike = np.maximum.reduceat(np.where(weights < 0, times, NO_TIME - 1), starts)
        joined = np.where((dislikes < 0) & (last_dislike >= last_like), dislikes, likes)
        keys, first = np.unique(users[starts], return_index=True)
        indptr = np.r_[first, len(starts)].astype(np.int64)
        return cls(keys, indptr, rows[starts], joined, np.maximum.reduceat(times, starts))

    def of(self, user: int) -> tuple[Int64Array, Float64Array]:
        """Return the rows and weights of the user at position ``user``."""
        entries = slice(int(self.indptr[user]), int(self.indptr[user + 1]))
        return self.rows[entries], self.weights[entries]

    def rows_of_each(self) -> Sequence[Int64Array]:
        """Return each user's rows: what is masked when only new products are recommended."""
        return np.split(self.rows, self.indptr[1:-1]) if len(self) else []

    def matrix(self, items: int) -> sp.csr_array:
        """Return the weights as a sparse (users, items) matrix."""
        return sp.csr_array((self.weights, self.rows, self.indptr), shape=(len(self), items))

    def positions(self, user_keys: Int64Array) -> Int64Array:
        """Return the position of each user key (k,), -1 for those without a history."""
        return rows_of(self.user_keys, user_keys)


def rows_of(item_keys: Int64Array, wanted: Int64Array) -> Int64Array:
    """Return the position in ``item_keys`` (n,) of each wanted key (m,), -1 where it is absent.

    >>> rows_of(np.array([7, 3, 9]), np.array([9, 7, 1])).tolist()
    [2, 0, -1]
    """
    if not len(item_keys):
        return np.full(len(wanted), -1, np.int64)
    if (item_keys[1:] > item_keys[:-1]).all():  # as they mostly are; sorting 100,000 again would cost most of a list
        found = np.minimum(np.searchsorted(item_keys, wanted), len(item_keys) - 1)
    else:
        order = np.argsort(item_keys, kind="stable")
        found = order[np.minimum(np.searchsorted(item_keys, wanted, sorter=order), len(item_keys) - 1)]
    return np.where(item_keys[found] == wanted, found, -1).astype(np.int64)
