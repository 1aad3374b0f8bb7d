"""Python's cyclic garbage, collected on the window's thread only.

The collector runs on whichever thread allocates; on a worker it would destroy objects of Qt that belong to the window, which
crashes (seen in several PySide programs). So it is switched off, and a timer of the window's thread does its work.
"""

from __future__ import annotations

import gc
import logging
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

logger = logging.getLogger(__name__)

_INTERVAL_MS = 1000
#: Seconds without a job or a click after which the old generation is collected too.
_IDLE_SECONDS = 20.0


class GarbageCollector(QObject):
    """Collects in small pieces from its construction until :meth:`stop`, which hands the work back to Python."""

    def __init__(self, parent: QObject | None = None, *, is_busy: Callable[[], bool] = lambda: False) -> None:
        """Start collecting; ``is_busy`` tells whether a job runs, which is no idle spell however long it lasts."""
        super().__init__(parent)
        gc.disable()
        self._is_busy = is_busy
        self._paused = False
        self._last_activity = time.monotonic()
        self._collected_all = False
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def pause(self) -> None:
        """Collect nothing until :meth:`freeze`: a heavy import makes a million objects that all stay."""
        self._paused = True

    def freeze(self) -> None:
        """Leave what the heavy imports made out of all later collections; called once they are done.

        Without a collection before, which would hold the window for a third of a second: the little garbage an import leaves
        stays with it.
        """
        gc.freeze()
        self._paused = False

    def note_activity(self) -> None:
        """Say that the person or a job is at work: the longest collection waits."""
        self._last_activity = time.monotonic()
        self._collected_all = False

    def collect(self) -> None:
        """Collect the young generations where they are due, and the old one once after each idle spell."""
        if self._paused:
            return
        if self._is_busy():
            self.note_activity()
        now = time.monotonic()
        if not self._collected_all and now - self._last_activity > _IDLE_SECONDS:
            self._collected_all = True
            gc.collect()
            return
        young, middle, _ = gc.get_count()
        threshold, middle_threshold, _ = gc.get_threshold()
        if middle > middle_threshold:
            gc.collect(1)
        elif young > threshold:
            gc.collect(0)

    def stop(self) -> None:
        """End the timer and let Python collect by itself again."""
        self._timer.stop()
        gc.enable()
