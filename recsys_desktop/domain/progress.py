"""How long work reports, publishes partial results and is stopped, without knowing who watches."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from recsys_desktop.domain.texts import Text

Result_co = TypeVar("Result_co", covariant=True)


class Cancelled(Exception):
    """Raised inside a task when the person asked it to stop; the state is then what it was before the task."""


@dataclass(frozen=True)
class ProgressState:
    """``done`` of ``total`` units (``total`` 0: unknown), with the sentence that says what is being done."""

    done: int
    total: int
    message: Text
    seconds_left: float | None = None


class Task(Protocol[Result_co]):
    """Long work as a plain function of a :class:`Progress`, its other arguments bound beforehand."""

    def __call__(self, progress: Progress) -> Result_co: ...


class Progress:
    """Handed to every task. Cancelling is cooperative: a task calls :meth:`raise_if_cancelled` at least every 0.2 s.

    ``on_progress`` and ``on_partial`` are called on the task's own thread; reports closer together than ``interval`` seconds
    are dropped, except the last one of a stage (``done == total``), so that a loop may report as often as it likes.
    """

    def __init__(
        self,
        on_progress: Callable[[ProgressState], None] | None = None,
        on_partial: Callable[[object], None] | None = None,
        *,
        interval: float = 0.1,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._on_progress = on_progress
        self._on_partial = on_partial
        self._interval = interval
        self._clock = clock
        self._cancelled = threading.Event()
        self._last_report = float("-inf")
        self._stage: Text | None = None
        self._stage_start = 0.0

    def report(self, done: int, total: int, message: Text) -> None:
        """Say that ``done`` of ``total`` units are done (``total`` 0 where it is not known). Raises :class:`Cancelled`."""
        self.raise_if_cancelled()
        now = self._clock()
        if self._stage is None or message.template != self._stage.template:
            self._stage, self._stage_start = message, now
            self._last_report = float("-inf")
        if self._on_progress is None or (now - self._last_report < self._interval and done != total):
            return
        self._last_report = now
        elapsed = now - self._stage_start
        # The first second says little about the rest; an estimate that jumps is worse than none.
        seconds_left = elapsed * (total - done) / done if done > 0 and total > 0 and elapsed >= 1.0 else None
        self._on_progress(ProgressState(done, total, message, seconds_left))

    def publish(self, partial: object) -> None:
        """Hand a partial result (a point of a curve, a row of a table) to whoever watches."""
        if self._on_partial is not None:
            self._on_partial(partial)

    def cancel(self) -> None:
        """Ask the task to stop; safe from any thread."""
        self._cancelled.set()

    def raise_if_cancelled(self) -> None:
        """Raise :class:`Cancelled` when the task was asked to stop."""
        if self._cancelled.is_set():
            raise Cancelled
