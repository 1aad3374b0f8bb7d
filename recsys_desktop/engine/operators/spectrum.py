"""Leading directions of matrices too large to write out, by randomised subspace iteration.

Source: Halko, Martinsson and Tropp, Finding structure with randomness, SIAM Review 2011, algorithms 4.4 and 5.1.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import scipy.linalg
import scipy.sparse as sp

from recsys_desktop.domain.entities import Float32Array
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import Text, message

#: Extra directions that make the leading ones accurate.
_OVERSAMPLING = 10
#: Repetitions; behaviour has a slowly falling spectrum, for which none or one are not enough.
_ITERATIONS = 3
#: Users multiplied at a time, so that a cancel is heard soon.
_BLOCK = 20_000

_DIRECTIONS = message("fit", "Finding what customers have in common")
_COMPRESSING = message("fit", "Writing it down as vectors")

Product = Callable[[Float32Array], Float32Array]


def gram_spectrum(
    behaviour: sp.csr_array, texts: Float32Array, text_weight: float, rank: int, seed: int, progress: Progress
) -> tuple[Float32Array, Float32Array]:
    """Return leading right singular vectors V (n, r) of ``[R; sqrt(alpha) T']`` and their s^2 (r,), r <= ``rank``.

    ``behaviour`` R is (users, n), ``texts`` T is (n, e) with e >= 0, ``text_weight`` is alpha. The stacked matrix is never built.

    Raises: Cancelled.
    """
    users, items = behaviour.shape
    ratings = behaviour.astype(np.float32)
    blocks = [ratings[start : start + _BLOCK] for start in range(0, users, _BLOCK)]
    turned = [sp.csr_array(block.T) for block in blocks]

    def gram_times(vectors: Float32Array) -> Float32Array:
        product: Float32Array = texts @ (np.float32(text_weight) * (texts.T @ vectors))
        for block, back in zip(blocks, turned, strict=True):
            progress.raise_if_cancelled()
            product += back @ (block @ vectors)
        return product

    width = min(rank + _OVERSAMPLING, items, users + texts.shape[1])
    subspace = _subspace(gram_times, items, width, seed, progress, _DIRECTIONS)
    squares, rotation = np.linalg.eigh(subspace.T @ gram_times(subspace))
    leading = np.argsort(squares)[::-1][:rank]
    return subspace @ rotation[:, leading], np.maximum(squares[leading], 0.0)


def factorise(
    times: Product, transposed_times: Product, importance: Float32Array, rank: int, seed: int, progress: Progress
) -> tuple[Float32Array, Float32Array]:
    """Return Q (n, r) and K (n, r), r = min(rank, n), such that ``Q K'`` is nearly the best rank-r form of a square matrix B.

    Best in the rows that matter: it minimises ``|diag(sqrt(importance)) (B - Q K')|`` (Frobenius), which is the expected squared
    error of the scores of histories that hold item i with a chance in proportion to ``importance`` (n,), all above 0. B is
    given by ``times(v) = B v`` and ``transposed_times(v) = B' v`` for columns v (n, c). Both factors carry the root of the singular
    values.

    Raises: Cancelled.
    """
    items = len(importance)
    root = np.sqrt(importance)[:, None].astype(np.float32)

    def gram_times(vectors: Float32Array) -> Float32Array:
        progress.raise_if_cancelled()
        back: Float32Array = times(transposed_times(root * vectors))
        back *= root
        return back

    subspace = _subspace(gram_times, items, min(rank + _OVERSAMPLING, items), seed, progress, _COMPRESSING)
    projected = transposed_times(root * subspace)  # (n, width): the transpose of subspace' diag(root) B
    squares, rotation = np.linalg.eigh(projected.T @ projected)
    leading = np.argsort(squares)[::-1][: min(rank, items)]
    balance = np.maximum(squares[leading], np.finfo(np.float32).tiny) ** np.float32(0.25)
    queries = (subspace @ rotation[:, leading]) * balance / root
    keys = projected @ rotation[:, leading] / balance
    return queries.astype(np.float32), keys.astype(np.float32)


def _subspace(gram_times: Product, rows: int, width: int, seed: int, progress: Progress, what: Text) -> Float32Array:
    """Return an orthonormal basis (rows, width) of nearly the leading eigenvectors of a positive semi-definite operator."""
    subspace = np.random.default_rng(seed).standard_normal((rows, width), dtype=np.float32)
    for done in range(_ITERATIONS):
        progress.report(done, _ITERATIONS, what)
        # numpy's own would compute in double precision, at twice the time and memory
        subspace = scipy.linalg.qr(gram_times(subspace), overwrite_a=True, mode="economic", check_finite=False)[0]
    progress.report(_ITERATIONS, _ITERATIONS, what)
    return subspace
