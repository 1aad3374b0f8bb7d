"""What staff said lately, how much of it the model has not learnt from yet, and the button that lets it learn."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from recsys_desktop.domain.entities import FeedbackKind
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.ui import theme
from recsys_desktop.ui.formats import tooltip, when
from recsys_desktop.ui.operations.giving_feedback import SHOWN, AnswerLog, StoredAnswer
from recsys_desktop.ui.texts import number, words
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import LinkButton, PrimaryButton
from recsys_desktop.ui.widgets.card import Card
from recsys_desktop.ui.widgets.chip import Chip
from recsys_desktop.ui.widgets.feedback.question_card import QuestionCard
from recsys_desktop.ui.widgets.flow_layout import FlowLayout
from recsys_desktop.ui.widgets.labels import ElidedLabel, Muted

#: Answers shown where there is little room.
_SHORT = 2
#: Lines of the grid for each answer: a gap, the product, the customer.
_LINES = 3
ICONS = {
    FeedbackKind.CLICK: "check",
    FeedbackKind.LIKE: "heart",
    FeedbackKind.RATING: "star",
    FeedbackKind.BOUGHT: "bag",
    FeedbackKind.NOT_FOR_USER: "cross",
    FeedbackKind.NEVER_SHOW: "eye_off",
    FeedbackKind.NO_INTEREST: "cross",
}
_KIND_WORDS = {
    FeedbackKind.CLICK: message("feedback", "Looked at"),
    FeedbackKind.LIKE: message("feedback", "Likes this"),
    FeedbackKind.BOUGHT: message("feedback", "Has bought this"),
    FeedbackKind.NOT_FOR_USER: message("feedback", "Not for this customer"),
    FeedbackKind.NEVER_SHOW: message("feedback", "Never show this"),
    FeedbackKind.NO_INTEREST: message("feedback", "Would not interest them"),
}


def answer_words(kind: FeedbackKind, value: float | None) -> Text:
    """Return what an answer says: "Likes this", "4 of 5 stars"."""
    if kind is FeedbackKind.RATING:
        return message("feedback", "{stars} of 5 stars").fill(stars=f"{value or 0:g}")
    return _KIND_WORDS[kind]


class _Row:
    """One answer: what it says as a drawing, the product, the customer and the time, and its way back."""

    def __init__(self, grid: QGridLayout, place: int, panel: FeedbackPanel) -> None:
        self._feedback_id = 0
        self._icon = QLabel()
        self._title = ElidedLabel(size=theme.TYPE.small)
        self._remark = ElidedLabel(size=theme.TYPE.small, role="muted")
        self._undo = LinkButton(words(message("feedback", "Undo")), "undo_answer")
        self._undo.clicked.connect(lambda: panel.undo_wanted.emit(self._feedback_id))
        top = _LINES * place + 1
        grid.addWidget(self._icon, top, 0)
        grid.addWidget(self._title, top, 1, 1, 2)
        grid.addWidget(self._remark, top + 1, 1)
        grid.addWidget(self._undo, top + 1, 2)
        self.hide()

    def hide(self) -> None:
        """Show nothing."""
        for part in (self._icon, self._title, self._remark, self._undo):
            part.hide()

    def show(self, answer: StoredAnswer) -> None:
        """Show an answer."""
        feedback = answer.feedback
        said = words(answer_words(feedback.kind, feedback.value))
        self._feedback_id = feedback.feedback_id
        self._icon.setPixmap(theme.icon(ICONS[feedback.kind], "muted").pixmap(theme.ICON, theme.ICON))
        self._icon.setToolTip(tooltip(said))
        self._icon.setAccessibleName(said)
        self._title.setText(answer.title)
        self._remark.setText(feedback.user_id)
        self._remark.setAccessibleName(" · ".join((said, feedback.user_id, when(feedback.time))))
        self._undo.setAccessibleName(words(message("feedback", "Undo: {said}, {title}").fill(said=said, title=answer.title)))
        for part in (self._icon, self._title, self._remark, self._undo):
            part.show()


class FeedbackPanel(Card):
    """Always in reach beside a list. ``undo_wanted(feedback_id)``, ``improve_wanted()``, ``all_wanted()``.

    ``question`` asks, where there is something to ask, see :class:`~recsys_desktop.ui.asking.Asking`.
    """

    undo_wanted = Signal(int)
    improve_wanted = Signal()
    all_wanted = Signal()
    resized = Signal()  # it wants more room, or less

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Feedback"), parent)
        self.setObjectName("feedback_panel")
        self._log: AnswerLog | None = None
        self.short = False
        self._count = Chip("", "accent")
        self._count.setObjectName("new_answers")
        self._count.hide()
        self.header.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        self._advice = Muted(wrap=True)
        self._advice.setObjectName("feedback_advice")
        self.why = LinkButton(self.tr("Why?"), "training_why")
        self.why.setCheckable(True)
        self._reason = Muted(wrap=True)
        self._reason.setObjectName("training_reason")
        self._reason.hide()
        self.why.toggled.connect(self._show_again)
        self.improve = PrimaryButton(self.tr("Improve"), "improve")
        self.improve.clicked.connect(self.improve_wanted)
        self._asks = QWidget()  # where the question stands, if there is room for one
        self.question = QuestionCard()
        self.all = LinkButton(self.tr("All answers…"), "all_answers")
        self.all.clicked.connect(self.all_wanted)
        self._latest = Muted(self.tr("Latest answers"))
        self.question.turned.connect(self._show_again)
        self._grid = QGridLayout()
        self._rows = [_Row(self._grid, place, self) for place in range(SHOWN)]
        self._lay_out()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            # A column of several cards knows nothing of how high wrapped words are: it would squeeze this one.
            self.setMinimumHeight(self.body.totalHeightForWidth(self.width()))
            self.resized.emit()
        return done

    def _lay_out(self) -> None:
        room = QVBoxLayout(self._asks)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.question)
        grid = self._grid
        grid.setHorizontalSpacing(SPACE.xs)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        links = FlowLayout()
        for link in (self.why, self.all):
            links.addWidget(link)
        self.body.addWidget(self._advice)
        self.body.addLayout(links)
        for part in (self._reason, self.improve, self._asks, self._latest):
            self.body.addWidget(part)
        self.body.addLayout(grid)

    def set_short(self, short: bool) -> None:
        """Show only the very latest answers where there is little room."""
        self.short = short
        self._show_again()

    def _show_again(self) -> None:
        self._asks.setVisible(not self.short and not self.why.isChecked())
        if self._log is not None:
            self.show_log(self._log)

    def show_log(self, log: AnswerLog) -> None:
        """Show the latest answers and what they are worth."""
        self._log = log
        worth = log.worth
        self._count.setText(self.tr("{count} new").format(count=number(worth.new)))
        self._count.setVisible(worth.new > 0 and not self.short)
        self._advice.setText(self._advise(log))
        self._reason.setText(words(worth.reason))
        self._advice.setToolTip(tooltip(words(worth.reason)))
        self.why.setVisible((worth.worth or worth.new > 0) and not self.short)
        self._reason.setVisible(self.why.isChecked() and not self.short)
        self.improve.setVisible(worth.worth)
        most = self._most_shown()
        shown = min(len(log.answers), most)
        self._latest.setVisible(shown > 0 and not self.short)
        for place, row in enumerate(self._rows):
            # Room above an answer, or its second line would seem to belong to the next one.
            self._grid.setRowMinimumHeight(_LINES * place, SPACE.xs if 0 < place < shown else 0)
            if place < shown:
                row.show(log.answers[place])
            else:
                row.hide()

    def _most_shown(self) -> int:
        """Return how many answers there is room for: what is asked or explained comes first."""
        if self.short:
            return _SHORT
        return 0 if self.question.question is not None or self.why.isChecked() else SHOWN

    def _advise(self, log: AnswerLog) -> str:
        if not log.worth.new and not log.worth.worth:
            return self.tr("Tell what suits this customer: the list follows at once, and the model learns from it later.")
        return words(log.worth.sentence)
