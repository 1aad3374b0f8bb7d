"""EASE in its three forms: behaviour alone, with the texts' Gram matrix, and times what rises lately."""

from __future__ import annotations

import numpy as np
import scipy.linalg

from recsys_desktop.domain.entities import Float32Array, Int64Array
from tests.benchmarks.quality.material import Material, Scorer
from tests.benchmarks.quality.peers.peer import Configuration, Made, Peer, grid

#: An n x n matrix of more items would not fit a desktop; beyond, the most popular ones take part and the others score 0.
LARGEST = 12_000


def item_weights(gram: Float32Array, regularisation: float) -> Float32Array:
    """Return B (n, n), zero diagonal, of ``B_ij = -P_ij / P_jj`` with ``P = (G + lambda I)^-1`` (Steck, WWW 2019)."""
    regularised = gram.copy()
    regularised[np.diag_indices_from(regularised)] += np.float32(regularisation)
    factor = scipy.linalg.cho_factor(regularised, lower=True, overwrite_a=True)
    inverse: Float32Array = scipy.linalg.cho_solve(factor, np.eye(len(gram), dtype=np.float32), overwrite_b=True)
    inverse /= -np.diag(inverse)
    np.fill_diagonal(inverse, 0.0)
    return inverse


def _rows(material: Material, text_weight: float) -> Int64Array:
    """Return the items that take part: with texts those without buyers too, as far as they fit."""
    order = np.lexsort((np.arange(material.items), -material.popularity))[:LARGEST]
    known = order if text_weight else order[material.popularity[order] > 0]
    return np.sort(known)


def _scorer(material: Material, configuration: Configuration) -> Scorer:
    alpha = configuration.get("text_weight", 0.0)
    rows = _rows(material, alpha)
    bought = material.behaviour[:, rows]
    gram = (bought.T @ bought).toarray().astype(np.float32)
    if alpha:
        texts = material.texts[rows]
        gram += np.float32(alpha) * (texts @ texts.T)
    weights = item_weights(gram, configuration["regularisation"]) if len(rows) else gram
    factors = _rising(material, configuration)[rows]

    def scores(block: slice) -> Float32Array:
        asked = material.asked[block]
        found = np.zeros((asked.shape[0], material.items), np.float32)
        found[:, rows] = (asked[:, rows] @ weights) * factors
        return found

    return scores


def _rising(material: Material, configuration: Configuration) -> Float32Array:
    """Return each item's recent share of all events over its share at all times, to a power; 1 without a half-life."""
    if "half_life_days" not in configuration:
        return np.ones(material.items, np.float32)
    recent = material.recent(configuration["half_life_days"])
    always = np.bincount(material.liked.item_keys, minlength=material.items)
    share = np.divide(recent, always, out=np.zeros(material.items), where=always > 0)
    return (share ** configuration["power"]).astype(np.float32)


def _make(material: Material, configuration: Configuration) -> Made:
    return material.lists(_scorer(material, configuration)), {}


_REGULARISATION = (300.0, 100.0, 600.0, 1000.0, 30.0, 2000.0)
PEERS = (
    Peer("EASE", _make, grid(regularisation=(*_REGULARISATION, 10.0, 200.0, 450.0, 5000.0))),
    Peer(
        "CEASE",
        _make,
        grid(regularisation=_REGULARISATION, text_weight=(30.0, 10.0, 100.0, 300.0)),
        ranks_new=True,
        needs=frozenset({"texts"}),
    ),
    Peer(
        "EASE x trend",
        _make,
        grid(regularisation=_REGULARISATION, half_life_days=(6.0, 4.0, 10.0, 30.0), power=(1.0, 0.5)),
        needs=frozenset({"times"}),
    ),
)
