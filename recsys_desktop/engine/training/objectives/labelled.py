"""What staff answered about a list: this customer likes this product, or does not."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from recsys_desktop.engine.training.objectives.base import Batch
from recsys_desktop.engine.training.pairs import LabelledPairs

#: Where the logistic curve is even, and how steep it is: the frozen model sees a customer's sentence and a product of the
#: same shop at cosines of .1 to .6, so both a like and a dislike start on the slope.
_EVEN, _STEEPNESS = 0.3, 8.0


class LabelledCosine:
    r"""Logistic loss on the cosine of the customer's sentence s and the product p, with label y = 1 (liked) or -1 (disliked).

    .. math:: \frac{1}{b} \sum_i w_i \log\left(1 + e^{-y_i \gamma (\cos(s_i, p_i) - c)}\right)

    A like pulls the two together, a dislike pushes them apart, each the less the clearer the model already agrees.

    References: Rendle, Factorization machines, ICDM 2010, section III-C (pointwise logit loss); the offset c is ours.

    Inputs:
        ``pairs``: rows of sentences and products (m,) in the text pool, labels and strengths in one signed number (m,), from -1
        (disliked) to 1 (liked); zeros say nothing.
        Columns of a batch: sentences (b,), products (b,); its labels (b,) are the signed numbers.

    Limits: pointwise, so it says nothing of the order among liked products. All pairs are drawn equally often.
    """

    def __init__(self, pairs: LabelledPairs, *, weight: float, batch: int) -> None:
        self.weight = weight
        self._pairs, self._batch = pairs, batch

    def draw(self, random: np.random.Generator) -> Batch:
        """Return pairs without repetition, all of them where they are fewer than the batch."""
        count = len(self._pairs.labels)
        chosen = random.permutation(count)[: self._batch]
        return Batch((self._pairs.sentences[chosen], self._pairs.items[chosen]), self._pairs.labels[chosen])

    def loss(self, batch: Batch, vectors: tuple[Tensor, ...]) -> Tensor:
        """Return the mean logistic loss; see the class."""
        assert batch.labels is not None
        sentences, items = vectors
        labels = torch.from_numpy(batch.labels).to(items.device)
        cosines = (sentences * items).sum(dim=1)  # (b,)
        return (labels.abs() * torch.nn.functional.softplus(-labels.sign() * _STEEPNESS * (cosines - _EVEN))).mean()
