"""Pictures of the window, each checked to show something."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from recsys_desktop.ui.tour.waiting import TourFailed, Watcher, wait_for

#: The smallest screen that must do, and what is left of the commonest one where everything is drawn half as large again.
SIZE, SCALED_SIZE = (1366, 768), (1280, 720)
_GRID = 10
_SOON_MS = 500


class Camera:
    """Writes PNG files into a folder of one look ("light-en")."""

    def __init__(self, out: Path, watcher: Watcher) -> None:
        self._out = out
        self._watcher = watcher
        self._look = ""
        self._taken: set[Path] = set()

    @property
    def count(self) -> int:
        """How many pictures were taken."""
        return len(self._taken)

    def set_look(self, look: str) -> None:
        """Choose the folder of the pictures that follow."""
        ratio = QGuiApplication.primaryScreen().devicePixelRatio()
        self._look = look if ratio == 1.0 else f"{look}-{100 * ratio:.0f}"
        (self._out / self._look).mkdir(parents=True, exist_ok=True)

    def take(self, widget: QWidget, name: str, *, settled: bool = True) -> None:
        """Take a picture, by default once all work is done. Raises TourFailed where it shows nothing or has the name of another."""
        if settled:
            self._watcher.settle()
        for timer in widget.findChildren(QTimer):
            # Charts are redrawn, and searches begun, a moment after they were asked for.
            if timer.isActive() and timer.isSingleShot() and timer.interval() < _SOON_MS:
                wait_for(timer.timeout, lambda: None, "what a page does a moment later")
        picture = widget.grab().toImage()
        if _is_blank(picture):
            raise TourFailed(f"the picture {self._look}/{name} shows nothing")
        path = self._out / self._look / f"{name}.png"
        if path in self._taken:
            raise TourFailed(f"two pictures are called {self._look}/{name}")
        if not picture.save(str(path)):
            raise TourFailed(f"the picture {path} cannot be written")
        self._taken.add(path)


def window_size() -> tuple[int, int]:
    """Return how large a window is photographed, in the units in which it is laid out."""
    return SIZE if QGuiApplication.primaryScreen().devicePixelRatio() == 1.0 else SCALED_SIZE


def _is_blank(picture: QImage) -> bool:
    """Return whether a picture has a single colour on a grid of points."""
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), _GRID) for y in range(0, picture.height(), _GRID)}
    return len(colours) < 2
