"""Waiting for what the window does, by its events: nothing here sleeps or looks at a clock again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer, Signal, SignalInstance

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.jobs.runner import Job, JobRunner

Kind = TypeVar("Kind")

#: A training on a slow computer takes its time; anything longer hangs.
LONGEST_SECONDS = 3600


class TourFailed(Exception):
    """Something in the tour did not go as it should, in words."""


class Watcher(QObject):
    """Notes what the jobs of a runner return, and what went wrong."""

    happened = Signal()

    def __init__(self, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._results: list[object] = []
        self.faults: list[str] = []
        runner.submitted.connect(self._on_submitted)

    def _on_submitted(self, job: Job) -> None:
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(lambda error: self._on_failed(job, error))
        job.partial.connect(lambda _: self.happened.emit())
        job.finished.connect(self.happened)

    def _on_succeeded(self, result: object) -> None:
        self._results.append(result)

    def _on_failed(self, job: Job, error: Exception) -> None:
        # A short read that fails for a known reason is a page's to show: lists are asked for before they are prepared.
        if job.title is not None or not isinstance(error, RecsysError):
            self.faults.append(f"{job.title or job.lane}: {type(error).__name__}: {error}")

    def note_fault(self, error: Exception) -> None:
        """Count a bug that was reported elsewhere."""
        self.faults.append(f"{type(error).__name__}: {error}")

    def forget(self) -> None:
        """Forget results noted so far: :meth:`result` then waits for a new one."""
        self._results.clear()

    def result(self, kind: type[Kind]) -> Kind:
        """Return the latest result of a kind, waiting for it. Raises TourFailed where something fails meanwhile."""
        self.until(lambda: any(isinstance(result, kind) for result in self._results), kind.__name__)
        return next(result for result in reversed(self._results) if isinstance(result, kind))

    def until(self, done: Callable[[], bool], what: str) -> None:
        """Run the event loop until ``done``, looking after every end of a job and every partial result."""
        loop = QEventLoop()
        self.happened.connect(loop.quit)
        timer = _timer(loop)
        try:
            while not done():
                self._check(timer, what)
                loop.exec()
        finally:
            timer.stop()
            self.happened.disconnect(loop.quit)
        self._raise_faults()

    def settle(self) -> None:
        """Run the event loop until no job is left and everything is painted."""
        for _ in range(2):
            self.until(lambda: not self._runner.jobs, "the end of all work")
            QCoreApplication.processEvents()
        if self._runner.jobs:
            self.settle()

    def _check(self, timer: QTimer, what: str) -> None:
        self._raise_faults()
        if not timer.isActive():
            raise TourFailed(f"waited {LONGEST_SECONDS} s for {what}")

    def _raise_faults(self) -> None:
        if self.faults:
            raise TourFailed("; ".join(self.faults))


def wait_for(signal: SignalInstance, act: Callable[[], object], what: str) -> None:
    """Do something and run the event loop until a signal came of it. Raises TourFailed where it does not come."""
    loop = QEventLoop()
    seen: list[bool] = []

    def note(*_: object) -> None:
        seen.append(True)
        loop.quit()

    signal.connect(note)
    timer = _timer(loop)
    try:
        act()
        if not seen:
            loop.exec()
    finally:
        timer.stop()
        signal.disconnect(note)
    if not seen:
        raise TourFailed(f"waited {LONGEST_SECONDS} s for {what}")


def _timer(loop: QEventLoop) -> QTimer:
    timer = QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(loop.quit)
    timer.start(LONGEST_SECONDS * 1000)
    return timer
