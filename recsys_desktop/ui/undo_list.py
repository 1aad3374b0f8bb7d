"""What can be taken back, latest first, for Edit > Undo and the toast alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

#: As many steps as people know from flash-card programs.
STEPS = 30


@dataclass(frozen=True, eq=False)
class _Step:
    """An action in words, the call that takes it back, and the key it shares with those it replaced."""

    text: str
    take_back: Callable[[], object]
    key: str


class UndoList(QObject):
    """Actions that can be taken back. Each is taken back at most once, whichever button does it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: list[_Step] = []

    @property
    def latest(self) -> str:
        """What would be taken back next, in words; "" where nothing is left."""
        return self._steps[-1].text if self._steps else ""

    def add(self, text: str, take_back: Callable[[], object], key: str = "") -> Callable[[], None]:
        """Remember an action. Returns the call that takes back this one, wherever it then stands in the list.

        It replaces an earlier one of the same ``key``, which can no longer be taken back.
        """
        step = _Step(text, take_back, key)
        self._steps = [*(known for known in self._steps if not key or known.key != key), step][-STEPS:]
        self.changed.emit()
        return lambda: self._take(step)

    def drop(self, key: str) -> None:
        """Forget the action of this key: it was taken back elsewhere."""
        self._steps = [known for known in self._steps if known.key != key]
        self.changed.emit()

    def take_back(self) -> None:
        """Take back the latest action, if there is one."""
        if self._steps:
            self._take(self._steps[-1])

    def forget(self) -> None:
        """Drop all steps: what they would take back is gone."""
        self._steps = []
        self.changed.emit()

    def _take(self, step: _Step) -> None:
        if step not in self._steps:
            return
        self._steps.remove(step)
        self.changed.emit()
        step.take_back()
