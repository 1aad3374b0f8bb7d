"""What users did, as weights on items: how much each kind of behaviour says, and how fast it is forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from recsys_desktop.domain.entities import NO_TIME, Int64Array, InteractionArrays, Kind

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
#: Stars at which a rating says nothing, and stars from there to a full like or dislike.
_NEUTRAL_STARS, _STARS_TO_FULL = 3.0, 2.0

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
    stars = np.clip((np.nan_to_num(values, nan=_NEUTRAL_STARS) - _NEUTRAL_STARS) / _STARS_TO_FULL, -1.0, 1.0)
    strengths = np.where(kinds == Kind.RATING, stars, _WEIGHT_OF_KIND[kinds])
    return np.where(quantities > 0, strengths, 0.0)


def ages_in_days(times: Int64Array, now: int) -> Float64Array:
    """Return the age of each time (m,) in days, at least 0; 0 where the time is unknown."""
    ages = np.maximum(now - times, 0) / SECONDS_PER_DAY
    return np.where(times == NO_TIME, 0.0, ages)


def history_weights(
    kinds: NDArray[np.integer],
    values: NDArray[np.floating],
    quantities: NDArray[np.floating],
    age_days: Float64Array,
    half_life_days: float,
) -> Float64Array:
    """Return the weight of each event (m,): its strength times ``2 ** (-age / half_life)``.

    >>> history_weights(np.array([6]), np.array([np.nan]), np.ones(1), np.array([30.0]), 30.0).tolist()
    [0.5]
    """
    return event_strengths(kinds, values, quantities) * np.exp2(-age_days / half_life_days)


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
    def from_arrays(cls, events: InteractionArrays, item_keys: Int64Array, now: int, half_life_days: float) -> Histories:
        """Join all events of a (user, item) pair into one weight: the strongest like, unless a later dislike took it back.

        Events of items absent from ``item_keys`` (n,) are left out. ``now`` is the time of the shop's newest behaviour, not the
        clock's: a shop that imports last year's file has not forgotten its customers; later events (clicks on a list) have age 0.
        The result does not change when events are repeated or come in another order.
        """
        rows = rows_of(item_keys, events.item_keys)
        events, rows = events.select(rows >= 0), rows[rows >= 0]
        strengths = event_strengths(events.kinds, events.values, events.quantities)
        weights = strengths * np.exp2(-ages_in_days(events.times, now) / half_life_days)
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
    order = np.argsort(item_keys, kind="stable")
    places = np.minimum(np.searchsorted(item_keys, wanted, sorter=order), len(item_keys) - 1)
    found = order[places]
    return np.where(item_keys[found] == wanted, found, -1).astype(np.int64)
