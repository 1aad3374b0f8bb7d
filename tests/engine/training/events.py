"""Behaviour as arrays, written row by row."""

from __future__ import annotations

import numpy as np

from recsys_desktop.domain.entities import InteractionArrays, Kind


def events(*rows: tuple[int, int, int], kind: Kind = Kind.PURCHASE) -> InteractionArrays:
    """Rows of (user key, item key, time), all of one kind, quantity 1."""
    table = np.array(rows, np.int64).reshape(-1, 3)
    return InteractionArrays(
        table[:, 0],
        table[:, 1],
        np.full(len(table), int(kind), np.int8),
        np.full(len(table), np.nan, np.float32),
        np.ones(len(table), np.float32),
        table[:, 2],
    )
