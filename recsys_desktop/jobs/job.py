"""One piece of background work as the window sees it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import Text


class Lane(StrEnum):
    """Where a job runs; each lane is one thread that does one job after the other."""

    STORE = "store"  # short, every write
    RANK = "rank"  # short reads and numpy only: a list never waits behind a training
    COMPUTE = "compute"  # import, encode, fit, train


class Job(QObject):
    """Work submitted to a lane. Its signals arrive on the window's thread only.

    Exactly one of ``succeeded``, ``failed`` and ``cancelled`` is emitted, then ``finished``; nothing is emitted before the event
    loop is entered again, so whoever submits a job has time to connect.
    """

    began = Signal()  # the lane has come to it
    progressed = Signal(object)  # ProgressState
    partial = Signal(object)  # what the task published
    succeeded = Signal(object)  # what the task returned
    failed = Signal(object)  # the Exception it raised
    cancelled = Signal()
    finished = Signal()

    def __init__(self, number: int, lane: Lane, title: Text | None, progress: Progress) -> None:
        super().__init__()
        self.number = number
        self.lane = lane
        self.title = title  # None: too short to be shown in the job bar
        self._progress = progress

    def cancel(self) -> None:
        """Ask the work to stop. It ends as cancelled, unless it was complete before it noticed: then that is what it reports."""
        self._progress.cancel()
