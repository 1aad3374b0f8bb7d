"""What everybody buys now: the coordinate that speaks for a user of whom little is known."""

from __future__ import annotations

import numpy as np

from recsys_desktop.domain.entities import Int64Array
from recsys_desktop.engine.history import Float64Array
from recsys_desktop.engine.operators.trend import recent_counts


def recent_popularity(
    rows: Int64Array, times: Int64Array, strengths: Float64Array, items: int, half_life_days: float
) -> Float64Array:
    """Return the recent popularity of each item (items,) from 0 to 1: its decayed count over the largest one.

    ``rows``, ``times`` and ``strengths`` (m,) describe events. Without times it is the plain count; without events all zeros.
    """
    counts = recent_counts(rows, times, strengths, items, half_life_days)
    return counts / max(float(counts.max(initial=0.0)), np.finfo(np.float64).tiny)
