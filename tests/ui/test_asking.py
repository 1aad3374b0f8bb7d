"""Questions come a little later, about the customer in view, and go when they are not wanted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import UserId
from recsys_desktop.domain.entities import FeedbackKind
from recsys_desktop.services.learning.questions import MOST_A_DAY, next_question
from recsys_desktop.settings import ASK_QUESTIONS
from recsys_desktop.ui.asking import Asking
from recsys_desktop.ui.widgets.feedback.question_card import QuestionCard
from recsys_desktop.ui.workplace import Changes, Workplace

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

U00, U30 = UserId("u00"), UserId("u30")


@pytest.fixture
def card(qtbot: QtBot) -> QuestionCard:
    made = QuestionCard()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def asking(stocked: Workplace, card: QuestionCard) -> Asking:
    made = Asking(stocked, card, QObject(card))
    made._pause.setInterval(0)
    return made


def asked(qtbot: QtBot, asking: Asking, card: QuestionCard, user_id: UserId = U00) -> None:
    asking.ask_about(user_id)
    qtbot.waitUntil(lambda: card.question is not None)


def test_a_yes_is_stored_and_can_be_taken_back(qtbot: QtBot, stocked: Workplace, asking: Asking, card: QuestionCard) -> None:
    asked(qtbot, asking, card)
    assert card.question is not None
    item = card.question.item
    assert card.accessibleName() == f"Would u00 like {item.title}?"
    with qtbot.waitSignal(stocked.notified) as told:
        card.yes.click()
    assert card.isHidden()
    assert str(told.args[0].text) == f"Thank you: u00 – {item.title}."
    given = stocked.shop.feedback.recent(1)[0]
    assert (given.item_id, given.kind) == (item.item_id, FeedbackKind.LIKE)
    with qtbot.waitSignal(stocked.changed):
        told.args[0].undo()
    assert stocked.shop.feedback.recent(1)[0].retracted


def test_a_no_is_no_interest(qtbot: QtBot, stocked: Workplace, asking: Asking, card: QuestionCard) -> None:
    asked(qtbot, asking, card)
    with qtbot.waitSignal(stocked.notified):
        card.no.click()
    assert stocked.shop.feedback.recent(1)[0].kind is FeedbackKind.NO_INTEREST


def test_nobody_knows(qtbot: QtBot, stocked: Workplace, asking: Asking, card: QuestionCard) -> None:
    asked(qtbot, asking, card)
    card.unknown.click()
    assert card.isHidden()
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
    following = next_question(stocked.shop, stocked.recommender, U00)
    assert following is not None
    assert following.left_today == MOST_A_DAY - 1


def test_no_more_questions(qtbot: QtBot, stocked: Workplace, asking: Asking, card: QuestionCard) -> None:
    asked(qtbot, asking, card)
    with qtbot.waitSignal(stocked.notified) as told:
        card.stop.click()
    assert stocked.shop.settings.get(ASK_QUESTIONS) is False
    assert card.isHidden()
    with qtbot.waitSignal(stocked.changed):
        told.args[0].undo()
    assert stocked.shop.settings.get(ASK_QUESTIONS) is True


def test_a_question_goes_with_its_customer(qtbot: QtBot, asking: Asking, card: QuestionCard) -> None:
    asked(qtbot, asking, card)
    asking.ask_about(U30)
    assert card.question is None
    qtbot.waitUntil(lambda: card.question is not None)
    assert card.question is not None
    assert card.question.user_id == U30


def test_a_question_goes_when_the_lists_change(qtbot: QtBot, stocked: Workplace, asking: Asking, card: QuestionCard) -> None:
    asked(qtbot, asking, card)
    stocked.changed.emit(Changes(settings=True))
    assert card.question is not None
    stocked.changed.emit(Changes(model=True))
    assert card.question is None
