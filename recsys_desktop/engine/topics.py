"""Groups of items: the shop's own categories, or clusters of the text vectors named by their words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import scipy.sparse as sp

from recsys_desktop.domain.entities import Float32Array, Int64Array
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.engine.words import distinctive_words

#: More groups than this are no overview; a deep category path is then cut to fewer levels.
_MOST_GROUPS = 48
_ITERATIONS = 20
_PATH = ">"
_GROUPING = message("fit", "Grouping the products")


def groups_of(
    titles: Sequence[str], categories: Sequence[str], texts: Float32Array, seed: int, progress: Progress
) -> tuple[Int64Array, tuple[str, ...]]:
    """Return the group of each item (n,), -1 for none, and the groups' names.

    Categories are used where at least half of the items have one, else clusters of the texts (n, e), else (e = 0) nothing.

    Raises: Cancelled.
    """
    named = sum(bool(category.strip()) for category in categories)
    if named and 2 * named >= len(titles):
        return category_groups(categories)
    if texts.shape[1] == 0 or not len(titles):
        return np.full(len(titles), -1, np.int64), ()
    clusters = spherical_clusters(texts, cluster_count(len(titles)), seed, progress)
    return clusters, cluster_names(titles, clusters)


def category_groups(categories: Sequence[str]) -> tuple[Int64Array, tuple[str, ...]]:
    """Return groups made of category paths "Home > Kitchen", cut to the deepest level that gives at most 48 groups.

    >>> category_groups(["Home > Kitchen", "", "Garden"])
    (array([ 1, -1,  0]), ('Garden', 'Home > Kitchen'))
    """
    paths = [[part.strip() for part in category.split(_PATH) if part.strip()] for category in categories]
    depth = max((len(path) for path in paths), default=0)
    while depth > 1 and len({tuple(path[:depth]) for path in paths if path}) > _MOST_GROUPS:
        depth -= 1
    names = sorted({f" {_PATH} ".join(path[:depth]) for path in paths if path})
    number = {name: index for index, name in enumerate(names)}
    return np.array([number.get(f" {_PATH} ".join(path[:depth]), -1) for path in paths], np.int64), tuple(names)


def cluster_count(items: int) -> int:
    """Return how many clusters give an overview of so many items: sqrt(n / 2), at most 48."""
    return max(1, min(_MOST_GROUPS, round(float(np.sqrt(items / 2)))))


def spherical_clusters(vectors: Float32Array, count: int, seed: int, progress: Progress) -> Int64Array:
    """Return the cluster 0..count-1 of each unit vector (n,): k-means by cosine, k-means++ start, numbered by falling size.

    Source: Dhillon and Modha, Concept decompositions for large sparse text data, 2001; Arthur and Vassilvitskii, k-means++, 2007.

    Raises: Cancelled.
    """
    centres = _spread_centres(vectors, min(count, len(vectors)), seed, progress)
    assigned, ones = np.full(len(vectors), -1, np.int64), np.ones(len(vectors), np.float32)
    for done in range(_ITERATIONS):
        progress.report(done, _ITERATIONS, _GROUPING)
        nearest = np.argmax(vectors @ centres.T, axis=1)
        if np.array_equal(nearest, assigned):
            break
        assigned = nearest
        members = sp.csr_array((ones, (assigned, np.arange(len(vectors)))), shape=(len(centres), len(vectors)))
        sums: Float32Array = members @ vectors
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(lengths > 0, sums / np.maximum(lengths, np.finfo(np.float32).tiny), centres)
    return _by_falling_size(assigned)


def _by_falling_size(assigned: Int64Array) -> Int64Array:
    """Number the clusters in use from the largest; of equal ones the one that comes first."""
    used, first, dense, sizes = np.unique(assigned, return_index=True, return_inverse=True, return_counts=True)
    number = np.empty(len(used), np.int64)
    number[np.lexsort((first, -sizes))] = np.arange(len(used))
    return number[dense]


def _spread_centres(vectors: Float32Array, count: int, seed: int, progress: Progress) -> Float32Array:
    """Choose start centres with probability in proportion to the squared distance from those chosen before."""
    random = np.random.default_rng(seed)
    chosen = [int(random.integers(len(vectors)))]
    distances = np.full(len(vectors), np.inf)
    while len(chosen) < count:
        progress.raise_if_cancelled()
        # On the unit sphere |v - c|^2 = 2 - 2 v.c
        distances = np.minimum(distances, np.maximum(2.0 - 2.0 * (vectors @ vectors[chosen[-1]]), 0.0))
        if distances.sum() <= 0:  # fewer different vectors than centres asked for
            break
        chosen.append(int(random.choice(len(vectors), p=distances / distances.sum())))
    return vectors[chosen].copy()


def cluster_names(titles: Sequence[str], clusters: Int64Array) -> tuple[str, ...]:
    """Return a different name for each cluster: its two most distinctive words, further ones where two clusters would agree."""
    names: list[str] = []
    for number, ranked in enumerate(distinctive_words(titles, clusters.tolist(), count=8)):
        best = _different(ranked)
        lengths = range(2, len(best) + 1)
        name = next((", ".join(best[:n]) for n in lengths if ", ".join(best[:n]) not in names), ", ".join(best))
        names.append(name if name and name not in names else f"{name} {number + 1}".strip())
    return tuple(names)


def _different(ranked: Sequence[str]) -> list[str]:
    """Leave out a word that begins like a better one: "candles" says nothing beside "candle"."""
    kept: list[str] = []
    for word in ranked:
        if not any(word.startswith(other) or other.startswith(word) for other in kept):
            kept.append(word)
    return kept
