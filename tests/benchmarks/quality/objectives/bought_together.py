"""Pairs of products that the same customers bought, for :class:`InBatchNegatives`."""

from __future__ import annotations

import numpy as np

from recsys_desktop.domain.entities import Int64Array, InteractionArrays
from recsys_desktop.engine.history import rows_of
from recsys_desktop.engine.training.pairs import TextPairs, recency_weights

#: Events of one customer at most this many places apart belong together: about a basket.
_NEAR = 10


def bought_together_pairs(
    events: InteractionArrays, item_keys: Int64Array, now: int, count: int, random: np.random.Generator
) -> TextPairs:
    """Return up to ``count`` pairs of different products that one customer took within :data:`_NEAR` events of each other.

    ``events`` are ordered by (user, time); recent ones are drawn more often, some twice. Rows are those of ``item_keys`` (n,).
    Source: Barkan and Koenigstein, Item2vec, MLSP 2016 (products near each other in a customer's behaviour as words in a text).
    """
    rows = rows_of(item_keys, events.item_keys)
    weights = recency_weights(events, now) * (rows >= 0)
    if not weights.sum():
        return TextPairs(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.float32))
    chosen = random.choice(len(events), size=count, p=weights / weights.sum())
    others = chosen + random.integers(1, _NEAR + 1, size=count) * random.choice((-1, 1), size=count)
    inside = (others >= 0) & (others < len(events))
    chosen, others = chosen[inside], others[inside]
    alike = (events.user_keys[chosen] == events.user_keys[others]) & (weights[others] > 0) & (rows[chosen] != rows[others])
    return TextPairs(rows[chosen[alike]], rows[others[alike]], np.ones(int(alike.sum()), np.float32))
