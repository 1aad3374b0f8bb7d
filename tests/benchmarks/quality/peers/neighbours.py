"""Item-kNN: what is bought by the same users, weighted three ways (Sarwar et al. 2001; Ferrari Dacrema et al. 2019)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
import scipy.sparse as sp

from recsys_desktop.engine.history import Float64Array
from tests.benchmarks.quality.material import Material
from tests.benchmarks.quality.peers.peer import Configuration, Made, Peer, grid

#: Similarities held at a time.
_BLOCK_VALUES = 20_000_000

#: A weighting of the matrix (users, n), and the length that each item's column is divided by (n,).
Weighting = Callable[[sp.csr_array, Configuration], sp.csr_array]


def plain(behaviour: sp.csr_array, _: Configuration) -> sp.csr_array:
    """Return the matrix as it is."""
    return behaviour


def tfidf(behaviour: sp.csr_array, _: Configuration) -> sp.csr_array:
    """Weight each entry by the rarity of its user among items: users with long histories say less of each item."""
    return _scaled(behaviour, _rarity(behaviour))


def bm25(behaviour: sp.csr_array, configuration: Configuration) -> sp.csr_array:
    """Weight each entry by BM25, items being documents and users words (Robertson and Zaragoza 2009)."""
    k1, b = configuration["k1"], configuration["b"]
    lengths = np.bincount(behaviour.indices, minlength=behaviour.shape[1]).astype(np.float64)
    norm = 1.0 - b + b * lengths / max(float(lengths.mean()), 1e-9)
    weighted = _scaled(behaviour, _rarity(behaviour))
    weighted.data = (weighted.data * (k1 + 1.0) / (k1 * norm[weighted.indices] + 1.0)).astype(np.float32)
    return weighted


def _rarity(behaviour: sp.csr_array) -> Float64Array:
    lengths = np.diff(behaviour.indptr)
    rarity: Float64Array = 1.0 + np.log(max(behaviour.shape[1], 1) / (1.0 + lengths))
    return rarity


def _scaled(behaviour: sp.csr_array, users: np.ndarray) -> sp.csr_array:
    scaled = behaviour.copy()
    scaled.data = (scaled.data * np.repeat(users, np.diff(behaviour.indptr))).astype(np.float32)
    return scaled


def similarities(weighted: sp.csr_array, neighbours: int, shrink: float, cosine: bool) -> sp.csc_array:
    """Return for each item j the column S[:, j] of its nearest items' similarities; the diagonal is 0.

    ``s_ij = x_i . x_j / (|x_i| |x_j| + shrink)``, or the plain product where not ``cosine``.
    """
    items = weighted.shape[1]
    lengths = np.sqrt(np.asarray(weighted.power(2).sum(axis=0)).ravel())
    columns = sp.csc_array(weighted)
    blocks = []
    size = max(1, _BLOCK_VALUES // max(items, 1))
    for start in range(0, items, size):
        stop = min(start + size, items)
        common = (weighted.T @ columns[:, start:stop]).toarray()
        common[np.arange(start, stop), np.arange(stop - start)] = 0.0
        if cosine:
            common /= np.maximum(lengths[:, None] * lengths[None, start:stop] + shrink, 1e-12)
        if neighbours < items:
            least = np.partition(common, items - neighbours, axis=0)[items - neighbours]
            common[common < least] = 0.0
        blocks.append(sp.csc_array(common.astype(np.float32)))
    return sp.csc_array(sp.hstack(blocks)) if blocks else sp.csc_array((items, items), dtype=np.float32)


def _make(weighting: Weighting, cosine: bool, material: Material, configuration: Configuration) -> Made:
    weighted = weighting(material.behaviour, configuration)
    similar = similarities(weighted, int(configuration["neighbours"]), configuration.get("shrink", 0.0), cosine)
    return material.lists(lambda block: (material.asked[block] @ similar).toarray()), {}


_NEIGHBOURS = (100.0, 50.0, 200.0, 20.0, 500.0)
PEERS = (
    Peer("item-kNN (cosine)", partial(_make, plain, True), grid(neighbours=_NEIGHBOURS, shrink=(0.0, 10.0, 50.0))),
    Peer("item-kNN (TF-IDF)", partial(_make, tfidf, True), grid(neighbours=_NEIGHBOURS, shrink=(0.0, 10.0, 50.0))),
    Peer("item-kNN (BM25)", partial(_make, bm25, False), grid(neighbours=_NEIGHBOURS, k1=(1.2, 0.5, 100.0), b=(0.75, 0.3, 1.0))),
)
