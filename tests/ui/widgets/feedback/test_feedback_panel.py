"""What the panel beside a list says."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Feedback, FeedbackKind, Item
from recsys_desktop.domain.texts import message
from recsys_desktop.services.learning.questions import Question
from recsys_desktop.services.learning.training_worth import TrainingWorth
from recsys_desktop.ui import theme
from recsys_desktop.ui.operations.giving_feedback import AnswerLog, StoredAnswer
from recsys_desktop.ui.widgets.feedback.feedback_panel import ICONS, FeedbackPanel, answer_words

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication) -> FeedbackPanel:
    theme.apply(qapp, "light")
    made = FeedbackPanel()
    qtbot.addWidget(made)
    made.setFixedWidth(224)
    made.show()
    return made


def _answers(count: int) -> tuple[StoredAnswer, ...]:
    return tuple(
        StoredAnswer(
            Feedback(number, UserId("C-7"), ItemId("1"), kind, 4.0 if kind is FeedbackKind.RATING else None, 0, 3),
            f"<b>Mug</b> {number}",
        )
        for number, kind in zip(range(count), FeedbackKind, strict=False)
    )


def worth(new: int) -> TrainingWorth:
    """What so many new answers are worth where ten are enough."""
    few = message("worth", "{new} new since the last training. From {enough} on, training would be worth it.")
    enough = message("worth", "{new} new since the last training: training would be worth it.")
    sentence = (enough if new >= 10 else few).fill(new=new, enough=10)
    return TrainingWorth(new, 10, new >= 10, sentence, message("worth", "Nothing new since the last training."))


def _text(panel: FeedbackPanel, name: str) -> str:
    label = panel.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text() if label.isVisible() else ""


@pytest.mark.parametrize(
    ("new", "count", "advice"),
    [
        (0, "", "Tell what suits this customer: the list follows at once, and the model learns from it later."),
        (3, "3 new", "3 new since the last training. From 10 on, training would be worth it."),
        (12, "12 new", "12 new since the last training: training would be worth it."),
    ],
)
def test_says_whether_training_is_worth_it(panel: FeedbackPanel, new: int, count: str, advice: str) -> None:
    panel.show_log(AnswerLog((), worth(new)))
    assert _text(panel, "new_answers") == count
    assert _text(panel, "feedback_advice") == advice
    assert panel.improve.isVisible() == (new >= 10)
    assert panel.why.isVisible() == (new > 0)


def test_each_answer_can_be_taken_back(qtbot: QtBot, panel: FeedbackPanel) -> None:
    panel.show_log(AnswerLog(_answers(5), worth(5)))
    buttons = [button for button in panel.findChildren(QPushButton, "undo_answer") if button.isVisible()]
    assert len(buttons) == 5
    assert buttons[2].accessibleName() == "Undo: 4 of 5 stars, <b>Mug</b> 2"
    with qtbot.waitSignal(panel.undo_wanted) as wanted:
        buttons[2].click()
    assert wanted.args == [2]
    panel.show_log(AnswerLog(_answers(1), worth(1)))
    assert [button.isVisible() for button in buttons] == [True, False, False, False, False]


def test_every_kind_of_answer_has_words_and_a_drawing(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    for kind in FeedbackKind:
        assert str(answer_words(kind, 3.0))
        assert not theme.icon(ICONS[kind]).isNull()
    assert str(answer_words(FeedbackKind.RATING, 4.0)) == "4 of 5 stars"


def test_improve(qtbot: QtBot, panel: FeedbackPanel) -> None:
    with qtbot.waitSignal(panel.improve_wanted):
        panel.improve.click()


def test_the_reason_is_told_on_demand(panel: FeedbackPanel) -> None:
    panel.show_log(AnswerLog((), worth(3)))
    assert _text(panel, "training_reason") == ""
    panel.why.click()
    assert _text(panel, "training_reason") == "Nothing new since the last training."


def test_a_short_panel_asks_nothing(panel: FeedbackPanel) -> None:
    panel.question.ask(Question(UserId("C-7"), Item(ItemId("1"), "Mug"), 1, 5))
    assert panel.question.isVisible()
    panel.set_short(True)
    assert not panel.question.isVisible()
