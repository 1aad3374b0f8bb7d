"""Which words of a product mattered: asked for with a button, answered in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.progress import ProgressState
from recsys_desktop.ui import theme
from recsys_desktop.ui.formats import one_decimal
from recsys_desktop.ui.operations import explaining
from recsys_desktop.ui.operations.explaining import Asker
from recsys_desktop.ui.texts import sentences, words
from recsys_desktop.ui.theme import SEMIBOLD, SPACE
from recsys_desktop.ui.widgets.buttons import LinkButton
from recsys_desktop.ui.widgets.feedback.signed_bar import SignedBar
from recsys_desktop.ui.widgets.labels import Label, Muted

if TYPE_CHECKING:
    from recsys_desktop.jobs.job import Job
    from recsys_desktop.services.listing.word_reasons import WordReasons, WordShare

#: Words that are shown: the rest is in the sum.
_SHOWN = 6


class WordsPart(QWidget):
    """Reading takes seconds, so it is begun by a button only, and stopped when this goes."""

    grown = Signal()  # there is more to show than before

    def __init__(self, asker: Asker, item_id: ItemId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asker, self._item_id = asker, item_id
        self._job: Job | None = None
        self.ask = LinkButton(self.tr("Which of its words matter?"), "ask_words")
        self.ask.setIcon(theme.icon("chevron_right", "accent"))
        self.state = Muted(wrap=True)
        self.state.setObjectName("words_state")
        self.state.hide()
        self._title = Label(self.tr("Which of its words matter"), weight=SEMIBOLD)
        self._title.hide()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE.s)
        self._grid.setVerticalSpacing(SPACE.xxs)
        self._grid.setColumnStretch(1, 1)
        self.limits = Muted(wrap=True)
        self.limits.setObjectName("words_limits")
        self.limits.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.xs)
        layout.addWidget(self.ask)
        layout.addWidget(self._title)
        layout.addWidget(self.state)
        layout.addLayout(self._grid)
        layout.addWidget(self.limits)
        self.ask.clicked.connect(self._read)

    def stop(self) -> None:
        """Nobody waits for the answer any more."""
        if self._job is not None:
            self._job.cancel()

    def _read(self) -> None:
        self.ask.setEnabled(False)
        self._say(self.tr("Reading the words… this waits while something else is being computed."))
        job = explaining.weigh_words(self._asker, item_id=self._item_id)
        self._job = job
        job.progressed.connect(self._show_progress)
        job.succeeded.connect(self.show_words)
        job.failed.connect(self._show_failure)
        job.finished.connect(self._forget)

    def _forget(self) -> None:
        self._job = None

    def _show_progress(self, state: ProgressState) -> None:
        self._say(words(state.message))

    def _show_failure(self, error: Exception) -> None:
        known = self._asker.workplace.known(error)
        if known is not None:
            self._say(sentences(words(known.message), words(known.hint)))
        self.ask.setEnabled(True)

    def _say(self, text: str) -> None:
        self.state.setText(text)
        self.state.show()
        self.grown.emit()

    def show_words(self, found: WordReasons) -> None:
        """Show the strongest words, and what they sum to."""
        self.ask.hide()
        self._title.show()
        self._say(words(found.place))
        whole = abs(found.whole) or 1.0
        strongest = max(abs(share.change) for share in found.words) or 1.0
        for row, share in enumerate(found.words[:_SHOWN]):
            self._add(row, share, share.change / strongest, 100 * share.change / whole)
        self.limits.setText(words(found.limits))
        self.limits.show()
        self.grown.emit()

    def _add(self, row: int, share: WordShare, part: float, percent: float) -> None:
        word = Label(share.word)
        figure = Label(one_decimal(percent))
        word.setAccessibleName(f"{share.word}, {figure.text()}")
        self._grid.addWidget(word, row, 0)
        self._grid.addWidget(SignedBar(part), row, 1)
        self._grid.addWidget(figure, row, 2, Qt.AlignmentFlag.AlignRight)
