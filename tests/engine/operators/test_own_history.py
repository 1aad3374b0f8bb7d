"""Four users and five items A..E, computed by hand: A comes back on every occasion, B once in three, C never; E has no buyer."""

from __future__ import annotations

import numpy as np
import pytest

from recsys_desktop.domain.entities import InteractionArrays
from recsys_desktop.engine.events import Events
from recsys_desktop.engine.operators.own_history import OwnBonuses, joined_cosines, own_bonuses, own_length, own_scales, rebuy_rates
from tests.engine.shops import NOTHING, purchases

A, B, C, D, E = range(5)
BOUGHT = purchases(
    [
        *((0, A, 1), (0, B, 1), (0, A, 2), (0, A, 3)),  # A again on both later occasions, B on neither
        *((1, B, 1), (1, C, 1), (1, B, 8)),  # B again on the one later occasion, C not
        *((2, D, 5), (2, D, 5)),  # one line twice is one purchase
        (3, D, 7),
    ]
)


def rates_of(interactions: InteractionArrays, items: int = 5, smoothing: float = 0.0) -> np.ndarray:
    with np.errstate(invalid="ignore"):
        return rebuy_rates(Events.of(interactions, np.arange(items)), items, smoothing)


def test_rates_without_smoothing_are_again_over_chances() -> None:
    assert rates_of(BOUGHT)[[A, B, C]].tolist() == [1.0, 1 / 3, 0.0]


def test_smoothing_draws_towards_the_shops_own_rate() -> None:
    # Bought again 3 times of 2 + 3 + 1 chances: g = 1/2; with s = 2 every item gets one more purchase in two more chances.
    np.testing.assert_allclose(rates_of(BOUGHT, smoothing=2.0), [3 / 4, 2 / 5, 1 / 3, 1 / 2, 1 / 2])


@pytest.mark.parametrize("interactions", [NOTHING, purchases([(0, A, 1), (0, B, 2), (1, A, None), (1, A, None)])])
def test_where_nothing_came_again_nothing_will(interactions: InteractionArrays) -> None:
    assert rates_of(interactions, smoothing=2.0).tolist() == [0.0] * 5


def test_renumbering_users_and_items_renumbers_the_rates() -> None:
    rows = [(user, item, float(day)) for user, item, day in np.random.default_rng(3).integers(0, [9, 12, 30], (200, 3))]
    order = np.random.default_rng(4).permutation(12)
    moved = rates_of(purchases([(8 - user, int(order[item]), day) for user, item, day in rows[::-1]]), 12, 5.0)
    np.testing.assert_allclose(moved[order], rates_of(purchases(rows), 12, 5.0))
    np.testing.assert_allclose(rates_of(purchases(rows + rows[:60]), 12, 5.0), rates_of(purchases(rows), 12, 5.0))


def test_bonus_is_count_times_weight_times_rate_times_root_of_trend() -> None:
    scales = own_scales(np.array([1.0, 0.5, 0.0]), np.array([4.0, 1.0, 9.0]), 3.0)
    assert scales.tolist() == [6.0, 1.5, 0.0]
    own = own_bonuses(np.array([1, 0, 1, 2]), np.array([1.0, 0.5, 1.0, 1.0]), scales)
    assert own.rows.tolist() == [0, 1, 2]
    assert own.bonuses.tolist() == [3.0, 3.0, 0.0]
    assert own.of(np.array([1, 7])).tolist() == [3.0, 0.0]


def test_a_dislike_takes_the_bonus_back_but_makes_no_malus() -> None:
    assert own_bonuses(np.array([0, 0, 0]), np.array([1.0, -1.0, -1.0]), np.ones(1)).bonuses.tolist() == [0.0]


def test_joined_cosines_are_those_of_the_vectors_written_out() -> None:
    random = np.random.default_rng(5)
    keys = random.standard_normal((5, 3))
    keys /= np.linalg.norm(keys, axis=1, keepdims=True)
    user, rows, bonuses = random.standard_normal(3), np.array([1, 4]), np.array([0.5, 2.0])
    own = np.zeros(5)
    own[rows] = bonuses
    written_keys = np.concatenate([keys, np.eye(5)], axis=1) / np.sqrt(2)
    written_user = np.r_[user, own]
    expected = written_keys @ written_user / np.linalg.norm(written_user)
    length = float(np.linalg.norm(user))
    found = joined_cosines((keys @ user / length).astype(np.float32), length, OwnBonuses(rows, bonuses))
    np.testing.assert_allclose(found, expected, atol=1e-6)
    assert own_length(length, bonuses) == pytest.approx(np.sqrt(2) * np.linalg.norm(written_user))


def test_of_whom_nothing_is_known_everything_scores_zero() -> None:
    nothing = np.zeros(0, np.int64)
    assert joined_cosines(np.zeros(3, np.float32), 0.0, OwnBonuses(nothing, np.zeros(0))).tolist() == [0.0, 0.0, 0.0]
