"""What came of a training: one sentence, and the choice between the new model and the one before, whichever the test preferred."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from recsys_desktop.ui import theme
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import QuietButton
from recsys_desktop.ui.widgets.card import Card
from recsys_desktop.ui.widgets.labels import Body, Muted


class VerdictCard(Card):
    """Hidden until there is something to say."""

    kept = Signal()  # all stays as it is
    other_wanted = Signal(int)  # the number of the model to use instead

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("verdict")
        self.setAccessibleName(self.tr("Result of the training"))
        self._other = 0
        self._icon = QLabel()
        self.heading.setWordWrap(True)
        self.sentence = Body()
        self.remark = Muted(wrap=True)
        self.keep = QuietButton(self.tr("Keep"), "verdict_keep", icon="check")
        self.go_back = QuietButton("", "verdict_go_back", icon="undo")
        self.keep.clicked.connect(self._on_kept)
        self.go_back.clicked.connect(lambda: self.other_wanted.emit(self._other))
        self._lay_out()
        self.hide()

    def show_better(self, sentence: str, number: int, previous: int) -> None:
        """A better model was found and is in use; one may go back to the one before."""
        remark = self.tr("Your lists are made by it already. If they look worse to you, go back: nothing is lost.")
        self._show("check", "accent", self.tr("Model {number} is in use now").format(number=number), sentence, remark)
        self._offer(self.tr("Keep model {number}").format(number=number))
        self._offer_other("undo", self.tr("Go back to model {number}").format(number=previous), previous)

    def show_not_better(self, sentence: str, number: int, learnt: int = 0) -> None:
        """What was learnt was not better; one may use ``learnt`` all the same, where it is not 0."""
        heading = self.tr("Model {number} stays in use").format(number=number)
        remark = self.tr(
            "The test saw no gain in model {number}. If you use it all the same, your lists may get worse; you can go back."
        )
        self._show("info", "muted", heading, sentence, remark.format(number=learnt) if learnt else "")
        self._offer(self.tr("Keep model {number}").format(number=number))
        if learnt:
            self._offer_other("play", self.tr("Use model {number} anyway").format(number=learnt), learnt)

    def show_stopped(self, number: int) -> None:
        """The person stopped the training."""
        heading = self.tr("Stopped; your previous model {number} is still in use").format(number=number)
        self._show("stop", "muted", heading, self.tr("Nothing was changed. You can start again at any time."))
        self._offer(self.tr("All right"))

    def show_error(self, what: str, what_to_do: str) -> None:
        """The training could not be done, for a reason the person can understand."""
        self._show("warning", "warning", what, what_to_do)
        self._offer(self.tr("All right"))

    def set_busy(self, busy: bool) -> None:
        """While a model is being changed, nothing can be chosen."""
        self.keep.setEnabled(not busy)
        self.go_back.setEnabled(not busy)

    def _show(self, icon: str, role: str, heading: str, sentence: str, remark: str = "") -> None:
        self._icon.setPixmap(theme.pixmap(icon, role))
        self.heading.setText(heading)
        self.sentence.setText(sentence)
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
        self.setAccessibleDescription(f"{heading}. {sentence} {remark}".strip())
        self.go_back.hide()
        self.set_busy(False)
        self.show()

    def _offer(self, keep: str) -> None:
        self.keep.setText(keep)

    def _offer_other(self, icon: str, text: str, number: int) -> None:
        self._other = number
        self.go_back.setIcon(theme.icon(icon))
        self.go_back.setText(text)
        self.go_back.show()

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(SPACE.xxs)
        for label in (self.heading, self.sentence, self.remark):
            texts.addWidget(label)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.s)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.go_back)
        buttons.addStretch(1)
        texts.addSpacing(SPACE.xs)
        texts.addLayout(buttons)
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        self.body.addLayout(row)

    def _on_kept(self) -> None:
        self.hide()
        self.kept.emit()
