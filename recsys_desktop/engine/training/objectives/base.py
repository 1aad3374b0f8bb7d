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

    def draw(self, random: np.random.Generator) -> Batch:
        """Return the next batch; the only source of chance is ``random``."""
        ...

    def loss(self, batch: Batch, vectors: tuple[Tensor, ...]) -> Tensor:
        """Return the loss, a number with a gradient, for the unit vectors (b, e) of each column of ``batch``."""
        ...


def draw_weighted(cumulative: NDArray[np.float64], count: int, random: np.random.Generator) -> Int64Array:
    """Draw ``count`` positions with replacement, each in proportion to its weight, given the weights' running sum (n,)."""
    places: Int64Array = np.searchsorted(cumulative, random.random(count) * cumulative[-1], side="right").astype(np.int64)
    return np.minimum(places, len(cumulative) - 1)
