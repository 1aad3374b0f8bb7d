"""Answers go through the store lane and tell every page."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import FeedbackKind, Item
from recsys_desktop.jobs.runner import Lane
from recsys_desktop.services.learning.answer_history import Answer
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
    assert (log.worth.new, log.worth.worth) == (1, False)


def test_what_was_taken_back_is_not_listed(qtbot: QtBot, shop_with_one_of_each: Workplace) -> None:
    workplace = shop_with_one_of_each
    job = giving_feedback.give(workplace=workplace, user_id=ANNA, item_id=MUG, kind=FeedbackKind.LIKE)
    with qtbot.waitSignal(job.succeeded) as given:
        pass
    undo = giving_feedback.undo(workplace=workplace, feedback_id=given.args[0].feedback_id)
    with qtbot.waitSignal(workplace.changed) as changed, qtbot.waitSignal(undo.finished):
        pass
    assert changed.args == [Changes(feedback=True)]
    log = _log(qtbot, workplace)
    assert (log.answers, log.worth.new) == ((), 0)


def test_only_the_latest_are_listed(qtbot: QtBot, shop_with_one_of_each: Workplace) -> None:
    workplace = shop_with_one_of_each
    for number in range(SHOWN + 3):
        workplace.shop.feedback.append(ANNA, MUG, FeedbackKind.LIKE, None, 2_000_000_000 + number, 1)
    log = _log(qtbot, workplace)
    assert [one.feedback.time - 2_000_000_000 for one in log.answers] == list(range(SHOWN + 2, 2, -1))
    assert log.worth.new == SHOWN + 3


def test_an_answer_that_cannot_be_stored_changes_nothing(qtbot: QtBot, shop_with_one_of_each: Workplace) -> None:
    workplace = shop_with_one_of_each
    with qtbot.assertNotEmitted(workplace.changed), qtbot.waitSignal(workplace.notified) as told:
        giving_feedback.give(workplace=workplace, user_id=ANNA, item_id=ItemId("gone"), kind=FeedbackKind.LIKE)
    assert str(told.args[0].text).startswith("There is no product gone in this shop.")


def test_answers_are_found_and_saved(qtbot: QtBot, shop_with_one_of_each: Workplace, tmp_path: Path) -> None:
    workplace = shop_with_one_of_each
    log = workplace.shop.feedback
    log.append(ANNA, MUG, FeedbackKind.LIKE, None, 1_767_225_600, 1)
    log.append(ANNA, MUG, FeedbackKind.RATING, 4.0, 1_767_225_601, 1)
    log.retract(1, 1_767_225_602)

    def found(search: str, *kinds: FeedbackKind) -> list[tuple[int, bool]]:
        job = giving_feedback.find_answers(workplace=workplace, search=search, kinds=kinds)
        with qtbot.waitSignal(job.succeeded) as read:
            pass
        given.extend(read.args[0])
        return [(one.feedback.feedback_id, one.feedback.retracted) for one in read.args[0]]

    given: list[Answer] = []
    assert found("anna mug") == [(2, False), (1, True)]
    assert found("anna cup") == []
    assert found("", FeedbackKind.LIKE) == [(1, True)]
    with qtbot.waitSignal(workplace.notified) as told:
        giving_feedback.export(workplace=workplace, found=given[:2], path=tmp_path / "answers.csv")
    assert str(told.args[0].text) == "2 answers are saved in answers.csv."
    lines = (tmp_path / "answers.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "time,user_id,item_id,title,answer,stars,model_version,taken_back"
    assert [line.split(",", 1)[1] for line in lines[1:]] == ["Anna,m,Mug,rating,4.0,1,", "Anna,m,Mug,like,,1,yes"]
