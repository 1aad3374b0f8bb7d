"""Reads pictures of products in the background, one at a time, so that a list never waits behind them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from recsys_desktop.domain.entities import Item
from recsys_desktop.ui.operations.browsing import Picture, file_of_picture, load_picture
from recsys_desktop.ui.widgets.tile import PICTURES
from recsys_desktop.ui.workplace import Workplace


class PictureLoader(QObject):
    """``loaded`` comes after each picture: whoever shows products paints again."""

    loaded = Signal()

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._waiting: list[str] = []
        self._reading = False

    def want(self, items: Iterable[Item]) -> None:
        """Read the pictures of these products; those asked for before and not read yet are no longer wanted."""
        images = PICTURES.missing([item.image for item in items if item.image])
        self._waiting = [image for image in images if file_of_picture(self._workplace.shop, image) is not None]
        if not self._reading:
            self._read_next()

    def _read_next(self) -> None:
        self._reading = bool(self._waiting)
        if self._reading:
            job = load_picture(workplace=self._workplace, image=self._waiting.pop(0))
            job.succeeded.connect(self._keep)

    def _keep(self, read: Picture) -> None:
        PICTURES.keep(read.image, read.picture)
        self.loaded.emit()
        self._read_next()
