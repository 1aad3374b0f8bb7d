"""Tells Windows, while long work runs, why the computer should not be shut down yet; it shows the sentence to the person.

ShutdownBlockReasonCreate and ShutdownBlockReasonDestroy of user32. Elsewhere the window's own question at closing must do.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject

from recsys_desktop.jobs.runner import Job, JobRunner
from recsys_desktop.ui.texts import words


class Shutdowns(Protocol):
    """What can hold a shutdown up."""

    def hold(self, reason: str) -> None:
        """Ask for time, with a sentence for the person; the latest one counts."""
        ...

    def release(self) -> None:
        """No more time is needed."""
        ...


class WindowsShutdowns:
    """Holds in the name of a window: the system asks for its handle."""

    def __init__(self, handle: Callable[[], int]) -> None:
        self._handle = handle

    def hold(self, reason: str) -> None:
        """See :class:`Shutdowns`. The system cuts the sentence at 256 letters."""
        if sys.platform == "win32":
            ctypes.windll.user32.ShutdownBlockReasonCreate(ctypes.c_void_p(self._handle()), ctypes.c_wchar_p(reason))

    def release(self) -> None:
        """See :class:`Shutdowns`."""
        if sys.platform == "win32":
            ctypes.windll.user32.ShutdownBlockReasonDestroy(ctypes.c_void_p(self._handle()))


class ShutdownReason(QObject):
    """Holds while work with a title runs, and lets go once none is left."""

    def __init__(self, runner: JobRunner, shutdowns: Shutdowns, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._shutdowns = shutdowns
        self._holding = False
        runner.started.connect(self._on_started)

    def _on_started(self, job: Job) -> None:
        if job.title is not None:
            job.finished.connect(self._tell)
            self._tell()

    def _tell(self) -> None:
        running = [words(job.title) for job in self._runner.jobs if job.title is not None]
        if running:
            self._shutdowns.hold(self.tr("Still at work: {what}.").format(what=", ".join(running)))
        elif self._holding:
            self._shutdowns.release()
        self._holding = bool(running)
