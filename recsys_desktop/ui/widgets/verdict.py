"""What came of a training: one sentence, and the choice to keep the new model or to go back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from recsys_desktop.ui import theme
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import QuietButton
from recsys_desktop.ui.widgets.card import Card
from recsys_desktop.ui.widgets.labels import Body


class VerdictCard(Card):
    """Hidden until there is something to say."""

    kept = Signal()
    go_back_wanted = Signal(int)  # the number of the model to go back to

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("verdict")
        self.setAccessibleName(self.tr("Result of the training"))
        self._previous = 0
        self._icon = QLabel()
        self.heading.setWordWrap(True)
        self.sentence = Body()
        self.keep = QuietButton(self.tr("Keep"), "verdict_keep", icon="check")
        self.go_back = QuietButton("", "verdict_go_back", icon="undo")
        self.keep.clicked.connect(self._on_kept)
        self.go_back.clicked.connect(lambda: self.go_back_wanted.emit(self._previous))
        self._lay_out()
        self.hide()

    def show_better(self, sentence: str, number: int, previous: int) -> None:
        """A better model was found and is in use; one may go back to the one before."""
        self._previous = previous
        self._show("check", "accent", self.tr("Model {number} is in use now").format(number=number), sentence)
        self.go_back.setText(self.tr("Go back to model {number}").format(number=previous))
        self.keep.setText(self.tr("Keep model {number}").format(number=number))
        self.go_back.show()

    def show_not_better(self, sentence: str, number: int) -> None:
        """What was learnt was not better and was thrown away."""
        heading = self.tr("Model {number} stays in use").format(number=number)
        self._show("info", "muted", heading, sentence)
        self.keep.setText(self.tr("All right"))
        self.go_back.hide()

    def show_stopped(self, number: int) -> None:
        """The person stopped the training."""
        heading = self.tr("Stopped; your previous model {number} is still in use").format(number=number)
        self._show("stop", "muted", heading, self.tr("Nothing was changed. You can start again at any time."))
        self.keep.setText(self.tr("All right"))
        self.go_back.hide()

    def show_error(self, what: str, what_to_do: str) -> None:
        """The training could not be done, for a reason the person can understand."""
        self._show("warning", "warning", what, what_to_do)
        self.keep.setText(self.tr("All right"))
        self.go_back.hide()

    def _show(self, icon: str, role: str, heading: str, sentence: str) -> None:
        self._icon.setPixmap(theme.pixmap(icon, role))
        self.heading.setText(heading)
        self.sentence.setText(sentence)
        self.setAccessibleDescription(f"{heading}. {sentence}")
        self.show()

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(SPACE.xxs)
        texts.addWidget(self.heading)
        texts.addWidget(self.sentence)
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        row.addWidget(self._icon)
        row.addLayout(texts, 1)
        row.addWidget(self.go_back)
        row.addWidget(self.keep)
        self.body.addLayout(row)

    def _on_kept(self) -> None:
        self.hide()
        self.kept.emit()
