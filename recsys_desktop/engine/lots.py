"""Chance that is always the same: which part of a shop plays which role must not differ from one run to the next."""

from __future__ import annotations

import numpy as np

from recsys_desktop.domain.entities import Int64Array


def lot_of(keys: Int64Array) -> Int64Array:
    """Return a number from 0 to 99 for each key (m,), evenly spread and always the same (the finaliser of SplitMix64).

    >>> lot_of(np.array([1, 2, 3])).tolist()
    [35, 0, 79]
    """
    mixed = keys.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    return ((mixed ^ (mixed >> np.uint64(31))) % np.uint64(100)).astype(np.int64)


def lots_of_pairs(users: Int64Array, items: Int64Array) -> Int64Array:
    """Return a number from 0 to 99 for each pair of a user and an item (m,), likewise."""
    return lot_of(users * np.int64(1_000_003) + items)
