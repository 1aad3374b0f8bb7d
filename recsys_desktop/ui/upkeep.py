"""What the window does by itself after others changed something: lists are prepared anew after an import."""

from __future__ import annotations

from PySide6.QtCore import QObject

from recsys_desktop.jobs.runner import Job
from recsys_desktop.ui.operations import opening
from recsys_desktop.ui.workplace import Changes, Workplace


class Upkeep(QObject):
    """Listens to the workplace for as long as the application runs."""

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._preparing: Job | None = None
        workplace.changed.connect(self._on_changed)

    @property
    def preparing(self) -> Job | None:
        """The job that prepares the lists, while there is one."""
        return self._preparing

    def _on_changed(self, changes: Changes) -> None:
        if changes.model:  # whoever changed the model has prepared the lists already
            return
        if changes.items or changes.interactions:
            self._prepare()
        elif changes.settings:
            opening.reload_lists(workplace=self._workplace)

    def _prepare(self) -> None:
        if self._preparing is not None:  # it began before this change and may have missed it
            self._preparing.cancel()
        self._preparing = job = opening.prepare(workplace=self._workplace)
        job.finished.connect(lambda: self._forget(job))

    def _forget(self, job: Job) -> None:
        if self._preparing is job:
            self._preparing = None
