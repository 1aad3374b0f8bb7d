"""One question that teaches the lists, asked calmly: it waits for nobody and goes when it is not wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from recsys_desktop.ui.theme import SEMIBOLD, SPACE
from recsys_desktop.ui.widgets.buttons import LinkButton, QuietButton
from recsys_desktop.ui.widgets.flow_layout import FlowLayout
from recsys_desktop.ui.widgets.labels import Label, Muted

if TYPE_CHECKING:
    from recsys_desktop.services.learning.questions import Question


class QuestionCard(QFrame):
    """Hidden while there is nothing to ask. ``answered(question, suits)``, ``skipped(question)``, ``stopped()``."""

    answered = Signal(object, bool)
    skipped = Signal(object)
    stopped = Signal()
    turned = Signal()  # it asks something now, or nothing any more

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("question_card")
        self.setProperty("role", "question")
        self.question: Question | None = None
        self._asks = Label(wrap=True, weight=SEMIBOLD)
        self._asks.setObjectName("question_text")
        self._why = Muted(self.tr("Your answer tells most about what else suits them."), wrap=True)
        self.yes = QuietButton(self.tr("Yes"), "question_yes")
        self.no = QuietButton(self.tr("No"), "question_no")
        self.unknown = LinkButton(self.tr("I don't know"), "question_skip")
        self.stop = LinkButton(self.tr("Don't ask"), "question_stop")
        self.stop.setToolTip(self.tr("Ask no more questions"))
        answers, rest = QHBoxLayout(), FlowLayout()
        answers.setSpacing(SPACE.xs)
        for button in (self.yes, self.no):
            answers.addWidget(button)
        for link in (self.unknown, self.stop):
            rest.addWidget(link)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.s, SPACE.s, SPACE.s, SPACE.s)
        column.setSpacing(SPACE.xs)
        column.addWidget(self._asks)
        column.addWidget(self._why)
        column.addLayout(answers)
        column.addLayout(rest)
        self.yes.clicked.connect(lambda: self._say(True))
        self.no.clicked.connect(lambda: self._say(False))
        self.unknown.clicked.connect(self._pass)
        self.stop.clicked.connect(self.stopped)
        self.hide()

    def ask(self, question: Question | None) -> None:
        """Ask this, or nothing."""
        self.question = question
        if question is not None:
            asks = self.tr("Would {customer} like {title}?")
            self._asks.setText(asks.format(customer=question.user_id, title=question.item.title))
            self.setAccessibleName(self._asks.text())
        self.setVisible(question is not None)
        self.turned.emit()

    def _say(self, suits: bool) -> None:
        question = self.question
        self.ask(None)
        if question is not None:
            self.answered.emit(question, suits)

    def _pass(self) -> None:
        question = self.question
        self.ask(None)
        if question is not None:
            self.skipped.emit(question)
