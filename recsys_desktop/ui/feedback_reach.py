"""Feedback in reach of every page: a button in the last line of the window, and what it opens."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from recsys_desktop.domain.columns import UserId
from recsys_desktop.ui.operations import giving_feedback
from recsys_desktop.ui.operations.giving_feedback import AnswerLog
from recsys_desktop.ui.texts import number, words
from recsys_desktop.ui.widgets.buttons import LinkButton
from recsys_desktop.ui.workplace import Changes, Workplace


class FeedbackReach(QObject):
    """Says on the button how many answers are new. ``customer`` tells whom the page in view is about, None for nobody."""

    def __init__(self, workplace: Workplace, button: LinkButton, customer: Callable[[], UserId | None], parent: QObject) -> None:
        super().__init__(parent)
        self._workplace, self._button, self._customer = workplace, button, customer
        button.clicked.connect(self.open)
        workplace.changed.connect(self._on_changed)

    def read(self) -> None:
        """Read how many answers are new."""
        job = giving_feedback.read_log(workplace=self._workplace)
        job.succeeded.connect(self._show)
        job.failed.connect(self._workplace.show_failure)

    def open(self) -> None:
        """Show the latest answers, with their way back, over the button."""
        from recsys_desktop.ui.widgets.feedback.feedback_popover import FeedbackPopover

        FeedbackPopover(self._workplace, self._button, self._customer()).open_above(self._button)

    def open_all(self) -> None:
        """Show every answer in a window."""
        from recsys_desktop.ui.dialogs.answers import AnswersDialog

        AnswersDialog(self._workplace, self._button.window(), self._customer()).open()

    def _show(self, log: AnswerLog) -> None:
        new = log.worth.new
        self._button.setText(self.tr("Feedback: {count} new").format(count=number(new)) if new else self.tr("Feedback"))
        self._button.setToolTip(words(log.worth.sentence))

    def _on_changed(self, changes: Changes) -> None:
        if changes.feedback or changes.model:
            self.read()
