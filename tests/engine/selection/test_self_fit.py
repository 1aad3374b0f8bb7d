from __future__ import annotations

import numpy as np
import pytest

from recsys_desktop.domain.entities import InteractionArrays
from recsys_desktop.domain.progress import Cancelled, Progress
from recsys_desktop.engine.selection import self_fit
from recsys_desktop.engine.selection.self_fit import PARTS, Budget, Choice, choose
from recsys_desktop.engine.space_settings import SpaceSettings
from recsys_desktop.engine.text.channels import TextChannels
from tests.engine.shops import purchases, unit_texts

ITEMS, USERS, DAYS = 40, 120, 200
NO_TEXTS = TextChannels.of_model(None, ITEMS)


def _shop(seasonal: bool, users: int = USERS, timed: bool = True) -> InteractionArrays:
    """Customers buy one product every ten days: any, or (seasonal) one of the four that are in fashion in that month."""
    random = np.random.default_rng(0)
    rows = []
    for user in range(users):
        for day in range(user % 10, DAYS, 10):
            month = day // 20
            item = 4 * month + int(random.integers(4)) if seasonal else int(random.integers(ITEMS))
            rows.append((user, item, float(day) if timed else None))
    return purchases(rows)


def _chosen(events: InteractionArrays, budget: Budget = Budget.QUICK) -> Choice:
    return choose(np.arange(ITEMS), NO_TEXTS, events, 365.0, budget, Progress())


def test_a_shop_of_fashions_follows_the_trend() -> None:
    # In fashion at the end of the fit part is what is bought in the last weeks.
    choice = _chosen(_shop(seasonal=True))
    assert choice.settings.trend_power > 0
    assert choice.by_time
    trend = next(step for step in choice.steps if step.part == "trend")
    assert trend.results[trend.taken] > trend.results[0]


def test_a_shop_without_seasons_does_not() -> None:
    assert _chosen(_shop(seasonal=False)).settings.trend_power == 0.0


def test_without_times_there_is_no_trend() -> None:
    choice = _chosen(_shop(seasonal=True, timed=False))
    assert choice.settings.trend_power == 0.0
    assert not choice.by_time
    assert choice.folds == 1


def test_with_few_customers_the_defaults_stand() -> None:
    for events in (_shop(seasonal=True, users=30), purchases([])):
        choice = _chosen(events)
        assert choice.settings == SpaceSettings()
        assert choice.steps == ()
        assert choice.customers == 0


def test_every_part_is_tried_with_all_its_candidates() -> None:
    choice = _chosen(_shop(seasonal=False), Budget.THOROUGH)
    assert [step.part for step in choice.steps] == [part for part in PARTS if part != "letters"]  # there are no texts
    assert [len(step.results) for step in choice.steps] == [len(PARTS[step.part]) for step in choice.steps]
    assert choice.folds == 3  # the fourth window would reach into the first half of the 200 days
    assert choice.budget is Budget.THOROUGH


def test_a_sample_of_many_customers_decides_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_fit, "_EFFORTS", {Budget.QUICK: self_fit._Effort(1, 60, 60.0)})
    assert _chosen(_shop(seasonal=True)).settings.trend_power > 0


def test_when_time_runs_out_the_rest_keeps_its_default(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = iter(range(0, 10_000, 25))
    monkeypatch.setattr(self_fit.time, "perf_counter", lambda: float(next(seconds)))
    # The clock is read at 0; the first part starts at 25 and ends at 50, 25 / 3 s a candidate; the next at 75, past the minute.
    choice = _chosen(_shop(seasonal=True))
    assert [step.part for step in choice.steps] == ["prior"]
    assert choice.settings.text_weight == SpaceSettings().text_weight


def test_cancel_is_heard() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        choose(np.arange(ITEMS), NO_TEXTS, _shop(seasonal=True), 365.0, Budget.QUICK, progress)


def test_letters_join_in_where_they_place_new_products_better() -> None:
    # Four groups of ten products, customers who buy within one group. The letters tell the groups, the model tells nothing.
    random = np.random.default_rng(0)
    days = [(user, float(day)) for user in range(800) for day in range(user % 40, 200, 40)]
    events = purchases([(user, 10 * (user % 4) + int(random.integers(10)), day) for user, day in days])
    letters = np.repeat(np.eye(8, dtype=np.float32)[:4], 10, axis=0)
    read, blind = TextChannels(unit_texts(ITEMS, 8), letters), TextChannels(letters, unit_texts(ITEMS, 8))
    choice = choose(np.arange(ITEMS), read, events, 365.0, Budget.QUICK, Progress())
    assert choice.steps[-1].part == "letters"
    assert choice.settings.letters_share > 0
    assert choose(np.arange(ITEMS), blind, events, 365.0, Budget.QUICK, Progress()).settings.letters_share == 0
