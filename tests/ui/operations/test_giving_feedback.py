"""Answers go through the store lane and tell every page."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import FeedbackKind, Item
from recsys_desktop.jobs.runner import Lane
from recsys_desktop.ui.operations import giving_feedback
from recsys_desktop.ui.operations.giving_feedback import SHOWN, AnswerLog
from recsys_desktop.ui.workplace import Changes, Workplace

ANNA, MUG = UserId("Anna"), ItemId("m")


@pytest.fixture
def shop_with_one_of_each(workplace: Workplace) -> Workplace:
    workplace.shop.users.add(ANNA)
    workplace.shop.catalogue.upsert([Item(MUG, "Mug")])
    return workplace


def _log(qtbot: QtBot, workplace: Workplace) -> AnswerLog:
    with qtbot.waitSignal(giving_feedback.read_answers(workplace=workplace).succeeded) as read:
        pass
    log = read.args[0]
    assert isinstance(log, AnswerLog)
    return log


def test_an_answer_is_stored_then_told(qtbot: QtBot, shop_with_one_of_each: Workplace) -> None:
    workplace = shop_with_one_of_each
    job = giving_feedback.give(workplace=workplace, user_id=ANNA, item_id=MUG, kind=FeedbackKind.RATING, value=4.0)
    assert job.lane is Lane.STORE
    with qtbot.waitSignals([workplace.changed, job.finished], order="strict"):
        pass
    log = _log(qtbot, workplace)
    assert [(one.title, one.feedback.user_id, one.feedback.value) for one in log.answers] == [("Mug", "Anna", 4.0)]
    assert (log.new, log.model_version) == (1, 1)


def test_what_was_taken_back_is_not_listed(qtbot: QtBot, shop_with_one_of_each: Workplace) -> None:
    workplace = shop_with_one_of_each
    job = giving_feedback.give(workplace=workplace, user_id=ANNA, item_id=MUG, kind=FeedbackKind.LIKE)
    with qtbot.waitSignal(job.succeeded) as given:
        pass
    undo = giving_feedback.undo(workplace=workplace, feedback_id=given.args[0].feedback_id)
    with qtbot.waitSignal(workplace.changed) as changed, qtbot.waitSignal(undo.finished):
        pass
    assert changed.args == [Changes(feedback=True)]
    assert _log(qtbot, workplace) == AnswerLog((), 0, 1)


def test_only_the_latest_are_listed(qtbot: QtBot, shop_with_one_of_each: Workplace) -> None:
    workplace = shop_with_one_of_each
    for number in range(SHOWN + 3):
        workplace.shop.feedback.append(ANNA, MUG, FeedbackKind.LIKE, None, 2_000_000_000 + number, 1)
    log = _log(qtbot, workplace)
    assert [one.feedback.time - 2_000_000_000 for one in log.answers] == list(range(SHOWN + 2, 2, -1))
    assert log.new == SHOWN + 3


def test_an_answer_that_cannot_be_stored_changes_nothing(qtbot: QtBot, shop_with_one_of_each: Workplace) -> None:
    workplace = shop_with_one_of_each
    with qtbot.assertNotEmitted(workplace.changed), qtbot.waitSignal(workplace.notified) as told:
        giving_feedback.give(workplace=workplace, user_id=ANNA, item_id=ItemId("gone"), kind=FeedbackKind.LIKE)
    assert str(told.args[0].text).startswith("There is no product gone in this shop.")
