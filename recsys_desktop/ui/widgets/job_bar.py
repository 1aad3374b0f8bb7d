"""The long jobs at the foot of the window: what is done, how far it is, how long it still takes, and a button to stop it."""

from __future__ import annotations

import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QProgressBar, QVBoxLayout, QWidget

from recsys_desktop.domain.progress import ProgressState
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.jobs.runner import Job, JobRunner
from recsys_desktop.ui.formats import file_size
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import QuietButton
from recsys_desktop.ui.widgets.labels import ElidedLabel, Muted
from recsys_desktop.ui.widgets.time_left import TimeLeft

_BAR_WIDTH = 180
#: The stage of an import that is counted in bytes.
_READING = message("import", "Reading {name}")
#: Steps of a bar: totals are bytes or rows and may not fit into Qt's integers.
_STEPS = 1000


class JobBar(QFrame):
    """One row for each unfinished job that has a title; hidden while there is none."""

    def __init__(self, runner: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("job_bar")
        self.setProperty("role", "foot")
        self._rows: dict[int, JobRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE.l, SPACE.xs, SPACE.l, SPACE.xs)
        self._column.setSpacing(SPACE.xs)
        self.hide()
        for job in runner.jobs:  # of a window that was rebuilt meanwhile
            self.add(job)
        runner.submitted.connect(self.add)

    @property
    def rows(self) -> list[JobRow]:
        """The rows shown, oldest job first."""
        return list(self._rows.values())

    def add(self, job: Job) -> None:
        """Show a job until it finishes; jobs without a title are too short to be shown."""
        if job.title is None or job.number in self._rows:
            return
        row = JobRow(job, job.title)
        self._rows[job.number] = row
        self._column.addWidget(row)
        row.done.connect(self._remove)
        self.show()

    def _remove(self, number: int) -> None:
        self._rows.pop(number).leave(self._column)
        self.setVisible(bool(self._rows))


class JobRow(QWidget):
    """One job: its stage in words, a bar, the time left and Cancel."""

    done = Signal(int)

    def __init__(self, job: Job, title: Text, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = job
        self._time_left = TimeLeft()
        self._stage = ""
        self.what = ElidedLabel(words(title))
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.bar.setAccessibleName(words(title))
        self.left = Muted()
        self.cancel = QuietButton(self.tr("Cancel"), "job_cancel")
        self.cancel.setAccessibleName(words(message("jobs", "Cancel: {what}").fill(what=title)))
        self.cancel.clicked.connect(self._stop)
        self._lay_out()
        job.progressed.connect(self.show_progress)
        job.finished.connect(self._end)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        row.addWidget(self.what, 2)
        row.addWidget(self.bar)
        row.addWidget(self.left, 1)
        row.addWidget(self.cancel)

    def show_progress(self, state: ProgressState) -> None:
        """Show how far the job is."""
        if state.message.template != self._stage:
            self._stage, self._time_left = state.message.template, TimeLeft()
        self.what.setText(words(state.message))
        if state.total > 0:
            self.bar.setRange(0, _STEPS)
            self.bar.setValue(_STEPS * state.done // state.total)
        else:
            self.bar.setRange(0, 0)
        left = self._time_left.words(state.seconds_left, time.monotonic())
        self.left.setText(" · ".join(part for part in (_read(state), left) if part))

    def leave(self, layout: QLayout) -> None:
        """Go out of the layout in which it stands, for good."""
        layout.removeWidget(self)
        self.hide()
        self.deleteLater()

    def _stop(self) -> None:
        self.cancel.setEnabled(False)
        self.left.setText(self.tr("stopping"))
        if self._job is not None:
            self._job.progressed.disconnect(self.show_progress)
            self._job.cancel()

    def _end(self) -> None:
        assert self._job is not None
        number = self._job.number
        # Let go of the job now: were this row the last to hold it, the job would go from within the row's own destruction,
        # and PySide 6.11 then destroys the row twice.
        self._job = None
        self.done.emit(number)


def _read(state: ProgressState) -> str:
    """Return "12.3 MB of 40.1 MB" while a file is read, which is reported in bytes; "" for other work."""
    if state.message.template != _READING.template or state.total <= 0:
        return ""
    return words(message("jobs", "{done} of {total}").fill(done=file_size(state.done), total=file_size(state.total)))
