"""Feedback from every page: the button in the last line of the window, and the popup over it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import FeedbackKind
from recsys_desktop.ui.dialogs.answers import AnswersDialog
from recsys_desktop.ui.feedback_reach import FeedbackReach
from recsys_desktop.ui.widgets.feedback.feedback_popover import FeedbackPopover
from recsys_desktop.ui.widgets.status_line import StatusLine
from recsys_desktop.ui.workplace import Changes, Workplace

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
U00 = UserId("u00")


@pytest.fixture
def status(qtbot: QtBot, stocked: Workplace) -> StatusLine:  # noqa: ARG001  # colours and fonts are set by it
    made = StatusLine()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def popover(qtbot: QtBot, stocked: Workplace, status: StatusLine) -> FeedbackPopover:
    stocked.shop.feedback.append(U00, ItemId("k0"), FeedbackKind.LIKE, None, 2_000_000_000, 1)
    made = FeedbackPopover(stocked, status, U00)
    made.open_above(status.feedback)
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
    return made


def test_the_button_says_how_many_answers_are_new(qtbot: QtBot, stocked: Workplace, status: StatusLine) -> None:
    reach = FeedbackReach(stocked, status.feedback, lambda: U00, QObject(status))
    reach.read()
    qtbot.waitUntil(lambda: not stocked.runner.jobs)
    assert status.feedback.text() == "Feedback"
    stocked.shop.feedback.append(U00, ItemId("k0"), FeedbackKind.LIKE, None, 2_000_000_000, 1)
    stocked.changed.emit(Changes(feedback=True))
    qtbot.waitUntil(lambda: status.feedback.text() == "Feedback: 1 new")
    assert status.feedback.toolTip() == "1 new since the last training. From 10 on, training would be worth it."


def test_an_answer_is_taken_back_from_there(qtbot: QtBot, stocked: Workplace, popover: FeedbackPopover) -> None:
    assert popover.panel._log is not None
    given = popover.panel._log.answers[0].feedback
    with qtbot.waitSignal(stocked.changed):
        popover.panel.undo_wanted.emit(given.feedback_id)
    qtbot.waitUntil(lambda: popover.panel._log is not None and popover.panel._log.answers == ())


def test_all_answers_open_in_a_window(qtbot: QtBot, stocked: Workplace, status: StatusLine, popover: FeedbackPopover) -> None:
    popover.panel.all.click()
    dialog = status.findChild(AnswersDialog)
    assert isinstance(dialog, QWidget)
    assert dialog.isVisible()
    dialog.close()
    qtbot.waitUntil(lambda: not stocked.runner.jobs)


def test_improve_opens_the_training(qtbot: QtBot, stocked: Workplace, popover: FeedbackPopover) -> None:
    with qtbot.waitSignal(stocked.page_wanted) as wanted:
        popover.panel.improve_wanted.emit()
    assert wanted.args == ["training", None]
