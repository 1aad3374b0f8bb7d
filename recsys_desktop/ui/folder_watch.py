"""Imports by itself what a shop's nightly export leaves in the watched folder, while nobody waits for anything else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from recsys_desktop.domain.texts import message
from recsys_desktop.ui.operations import watching
from recsys_desktop.ui.workplace import Notice, Workplace

if TYPE_CHECKING:
    from recsys_desktop.services.imports.watching import WatchReport

_EVERY_MS = 60_000


class FolderWatch(QObject):
    """Looks once a minute for as long as the application runs; while long work goes on it waits for the next minute."""

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Look whether there is something new, if nothing else is going on."""
        if any(job.title is not None for job in self._workplace.runner.jobs):
            return
        job = watching.find_new_files(workplace=self._workplace)
        job.succeeded.connect(self._on_found)
        job.failed.connect(self._workplace.show_failure)

    def _on_found(self, paths: list[Path]) -> None:
        if paths:
            job = watching.import_new_files(workplace=self._workplace)
            job.succeeded.connect(self._tell_of_refused)
            job.failed.connect(self._workplace.show_failure)

    def _tell_of_refused(self, report: WatchReport) -> None:
        """Say which files could not be imported; the service names each of them once."""
        if not report.refused:
            return
        path, error = report.refused[0]
        text = message("watching", "Not imported from the watched folder: {name}. {reason}")
        text = text.fill(name=path.name, reason=error.message)
        if len(report.refused) > 1:
            further = message("watching", "{text} And {count} more.")
            text = further.fill(text=text, count=len(report.refused) - 1)
        self._workplace.notified.emit(Notice(text))
