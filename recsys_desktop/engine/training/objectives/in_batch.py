"""Pairs that belong together, told apart from the other pairs of the batch."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from recsys_desktop.engine.training.objectives.base import Batch, draw_weighted
from recsys_desktop.engine.training.pairs import TextPairs

_IMPOSSIBLE = -1e4


class InBatchNegatives:
    r"""Cross-entropy over the batch: each anchor must find its own positive among all positives of the batch.

    Also known as multiple negatives ranking loss, InfoNCE or sampled softmax. For anchors a, positives p, their popularity q:

    .. math:: -\frac{1}{b} \sum_i \log \frac{e^{s \cos(a_i, p_i) - \log q_i}}{\sum_j e^{s \cos(a_i, p_j) - \log q_j}}

    Subtracting log q undoes that popular products stand in more batches and are thus pushed away more often. A positive equal to
    the anchor's own, or to the anchor itself, is no negative.

    References:
        Henderson et al., Efficient Natural Language Response Suggestion for Smart Reply, 2017, section 4.4;
        Yi et al., Sampling-bias-corrected neural modeling for large corpus item recommendations, RecSys 2019, section 4 (log q).

    Inputs:
        ``pairs``: rows of anchors and positives (m,) in the text pool, weights (m,) >= 0, at least one above 0.
        Columns of a batch: anchors (b,), positives (b,).

    Limits: with few distinct positives a batch holds few negatives; below two, the loss is 0.
    """

    memory = ()

    def __init__(self, pairs: TextPairs, *, weight: float, batch: int, scale: float = 20.0) -> None:
        self.weight = weight
        self._pairs, self._batch, self._scale = pairs, batch, scale
        self._cumulative = np.cumsum(pairs.weights.astype(np.float64))
        popularity = np.bincount(pairs.positives, weights=pairs.weights)
        self._log_q = np.log(np.maximum(popularity, 1e-12) / popularity.sum()).astype(np.float32)

    def draw(self, random: np.random.Generator) -> Batch:
        """Return pairs in proportion to their weights."""
        chosen = draw_weighted(self._cumulative, self._batch, random)
        return Batch((self._pairs.anchors[chosen], self._pairs.positives[chosen]))

    def loss(self, batch: Batch, vectors: tuple[Tensor, ...]) -> Tensor:
        """Return the mean cross-entropy; see the class."""
        (anchor_rows, positive_rows), (anchors, positives) = batch.columns, vectors
        scores = self._scale * anchors @ positives.T  # (b, b)
        scores = scores - torch.from_numpy(self._log_q[positive_rows]).to(scores.device)
        same = (positive_rows[None, :] == positive_rows[:, None]) | (positive_rows[None, :] == anchor_rows[:, None])
        np.fill_diagonal(same, False)
        scores = scores.masked_fill(torch.from_numpy(same).to(scores.device), _IMPOSSIBLE)
        return torch.nn.functional.cross_entropy(scores, torch.arange(len(anchor_rows), device=scores.device))
