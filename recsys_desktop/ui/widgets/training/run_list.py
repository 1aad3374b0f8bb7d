"""Past trainings, newest first: when, how long, and what came of each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from recsys_desktop.domain.texts import message
from recsys_desktop.store.runs import Run
from recsys_desktop.ui.formats import when
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.labels import Label, Muted

_SHOWN = 6
#: From this many seconds on, a duration is told in minutes.
_MINUTES_FROM = 90


class RunList(QWidget):
    """A few lines; the newest runs only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("run_list")
        self.setAccessibleName(self.tr("Past trainings"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.xs)
        self._rows: list[QWidget] = []

    def show_runs(self, runs: Sequence[Run]) -> None:
        """Show runs in this order."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(run) for run in runs[:_SHOWN]] or [Muted(self.tr("No training yet."))]
        for row in self._rows:
            self._column.addWidget(row)

    def _row(self, run: Run) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.s)
        layout.addWidget(Label(self._outcome(run)), 1)
        layout.addWidget(Muted(f"{when(run.started)}{self._duration(run)}"))
        return row

    def _outcome(self, run: Run) -> str:
        if run.finished is None:
            return self.tr("Stopped before it was done")
        if run.model_version is None:
            return self.tr("Not better, not used")
        return self.tr("Better, became model {number}").format(number=run.model_version)

    def _duration(self, run: Run) -> str:
        if run.finished is None:
            return ""
        return " · " + duration(run.finished - run.started)


def duration(seconds: int) -> str:
    """Return "40 s" or "3 min"."""
    if seconds < _MINUTES_FROM:
        return words(message("training", "{seconds} s").fill(seconds=seconds))
    return words(message("training", "{minutes} min").fill(minutes=round(seconds / 60)))
