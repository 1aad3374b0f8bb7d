"""A lane: one thread that does orders one after the other, and the worker that lives exactly as long as it."""

from __future__ import annotations

import logging
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QThread, Signal, Slot

from recsys_desktop.domain.progress import Cancelled, Progress, Task

logger = logging.getLogger(__name__)

#: Linear algebra needs more than the 512 kB that threads get on macOS.
STACK_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True)
class Order:
    """What a worker needs to do a job. It knows no object of Qt: none may be destroyed on a worker's thread."""

    number: int
    task: Task[object]
    progress: Progress


@dataclass(frozen=True)
class Success:
    """The task returned ``value``."""

    value: object


@dataclass(frozen=True)
class Failure:
    """The task raised ``error``, a known error or a bug: that is decided where it is shown."""

    error: Exception


@dataclass(frozen=True)
class Stopped:
    """The task noticed that it was cancelled."""


Outcome = Success | Failure | Stopped


class Worker(QObject):
    """Does the orders of one lane. Lives on the lane's thread and is the only object that emits across threads."""

    began = Signal(int)
    progressed = Signal(int, object)
    partial = Signal(int, object)
    ended = Signal(int, object)

    @Slot(object)
    def do(self, order: Order) -> None:
        """Do one order and emit its outcome."""
        outcome: Outcome
        try:
            order.progress.raise_if_cancelled()
            self.began.emit(order.number)
            outcome = Success(order.task(order.progress))
        except Cancelled:
            outcome = Stopped()
        except Exception as error:  # whatever it is, the lane lives on
            # Local variables may be large, or be tied to this thread as a cursor of SQLite is.
            traceback.clear_frames(error.__traceback__)
            logger.info("job %d ended with %s", order.number, type(error).__name__)
            outcome = Failure(error)
        self.ended.emit(order.number, outcome)


class LaneThread(QThread):
    """The lane's thread.

    :meth:`run` is Python on purpose. Where Qt's own ``run`` calls Python slots, each call gets a thread state of its own and loses
    what it kept in ``threading.local``, the SQLite connection among it.
    """

    def __init__(self, name: str, on_end: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setStackSize(STACK_BYTES)
        self._on_end = on_end

    def run(self) -> None:
        """Serve the worker until :meth:`quit`, then clean up what belongs to this thread."""
        threading.current_thread().name = f"lane-{self.objectName()}"
        self.exec()
        self._on_end()
