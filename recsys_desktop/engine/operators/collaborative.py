"""What is bought together, read from behaviour and texts at once: how much owning one item speaks for another."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from recsys_desktop.domain.entities import Float32Array
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.engine.operators.spectrum import gram_spectrum

#: Up to so many items the n x n inverse is taken: a second at 3,700, four at 6,000, and four times the memory at twice the size.
EXACT_UP_TO = 6_000
#: A matrix this small is inverted at once.
_LEAF = 512
#: An item that the others predict perfectly would get an infinite weight.
_SMALLEST_REST = 1e-3

_LEARNING = message("fit", "Learning what is bought together")


@dataclass(frozen=True)
class ExactWeights:
    """All weights: ``matrix[i, j]`` says how much item i in a history speaks for item j; (n, n), zero diagonal."""

    matrix: Float32Array

    def times(self, vectors: Float32Array) -> Float32Array:
        """Return ``B v`` for the columns of ``vectors`` (n, r)."""
        product: Float32Array = self.matrix @ vectors
        return product

    def transposed_times(self, vectors: Float32Array) -> Float32Array:
        """Return ``B' v`` for the columns of ``vectors`` (n, r)."""
        product: Float32Array = self.matrix.T @ vectors
        return product

    def scores(self, histories: sp.csr_array) -> Float32Array:
        """Return ``H B`` for histories H (u, n): what each history says for each item (u, n)."""
        return np.asarray(histories.astype(np.float32) @ self.matrix)


@dataclass(frozen=True)
class LowRankWeights:
    """The weights ``q_i . k_j`` for i != j and 0 for i = j, never written out; ``queries`` and ``keys`` are (n, r)."""

    queries: Float32Array
    keys: Float32Array

    def times(self, vectors: Float32Array) -> Float32Array:
        """Return ``B v`` for the columns of ``vectors`` (n, r)."""
        product: Float32Array = self.queries @ (self.keys.T @ vectors)
        product -= self._diagonal() * vectors
        return product

    def transposed_times(self, vectors: Float32Array) -> Float32Array:
        """Return ``B' v`` for the columns of ``vectors`` (n, r)."""
        product: Float32Array = self.keys @ (self.queries.T @ vectors)
        product -= self._diagonal() * vectors
        return product

    def scores(self, histories: sp.csr_array) -> Float32Array:
        """Return ``H B`` for histories H (u, n): what each history says for each item (u, n)."""
        weights = histories.astype(np.float32)
        product = np.asarray(weights @ self.queries) @ self.keys.T
        own = weights.multiply(self._diagonal()[:, 0][None, :]).tocoo()
        product[own.row, own.col] -= own.data
        return np.asarray(product, np.float32)

    def _diagonal(self) -> Float32Array:
        diagonal: Float32Array = np.einsum("nr,nr->n", self.queries, self.keys)
        return diagonal[:, None]


Weights = ExactWeights | LowRankWeights


def added(weights: Weights, others: Weights, share: float) -> Weights:
    """Return ``B + share C`` of two operators over the same items, both exact or both of low rank."""
    if isinstance(weights, ExactWeights) and isinstance(others, ExactWeights):
        return ExactWeights(weights.matrix + np.float32(share) * others.matrix)
    assert isinstance(weights, LowRankWeights)
    assert isinstance(others, LowRankWeights)
    queries = np.concatenate([weights.queries, np.float32(share) * others.queries], axis=1)
    return LowRankWeights(queries, np.concatenate([weights.keys, others.keys], axis=1))


def exact_weights(
    behaviour: sp.csr_array, texts: Float32Array, text_weight: float, regularisation: float, progress: Progress
) -> ExactWeights:
    """Return EASE's weights from ``behaviour`` R (users, n) and ``texts`` T (n, e), e >= 0.

    EASE (Steck, Embarrassingly shallow autoencoders, 2019) predicts each item from all others by ridge regression: the
    solution is ``B_ij = -P_ij / P_jj`` with ``P = (G + lambda I)^-1``, G = R'R. With ``G = R'R + alpha T T'`` the texts are
    further rows of data (CEASE; Jeunen et al., Closed-form models for collaborative filtering with side-information, 2020). Time
    O(n^3).

    Raises: Cancelled.
    """
    progress.report(0, 2, _LEARNING)
    ratings = behaviour.astype(np.float32)
    matrix: Float32Array = (ratings.T @ ratings).toarray() + np.float32(text_weight) * (texts @ texts.T)
    matrix[np.diag_indices_from(matrix)] += np.float32(regularisation)
    progress.report(1, 2, _LEARNING)
    _invert(matrix, progress)
    matrix /= -np.diag(matrix)
    np.fill_diagonal(matrix, 0.0)
    progress.report(2, 2, _LEARNING)
    return ExactWeights(matrix)


def _invert(matrix: Float32Array, progress: Progress) -> None:
    """Replace a symmetric positive definite matrix (n, n) by its inverse, by halves, so that a cancel is heard between products.

    With ``[[A, B], [B', D]]``, ``E = A^-1 B`` and ``S = D - B' E`` the inverse is::

        [[A^-1 + E S^-1 E', -E S^-1], [-(E S^-1)', S^-1]]
    """
    progress.raise_if_cancelled()
    half = len(matrix) // 2
    if len(matrix) <= _LEAF:
        matrix[:] = np.linalg.inv(matrix)
        return
    upper, side, lower = matrix[:half, :half], matrix[:half, half:], matrix[half:, half:]
    _invert(upper, progress)
    spread = upper @ side
    lower -= side.T @ spread
    _invert(lower, progress)
    np.negative(spread @ lower, out=side)
    matrix[half:, :half] = side.T
    progress.raise_if_cancelled()
    upper -= side @ spread.T


def low_rank_weights(
    behaviour: sp.csr_array,
    texts: Float32Array,
    text_weight: float,
    regularisation: float,
    rank: int,
    seed: int,
    progress: Progress,
) -> LowRankWeights:
    """Return the weights of :func:`exact_weights` from the leading ``rank`` directions of ``[R; sqrt(alpha) T']``, for many items.

    With ``G = V diag(s^2) V'`` the inverse is ``P = (I - V diag(s^2 / (s^2 + lambda)) V') / lambda``, hence with
    ``q = V sqrt(s^2 / (s^2 + lambda))``::

        B_ij = q_i . q_j / (1 - |q_j|^2)        for i != j

    which is exact when ``rank`` is that of the stacked matrix. Time O(rank (nnz + n e + n rank)).

    Raises: Cancelled.
    """
    basis, squares = gram_spectrum(behaviour, texts, text_weight, rank, seed, progress)
    queries = basis * np.sqrt(squares / (squares + np.float32(regularisation)))
    rest = np.maximum(1.0 - np.einsum("nr,nr->n", queries, queries), np.float32(_SMALLEST_REST))
    return LowRankWeights(queries, queries / rest[:, None])
