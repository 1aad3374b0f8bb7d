"""The window of all answers."""

from __future__ import annotations

import time

import pytest
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import FeedbackKind
from recsys_desktop.ui.dialogs.answers import AnswersDialog
from recsys_desktop.ui.workplace import Workplace

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

U00 = UserId("u00")


@pytest.fixture
def answered(stocked: Workplace) -> Workplace:
    log = stocked.shop.feedback
    log.append(U00, ItemId("k0"), FeedbackKind.LIKE, None, 100, 1)
    log.append(UserId("u30"), ItemId("g0"), FeedbackKind.RATING, 4.0, 200, 1)
    log.append(U00, ItemId("k1"), FeedbackKind.LIKE, None, 300, 1)
    log.retract(3, 400)
    return stocked


def opened(qtbot: QtBot, workplace: Workplace, user_id: UserId | None = None) -> AnswersDialog:
    dialog = AnswersDialog(workplace, None, user_id)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not workplace.runner.jobs)
    return dialog


def cells(dialog: AnswersDialog, *columns: int) -> list[tuple[str, ...]]:
    table = dialog.table
    return [tuple(table.item(row, column).text() for column in columns) for row in range(table.rowCount())]  # type: ignore[union-attr]  # filled


def test_all_answers_and_those_that_fit_a_search(qtbot: QtBot, answered: Workplace) -> None:
    dialog = opened(qtbot, answered)
    assert cells(dialog, 1, 2, 3, 4) == [
        ("u00", "Oven glove", "Likes this", "taken back"),
        ("u30", "Clay pot", "4 of 5 stars", "counts"),
        ("u00", "Tea towel", "Likes this", "counts"),
    ]
    assert dialog.count.text() == "3 answers, 1 of them taken back"
    dialog.search.setText("u00 towel")
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 1)
    assert dialog.count.text() == "1 answer"
    assert cells(dialog, 2) == [("Tea towel",)]
    dialog.search.clear()
    dialog.kind.setCurrentIndex(dialog.kind.findData(FeedbackKind.RATING))
    qtbot.waitUntil(lambda: cells(dialog, 2) == [("Clay pot",)])
    dialog.search.setText("nothing like it")
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 0)
    assert dialog.count.text() == "No answer fits this search."
    assert not dialog.save.isEnabled()


def test_a_chosen_answer_is_taken_back(qtbot: QtBot, answered: Workplace) -> None:
    dialog = opened(qtbot, answered)
    assert not dialog.undo.isEnabled()
    dialog.table.selectRow(0)
    assert not dialog.undo.isEnabled()  # it is taken back already
    dialog.table.selectRow(1)
    with qtbot.waitSignal(answered.changed):
        dialog.undo.click()
    qtbot.waitUntil(lambda: cells(dialog, 4) == [("taken back",), ("taken back",), ("counts",)])


def test_no_answers_yet(qtbot: QtBot, stocked: Workplace) -> None:
    dialog = opened(qtbot, stocked)
    assert dialog.nothing.isVisible()
    assert not dialog.table.isVisible()


def test_what_was_shown_is_ignored_followed_or_rarely_seen(qtbot: QtBot, answered: Workplace) -> None:
    now = int(time.time())
    for days in range(3):
        places = [(ItemId("k0"), 1), (ItemId("k2"), 2)] + ([(ItemId("k3"), 3)] if not days else [])
        answered.shop.impressions.log(U00, places, "window", "standard", 1, now - 86_400 * days)
    answered.shop.feedback.append(U00, ItemId("k0"), FeedbackKind.LIKE, None, now, 1)
    dialog = opened(qtbot, answered, U00)
    dialog.tabs.setCurrentIndex(1)
    table = dialog.shown.table
    found = [tuple(table.item(row, column).text() for column in (0, 1, 3, 4)) for row in range(table.rowCount())]  # type: ignore[union-attr]  # filled
    assert found == [
        ("Tea towel", "3", "1", "answered or bought"),
        ("Jam jar", "3", "2", "ignored"),
        ("Rolling pin", "1", "3", "too rarely shown to say"),
    ]
    dialog.shown.look_at(UserId("u31"))
    qtbot.waitUntil(dialog.shown.nothing.isVisible)
    assert not table.isVisible()
