"""Texts lie where the products' collaborative keys lie: each product's text is pulled to its own key."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from recsys_desktop.domain.entities import Float32Array
from recsys_desktop.engine.training.objectives.base import Batch, Wordings


class OwnKey:
    r"""Regression of each product's text vector on its own collaborative key, turned into the texts' space beforehand.

    .. math:: 1 - \frac{1}{b} \sum_i \cos(t_i, k_i Q), \quad
              Q = \arg\min_{Q Q^\top = I} \sum_i | t^0_i - k_i Q |^2, \quad |k_i| = 1

    Keys and texts live in spaces that have nothing to do with each other; the turn Q, found once from the texts before training,
    leaves all cosines between keys as they are and spares the head from learning it. What remains to be learnt is the residual.

    References:
        Schönemann, A generalized solution of the orthogonal Procrustes problem, Psychometrika 1966 (Q from an SVD).

    Inputs:
        ``wordings`` of n products; ``keys`` (n, d), d <= e: learnt from buyers; ``texts`` (n, e): unit vectors before training.
        Columns of a batch: rows (b,) of distinct products.

    Limits: asks for the keys' exact place, although only what is near what matters for placing new products.
    """

    memory = ()

    def __init__(self, wordings: Wordings, keys: Float32Array, texts: Float32Array, *, weight: float, batch: int) -> None:
        self.weight = weight
        self._wordings, self._batch = wordings, batch
        directions = keys / np.maximum(np.linalg.norm(keys, axis=1, keepdims=True), 1e-12)
        left, _, right = np.linalg.svd(directions.T @ texts, full_matrices=False)  # (d, d), (d, e)
        self._goals = torch.from_numpy((directions @ left @ right).astype(np.float32))  # (n, e)

    def draw(self, random: np.random.Generator) -> Batch:
        """Return products, each as likely as any other."""
        return Batch((self._wordings.draw(self._batch, random),))

    def loss(self, batch: Batch, vectors: tuple[Tensor, ...]) -> Tensor:
        """Return one minus the mean cosine; see the class."""
        goals = self._goals[torch.from_numpy(self._wordings.products(batch.columns[0]))].to(vectors[0].device)
        return (1.0 - torch.nn.functional.cosine_similarity(vectors[0], goals, dim=1)).mean()
