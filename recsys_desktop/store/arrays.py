"""Rows of numbers from SQLite as arrays, without a Python loop per row where it can be helped."""

from __future__ import annotations

import sqlite3

import numpy as np

from recsys_desktop.domain.entities import InteractionArrays

_AT_ONCE = 50_000


def read_interactions(cursor: sqlite3.Cursor) -> InteractionArrays:
    """Return all rows (user, item, kind, value or NULL, quantity, time) of a cursor as arrays, in the cursor's order."""
    blocks = []
    while rows := cursor.fetchmany(_AT_ONCE):
        # float64 holds keys and seconds exactly (below 2**53); NULL becomes NaN
        blocks.append(np.array(rows, np.float64))
    table = np.concatenate(blocks) if blocks else np.zeros((0, 6))
    return InteractionArrays(
        table[:, 0].astype(np.int64),
        table[:, 1].astype(np.int64),
        table[:, 2].astype(np.int8),
        table[:, 3].astype(np.float32),
        table[:, 4].astype(np.float32),
        table[:, 5].astype(np.int64),
    )


def read_vectors(cursor: sqlite3.Cursor) -> tuple[list[int], list[str], np.ndarray[tuple[int, ...], np.dtype[np.float32]]]:
    """Return keys (n,), text hashes and the float32 matrix (n, d) of rows (key, hash, blob)."""
    rows = cursor.fetchall()
    if not rows:
        return [], [], np.zeros((0, 0), np.float32)
    width = len(rows[0][2]) // 4
    matrix = np.frombuffer(b"".join(row[2] for row in rows), np.float32).reshape(len(rows), width)
    return [row[0] for row in rows], [row[1] for row in rows], matrix
