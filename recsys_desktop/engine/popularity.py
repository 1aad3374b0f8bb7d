"""The list every customer gets when nothing is known of them, and the one a better way must beat."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from recsys_desktop.domain.entities import Int64Array, InteractionArrays
from recsys_desktop.engine.history import Float64Array, event_strengths, rows_of
from recsys_desktop.engine.operators.prior import recent_popularity


def bestsellers(item_keys: Int64Array, events: InteractionArrays, half_life_days: float) -> Float64Array:
    """Return the recent popularity (n,), 0 to 1, of each item; only events that say something good count."""
    rows = rows_of(item_keys, events.item_keys)
    strengths = event_strengths(events.kinds, events.values, events.quantities)
    good = (rows >= 0) & (strengths > 0)
    return recent_popularity(rows[good], events.times[good], strengths[good], len(item_keys), half_life_days)


def popular_lists(popularity: Float64Array, k: int, excluded: Sequence[Int64Array]) -> Int64Array:
    """Return for each user (u, k) the most popular rows not excluded, equal ones by row; -1 where fewer than k are left."""
    order = np.lexsort((np.arange(len(popularity)), -popularity))
    lists = np.full((len(excluded), k), -1, np.int64)
    for user, masked in enumerate(excluded):
        head = order[: k + len(masked)]
        left = head[~np.isin(head, masked)][:k]
        lists[user, : len(left)] = left
    return lists
