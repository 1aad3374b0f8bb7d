"""Exact top-k by cosine; no approximate index is needed at a shop's size."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from recsys_desktop.domain.entities import Float32Array, Int64Array
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.engine.history import Float64Array
from recsys_desktop.engine.operators.own_history import OwnBonuses, joined_cosines, own_length

#: Scores held at a time by the many-user version: 64 MB of float32.
_BLOCK_SCORES = 16_000_000
#: Single precision may misplace neighbours this close; they are compared again in double precision.
_SLACK = 1e-5
_RANKING = message("rank", "Making the lists")


def cosine_scores(keys: Float32Array, vector: Float64Array, own: OwnBonuses | None = None) -> Float64Array:
    """Return the cosine (n,) of a user vector (d,) with unit keys (n, d); zeros for a zero vector.

    With ``own`` it is that of the vectors joined with a coordinate for each item, see
    :func:`~recsys_desktop.engine.operators.own_history.joined_cosines`.
    """
    length = float(np.linalg.norm(vector))
    cosines = keys @ (vector / (length or 1.0)).astype(np.float32)
    return cosines.astype(np.float64) if own is None else joined_cosines(cosines, length, own)


def top_k(
    keys: Float32Array, vector: Float64Array, k: int, excluded: Int64Array, own: OwnBonuses | None = None
) -> tuple[Int64Array, Float64Array]:
    """Return rows and cosines of the k best keys, best first, equal ones by row; fewer than k where fewer are left.

    ``keys`` (n, d) are unit rows, ``vector`` (d,), ``excluded`` the rows never to be listed (any order, may repeat), ``own`` what
    the user's own items add where they may be listed again.
    """
    scores = cosine_scores(keys, vector, own)
    scores[excluded] = -np.inf
    kept = min(k, len(keys) - len(np.unique(excluded)))
    if kept <= 0:
        return np.zeros(0, np.int64), np.zeros(0)
    threshold = np.partition(scores, len(scores) - kept)[len(scores) - kept]
    near = np.flatnonzero(scores >= threshold - _SLACK)
    exact = exact_cosines(keys, vector, near, own)
    order = np.lexsort((near, -exact))[:kept]
    return near[order], exact[order]


def exact_cosines(keys: Float32Array, vector: Float64Array, rows: Int64Array, own: OwnBonuses | None = None) -> Float64Array:
    """Return the cosines (m,) of the keys at ``rows`` (m,) in double precision; equal keys have equal cosines to the last bit."""
    length = float(np.linalg.norm(vector))
    plain: Float64Array = (keys[rows].astype(np.float64) * vector).sum(axis=1)
    if own is None:
        return plain / (length or 1.0)
    plain += own.of(rows)
    return plain / (own_length(length, own.bonuses) or 1.0)


def top_k_many(
    keys: Float32Array, vectors: Float32Array, k: int, excluded: Sequence[Int64Array], progress: Progress
) -> tuple[Int64Array, Float32Array]:
    """Return rows and cosines (u, k) of many users at once, for exports and evaluation; -1 and -inf where fewer than k are left.

    ``vectors`` is (u, d); ``excluded`` holds each user's rows. Single precision: scores closer than its rounding may swap with
    :func:`top_k`, equal ones come by row.

    Raises: Cancelled.
    """
    users, items = len(vectors), len(keys)
    kept = min(k, items)
    rows, best = np.full((users, k), -1, np.int64), np.full((users, k), -np.inf, np.float32)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    units = (vectors / np.where(lengths > 0, lengths, 1.0)).astype(np.float32)
    size = max(1, _BLOCK_SCORES // max(items, 1))
    for start in range(0, users if kept else 0, size):
        progress.report(start, users, _RANKING)
        block = slice(start, min(start + size, users))
        scores: Float32Array = units[block] @ keys.T
        for position, masked in enumerate(excluded[block]):
            scores[position, masked] = -np.inf
        rows[block, :kept], best[block, :kept] = best_of_each(scores, kept)
    rows[best == -np.inf] = -1
    progress.report(users, users, _RANKING)
    return rows, best


def best_of_each(scores: Float32Array, k: int) -> tuple[Int64Array, Float32Array]:
    """Return columns and values (b, k) of the k largest scores of each line (b, n), best first, equal ones by column.

    >>> best_of_each(np.array([[1.0, 3.0, 1.0, 1.0]], np.float32), 2)[0].tolist()
    [[1, 0]]
    """
    threshold = np.partition(scores, scores.shape[1] - k, axis=1)[:, -k]
    columns = np.empty((len(scores), k), np.int64)
    for line, (values, least) in enumerate(zip(scores, threshold, strict=True)):
        near = np.flatnonzero(values >= least)
        columns[line] = near[np.argsort(-values[near], kind="stable")[:k]]
    return columns, np.take_along_axis(scores, columns, axis=1)
