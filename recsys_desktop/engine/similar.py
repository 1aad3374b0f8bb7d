"""Products like this one: alike in words and bought for the same reasons."""

from __future__ import annotations

import numpy as np

from recsys_desktop.domain.entities import Float32Array, Int64Array
from recsys_desktop.engine.history import Float64Array
from recsys_desktop.engine.item_space import ItemSpace


def similar(space: ItemSpace, row: int, k: int) -> tuple[Int64Array, Float64Array]:
    """Return rows and scores of the k items most like the one at ``row``, best first, equal ones by row.

    The score is the mean of two exact cosines, that of the text vectors and that of the queries (what owning the item says about a
    user): words alone find colour variants, behaviour alone what goes together. Where one side is silent (no texts, no behaviour,
    two text vectors standing for both) the other decides alone.
    """
    sides = [space.texts] if space.texts.shape[1] else []
    if space.collaborative:
        sides.append(space.queries)
    scores = np.sum([_cosines(side, row) for side in sides], axis=0) / max(len(sides), 1) + np.zeros(len(space))
    scores[row] = -np.inf
    order = np.lexsort((np.arange(len(space)), -scores))[: max(min(k, len(space) - 1), 0)]
    return order.astype(np.int64), scores[order]


def _cosines(vectors: Float32Array, row: int) -> Float64Array:
    """Return the cosine (n,) of the vector at ``row`` with all vectors (n, d); 0 where either is zero."""
    lengths = np.sqrt(np.einsum("nd,nd->n", vectors, vectors))
    sizes = lengths * lengths[row]
    products: Float64Array = (vectors @ vectors[row]).astype(np.float64)
    cosines: Float64Array = np.divide(products, sizes, out=np.zeros(len(vectors)), where=sizes > 0)
    return cosines
