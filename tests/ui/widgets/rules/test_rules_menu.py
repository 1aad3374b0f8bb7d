"""The menu about a product: ticks say what is in force, a press changes it or ends it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.rules import STANDARD, Boost, Rules, Scenario
from recsys_desktop.services.listing import scenarios
from recsys_desktop.ui.widgets.rules.rules_menu import add_rule_actions
from recsys_desktop.ui.workplace import Workplace

NAMES = ("rule_first", "rule_more", "rule_less", "rule_never")


_MENUS: list[QMenu] = []


@pytest.fixture(autouse=True)
def _menus() -> Iterator[None]:
    """A menu goes with its last name: keep them while the test lasts."""
    yield
    _MENUS.clear()


def opened(qtbot: QtBot, workplace: Workplace, scenario: str = STANDARD) -> dict[str, QAction]:
    menu = QMenu()
    qtbot.addWidget(menu)
    item = workplace.shop.catalogue.get(ItemId("g1"))
    assert item is not None
    add_rule_actions(menu, workplace, item, scenario)
    qtbot.waitUntil(lambda: not workplace.runner.jobs)
    _MENUS.append(menu)
    return {action.objectName(): action for action in menu.actions()}


def ticked(actions: dict[str, QAction]) -> list[str]:
    return [name for name in NAMES if actions[name].isChecked()]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("rule_first", Rules(pinned=(ItemId("g1"),))),
        ("rule_more", Rules(boosts=(Boost("item", "g1", 0.5),))),
        ("rule_less", Rules(boosts=(Boost("item", "g1", -0.5),))),
    ],
)
def test_a_press_sets_the_rule_and_another_ends_it(qtbot: QtBot, stocked: Workplace, name: str, expected: Rules) -> None:
    actions = opened(qtbot, stocked)
    assert list(actions) == list(NAMES)
    assert ticked(actions) == []
    for rules, ticks in ((expected, [name]), (Rules(), [])):
        actions[name].trigger()
        qtbot.waitUntil(lambda: not stocked.runner.jobs)
        assert scenarios.scenario(stocked.shop, STANDARD).rules == rules
        actions = opened(qtbot, stocked)
        assert ticked(actions) == ticks


def test_never_counts_everywhere_the_others_in_their_scenario(qtbot: QtBot, stocked: Workplace) -> None:
    scenarios.save(stocked.shop, Scenario("Basket", Rules()))
    actions = opened(qtbot, stocked, "Basket")
    for name in ("rule_never", "rule_first"):
        actions[name].trigger()
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
    assert scenarios.hidden(stocked.shop) == ("g1",)
    assert ticked(opened(qtbot, stocked)) == ["rule_never"]
    assert ticked(opened(qtbot, stocked, "Basket")) == ["rule_first", "rule_never"]
