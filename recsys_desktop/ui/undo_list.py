"""What can be taken back, latest first, for Edit > Undo and the toast alike."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

#: As many steps as people know from flash-card programs.
STEPS = 30


class UndoList(QObject):
    """Actions that can be taken back. Each is taken back at most once, whichever button does it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: list[tuple[str, Callable[[], None]]] = []

    @property
    def latest(self) -> str:
        """What would be taken back next, in words; "" where nothing is left."""
        return self._steps[-1][0] if self._steps else ""

    def add(self, text: str, take_back: Callable[[], None]) -> Callable[[], None]:
        """Remember an action. Returns the call that takes back this one, wherever it then stands in the list."""
        step = (text, take_back)
        self._steps = [*self._steps, step][-STEPS:]
        self.changed.emit()
        return lambda: self._take(step)

    def take_back(self) -> None:
        """Take back the latest action, if there is one."""
        if self._steps:
            self._take(self._steps[-1])

    def forget(self) -> None:
        """Drop all steps: what they would take back is gone."""
        self._steps = []
        self.changed.emit()

    def _take(self, step: tuple[str, Callable[[], None]]) -> None:
        if not any(known is step for known in self._steps):
            return
        self._steps = [known for known in self._steps if known is not step]
        self.changed.emit()
        step[1]()
