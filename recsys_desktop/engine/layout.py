"""Points on a plane such that what is alike lies together: t-SNE, its forces taken from a grid.

Sources: van der Maaten and Hinton, Visualizing data using t-SNE, JMLR 2008; the grid: Linderman et al., Fast interpolation-based
t-SNE, Nature Methods 2019; start and learning rate: Kobak and Berens, The art of using t-SNE, Nature Communications 2019.
Nothing is drawn by lot, so that the same products give the same map.
"""

from __future__ import annotations

import numpy as np
import scipy.fft
import scipy.sparse as sp

from recsys_desktop.domain.entities import Float32Array, Int64Array
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.engine.history import Float64Array

#: A cell of the grid is at most so wide in units of the map, where the forces' kernel changes little within it; at most so many.
_CELL, _MOST_CELLS, _FEWEST_CELLS = 0.3, 320, 32
_BISECTIONS = 40
_START_SPREAD = 1e-2
_EARLY_PULL = 12.0
_MOMENTUM, _LATE_MOMENTUM = 0.5, 0.8
_MOST_GAIN, _LEAST_GAIN = 10.0, 0.01
_DRAWING = message("map", "Drawing the map")


def affinities(neighbours: Int64Array, cosines: Float32Array, perplexity: float) -> sp.csr_array:
    """Return how much items are each other's neighbours, symmetric (n, n), all entries together 1.

    ``neighbours`` and ``cosines`` are (n, k). Each item spreads its attention as a Gaussian over the distances ``2 - 2 cos``, so
    wide that it reaches about ``perplexity`` neighbours, or all k where those are fewer.
    """
    count, k = neighbours.shape
    distances = np.maximum(2.0 - 2.0 * cosines.astype(np.float64), 0.0)
    distances -= distances.min(axis=1, keepdims=True)
    wanted = np.log(min(perplexity, k))
    low, high = np.full(count, -16.0), np.full(count, 16.0)  # logarithms of the precision
    for _ in range(_BISECTIONS):
        middle = (low + high) / 2
        too_wide = _entropy(_attention(distances, middle)) > wanted
        low, high = np.where(too_wide, middle, low), np.where(too_wide, high, middle)
    weights = _attention(distances, (low + high) / 2)
    one_way = sp.csr_array((weights.ravel(), neighbours.ravel(), np.arange(count + 1) * k), shape=(count, count))
    both = sp.csr_array(one_way + one_way.T)
    both.data /= both.data.sum()
    return both


def lay_out(
    likeness: sp.csr_array, start: Float64Array, early: int, late: int, exaggeration: float, progress: Progress
) -> Float64Array:
    """Return points (n, 2) by ``early + late`` steps from ``start`` (n, 2); in the early ones likeness pulls 12 times as hard.

    With ``exaggeration`` above 1 it pulls so much harder to the end, which draws groups tighter. Raises: Cancelled.
    """
    points: Float64Array = start - start.mean(axis=0)
    edges = likeness.tocoo()
    rate = len(points) / _EARLY_PULL
    step, gains = np.zeros_like(points), np.ones_like(points)
    for done in range(early + late):
        progress.report(done, early + late, _DRAWING)
        pull = _EARLY_PULL if done < early else exaggeration
        slope = 4.0 * (pull * _attraction(edges, points) - _repulsion(points))
        same_way = np.sign(slope) == np.sign(step)
        gains = np.clip(np.where(same_way, gains * 0.8, gains + 0.2), _LEAST_GAIN, _MOST_GAIN)
        step = (_MOMENTUM if done < early else _LATE_MOMENTUM) * step - rate * gains * slope
        points += step
        points -= points.mean(axis=0)
    return points


