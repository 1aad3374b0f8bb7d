"""The list every customer gets when nothing is known of them, and the one a better way must beat."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from recsys_desktop.domain.entities import NO_TIME, Int64Array, InteractionArrays
from recsys_desktop.engine.events import Events
from recsys_desktop.engine.history import Float64Array
from recsys_desktop.engine.operators.prior import recent_popularity

#: Recent, as a shop means it when it lists its bestsellers.
_HALF_LIFE_DAYS = 7.0


def bestsellers(item_keys: Int64Array, interactions: InteractionArrays) -> Float64Array:
    """Return the popularity (n,), 0 to 1, of each item at the newest event; only events that say something good count."""
    newest = int(interactions.times.max(initial=NO_TIME))
    return recent_popularity(Events.of(interactions, item_keys), len(item_keys), newest, _HALF_LIFE_DAYS)


def popular_lists(popularity: Float64Array, k: int, excluded: Sequence[Int64Array]) -> Int64Array:
    """Return for each user (u, k) the most popular rows not excluded, equal ones by row; -1 where fewer than k are left."""
    order = np.lexsort((np.arange(len(popularity)), -popularity))
    lists = np.full((len(excluded), k), -1, np.int64)
    for user, masked in enumerate(excluded):
        head = order[: k + len(masked)]
        left = head[~np.isin(head, masked)][:k]
        lists[user, : len(left)] = left
    return lists
