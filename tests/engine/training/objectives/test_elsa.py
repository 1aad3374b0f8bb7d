from __future__ import annotations

import math

import numpy as np
import pytest
import scipy.sparse as sp
import torch

from recsys_desktop.engine.training.objectives.base import Batch, Wordings
from tests.benchmarks.quality.objectives.elsa import TextElsa

ROWS = np.array([4, 2, 7])
#: Three customers, three products: the first has products 0 and 1, the second all, the third one only.
BEHAVIOUR = sp.csr_array(np.array([[1.0, 1.0, 0.0], [1.0, 1.0, 1.0], [0.0, 0.0, 1.0]]))
TEXTS = [[1.0, 0.0], [0.6, 0.8], [0.0, 1.0]]


def _objective(behaviour: sp.csr_array = BEHAVIOUR, batch: int = 3) -> TextElsa:
    return TextElsa(Wordings(ROWS), behaviour, weight=1.0, batch=batch)


def test_hand_computed_for_two_customers() -> None:
    # Cosines: 0-1 .6, 0-2 0, 1-2 .8. First customer: each product is told by the others' votes (.6, .6, 0 + .8);
    # second: (.6, .6 + .8, .8). The third has one product and does not count.
    first, second = np.array([0.6, 0.6, 0.8]), np.array([0.6, 1.4, 0.8])
    distances = []
    for taken, told in ((np.array([1.0, 1.0, 0.0]), first), (np.ones(3), second)):
        distances.append(float(((taken / np.linalg.norm(taken) - told / np.linalg.norm(told)) ** 2).sum()))
    loss = _objective().loss(Batch((ROWS,)), (torch.tensor(TEXTS),))
    assert loss.item() == pytest.approx(np.mean(distances), abs=1e-6)


def test_a_batch_sees_its_own_products_in_its_own_order() -> None:
    # Only products 2 and 0: the second customer alone has both; they are at a right angle, so nothing is told and x/|x| remains.
    batch = Batch((np.array([7, 4]),))
    assert _objective().loss(batch, (torch.tensor([TEXTS[2], TEXTS[0]]),)).item() == pytest.approx(1.0, abs=1e-6)
    # At a cosine of .6 both are told alike: no distance is left.
    assert _objective().loss(batch, (torch.tensor([TEXTS[1], TEXTS[0]]),)).item() == pytest.approx(0.0, abs=1e-6)


def test_negative_votes_are_cut() -> None:
    # The second customer's products 0 and 2 point away from each other: relu leaves 0 of both, as of a third at a right angle.
    texts = torch.tensor([[-1.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
    loss = _objective(sp.csr_array(np.array([[1.0, 1.0, 0.0]]))).loss(Batch((ROWS,)), (texts,))
    assert loss.item() == pytest.approx(1.0, abs=1e-6)


def test_strengths_weigh_the_votes() -> None:
    behaviour = sp.csr_array(np.array([[1.0, 0.5, 0.0]]))
    told, taken = np.array([0.5 * 0.6, 0.6, 0.5 * 0.8]), np.array([1.0, 0.5, 0.0])
    cosine = float(told @ taken) / math.sqrt(float(told @ told) * float(taken @ taken))
    loss = _objective(behaviour).loss(Batch((ROWS,)), (torch.tensor(TEXTS),))
    assert loss.item() == pytest.approx(2.0 - 2.0 * cosine, abs=1e-6)


def test_without_a_customer_of_two_the_loss_is_nothing_and_has_a_gradient() -> None:
    texts = torch.tensor(TEXTS, requires_grad=True)
    loss = _objective(sp.csr_array(np.eye(3))).loss(Batch((ROWS,)), (texts,))
    loss.backward()
    assert loss.item() == 0.0
    assert texts.grad is not None
    assert not texts.grad.any()


def test_a_step_down_the_gradient_brings_products_of_one_customer_together() -> None:
    texts = torch.tensor([TEXTS[0], TEXTS[1], [0.28, 0.96]], requires_grad=True)
    objective = _objective(sp.csr_array(np.array([[1.0, 0.0, 1.0]])))
    loss = objective.loss(Batch((ROWS,)), (texts,))
    loss.backward()
    assert texts.grad is not None
    moved = torch.nn.functional.normalize(texts.detach() - 0.1 * texts.grad)
    assert float(moved[0] @ moved[2]) > 0.28
    assert objective.loss(Batch((ROWS,)), (moved,)).item() < loss.item()
