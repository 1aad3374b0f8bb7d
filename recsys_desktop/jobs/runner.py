"""Runs tasks on lanes and tells the window about them on the window's own thread."""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QMetaMethod, QObject, Qt, Signal, Slot

from recsys_desktop.domain.progress import Progress, Task
from recsys_desktop.domain.texts import Text
from recsys_desktop.jobs.job import Job, Lane
from recsys_desktop.jobs.lane import Failure, LaneThread, Order, Outcome, Success, Worker

logger = logging.getLogger(__name__)

__all__ = ["Job", "JobRunner", "Lane"]


class _OpenLane(QObject):
    """The window's end of a lane."""

    ordered = Signal(object)

    def __init__(self, lane: Lane, on_end: Callable[[], None]) -> None:
        super().__init__()
        self.thread_ = LaneThread(str(lane), on_end)
        self.worker = Worker()
        self.worker.moveToThread(self.thread_)
        self.ordered.connect(self.worker.do, Qt.ConnectionType.QueuedConnection)
        self.thread_.start()


class JobRunner(QObject):
    """Owner of the lanes. All its methods are called on the window's thread, where all its signals arrive."""

    submitted = Signal(object)  # Job: it waits for its lane
    started = Signal(object)  # Job: its lane has come to it
    unheard_failure = Signal(object)  # Exception of a job whose ``failed`` nobody connected

    def __init__(self, on_thread_end: Sequence[Callable[[], None]] = (), parent: QObject | None = None) -> None:
        """``on_thread_end`` is called on each lane's thread as its last act: there the thread's SQLite connection is closed."""
        super().__init__(parent)
        self._on_thread_end = tuple(on_thread_end)
        self._lanes: dict[Lane, _OpenLane] = {}
        self._jobs: dict[int, Job] = {}
        self._newest: dict[tuple[Lane, str], Job] = {}
        self._superseded: set[int] = set()
        self._count = 0
        self._closed = False
        self._announced.connect(self._announce, Qt.ConnectionType.QueuedConnection)

    _announced = Signal(int)

    @property
    def jobs(self) -> list[Job]:
        """The jobs that have not finished, oldest first."""
        return list(self._jobs.values())

    def submit(self, lane: Lane, task: Task[object], *, title: Text | None = None, newest_wins: bool = False) -> Job:
        """Queue a task and return its job.

        ``title`` says in the job bar what is being done; without one the job is not shown there. With ``newest_wins`` earlier
        unfinished jobs of the same lane and the same function (seen through ``functools.partial``) end as cancelled, even where
        their result was already on its way. Raises: RuntimeError after :meth:`shutdown`.
        """
        if self._closed:
            raise RuntimeError("the job runner is shut down")
        self._count += 1
        number = self._count
        worker = self._lane(lane).worker
        # The worker's signals are thread-safe, this object's attributes are not: the task's reports go through the former only.
        progress = Progress(
            lambda state: worker.progressed.emit(number, state),
            lambda value: worker.partial.emit(number, value),
        )
        job = Job(number, lane, title, progress)
        self._jobs[number] = job
        if newest_wins:
            self._supersede((lane, _name_of(task)), job)
        self._announced.emit(number)
        self._lanes[lane].ordered.emit(Order(number, task, progress))
        return job

    def shutdown(self) -> None:
        """Cancel every job, wait until every lane has ended, and give each unfinished job its outcome. May be called twice."""
        self._closed = True
        for job in self._jobs.values():
            job.cancel()
        for lane in self._lanes.values():
            lane.thread_.quit()
        for lane in self._lanes.values():
            lane.thread_.wait()
        # What the workers said last is still in this object's event queue.
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)
        for number in list(self._jobs):
            self._conclude(number, lambda job: job.cancelled.emit())
        self._lanes.clear()

    def _lane(self, lane: Lane) -> _OpenLane:
        if lane not in self._lanes:
            opened = _OpenLane(lane, self._end_thread)
            queued = Qt.ConnectionType.QueuedConnection
            opened.worker.began.connect(self._on_began, queued)
            opened.worker.progressed.connect(self._on_progressed, queued)
            opened.worker.partial.connect(self._on_partial, queued)
            opened.worker.ended.connect(self._on_ended, queued)
            self._lanes[lane] = opened
        return self._lanes[lane]

    def _end_thread(self) -> None:
        for callback in self._on_thread_end:
            callback()

    def _supersede(self, topic: tuple[Lane, str], job: Job) -> None:
        earlier = self._newest.get(topic)
        if earlier is not None and earlier.number in self._jobs:
            self._superseded.add(earlier.number)
            earlier.cancel()
        self._newest[topic] = job

    @Slot(int)
    def _announce(self, number: int) -> None:
        self.submitted.emit(self._jobs[number])

    @Slot(int)
    def _on_began(self, number: int) -> None:
        job = self._jobs[number]
        self.started.emit(job)
        job.began.emit()

    @Slot(int, object)
    def _on_progressed(self, number: int, state: object) -> None:
        if number not in self._superseded:
            self._jobs[number].progressed.emit(state)

    @Slot(int, object)
    def _on_partial(self, number: int, value: object) -> None:
        if number not in self._superseded:
            self._jobs[number].partial.emit(value)

    @Slot(int, object)
    def _on_ended(self, number: int, outcome: Outcome) -> None:
        superseded = number in self._superseded
        if isinstance(outcome, Success) and not superseded:
            self._conclude(number, lambda job: job.succeeded.emit(outcome.value))
        elif isinstance(outcome, Failure) and not superseded:
            if not self._jobs[number].isSignalConnected(QMetaMethod.fromSignal(self._jobs[number].failed)):
                self.unheard_failure.emit(outcome.error)
            self._conclude(number, lambda job: job.failed.emit(outcome.error))
        else:
            self._conclude(number, lambda job: job.cancelled.emit())

    def _conclude(self, number: int, emit_outcome: Callable[[Job], None]) -> None:
        job = self._jobs.pop(number)
        self._superseded.discard(number)
        self._newest = {topic: newest for topic, newest in self._newest.items() if newest is not job}
        emit_outcome(job)
        job.finished.emit()


def _name_of(task: Task[object]) -> str:
    """Return the full name of the function a task calls."""
    function: object = task
    while isinstance(function, functools.partial):
        function = function.func
    return f"{getattr(function, '__module__', '')}.{cast(str, getattr(function, '__qualname__', type(function).__qualname__))}"
