from __future__ import annotations

import numpy as np
import pytest

from recsys_desktop.domain.entities import InteractionArrays
from recsys_desktop.domain.progress import Cancelled, Progress
from recsys_desktop.engine.selection.trend_power import best_unless_first_is_near, choose_trend_power
from recsys_desktop.engine.space_settings import SpaceSettings
from tests.engine.shops import DAY, fitted, purchases

ITEMS, USERS, DAYS = 40, 120, 200


def _shop(seasonal: bool, users: int = USERS) -> InteractionArrays:
    """Customers buy one product every ten days: any, or (seasonal) one of the four that are in fashion in that month."""
    random = np.random.default_rng(0)
    rows = []
    for user in range(users):
        for day in range(user % 10, DAYS, 10):
            month = day // 20
            item = 4 * month + int(random.integers(4)) if seasonal else int(random.integers(ITEMS))
            rows.append((user, item, float(day)))
    return purchases(rows)


def _chosen(events: InteractionArrays) -> float:
    return choose_trend_power(events, np.arange(ITEMS), (DAYS - 1) * DAY, SpaceSettings(), Progress())


def test_a_shop_of_fashions_follows_the_trend() -> None:
    # In fashion at the end of the fit part is what is bought in the last weeks.
    assert _chosen(_shop(seasonal=True)) > 0


def test_a_shop_without_seasons_does_not() -> None:
    assert _chosen(_shop(seasonal=False)) == 0.0


def test_without_times_or_with_few_customers_there_is_nothing_to_tell_by() -> None:
    events = _shop(seasonal=True)
    assert (
        _chosen(purchases([(int(user), int(item), None) for user, item in zip(events.user_keys, events.item_keys, strict=True)]))
        == 0.0
    )
    assert _chosen(_shop(seasonal=True, users=30)) == 0.0
    assert _chosen(purchases([])) == 0.0


def test_a_sample_of_many_customers_decides_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recsys_desktop.engine.selection.trend_power._MOST_CUSTOMERS", 60)
    assert _chosen(_shop(seasonal=True)) > 0


def test_the_fitted_space_says_what_was_chosen() -> None:
    space = fitted(_shop(seasonal=False), ITEMS, now=DAYS - 1)
    assert space.settings.trend_power == 0.0
    assert (space.trend == 1.0).all()


def test_the_first_stays_within_one_error_of_the_best() -> None:
    first, best = np.array([0.0, 0.5, 1.0, 0.5]), np.array([0.5, 1.0, 0.5, 0.5])
    # behind by .125 on average; the differences .5, .5, -.5, 0 have the standard error .4787 / 2 = .239
    assert best_unless_first_is_near([first, best]) == 0
    # behind by .4, the differences .3, .3, .3, .7 have the standard error .2 / 2 = .1
    assert best_unless_first_is_near([best - np.array([0.3, 0.3, 0.3, 0.7]), best, best]) == 1
    assert best_unless_first_is_near([best - 0.5, best - 0.1, best]) == 2
    assert best_unless_first_is_near([best, best]) == 0


def test_cancel_is_heard() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        choose_trend_power(_shop(seasonal=True), np.arange(ITEMS), DAYS * DAY, SpaceSettings(), progress)
