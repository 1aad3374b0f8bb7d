"""Behaviour and feedback as one stream of events."""

from __future__ import annotations

import numpy as np

from recsys_desktop.domain.entities import InteractionArrays
from recsys_desktop.services.shop import Shop


def all_behaviour(shop: Shop) -> InteractionArrays:
    """Return behaviour and what staff said about lists together, ordered by (user, time)."""
    return joined(shop.interactions.load(), shop.feedback.load())


def joined(behaviour: InteractionArrays, feedback: InteractionArrays) -> InteractionArrays:
    """Return both together, ordered by (user, time); among equals behaviour comes first."""
    both = InteractionArrays(
        np.r_[behaviour.user_keys, feedback.user_keys],
        np.r_[behaviour.item_keys, feedback.item_keys],
        np.r_[behaviour.kinds, feedback.kinds],
        np.r_[behaviour.values, feedback.values],
        np.r_[behaviour.quantities, feedback.quantities],
        np.r_[behaviour.times, feedback.times],
    )
    return both.select(np.lexsort((both.times, both.user_keys)))
