"""What was on the screen long enough is noted once, and what was below it only when it is scrolled to."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import UserId
from recsys_desktop.services.listing.recommending import RecommendationList
from recsys_desktop.ui.showing import SEEN_MS, ShownLists
from recsys_desktop.ui.widgets.customers.recommendation_card import HEIGHT
from recsys_desktop.ui.widgets.customers.recommendation_list import RecommendationCards
from recsys_desktop.ui.workplace import Workplace

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

U00 = UserId("u00")
Show = Callable[[RecommendationList], None]


@pytest.fixture
def cards(qtbot: QtBot) -> RecommendationCards:
    """Room for two cards and a bit."""
    made = RecommendationCards()
    qtbot.addWidget(made)
    made.resize(600, 2 * HEIGHT + 20)
    made.show()
    return made


@pytest.fixture
def shown(stocked: Workplace, cards: RecommendationCards) -> ShownLists:
    return ShownLists(stocked, cards, QObject(cards), lambda: "E-mail")


def ranks(workplace: Workplace) -> list[int]:
    return [rank for (rank,) in workplace.shop.database.read("SELECT rank FROM impressions ORDER BY showing, rank")]


def put(qtbot: QtBot, cards: RecommendationCards, made: RecommendationList) -> None:
    with qtbot.waitSignal(cards.list_painted):
        cards.show_list(made.items, {}, moving=False)


def test_what_is_in_view_after_a_second_is_noted(
    qtbot: QtBot, stocked: Workplace, cards: RecommendationCards, shown: ShownLists
) -> None:
    assert SEEN_MS == 1_000
    made = stocked.recommender.recommend(U00, 6)
    put(qtbot, cards, made)
    shown.begin(made)
    assert shown._timer.isActive()
    shown.note()  # as the second is over
    qtbot.waitUntil(lambda: shown._showing is not None)
    assert ranks(stocked) == [1, 2]
    rows = stocked.shop.database.read("SELECT channel, scenario, model_version FROM showings")
    assert rows == [("window", "E-mail", 1)]
    shown.begin(made)  # the same list again
    shown.note()
    assert stocked.runner.jobs == []
    cards.verticalScrollBar().setValue(cards.verticalScrollBar().maximum())
    shown.note()
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
    assert ranks(stocked) == [1, 2, 5, 6]
    assert stocked.shop.impressions.counts().lists == 1


def test_a_list_passed_by_is_not_noted(qtbot: QtBot, stocked: Workplace, cards: RecommendationCards, shown: ShownLists) -> None:
    made = stocked.recommender.recommend(U00, 6)
    put(qtbot, cards, made)
    shown.begin(made)
    shown.begin(None)
    assert not shown._timer.isActive()
    cards.hide()
    shown.begin(made)
    shown.note()
    assert stocked.runner.jobs == []


def test_another_list_is_another_showing(qtbot: QtBot, stocked: Workplace, cards: RecommendationCards, shown: ShownLists) -> None:
    for length in (1, 2):
        made = stocked.recommender.recommend(U00, length)
        put(qtbot, cards, made)
        shown.begin(made)
        shown.note()
        qtbot.waitUntil(lambda: shown._showing is not None)
    assert ranks(stocked) == [1, 1, 2]
    assert stocked.shop.impressions.counts().lists == 2
