"""Texts are near where customers treat the products alike, judged by the very regression that places new products."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from recsys_desktop.domain.entities import Float32Array
from recsys_desktop.engine.history import Float64Array
from recsys_desktop.engine.placing import NOISE, NOISE_OF_ONE_BUYER, REACH
from recsys_desktop.engine.training.objectives.base import Batch, Wordings


class PlacedKeys:
    r"""Leave-one-out Gaussian process regression of the products' collaborative keys on their texts.

    The item space places a product without buyers by :func:`~recsys_desktop.engine.placing.fit_placing`. Here each product with
    buyers is placed by all others, which takes no refit (C the inverse of kernel and noise, P the pulls, m the middle):

    .. math:: 1 - \frac{1}{b} \sum_i \cos(\hat k_i, k_i), \quad
              \hat k_i = m + \sum_j K(t_i, t_j) \left( P_j - C_{ji} P_i / C_{ii} \right), \quad
              C = (K + N)^{-1}, \quad P = C (k - m)

    The bracket is 0 for j = i. The gradient reaches the product's own text; C and P are solved anew once an epoch.

    References:
        Rasmussen and Williams, Gaussian Processes for Machine Learning, 2006, equations 2.25 and 5.12 (leave-one-out);
        Wilson et al., Deep kernel learning, AISTATS 2016 (a kernel on learnt vectors; there by the marginal likelihood).

    Inputs:
        ``wordings`` of n products; ``keys`` (n, d) and ``buyers`` (n,) above 0; ``texts`` (n, e): unit vectors before training.
        Columns of a batch: rows (b,) of distinct products.

    Limits: n^3 / 3 multiplications an epoch: 0.2 s at 2,000 products, some seconds at 6,000.
    """

    memory: tuple[Tensor, ...] = ()

    def __init__(
        self, wordings: Wordings, keys: Float32Array, texts: Float32Array, buyers: Float64Array, *, weight: float, batch: int
    ) -> None:
        self.weight = weight
        self._wordings, self._batch = wordings, batch
        self._keys, self._bank = torch.from_numpy(keys), torch.from_numpy(texts.copy())
        self._noise = torch.from_numpy((NOISE + NOISE_OF_ONE_BUYER / buyers).astype(np.float32))
        share = 1.0 / (1.0 + self._noise)
        self._middle = (share[:, None] * self._keys).sum(dim=0) / share.sum()
        self._steps_left = 0
        self._inverse = self._pulls = torch.zeros(0)

    def draw(self, random: np.random.Generator) -> Batch:
        """Return products, each as likely as any other."""
        return Batch((self._wordings.draw(self._batch, random),))

    def loss(self, batch: Batch, vectors: tuple[Tensor, ...]) -> Tensor:
        """Return one minus the mean cosine of told and true key; see the class. Remembers the batch's vectors."""
        (texts,) = vectors
        own = torch.from_numpy(self._wordings.products(batch.columns[0]))
        if not self._steps_left:
            self._solve()
        self._steps_left -= 1
        self._bank[own] = texts.detach()
        likeness = torch.exp((texts @ self._bank.T - 1.0) / REACH)  # (b, n)
        own_share = (likeness * self._inverse[own]).sum(dim=1) / self._inverse[own, own]
        told = self._middle + likeness @ self._pulls - own_share[:, None] * self._pulls[own]
        return (1.0 - torch.nn.functional.cosine_similarity(told, self._keys[own], dim=1)).mean()

    def _solve(self) -> None:
        self._steps_left = max(1, len(self._keys) // self._batch)
        matrix = torch.exp((self._bank @ self._bank.T - 1.0) / REACH) + torch.diag(self._noise)
        self._inverse = torch.cholesky_inverse(torch.linalg.cholesky(matrix))
        self._pulls = self._inverse @ (self._keys - self._middle)
