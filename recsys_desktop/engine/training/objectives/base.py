"""The interface of an objective: it says which texts it wants to see, and what it thinks of their vectors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from recsys_desktop.domain.entities import Float32Array, Int64Array


@dataclass(frozen=True)
class Batch:
    """Texts for one step, as rows of the text pool: ``columns`` are what belongs together line by line, each of shape (b,)."""

    columns: tuple[Int64Array, ...]
    labels: Float32Array | None = None  # (b,)


class Objective(Protocol):
    """Draws batches and judges their vectors. The trainer adds up ``weight`` times the losses of all objectives."""

    @property
    def weight(self) -> float:
        """What this objective counts beside the others."""
        ...

    @property
    def memory(self) -> tuple[Tensor, ...]:
        """What it remembers from step to step, to be written to a checkpoint and overwritten from it; mostly nothing."""
        ...

    def draw(self, random: np.random.Generator) -> Batch:
        """Return the next batch; the only source of chance is ``random``."""
        ...

    def loss(self, batch: Batch, vectors: tuple[Tensor, ...]) -> Tensor:
        """Return the loss, a number with a gradient, for the unit vectors (b, e) of each column of ``batch``."""
        ...


class Wordings:
    """Under which rows of the text pool n products stand: each under its text, and maybe under further wordings of it.

    Reading now one, now another wording of a product is data augmentation: what is learnt must not hang on a single word.
    """

    def __init__(self, *rows: Int64Array) -> None:
        """Take one array (n,) of pool rows for each wording, the products in the same order; no row stands twice."""
        self._rows: Int64Array = np.stack(rows)  # (wordings, n)
        self._order = np.argsort(self._rows, axis=None)
        self._sorted = self._rows.ravel()[self._order]

    def __len__(self) -> int:
        """The number of products."""
        return int(self._rows.shape[1])

    def draw(self, count: int, random: np.random.Generator) -> Int64Array:
        """Return rows (b,) of ``count`` different products, all of them where there are fewer, each in one of its wordings."""
        products = random.permutation(len(self))[:count]
        wordings = random.integers(len(self._rows), size=len(products)) if len(self._rows) > 1 else np.zeros_like(products)
        rows: Int64Array = self._rows[wordings, products]
        return rows

    def products(self, rows: Int64Array) -> Int64Array:
        """Return which products (b,), 0..n-1, stand under these rows (b,)."""
        places: Int64Array = self._order[np.searchsorted(self._sorted, rows)] % len(self)
        return places


def draw_weighted(cumulative: NDArray[np.float64], count: int, random: np.random.Generator) -> Int64Array:
    """Draw ``count`` positions with replacement, each in proportion to its weight, given the weights' running sum (n,)."""
    places: Int64Array = np.searchsorted(cumulative, random.random(count) * cumulative[-1], side="right").astype(np.int64)
    return np.minimum(places, len(cumulative) - 1)
