"""Which product is asked about."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from recsys_desktop.engine.item_space import ItemSpace
from recsys_desktop.engine.profile import UserVector, user_vector
from recsys_desktop.engine.questions import PULL_POWER, Asked, most_telling
from tests.engine.shops import fitted, random_events, unit_texts

NOTHING = np.zeros(0, np.int64)


@pytest.fixture(scope="module")
def fit() -> ItemSpace:
    return fitted(random_events(40, 6, 400), 6, unit_texts(6))


def plane(space: ItemSpace, keys: list[tuple[float, float]], queries: list[tuple[float, float]]) -> ItemSpace:
    """The space with these keys and queries in its first two coordinates."""
    known, pulling = np.zeros((len(keys), space.width), np.float32), np.zeros((len(keys), space.width), np.float32)
    known[:, :2], pulling[:, :2] = keys, queries
    return replace(space, item_keys=np.arange(len(keys)), keys=known, queries=pulling)


def customer(space: ItemSpace, x: float, y: float) -> UserVector:
    vector = np.zeros(space.width)
    vector[:2] = x, y
    nothing = np.zeros(space.width)
    return UserVector(vector, vector, nothing, nothing)


def test_the_worth_by_hand(fit: ItemSpace) -> None:
    """Scores of the customer (2, 0): 1, .6, 0. A yes to the first product moves all alike, so it teaches nothing of the order."""
    space = plane(fit, [(1.0, 0.0), (0.6, 0.8), (0.0, 1.0)], [(0.0, 0.0), (0.0, 1.0), (0.0, 3.0)])
    asked = most_telling(space, customer(space, 2.0, 0.0), NOTHING)
    # the second product: likely (.6 - 0) / 1; its yes adds 0, .8, 1 to the scores: mean .6, apart by (.6 + .2 + .4) / 3
    assert asked is not None
    assert (asked.row, asked.rank) == (1, 2)
    assert asked.worth == pytest.approx(0.6 ** (1 - PULL_POWER) * 0.4**PULL_POWER / 2.0)


def test_what_is_excluded_is_never_asked(fit: ItemSpace) -> None:
    space = plane(fit, [(1.0, 0.0), (0.6, 0.8), (0.0, 1.0)], [(1.0, 0.0), (0.0, 1.0), (0.0, 3.0)])
    user = customer(space, 1.0, 0.0)
    asked = most_telling(space, user, np.array([1]))
    assert asked is not None
    assert asked.row == 0
    assert most_telling(space, user, np.arange(3)) is None
    last = most_telling(space, user, np.array([0, 1]))
    assert last == Asked(row=2, rank=1, worth=0.0)  # one product alone moves apart from nothing


def test_nothing_known_is_no_obstacle(fit: ItemSpace) -> None:
    user = user_vector(fit, NOTHING, np.zeros(0))
    asked = most_telling(fit, user, NOTHING)
    assert asked is not None
    assert 0 <= asked.row < len(fit)
