"""The language model as the item matrix of a linear autoencoder: texts of products bought by the same customers come together."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp
import torch
from torch import Tensor

from recsys_desktop.engine.training.objectives.base import Batch, Wordings

#: A customer with fewer of a batch's products has nothing to be told from.
_FEWEST_PRODUCTS = 2


class TextElsa:
    r"""Each customer's products must be told from the customer's other products by the cosine of their texts.

    With x a customer's row of the behaviour matrix on the b products of a batch, and A (b, e) their unit text vectors:

    .. math:: \frac{1}{u} \sum_x \left| \frac{x}{|x|} - \frac{\hat x}{|\hat x|} \right|^2, \quad
              \hat x = \mathrm{relu}(x A A^\top - x)

    The subtraction takes each product's own vote away (unit vectors: A A' has ones on its diagonal), so that a product is told
    by the others alone: what comes out is the sum of its cosines to them.

    References:
        Vančura et al., beeFormer: bridging the gap between semantic and interaction similarity in recommender systems, RecSys
        2024, section 3 (the encoder's vectors as A); Vančura et al., Scalable linear shallow autoencoder for collaborative
        filtering, RecSys 2022, section 3 (ELSA and its normalised squared error).

    Inputs:
        ``wordings`` of n products; ``behaviour`` (users, n), entries >= 0. Columns of a batch: rows (b,) of distinct products.

    Limits: products of a batch are drawn evenly, and a customer with fewer than two of them says nothing; without any, the loss is
    0. Costs u x b x e multiplications a step.
    """

    memory = ()

    def __init__(self, wordings: Wordings, behaviour: sp.csr_array, *, weight: float, batch: int) -> None:
        self.weight = weight
        self._wordings, self._batch = wordings, batch
        self._behaviour = sp.csc_array(behaviour, dtype=np.float32)

    def draw(self, random: np.random.Generator) -> Batch:
        """Return products, each as likely as any other."""
        return Batch((self._wordings.draw(self._batch, random),))

    def loss(self, batch: Batch, vectors: tuple[Tensor, ...]) -> Tensor:
        """Return the mean squared distance of the normalised rows; see the class."""
        products, (texts,) = self._wordings.products(batch.columns[0]), vectors
        rows = self._behaviour[:, products].toarray()
        rows = rows[(rows > 0).sum(axis=1) >= _FEWEST_PRODUCTS]
        if not len(rows):
            return texts.sum() * 0.0
        taken = torch.from_numpy(rows).to(texts.device)  # (u, b)
        told = torch.relu(taken @ texts @ texts.T - taken)
        normal = torch.nn.functional.normalize
        return (normal(taken, dim=1) - normal(told, dim=1)).square().sum(dim=1).mean()
