"""Several operators as one, so that their sum is cut to one pair of short vectors per item and keys grow no wider."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from recsys_desktop.domain.entities import Float32Array
from recsys_desktop.engine.operators.collaborative import Weights


@dataclass(frozen=True)
class AddedWeights:
    """``sum_p W_p diag(scales_p)``: each of the ``parts`` (n, n) with a factor per key item, ``scales`` (n,), trend or weight."""

    parts: Sequence[Weights]
    scales: Sequence[Float32Array]

    def times(self, vectors: Float32Array) -> Float32Array:
        """Return ``sum_p W_p (scales_p v)`` for the columns of ``vectors`` (n, r)."""
        total = np.zeros_like(vectors)
        for part, scale in zip(self.parts, self.scales, strict=True):
            total += part.times(scale[:, None] * vectors)
        return total

    def transposed_times(self, vectors: Float32Array) -> Float32Array:
        """Return ``sum_p scales_p (W_p' v)`` for the columns of ``vectors`` (n, r)."""
        total = np.zeros_like(vectors)
        for part, scale in zip(self.parts, self.scales, strict=True):
            total += scale[:, None] * part.transposed_times(vectors)
        return total
