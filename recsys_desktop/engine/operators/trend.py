"""What moves now: how much an item's share of recent behaviour exceeds its share of all behaviour."""

from __future__ import annotations

import numpy as np

from recsys_desktop.domain.entities import NO_TIME, Int64Array
from recsys_desktop.engine.history import Float64Array, ages_in_days

#: Times must span this many half-lives before "recent" and "always" can differ.
_SMALLEST_SPAN = 2.0


def recent_counts(rows: Int64Array, times: Int64Array, strengths: Float64Array, items: int, half_life_days: float) -> Float64Array:
    """Return for each item (items,) the strengths of its events added up, each times ``2 ** (-age / half_life)``.

    Age runs from the newest event, so that a file imported years later still has a recent part; an event of unknown time counts as
    the newest.
    """
    newest = int(times.max(initial=NO_TIME))
    decay = np.exp2(-ages_in_days(times, newest) / half_life_days)
    return np.bincount(rows, weights=strengths * decay, minlength=items).astype(np.float64)


def trend(
    rows: Int64Array, times: Int64Array, strengths: Float64Array, items: int, half_life_days: float, smoothing: float
) -> Float64Array:
    """Return the trend ``l`` of each item (items,), above 0; 1 means neither rising nor falling.

    ``l_j = (recent_j + c r) / (count_j + c) / r`` with ``r = recent / count`` over all items: an item's recent share over its
    all-time share, drawn towards 1 by ``c = smoothing`` ordinary events, since an item with three events has no trend to speak of.
    ``rows``, ``times`` and ``strengths`` (m,) describe events. All ones where times are missing or span less than two half-lives,
    and for items without events.
    """
    known = times != NO_TIME
    rows, times, strengths = rows[known], times[known], strengths[known]
    if not len(times) or float(np.ptp(times)) / 86_400 < _SMALLEST_SPAN * half_life_days:
        return np.ones(items)
    counts = np.bincount(rows, weights=strengths, minlength=items)
    recent = recent_counts(rows, times, strengths, items, half_life_days)
    rate = recent.sum() / counts.sum()
    factors: Float64Array = np.ones(items)
    touched = counts > 0
    factors[touched] = (recent[touched] + smoothing * rate) / (counts[touched] + smoothing) / rate
    return factors
