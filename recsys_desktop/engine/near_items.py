"""The nearest items of every item, exact for a shop of some thousands, and nearly so for one of a hundred thousand."""

from __future__ import annotations

import numpy as np

from recsys_desktop.domain.entities import Float32Array, Int64Array
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.engine.topics import spherical_clusters

#: Up to so many items everything is compared with everything.
_EXACT = 8_000
#: Beyond that an item is compared with the members of the clusters nearest to its own.
_CLUSTER_SIZE, _CLUSTERS_LOOKED_AT = 400, 4
_AT_ONCE = 1_024
_COMPARING = message("map", "Comparing the products")


def nearest(vectors: Float32Array, k: int, seed: int, progress: Progress) -> tuple[Int64Array, Float32Array]:
    """Return for each unit vector (n, d) its k nearest others (n, k), best first, and their cosines; k is at most n - 1.

    Beyond 8,000 vectors some neighbours are missed: only the members of the four nearest of n / 400 clusters are compared.

    Raises: Cancelled.
    """
    k = min(k, len(vectors) - 1)
    if len(vectors) <= _EXACT:
        return _best_of(vectors, np.arange(len(vectors)), np.arange(len(vectors)), k, progress)
    clusters = spherical_clusters(vectors, len(vectors) // _CLUSTER_SIZE, seed, progress)
    members = np.split(np.argsort(clusters, kind="stable"), np.cumsum(np.bincount(clusters))[:-1])
    centres = np.stack([vectors[rows].mean(axis=0) for rows in members])
    centres /= np.maximum(np.linalg.norm(centres, axis=1, keepdims=True), np.finfo(np.float32).tiny)
    near_centres = np.argsort(-(centres @ centres.T), axis=1, kind="stable")[:, :_CLUSTERS_LOOKED_AT]
    found, cosines = np.empty((len(vectors), k), np.int64), np.empty((len(vectors), k), np.float32)
    for cluster, rows in enumerate(members):
        progress.report(cluster, len(members), _COMPARING)
        looked_at = np.concatenate([members[other] for other in near_centres[cluster]])
        while len(looked_at) <= k:  # a crowd of tiny clusters
            looked_at = np.unique(np.r_[looked_at, np.arange(min(len(vectors), 2 * (k + 1)))])
        found[rows], cosines[rows] = _best_of(vectors, rows, looked_at, k, progress)
    return found, cosines


def _best_of(
    vectors: Float32Array, rows: Int64Array, others: Int64Array, k: int, progress: Progress
) -> tuple[Int64Array, Float32Array]:
    """Return the k nearest of ``others`` for each of ``rows``, itself left out."""
    found, cosines = np.empty((len(rows), k), np.int64), np.empty((len(rows), k), np.float32)
    place = np.full(len(vectors), -1, np.int64)
    place[others] = np.arange(len(others))
    for start in range(0, len(rows), _AT_ONCE):
        progress.raise_if_cancelled()
        part = rows[start : start + _AT_ONCE]
        products = vectors[part] @ vectors[others].T
        own = place[part]
        products[np.flatnonzero(own >= 0), own[own >= 0]] = -np.inf
        best = np.argpartition(-products, k - 1, axis=1)[:, :k] if k < len(others) else np.argsort(-products, axis=1)[:, :k]
        values = np.take_along_axis(products, best, axis=1)
        order = np.lexsort((others[best], -values), axis=1)
        found[start : start + _AT_ONCE] = others[np.take_along_axis(best, order, axis=1)]
        cosines[start : start + _AT_ONCE] = np.take_along_axis(values, order, axis=1)
    return found, cosines
