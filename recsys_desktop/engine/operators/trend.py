"""What moves now: how much an item's share of recent behaviour exceeds its share of all behaviour."""

from __future__ import annotations

import numpy as np

from recsys_desktop.engine.events import Events
from recsys_desktop.engine.history import SECONDS_PER_DAY, Float64Array

#: Times must span this many half-lives before "recent" and "always" can differ.
_SMALLEST_SPAN = 2.0


def trend(events: Events, items: int, now: int, half_life_days: float, smoothing: float) -> Float64Array:
    """Return the trend ``l`` of each item (items,), above 0; 1 means neither rising nor falling.

    ``l_j = (recent_j + c r) / (count_j + c) / r`` with ``r = recent / count`` over all items: an item's recent share over its
    all-time share, drawn towards 1 by ``c = smoothing`` ordinary events, since an item with three events has no trend to speak of.
    All ones where times are missing or span less than two half-lives, and for items without events. ``now`` is the time of the
    newest behaviour.
    """
    timed = events.timed()
    if not len(timed.times) or float(np.ptp(timed.times)) / SECONDS_PER_DAY < _SMALLEST_SPAN * half_life_days:
        return np.ones(items)
    counts = timed.counts(items)
    recent = timed.recent_counts(items, now, half_life_days)
    rate = recent.sum() / counts.sum()
    factors: Float64Array = np.ones(items)
    touched = counts > 0
    factors[touched] = (recent[touched] + smoothing * rate) / (counts[touched] + smoothing) / rate
    return factors
