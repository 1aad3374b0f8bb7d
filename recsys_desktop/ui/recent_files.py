"""The files a person imported lately, newest first, kept beside the window's size."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal

#: As many as a menu shows without being searched.
MOST = 10
_KEY = "recent_files"


class RecentFiles(QObject):
    """At most :data:`MOST` files and folders. Those that are gone stay: they may lie on a stick that is not plugged in."""

    changed = Signal()

    def __init__(self, state: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state

    @property
    def paths(self) -> list[Path]:
        """The files, newest first."""
        kept = self._state.value(_KEY)
        names = kept if isinstance(kept, list) else [kept] if kept else []  # a list of one comes back as its only text
        return [Path(str(name)) for name in names][:MOST]

    def add(self, paths: Sequence[Path]) -> None:
        """Put these in front, in their order."""
        wanted = [path.absolute() for path in paths]
        self._keep([*wanted, *(path for path in self.paths if path not in wanted)][:MOST])

    def clear(self) -> None:
        """Forget all."""
        self._keep([])

    def _keep(self, paths: Sequence[Path]) -> None:
        self._state.setValue(_KEY, [str(path) for path in paths])
        self.changed.emit()
