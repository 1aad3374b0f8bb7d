"""What was taken together: baskets as rows of a sparse matrix, and for each item the items that shared its baskets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from recsys_desktop.domain.entities import NO_TIME, Int64Array, InteractionArrays, Kind
from recsys_desktop.engine.history import SECONDS_PER_DAY, Float64Array, event_strengths, rows_of

#: One common basket is chance; it takes two to speak of "together".
LEAST_BASKETS = 2
#: Items whose partners are counted in one product of matrices.
_AT_ONCE = 512


@dataclass(frozen=True)
class Partners:
    """Items that shared baskets with one item, the most often first."""

    rows: Int64Array  # (k,)
    baskets: Int64Array  # (k,) how many baskets held both
    own: int  # how many baskets held the item itself

    @property
    def shares(self) -> Float64Array:
        """Of the baskets with the item, the share that held each other one (k,), from 0 to 1."""
        return self.baskets / max(self.own, 1)


@dataclass(frozen=True)
class Baskets:
    """b baskets of at least two of n items."""

    item_keys: Int64Array  # (n,) ascending
    held: sp.csc_array  # (b, n) 1 where a basket held an item
    counts: Int64Array  # (n,) baskets with each item, those with nothing else included

    @classmethod
    def of(cls, events: InteractionArrays, orders: Int64Array, item_keys: Int64Array) -> Baskets:
        """Sort behaviour (m,) on the items ``item_keys`` (n,) into baskets; ``orders`` (m,) numbers orders, 0 for none.

        Purchases count, or where nothing was ever bought all that speaks for an item. A basket is an order of one user; without an
        order number it is what a user took on one day (UTC), and what has neither number nor day is in no basket.
        """
        rows = rows_of(item_keys, events.item_keys)
        chosen = np.flatnonzero((rows >= 0) & _counts(events) & ((orders > 0) | (events.times != NO_TIME)))
        numbered = orders[chosen] > 0
        place = np.where(numbered, orders[chosen], events.times[chosen] // int(SECONDS_PER_DAY))
        basket = _numbers_of(events.user_keys[chosen], numbered, place)
        pairs = np.unique(basket * max(len(item_keys), 1) + rows[chosen])
        baskets, items = np.divmod(pairs, max(len(item_keys), 1))
        shared = np.bincount(baskets)[baskets] > 1 if len(baskets) else np.zeros(0, np.bool_)
        shape = (int(baskets.max(initial=-1)) + 1, len(item_keys))
        held = sp.csc_array((np.ones(int(shared.sum()), np.int32), (baskets[shared], items[shared])), shape=shape)
        return cls(item_keys, held, np.bincount(items, minlength=len(item_keys)))

    def partners(self, row: int, k: int) -> Partners:
        """Return the k items that most often shared a basket with the one at ``row``; see :meth:`all_partners`."""
        return next(self._partners(np.array([row]), k))

    def all_partners(self, k: int) -> Iterator[Partners]:
        """Yield for each item (n,) the at most k items that most often shared its baskets, at least :data:`LEAST_BASKETS` times.

        Equally frequent: the one that is in fewer baskets altogether first, as it says more, then by row.
        """
        for start in range(0, len(self.item_keys), _AT_ONCE):
            yield from self._partners(np.arange(start, min(start + _AT_ONCE, len(self.item_keys))), k)

    def _partners(self, rows: Int64Array, k: int) -> Iterator[Partners]:
        together = sp.csr_array(self.held[:, rows].T @ self.held)
        for place, row in enumerate(rows.tolist()):
            part = slice(together.indptr[place], together.indptr[place + 1])
            others, baskets = together.indices[part].astype(np.int64), together.data[part].astype(np.int64)
            kept = (baskets >= LEAST_BASKETS) & (others != row)
            others, baskets = others[kept], baskets[kept]
            best = np.lexsort((others, self.counts[others], -baskets))[:k]
            yield Partners(others[best], baskets[best], int(self.counts[row]))


def _counts(events: InteractionArrays) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    good = event_strengths(events.kinds, events.values, events.quantities) > 0
    bought = good & (events.kinds == Kind.PURCHASE)
    return bought if bought.any() else good


def _numbers_of(users: Int64Array, numbered: np.ndarray[tuple[int], np.dtype[np.bool_]], place: Int64Array) -> Int64Array:
    """Number the different triples from 0: np.unique over rows of a table sorts objects, ten times slower than this."""
    order = np.lexsort((place, numbered, users))
    differs = np.zeros(len(order), np.bool_)
    for column in (users[order], numbered[order].astype(np.int64), place[order]):
        differs |= np.diff(column, prepend=column[:1]) != 0
    numbers = np.empty(len(order), np.int64)
    numbers[order] = np.cumsum(differs)
    return numbers
