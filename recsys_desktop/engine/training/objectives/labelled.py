"""What staff answered about a list: this customer likes this product, or does not."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from recsys_desktop.engine.training.objectives.base import Batch
from recsys_desktop.engine.training.pairs import LabelledPairs

#: How fast a margin convinces: at a margin of .25 a like is 88 % agreed with.
_STEEPNESS = 8.0


class LabelledMargin:
    r"""Logistic loss on how much nearer a product p is to the customer's sentence s than products r drawn at random.

    .. math:: \frac{1}{b} \sum_i |y_i| \log\left(1 + e^{-\mathrm{sign}(y_i) \, \gamma \, m_i}\right), \quad
              m_i = \cos(s_i, p_i) - \frac{1}{c} \sum_j \cos(s_i, r_j)

    with labels y from -1 (disliked) to 1 (liked). A like pulls its product above the others, a dislike pushes it below them, each
    the less the clearer the model already agrees. The margin instead of the cosine keeps a dislike from pushing the customer away
    from everything.

    References:
        Rendle et al., BPR: Bayesian personalized ranking from implicit feedback, UAI 2009, section 4 (logistic loss on the
        difference to a product drawn at random); here the mean of many is drawn, and dislikes count with the sign turned.

    Inputs:
        ``pairs``: rows of sentences and products (m,) in the text pool and labels (m,), zeros saying nothing; ``products``: how
        many products the pool begins with. Columns of a batch: sentences (b,), products (b,), random products (c,); labels (b,).

    Limits: says nothing of the order among liked products. All pairs are drawn equally often.
    """

    memory = ()

    def __init__(self, pairs: LabelledPairs, products: int, *, weight: float, batch: int) -> None:
        self.weight = weight
        self._pairs, self._products, self._batch = pairs, products, batch

    def draw(self, random: np.random.Generator) -> Batch:
        """Return pairs without repetition, all of them where they are fewer than the batch, and as many random products."""
        chosen = random.permutation(len(self._pairs))[: self._batch]
        others = random.permutation(self._products)[: self._batch]
        return Batch((self._pairs.sentences[chosen], self._pairs.items[chosen], others), self._pairs.labels[chosen])

    def loss(self, batch: Batch, vectors: tuple[Tensor, ...]) -> Tensor:
        """Return the mean logistic loss; see the class."""
        assert batch.labels is not None
        sentences, items, others = vectors
        labels = torch.from_numpy(batch.labels).to(items.device)
        margins = (sentences * items).sum(dim=1) - (sentences @ others.T).mean(dim=1)  # (b,)
        return (labels.abs() * torch.nn.functional.softplus(-labels.sign() * _STEEPNESS * margins)).mean()
