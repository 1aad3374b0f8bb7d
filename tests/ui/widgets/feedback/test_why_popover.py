"""Why a product stands on a list: what can be asked about it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.rules import Rules
from recsys_desktop.domain.texts import message
from recsys_desktop.services.listing.word_reasons import WordReasons, WordShare
from recsys_desktop.ui.models.reasons import Column
from recsys_desktop.ui.operations.explaining import Asker
from recsys_desktop.ui.widgets.feedback.why_popover import WhyPopover
from recsys_desktop.ui.workplace import Workplace

U00 = UserId("u00")


@pytest.fixture
def popover(qtbot: QtBot, stocked: Workplace) -> Iterator[WhyPopover]:
    """Why the first product stands on the list of a customer who bought g0 to g4."""
    card = QWidget()
    qtbot.addWidget(card)
    place = stocked.recommender.recommend(U00, 1).items[0]
    made = WhyPopover(place, card, Asker(stocked, U00))
    yield made
    made.close()


def test_what_is_asked_is_answered_in_its_row_and_in_words(qtbot: QtBot, popover: WhyPopover, stocked: Workplace) -> None:
    item = popover.model.question_at(popover.model.index(0, 0))
    assert item is not None
    shown = popover._place.item.item_id
    popover.table.setCurrentIndex(popover.model.index(0, 0))
    QTest.keyClick(popover.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: popover.answer.text() != "")
    ranks = stocked.recommender.without(U00, shown, item)
    assert popover.model.index(0, Column.WITHOUT).data() == f"{ranks.rank} → {ranks.rank_without}"
    assert not popover.answer.isHidden()


def test_only_the_last_column_asks(popover: WhyPopover) -> None:
    popover.table.clicked.emit(popover.model.index(0, Column.REASON))
    assert popover._asker is not None
    assert popover._asker.workplace.runner.jobs == []
    popover.table.clicked.emit(popover.model.index(0, Column.WITHOUT))
    assert len(popover._asker.workplace.runner.jobs) == 1


def test_words_are_shown_with_their_sum_and_its_limits(popover: WhyPopover) -> None:
    assert popover.words is not None
    place = message("why", "Nobody has bought it yet: its words alone decide its place.")
    limits = message("why", "The words of this product do not speak for this customer.")
    words = (WordShare("Garden", 0.1), WordShare("pot", -0.05))
    popover.words.show_words(WordReasons(ItemId("x"), words, 0.4, 0.05, place, limits))
    assert popover.words.state.text() == str(place)
    assert popover.words.limits.text() == str(limits)
    cells = [popover.words._grid.itemAtPosition(row, column).widget().text() for row in (0, 1) for column in (0, 2)]  # type: ignore[union-attr]  # labels
    assert cells == ["Garden", "25.0 %", "pot", "-12.5 %"]  # of .4
    assert popover.words.ask.isHidden()


def test_without_a_customer_nothing_can_be_asked(qtbot: QtBot, stocked: Workplace) -> None:
    card = QWidget()
    qtbot.addWidget(card)
    plain = WhyPopover(stocked.recommender.recommend(U00, 1).items[0], card)
    assert plain.words is None
    assert plain.table.isColumnHidden(Column.WITHOUT)
    plain.close()


def test_a_rule_that_put_it_there_is_named_first(qtbot: QtBot, stocked: Workplace) -> None:
    card = QWidget()
    qtbot.addWidget(card)
    rules = Rules(pinned=(ItemId("k3"),))
    first, second = stocked.recommender.recommend_with(U00, rules).items[:2]
    pinned, usual = WhyPopover(first, card), WhyPopover(second, card)
    assert first.special is not None
    assert pinned.special.text() == str(first.special)
    assert (pinned.special.isHidden(), usual.special.isHidden()) == (False, True)
    pinned.close()
    usual.close()
