"""The catalogue as a map: products that are alike lie together, and the regions bear their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from recsys_desktop.domain.entities import Float32Array, Int64Array
from recsys_desktop.domain.progress import Progress
from recsys_desktop.engine.history import Float64Array
from recsys_desktop.engine.item_space import ItemSpace
from recsys_desktop.engine.layout import affinities, lay_out, principal_start
from recsys_desktop.engine.near_items import nearest
from recsys_desktop.engine.topics import cluster_count, cluster_names, spherical_clusters

#: Measured on Online Retail (3,792 products; tests/benchmarks/catalogue_map.py): of a product's 10 most similar ones, how many are
#: among its 10 (30) nearest on the map: 51 (70) of 100 with both vectors, 50 (68) with the texts alone, 5 (11) by the two
#: directions in which the texts differ most. Perplexities 8 to 30 and twice the steps change that by at most 3.
_PERPLEXITY, _NEIGHBOURS, _EXAGGERATION = 15.0, 45, 2.0
_EARLY, _LATE = 100, 200
#: Of fewer items the two directions in which they differ most say all.
_FEWEST = 60
#: Of more items than this, evenly chosen ones are laid out first; the others join them.
_AT_FIRST = 10_000
_JOINING_NEIGHBOURS, _JOINING_STEPS = 15, 40
_JOINED_TO = 3
#: Coordinates in which neighbours are looked for; all 768 find hardly more.
_WIDTH = 100
_LEARNT_FROM = 20_000
_SEED = 0


@dataclass(frozen=True)
class CatalogueMap:
    """n products on a plane, from -1 to 1 in the longer direction, and its regions, the largest first."""

    points: Float32Array  # (n, 2)
    regions: Int64Array  # (n,) 0..r-1
    names: tuple[str, ...]  # (r,) words that tell a region from the others
    centres: Float32Array  # (r, 2) the middle of each region's products


def draw_map(space: ItemSpace, titles: Sequence[str], progress: Progress) -> CatalogueMap:
    """Lay out the n items of a space, ``titles`` (n,) naming the regions. The same space gives the same map.

    Raises: Cancelled.
    """
    points = _fitted(_laid_out(_compared(space), progress))
    regions = _regions(points, progress)
    count = int(regions.max(initial=-1)) + 1
    centres = np.array([np.median(points[regions == region], axis=0) for region in range(count)], np.float32).reshape(count, 2)
    return CatalogueMap(points, regions, cluster_names(titles, regions), centres)


def _compared(space: ItemSpace) -> Float32Array:
    """Return unit vectors (n, w) whose dot product is nearly the likeness of products that the window shows (see ``similar``)."""
    sides = [side for side in (space.texts, space.queries if space.collaborative else space.texts[:, :0]) if side.shape[1]]
    if not sides:
        return _unit(np.array(space.keys))
    joined = np.concatenate([_unit(np.array(side)) for side in sides], axis=1)
    if joined.shape[1] <= _WIDTH:
        return _unit(joined)
    learnt_from = joined[:: max(len(joined) // _LEARNT_FROM, 1)]
    values, directions = np.linalg.eigh((learnt_from.T @ learnt_from).astype(np.float64))
    leading = directions[:, np.argsort(-values, kind="stable")[:_WIDTH]].astype(np.float32)
    return _unit(joined @ leading)


def _laid_out(vectors: Float32Array, progress: Progress) -> Float64Array:
    if len(vectors) < _FEWEST:
        return principal_start(vectors) if len(vectors) else np.zeros((0, 2))
    first = np.arange(0, len(vectors), max(-(-len(vectors) // _AT_FIRST), 1))
    likeness = _likeness(vectors[first], _NEIGHBOURS, progress)
    points = lay_out(likeness, principal_start(vectors[first]), _EARLY, _LATE, _EXAGGERATION, progress)
    if len(first) == len(vectors):
        return points
    likeness = _likeness(vectors, _JOINING_NEIGHBOURS, progress)
    start = _joined(vectors, first, points, progress) * np.sqrt(len(vectors) / len(first))
    return lay_out(likeness, start, 0, _JOINING_STEPS, _EXAGGERATION, progress)


def _likeness(vectors: Float32Array, neighbours: int, progress: Progress) -> sp.csr_array:
    found, cosines = nearest(vectors, neighbours, _SEED, progress)
    return affinities(found, cosines, min(_PERPLEXITY, neighbours / 3))


def _joined(vectors: Float32Array, first: Int64Array, points: Float64Array, progress: Progress) -> Float64Array:
    """Return places (n, 2): those laid out already (f,), all others between the likest of them."""
    start = np.empty((len(vectors), 2))
    block = 2_048
    for begin in range(0, len(vectors), block):
        progress.raise_if_cancelled()
        products = vectors[begin : begin + block] @ vectors[first].T
        best = np.argpartition(-products, _JOINED_TO - 1, axis=1)[:, :_JOINED_TO]
        weights = np.maximum(np.take_along_axis(products, best, axis=1), 1e-6)[:, :, None]
        start[begin : begin + block] = (points[best] * weights).sum(axis=1) / weights.sum(axis=1)
    start[first] = points
    return start


def _fitted(points: Float64Array) -> Float32Array:
    low, high = points.min(axis=0, initial=np.inf), points.max(axis=0, initial=-np.inf)
    half = float((high - low).max(initial=0.0)) / 2 or 1.0
    return ((points - (low + high) / 2) / half).astype(np.float32) if len(points) else np.zeros((0, 2), np.float32)


def _regions(points: Float32Array, progress: Progress) -> Int64Array:
    """Return the region (n,) of each point: k-means on the plane, lifted onto a sphere, where the nearest centre is the same."""
    if not len(points):
        return np.zeros(0, np.int64)
    lifted = np.concatenate([points * 0.5, np.sqrt(1.0 - 0.25 * np.clip((points**2).sum(axis=1, keepdims=True), 0, 2))], axis=1)
    return spherical_clusters(lifted.astype(np.float32), cluster_count(len(points)), _SEED, progress)


def _unit(vectors: Float32Array) -> Float32Array:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return (vectors / np.where(lengths > 0, lengths, 1.0)).astype(np.float32)
