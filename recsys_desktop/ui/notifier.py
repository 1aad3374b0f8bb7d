"""Tells a person who turned to something else that long work has ended."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from recsys_desktop import paths
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.jobs.runner import Job, JobRunner
from recsys_desktop.ui import theme
from recsys_desktop.ui.texts import words

#: Work that took at least this long is told of.
LONG_SECONDS = 120.0
_SHOWN_MS = 10_000


class Desktop(Protocol):
    """Where a notice outside of the window can be shown."""

    def tell(self, title: str, text: str) -> None:
        """Show it, in whichever way the system has."""
        ...


class SystemDesktop:
    """A message of the system tray where there is one; otherwise the window's entry in the task bar asks for attention."""

    def __init__(self, window: Callable[[], QWidget]) -> None:
        self._window = window
        self._tray: QSystemTrayIcon | None = None

    def tell(self, title: str, text: str) -> None:
        """Show the notice. The tray's sign stands there only while a message is meant."""
        QApplication.alert(self._window())
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(theme.icon("shop", "accent"))
            self._tray.setToolTip(paths.APP_NAME)
            self._tray.messageClicked.connect(self._come_back)
        self._tray.show()
        self._tray.showMessage(title, text, QSystemTrayIcon.MessageIcon.Information, _SHOWN_MS)

    def _come_back(self) -> None:
        window = self._window()
        window.raise_()
        window.activateWindow()
        if self._tray is not None:
            self._tray.hide()


class Notifier(QObject):
    """Listens to the lanes. Silent while the person has a window of the program before them, and about what they stopped."""

    def __init__(
        self, runner: JobRunner, desktop: Desktop, clock: Callable[[], float] = time.monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desktop = desktop
        self._clock = clock
        self._began: dict[int, float] = {}
        runner.started.connect(self._on_started)

    def _on_started(self, job: Job) -> None:
        if job.title is None:
            return
        self._began[job.number] = self._clock()
        job.succeeded.connect(partial(self._on_end, job.number, message("notifier", "Finished: {what}").fill(what=job.title)))
        job.failed.connect(partial(self._on_end, job.number, message("notifier", "Not finished: {what}").fill(what=job.title)))
        job.cancelled.connect(partial(self._began.pop, job.number, None))

    def _on_end(self, number: int, text: Text, _outcome: object) -> None:
        seconds = self._clock() - self._began.pop(number)
        if seconds < LONG_SECONDS or QApplication.activeWindow() is not None:
            return
        self._desktop.tell(words(text), words(message("notifier", "It took {minutes} minutes.").fill(minutes=round(seconds / 60))))
