"""Asks a question in a card, a while after a customer came into view, and hands the answer on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from recsys_desktop.domain.columns import UserId
from recsys_desktop.ui.operations import asking
from recsys_desktop.ui.widgets.feedback.question_card import QuestionCard
from recsys_desktop.ui.workplace import Changes, Workplace

if TYPE_CHECKING:
    from recsys_desktop.services.learning.questions import Question

#: First the list is looked at: what is asked must not hold it up, nor move under the pointer.
_PAUSE_MS = 2_000


class Asking(QObject):
    """One question for each customer that is looked at, until there were enough today."""

    def __init__(self, workplace: Workplace, card: QuestionCard, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace, self._card = workplace, card
        self._user_id: UserId | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._read)
        card.answered.connect(self._answer)
        card.skipped.connect(self._skip)
        card.stopped.connect(self._stop)
        workplace.changed.connect(self._on_changed)

    def ask_about(self, user_id: UserId | None) -> None:
        """Ask about this customer a little later; None: about anybody. What was asked about another goes at once."""
        if self._card.question is not None and self._card.question.user_id != user_id:
            self._card.ask(None)
        if self._card.question is None and (user_id is None or user_id != self._user_id):
            self._pause.start()
        self._user_id = user_id

    def _read(self) -> None:
        job = asking.read_question(workplace=self._workplace, user_id=self._user_id)
        job.succeeded.connect(self._show)
        job.failed.connect(self._workplace.known)  # a customer who is gone is asked about no more

    def _show(self, question: Question | None) -> None:
        if question is None or self._user_id in (None, question.user_id):
            self._card.ask(question)

    def _answer(self, question: Question, suits: bool) -> None:
        asking.answer(workplace=self._workplace, question=question, suits=suits).failed.connect(self._workplace.show_failure)

    def _skip(self, question: Question) -> None:
        asking.skip(workplace=self._workplace, question=question)

    def _stop(self) -> None:
        self._card.ask(None)
        asking.stop_asking(workplace=self._workplace)

    def _on_changed(self, changes: Changes) -> None:
        """Drop a question that may have become pointless: about a product that is gone, hidden, or answered elsewhere."""
        if changes.items or changes.model or changes.rules or changes.feedback:
            self._card.ask(None)
