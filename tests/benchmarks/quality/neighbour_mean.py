"""The plain way to place a text among those of known items: the softmax mean of its nearest neighbours (Nadaraya-Watson)."""

from __future__ import annotations

import numpy as np

from recsys_desktop.domain.entities import Float32Array

#: Texts compared at a time: bounds memory.
_BLOCK = 256


def kernel_mean(
    texts: Float32Array, reference: Float32Array, vectors: Float32Array, count: int, temperature: float
) -> Float32Array:
    """Return the weighted mean (m, d) of the ``vectors`` (w, d) of each text's ``count`` nearest reference texts.

    ``texts`` is (m, e), ``reference`` (w, e), both of unit rows; the weights are ``softmax(cosine / temperature)``.
    Zeros where there is no text or no reference.
    """
    means, kept = np.zeros((len(texts), vectors.shape[1]), np.float32), min(count, len(reference))
    for start in range(0, len(texts) if kept else 0, _BLOCK):
        block = slice(start, start + _BLOCK)
        cosines = texts[block] @ reference.T
        nearest = np.argpartition(-cosines, kept - 1, axis=1)[:, :kept]
        near = np.take_along_axis(cosines, nearest, axis=1) / np.float32(temperature)
        weights = np.exp(near - near.max(axis=1, keepdims=True))
        means[block] = np.einsum("bc,bcd->bd", weights / weights.sum(axis=1, keepdims=True), vectors[nearest])
    means[~texts.any(axis=1)] = 0.0  # an item without a text has no neighbours
    return means
