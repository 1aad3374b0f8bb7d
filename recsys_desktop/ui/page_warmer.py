"""Makes the pages nobody has opened yet while the window stands idle, so that opening one does not make it stand still."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

from recsys_desktop.ui import page_maker
from recsys_desktop.ui.main_window import MainWindow

#: Milliseconds between two steps: whatever a person does meanwhile comes first.
_PAUSE_MS = 40


class PageWarmer(QObject):
    """Takes one step at a time: first the code of a page and what it needs, in the next step the page itself."""

    def __init__(self, window: Callable[[], MainWindow], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._steps = self._all_steps()
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.step)

    @property
    def running(self) -> bool:
        """Whether there are steps to come."""
        return self._timer.isActive()

    def start(self) -> None:
        """Begin."""
        self._timer.start()

    def stop(self) -> None:
        """Leave the rest to whoever opens it."""
        self._timer.stop()

    def step(self) -> None:
        """Take the next step, if one is left."""
        if next(self._steps, None) is None:
            self.stop()

    def _all_steps(self) -> Iterator[str]:
        for name in page_maker.NAMES:
            importlib.import_module(f"recsys_desktop.ui.pages.{name}")
            yield name
            self._window().page(name)
            yield name