def principal_start(vectors: Float32Array) -> Float64Array:
    """Return the two directions (n, 2) in which unit vectors (n, d) differ most, small, signs fixed: where a layout begins."""
    centred = vectors - vectors.mean(axis=0)
    values, directions = np.linalg.eigh((centred.T @ centred).astype(np.float64))
    leading = directions[:, np.argsort(-values, kind="stable")[:2]]
    leading = leading * np.sign(leading[np.argmax(np.abs(leading), axis=0), np.arange(leading.shape[1])])
    points = np.zeros((len(vectors), 2))
    points[:, : leading.shape[1]] = centred @ leading
    spread = points[:, 0].std()
    scaled: Float64Array = points * (_START_SPREAD / spread if spread > 0 else 1.0)
    return scaled


def _attention(distances: Float64Array, precision: Float64Array) -> Float64Array:
    weights = np.exp(-distances * np.exp(precision)[:, None])
    shares: Float64Array = weights / weights.sum(axis=1, keepdims=True)
    return shares


def _entropy(shares: Float64Array) -> Float64Array:
    found: Float64Array = -np.sum(shares * np.log(np.maximum(shares, 1e-300)), axis=1)
    return found


def _attraction(edges: sp.coo_array, points: Float64Array) -> Float64Array:
    between = points[edges.row] - points[edges.col]
    strength = edges.data / (1.0 + np.einsum("md,md->m", between, between))
    pulled = [np.bincount(edges.row, strength * between[:, axis], len(points)) for axis in range(2)]
    return np.stack(pulled, axis=1)


def _repulsion(points: Float64Array) -> Float64Array:
    """Return what pushes each point (n, 2) away from all others: sums over all pairs, by convolution on a grid.

    A point's mass is shared among the four corners of its cell; both kernels fall so slowly that this changes little.
    """
    low, span = points.min(axis=0), float(np.ptp(points, axis=0).max())
    cells = int(np.clip(np.ceil(span / _CELL), _FEWEST_CELLS, _MOST_CELLS))
    width = max(span, 1e-9) / cells
    corner, part = _places(points, low, width, cells)
    side = cells + 1
    masses = np.stack([_spread(corner, part, charge, side) for charge in (None, points[:, 0], points[:, 1])])
    offsets = np.fft.fftfreq(2 * side, 1.0 / (2 * side)) * width
    near = 1.0 / (1.0 + offsets[:, None] ** 2 + offsets[None, :] ** 2)
    spectra = scipy.fft.rfft2(masses, s=near.shape)
    kernels = scipy.fft.rfft2(np.stack([near, near**2]))
    fields = scipy.fft.irfft2(np.concatenate([spectra[:1] * kernels[0], spectra * kernels[1]]), s=near.shape)[:, :side, :side]
    count, squares, along_x, along_y = (_gather(corner, part, field) for field in fields)
    total = max(float(count.sum()) - len(points), 1e-12)
    return np.stack([points[:, 0] * squares - along_x, points[:, 1] * squares - along_y], axis=1) / total


def _places(points: Float64Array, low: Float64Array, width: float, cells: int) -> tuple[Int64Array, Float64Array]:
    scaled = (points - low) / width
    corner = np.minimum(scaled.astype(np.int64), cells - 1)
    return corner, scaled - corner


def _corners(corner: Int64Array, part: Float64Array) -> list[tuple[Int64Array, Int64Array, Float64Array]]:
    (row, column), (down, right) = corner.T, part.T
    return [
        (row, column, (1 - down) * (1 - right)),
        (row + 1, column, down * (1 - right)),
        (row, column + 1, (1 - down) * right),
        (row + 1, column + 1, down * right),
    ]


def _spread(corner: Int64Array, part: Float64Array, charge: Float64Array | None, side: int) -> Float64Array:
    mass = np.zeros(side * side)
    for row, column, weight in _corners(corner, part):
        mass += np.bincount(row * side + column, weight if charge is None else weight * charge, side * side)
    return mass.reshape(side, side)


def _gather(corner: Int64Array, part: Float64Array, field: Float64Array) -> Float64Array:
    found: Float64Array = np.sum([weight * field[row, column] for row, column, weight in _corners(corner, part)], axis=0)
    return found
