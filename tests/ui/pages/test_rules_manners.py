"""The rules page with every rule in use, and its dialogs: spoken, reached by keys in reading order, with room for long words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.rules import STANDARD, Boost, Rules, Scenario
from recsys_desktop.services.listing import scenarios
from recsys_desktop.ui.dialogs.choose_thing import ChooseName, ChooseProduct
from recsys_desktop.ui.dialogs.scenario_name import ScenarioNameDialog
from recsys_desktop.ui.pages.rules import RulesPage
from recsys_desktop.ui.tour import pseudo
from recsys_desktop.ui.widgets.rules.rules_first import CATEGORY
from recsys_desktop.ui.workplace import Workplace
from tests.ui import looking

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ALL = Rules(
    price_low=2.0,
    without_categories=("Kitchen",),
    bring_back_days=30,
    pinned=(ItemId("g0"), ItemId("g1")),
    blocked=(ItemId("g2"),),
    boosts=(Boost("item", "g3", 0.5), Boost("category", "Garden", -1.0)),
    rest_lists=1,
    diversity=0.5,
    long_tail=0.5,
)


@pytest.fixture
def long_words(qapp: QApplication) -> Iterator[None]:
    """Everything built meanwhile is in the language of long words."""
    translator = pseudo.install(qapp)
    yield
    QCoreApplication.removeTranslator(translator)
    translator.deleteLater()


def settle(qtbot: QtBot, workplace: Workplace) -> None:
    for _ in range(2):
        qtbot.waitUntil(lambda: not workplace.runner.jobs)
        QApplication.processEvents()


def full_page(qtbot: QtBot, workplace: Workplace, width: int) -> RulesPage:
    scenarios.save(workplace.shop, Scenario(STANDARD, ALL), STANDARD)
    scenarios.save(workplace.shop, Scenario("Basket", ALL))
    scenarios.hide(workplace.shop, ItemId("k5"), True)
    page = RulesPage(workplace)
    qtbot.addWidget(page)
    page.resize(width, 2400)  # all of it is seen
    page.open("Basket")
    page.show()
    qtbot.waitUntil(lambda: page.costs.shown == page.rules)
    settle(qtbot, workplace)
    return page


def test_all_controls_are_spoken_and_reached_in_order(qtbot: QtBot, stocked: Workplace) -> None:
    page = full_page(qtbot, stocked, 1158)
    assert (looking.unnamed(page), looking.out_of_order(page), looking.mouse_only(page)) == ([], [], [])


@pytest.mark.usefixtures("long_words")
@pytest.mark.parametrize("width", [752, 1158])  # of the page in the smallest and in the usual window
def test_long_words_have_room(qtbot: QtBot, stocked: Workplace, width: int) -> None:
    page = full_page(qtbot, stocked, width)
    assert looking.cut_off(page) == []


@pytest.mark.usefixtures("long_words")
def test_its_dialogs_are_opened_spoken_and_left_by_keys(qtbot: QtBot, stocked: Workplace) -> None:
    page = full_page(qtbot, stocked, 1158)
    for open_it, kind in (
        (page.first.add.click, ChooseProduct),
        (lambda: page.boosts.thing_wanted.emit(CATEGORY), ChooseName),
        (page.bar.rename_wanted.emit, ScenarioNameDialog),
    ):
        open_it()
        dialog = page.findChild(QDialog)
        assert isinstance(dialog, kind)
        settle(qtbot, stocked)
        faults = looking.unnamed(dialog), looking.out_of_order(dialog), looking.mouse_only(dialog), looking.cut_off(dialog)
        assert faults == ([], [], [], [])
        QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: page.findChild(QDialog) is None)
