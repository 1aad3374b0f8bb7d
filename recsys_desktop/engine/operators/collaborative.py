"""What is bought together, read from behaviour and texts at once, as two vectors per item."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from recsys_desktop.domain.entities import Float32Array
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message

#: Extra directions that make the leading ones accurate (Halko et al. 2011, section 4.2).
_OVERSAMPLING = 10
#: Repetitions of the subspace iteration; behaviour has a slowly falling spectrum, for which one or two are not enough.
_ITERATIONS = 4
#: Users multiplied at a time, so that a cancel is heard soon.
_BLOCK = 20_000
#: An item that the others predict perfectly would get an infinite key.
_SMALLEST_REST = 1e-3

_LEARNING = message("fit", "Learning what is bought together")


@dataclass(frozen=True)
class Spectrum:
    """Leading right singular vectors of the stacked matrix ``[R; sqrt(alpha) T']``: ``basis`` (n, r), ``squares`` (r,) = s^2."""

    basis: Float32Array
    squares: Float32Array

    def queries_and_keys(self, regularisation: float) -> tuple[Float32Array, Float32Array]:
        """Return ``q`` (n, r) and ``k`` (n, r): item i in a history recommends item j by ``q_i . k_j``.

        EASE (Steck 2019) weighs i for j by ``B_ij = -P_ij / P_jj`` with ``P = (G + lambda I)^-1``, and its form with side
        information (CEASE, Jeunen et al. 2020) takes ``G = R'R + alpha T T'``, the Gram matrix of the stacked matrix. With its
        singular value decomposition ``P = (I - V diag(s^2 / (s^2 + lambda)) V') / lambda``, hence with
        ``q = V sqrt(s^2 / (s^2 + lambda))``::

            B_ij = q_i . q_j / (1 - |q_j|^2)        for i != j

        which is exact when r is the rank of the stacked matrix, and its best low-rank approximation when r is smaller.
        """
        queries = self.basis * np.sqrt(self.squares / (self.squares + np.float32(regularisation)))
        rest = np.maximum(1.0 - np.einsum("nr,nr->n", queries, queries), _SMALLEST_REST)
        return queries, queries / rest[:, None].astype(np.float32)


def spectrum(
    behaviour: sp.csr_array, texts: Float32Array, text_weight: float, rank: int, seed: int, progress: Progress
) -> Spectrum:
    """Return the leading ``rank`` right singular vectors of ``[R; sqrt(alpha) T']`` by randomised subspace iteration.

    ``behaviour`` R is (users, n), ``texts`` T is (n, e) with e >= 0, ``text_weight`` is alpha. Source: Halko, Martinsson and Tropp,
    Finding structure with randomness, 2011, algorithm 4.4. Cost: 10 products with R and T, memory 3 n (rank + 10) floats.

    Raises: Cancelled.
    """
    items = behaviour.shape[1]
    width = min(rank + _OVERSAMPLING, items, behaviour.shape[0] + texts.shape[1])
    stacked = _Stacked(behaviour.astype(np.float32), texts, np.float32(text_weight), progress)
    subspace = np.random.default_rng(seed).standard_normal((items, width), dtype=np.float32)
    for done in range(_ITERATIONS + 1):
        progress.report(done, _ITERATIONS + 2, _LEARNING)
        subspace = np.linalg.qr(stacked.gram_times(subspace))[0]
    progress.report(_ITERATIONS + 1, _ITERATIONS + 2, _LEARNING)
    squares, rotation = np.linalg.eigh(subspace.T @ stacked.gram_times(subspace))
    leading = np.argsort(squares)[::-1][:rank]
    basis = subspace @ rotation[:, leading]
    progress.report(_ITERATIONS + 2, _ITERATIONS + 2, _LEARNING)
    return Spectrum(basis, np.maximum(squares[leading], 0.0))


class _Stacked:
    """The stacked matrix ``[R; sqrt(alpha) T']``, never built: only products with its Gram matrix are taken."""

    def __init__(self, behaviour: sp.csr_array, texts: Float32Array, text_weight: np.float32, progress: Progress) -> None:
        starts = range(0, behaviour.shape[0], _BLOCK)
        self._blocks = [behaviour[start : start + _BLOCK] for start in starts]
        self._turned = [sp.csr_array(block.T) for block in self._blocks]
        self._texts, self._text_weight, self._progress = texts, text_weight, progress

    def gram_times(self, matrix: Float32Array) -> Float32Array:
        """Return ``(R'R + alpha T T') matrix`` for a matrix (n, width)."""
        product = self._text_weight * (self._texts @ (self._texts.T @ matrix))
        for block, turned in zip(self._blocks, self._turned, strict=True):
            self._progress.raise_if_cancelled()
            product += turned @ (block @ matrix)
        return product
