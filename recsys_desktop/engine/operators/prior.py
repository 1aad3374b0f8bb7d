"""What everybody buys now: the coordinate that speaks for a user of whom little is known."""

from __future__ import annotations

import numpy as np

from recsys_desktop.engine.events import Events
from recsys_desktop.engine.history import Float64Array


def prior_left(known: Float64Array, fading: float) -> Float64Array:
    """Return what is left of the prior's weight for users of whose histories the weights sum to ``known`` (any shape).

    ``max(1, known) ** -fading``: the more is known of a user the less bestsellers say.

    >>> prior_left(np.array([0.3, 1.0, 4.0]), 0.5).tolist()
    [1.0, 1.0, 0.5]
    """
    return np.maximum(known, 1.0) ** -fading


def recent_popularity(events: Events, items: int, now: int, half_life_days: float) -> Float64Array:
    """Return the recent popularity of each item (items,) from 0 to 1: its decayed count over the largest one.

    Without times it is the plain count; without events all zeros. ``now`` is the time of the newest behaviour.
    """
    counts = events.recent_counts(items, now, half_life_days)
    return counts / max(float(counts.max(initial=0.0)), np.finfo(np.float64).tiny)
