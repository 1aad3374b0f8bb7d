from __future__ import annotations

import numpy as np
import scipy.sparse as sp

from recsys_desktop.domain.progress import Progress
from recsys_desktop.engine.operators.spectrum import factorise, gram_spectrum


def test_spectrum_of_two_blocks() -> None:
    # R'R + 4 T T' = diag(4, 1) + 4 [[0, 0], [0, 1]]: eigenvalues 5 along the second item, 4 along the first
    basis, squares = gram_spectrum(
        sp.csr_array(np.array([[2.0, 0.0], [0.0, 1.0]])), np.array([[0.0], [1.0]], np.float32), 4.0, 2, 0, Progress()
    )
    np.testing.assert_allclose(squares, [5.0, 4.0], rtol=1e-5)
    np.testing.assert_allclose(np.abs(basis), [[0, 1], [1, 0]], atol=1e-4)


def test_spectrum_has_at_most_the_rank_there_is() -> None:
    basis, squares = gram_spectrum(sp.csr_array(np.ones((1, 3))), np.zeros((3, 0), np.float32), 0.0, 3, 0, Progress())
    assert basis.shape == (3, 1)
    np.testing.assert_allclose(squares, [3.0], rtol=1e-5)


def test_full_factors_give_the_matrix_back() -> None:
    matrix = np.array([[0, 2, 0], [1, 0, 3], [0, 4, 0]], np.float32)
    queries, keys = factorise(lambda v: matrix @ v, lambda v: matrix.T @ v, np.array([1, 4, 9], np.float32), 3, 0, Progress())
    np.testing.assert_allclose(queries @ keys.T, matrix, atol=1e-4)


def test_few_factors_keep_the_rows_that_matter() -> None:
    # Two rows of equal size that cannot both be kept at rank 1: the one nine times as frequent is.
    matrix = np.array([[0, 1, 0], [0, 0, 1], [0, 0, 0]], np.float32)
    queries, keys = factorise(lambda v: matrix @ v, lambda v: matrix.T @ v, np.array([1, 9, 1], np.float32), 1, 0, Progress())
    np.testing.assert_allclose(queries @ keys.T, [[0, 0, 0], [0, 0, 1], [0, 0, 0]], atol=1e-4)


def test_factors_are_those_of_the_singular_value_decomposition() -> None:
    matrix = np.random.default_rng(0).standard_normal((30, 30)).astype(np.float32) * np.logspace(0, -3, 30, dtype=np.float32)
    queries, keys = factorise(lambda v: matrix @ v, lambda v: matrix.T @ v, np.ones(30, np.float32), 8, 0, Progress())
    left, values, right = np.linalg.svd(matrix)
    best = (left[:, :8] * values[:8]) @ right[:8]
    np.testing.assert_allclose(queries @ keys.T, best, atol=1e-3)
    np.testing.assert_allclose(np.linalg.norm(queries, axis=0), np.sqrt(values[:8]), rtol=1e-3)
