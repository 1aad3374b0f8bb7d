"""Texts are near where customers treat the products alike: a product's text neighbours must tell its place in the item space."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from recsys_desktop.domain.entities import Float32Array
from recsys_desktop.engine.training.objectives.base import Batch, Wordings

_IMPOSSIBLE = -1e4


class NeighbourKeys:
    r"""Leave-one-out kernel regression of the products' collaborative keys on their texts.

    A product without buyers belongs where those with like texts are bought. Here each product with buyers is treated as if it had
    none, and told by the mean key of its text neighbours, weighted by a softmax of cosines:

    .. math:: 1 - \frac{1}{b} \sum_i \cos(\hat k_i, k_i), \quad
              \hat k_i = \sum_{j \in N(i)} k_j \, \mathrm{softmax}_j(\cos(t_i, t_j) / \tau), \quad i \notin N(i)

    with t the text vectors, k the keys and N the nearest texts. It is low when those near in text are bought alike.

    References:
        Goldberger et al., Neighbourhood components analysis, NIPS 2004 (learning a metric through a soft leave-one-out neighbour
        rule); Weinberger and Tesauro, Metric learning for kernel regression, AISTATS 2007 (the regression version);
        Wu et al., Unsupervised feature learning via non-parametric instance discrimination, CVPR 2018, section 3.2 (memory bank).

    Inputs:
        ``wordings`` of n products; ``keys`` (n, d): their keys, learnt from buyers; ``texts`` (n, e): their unit vectors before
        training. Columns of a batch: rows (b,) of distinct products.

    Limits: the neighbours' vectors are those of the last batch that held them, so the gradient reaches only the products of this
    batch. Costs b x n comparisons a step. Needs two products.
    """

    def __init__(
        self,
        wordings: Wordings,
        keys: Float32Array,
        texts: Float32Array,
        *,
        weight: float,
        batch: int,
        neighbours: int,
        temperature: float,
    ) -> None:
        self.weight = weight
        self._wordings, self._batch, self._temperature = wordings, batch, temperature
        self._neighbours = min(neighbours, len(keys) - 1)
        self._keys = torch.from_numpy(keys)
        self._directions = torch.nn.functional.normalize(self._keys, dim=1)
        self._bank = torch.from_numpy(texts.copy())

    @property
    def memory(self) -> tuple[Tensor, ...]:
        """The products' vectors (n, e) as they were last seen."""
        return (self._bank,)

    def draw(self, random: np.random.Generator) -> Batch:
        """Return ``batch`` products, each as likely as any other; all where there are fewer."""
        return Batch((self._wordings.draw(self._batch, random),))

    def loss(self, batch: Batch, vectors: tuple[Tensor, ...]) -> Tensor:
        """Return the mean of one minus the cosine of told and true key; see the class. Remembers the batch's vectors."""
        texts = vectors[0]
        own = torch.from_numpy(self._wordings.products(batch.columns[0]))
        self._bank[own] = texts.detach().to(self._bank.device)
        own = own.to(texts.device)
        cosines = texts @ self._bank.to(texts.device).T / self._temperature  # (b, n)
        cosines = cosines.scatter(1, own[:, None], _IMPOSSIBLE)
        nearest = cosines.topk(self._neighbours, dim=1)
        shares = torch.softmax(nearest.values, dim=1)  # (b, c)
        told = torch.einsum("bc,bcd->bd", shares, self._keys.to(texts.device)[nearest.indices])  # (b, d)
        return (1.0 - torch.nn.functional.cosine_similarity(told, self._directions.to(texts.device)[own], dim=1)).mean()
