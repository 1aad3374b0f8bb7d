"""Places a text among the texts of items that have buyers: the language model's part in products nobody has bought yet."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from recsys_desktop.domain.entities import Float32Array, Int64Array
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message

#: Texts compared at a time: bounds memory and hears a cancel soon.
_BLOCK = 256
_PLACING = message("fit", "Placing products nobody has bought yet")


def weighted_neighbours(
    texts: Float32Array, reference: Float32Array, count: int, temperature: float, progress: Progress | None = None
) -> Iterator[tuple[slice, Int64Array, Float32Array]]:
    """Yield blocks of (which texts, nearest reference rows (b, c), their weights (b, c)), c = min(count, len(reference)).

    ``texts`` is (m, e), ``reference`` (w, e), both of unit rows. The weights are ``softmax(cosine / temperature)`` over the c
    nearest, so they are positive and sum to 1 (a Nadaraya-Watson kernel cut to its nearest neighbours).

    Raises: Cancelled.
    """
    kept = min(count, len(reference))
    for start in range(0, len(texts) if kept else 0, _BLOCK):
        if progress is not None:
            progress.report(start, len(texts), _PLACING)
        block = slice(start, min(start + _BLOCK, len(texts)))
        cosines = texts[block] @ reference.T
        nearest = np.argpartition(-cosines, kept - 1, axis=1)[:, :kept]
        near = np.take_along_axis(cosines, nearest, axis=1) / np.float32(temperature)
        weights = np.exp(near - near.max(axis=1, keepdims=True))
        yield block, nearest.astype(np.int64), weights / weights.sum(axis=1, keepdims=True)


def kernel_mean(
    texts: Float32Array,
    reference: Float32Array,
    vectors: tuple[Float32Array, ...],
    count: int,
    temperature: float,
    progress: Progress | None = None,
) -> tuple[Float32Array, ...]:
    """Return for each array of reference vectors (w, d) the weighted mean over each text's neighbours (m, d); zeros without any."""
    means = tuple(np.zeros((len(texts), array.shape[1]), np.float32) for array in vectors)
    for block, nearest, weights in weighted_neighbours(texts, reference, count, temperature, progress):
        for mean, array in zip(means, vectors, strict=True):
            mean[block] = np.einsum("bc,bcd->bd", weights, array[nearest])
    silent = ~texts.any(axis=1)  # an item without a text has no neighbours
    for mean in means:
        mean[silent] = 0.0
    return means
