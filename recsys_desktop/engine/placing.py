"""Where a product nobody has bought yet belongs: learnt from the texts and the vectors of those that have buyers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.linalg

from recsys_desktop.domain.entities import Float32Array, Int64Array
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.engine.history import Float64Array

#: Texts are compared with at most so many products, those with most buyers: 72 million numbers, two seconds. On Online Retail
#: 2,000 of 2,500 cost .0018 of .1365, on MovieLens 2,000 of 4,500 cost .006 of .072.
MOST_ANCHORS = 6_000
#: How fast likeness falls with the cosine of two texts. .2 to .6: within one standard error on three data sets.
REACH = 0.3
#: How far a vector is trusted: its noise variance beside the 1 of the vectors themselves, however many buyers the product has, and
#: what it has more with a single one. A third and three times either: within one standard error.
NOISE, NOISE_OF_ONE_BUYER = 0.03, 0.9
#: Texts placed at a time: bounds memory and hears a cancel soon.
_BLOCK = 512
#: Rows and columns of the decomposition between two looks at whether to stop.
_PANEL = 512

#: Products whose own vectors are compared with those they would get without buyers: more of them change the mean by a per cent.
_PROBES = 256

_PLACING = message("fit", "Placing products nobody has bought yet")


@dataclass(frozen=True)
class Placing:
    """A smooth function from unit texts (e,) to vectors (d,); plain arrays, so that it is saved beside an item space."""

    anchors: Float32Array  # (a, e) unit texts of products with buyers
    pulls: Float32Array  # (a, d) what each adds to the vector of a text, times their likeness
    middle: Float32Array  # (d,) where a text goes that is like none

    def place(self, texts: Float32Array, progress: Progress) -> Float32Array:
        """Return the vectors (m, d) of unit texts (m, e): ``middle + sum_i likeness(text, anchor_i) pulls_i``.

        A text of zeros, which says nothing, gets zeros, and so does every text where no product has buyers.

        Raises: Cancelled.
        """
        placed = np.zeros((len(texts), len(self.middle)), np.float32)
        for start in range(0, len(texts), _BLOCK):
            progress.report(start, len(texts), _PLACING)
            block = slice(start, start + _BLOCK)
            placed[block] = likeness(texts[block], self.anchors) @ self.pulls + self.middle
        placed[~texts.any(axis=1)] = 0.0
        return placed


def fit_placing(texts: Float32Array, buyers: Float64Array, vectors: Float32Array, ranked: int, progress: Progress) -> Placing:
    """Learn from w products with buyers: their unit ``texts`` (w, e), ``buyers`` (w,) above 0, and ``vectors`` (w, d).

    Keys and queries side by side are placed with one decomposition. Kernel ridge regression, the mean of a Gaussian process whose
    observations are the noisier the fewer buyers they come from (Rasmussen and Williams, Gaussian Processes for Machine Learning,
    2006, equation 2.25)::

        middle = sum_i V_i / (1 + n_i) / sum_i 1 / (1 + n_i),     n_i = NOISE + NOISE_OF_ONE_BUYER / buyers_i
        pulls  = (K + diag(n))^-1 (V - middle),                   K_ij = likeness(text_i, text_j)

    Beside the softmax mean of the nearest neighbours (Nadaraya-Watson) it counts a cluster of like products once, not once per
    member, and does not copy the noise of a product that two people bought. NDCG@10 among new products, random 15 % left out, all
    before the test windows: Online Retail .140 instead of .122 (eight partitions), Amazon Industrial .101 instead of .092 (eight),
    MovieLens .077 instead of .061 (five). A product without a text teaches nothing. The order of the products does not matter.

    The first ``ranked`` columns are keys, by whose length products stand higher or lower. A mean is shorter than what it is a mean
    of: unstretched, new products would hardly ever be listed. What is placed there is stretched by the square root of how much
    longer the products' own keys are than those they would get without buyers (leave-one-out: the same book, equation 5.12)::

        left out_i = V_i - pulls_i / ((K + diag(n))^-1)_ii,    stretch = sqrt(mean |V_i| / mean |left out_i|)

    Where 15 % of the products are new, they then hold 12 % of the places of the two sample shops instead of 2 and 5 %. On Online
    Retail (two windows before the test windows, two partitions) 4 % instead of 2 %, which finds two and a half times as many of
    them and costs nothing over all products (NDCG@10 .1381, unstretched .1379; stretched to the full length .1353).

    Raises: Cancelled.
    """
    progress.report(0, 1, _PLACING)
    chosen = _anchors(texts, buyers)
    anchors, known = np.ascontiguousarray(texts[chosen], np.float32), vectors[chosen]
    noise = (NOISE + NOISE_OF_ONE_BUYER / buyers[chosen]).astype(np.float32)
    if not len(chosen):
        return Placing(anchors, known.astype(np.float32), np.zeros(vectors.shape[1], np.float32))
    middle = np.average(known, axis=0, weights=1.0 / (1.0 + noise)).astype(np.float32)
    matrix = likeness(anchors, anchors)
    matrix[np.diag_indices_from(matrix)] += noise
    probes = np.arange(0, len(chosen), max(len(chosen) // _PROBES, 1))
    solved = _solved(matrix, np.concatenate([known - middle, _units(len(chosen), probes)], axis=1, dtype=np.float32), progress)
    pulls, diagonal = solved[:, : len(middle)], solved[probes, len(middle) + np.arange(len(probes))]
    stretch = _stretch(known[probes, :ranked], pulls[probes, :ranked] / diagonal[:, None])
    pulls[:, :ranked] *= stretch
    middle[:ranked] *= stretch
    progress.report(1, 1, _PLACING)
    return Placing(anchors, np.ascontiguousarray(pulls), middle)


def likeness(texts: Float32Array, others: Float32Array) -> Float32Array:
    """Return ``exp((cosine - 1) / REACH)`` of unit rows (m, e) and (a, e) as (m, a): 1 for equal texts.

    >>> likeness(np.array([[1.0, 0.0]], np.float32), np.array([[1.0, 0.0], [0.0, 1.0]], np.float32)).round(4)
    array([[1.    , 0.0357]], dtype=float32)
    """
    alike: Float32Array = texts @ others.T
    alike -= np.float32(1.0)
    alike /= np.float32(REACH)
    return np.exp(alike, out=alike)


def _anchors(texts: Float32Array, buyers: Float64Array) -> Int64Array:
    """Return the rows with a text, those with most buyers first and equals in the order of their texts, at most MOST_ANCHORS."""
    spoken = np.flatnonzero(texts.any(axis=1))
    # Equals are told apart by their texts, so that the choice among them does not depend on the order of the products.
    return spoken[np.lexsort((*texts[spoken].T[:3], -buyers[spoken]))][:MOST_ANCHORS]


def _units(size: int, places: Int64Array) -> Float32Array:
    """Return the columns (size, p) of the unit matrix at these places (p,)."""
    units = np.zeros((size, len(places)), np.float32)
    units[places, np.arange(len(places))] = 1.0
    return units


def _stretch(own: Float32Array, errors: Float32Array) -> np.float32:
    """Return the square root of how much longer vectors (p, d) are than they are with their ``errors`` taken off; 1 for none."""
    lengths = [float(np.linalg.norm(vectors, axis=1).mean()) for vectors in (own, own - errors)]
    return np.float32(np.sqrt(lengths[0] / lengths[1]) if min(lengths) > 0 else 1.0)


def _solved(matrix: Float32Array, right: Float32Array, progress: Progress) -> Float32Array:
    """Return ``matrix^-1 right`` for a symmetric positive definite (a, a) and a (a, d), both overwritten.

    Cholesky's decomposition in panels (Golub and Van Loan, Matrix Computations, algorithm 4.2.2's block form), as a cancel is not
    heard inside the library's own. Only the lower half of ``matrix`` is read.
    """
    starts = range(0, len(matrix), _PANEL)
    for start in starts:
        panel, rest = slice(start, start + _PANEL), slice(start + _PANEL, None)
        triangle = scipy.linalg.cholesky(matrix[panel, panel], lower=True, check_finite=False)
        matrix[panel, panel] = triangle
        matrix[rest, panel] = scipy.linalg.solve_triangular(triangle, matrix[rest, panel].T, lower=True, check_finite=False).T
        right[panel] = scipy.linalg.solve_triangular(triangle, right[panel], lower=True, check_finite=False)
        right[rest] -= matrix[rest, panel] @ right[panel]
        for later in range(start + _PANEL, len(matrix), _PANEL):
            progress.raise_if_cancelled()
            matrix[later:, later : later + _PANEL] -= matrix[later:, panel] @ matrix[later : later + _PANEL, panel].T
    for start in reversed(starts):
        panel, rest = slice(start, start + _PANEL), slice(start + _PANEL, None)
        remaining = right[panel] - matrix[rest, panel].T @ right[rest]
        right[panel] = scipy.linalg.solve_triangular(matrix[panel, panel], remaining, lower=True, trans=1, check_finite=False)
    return right
