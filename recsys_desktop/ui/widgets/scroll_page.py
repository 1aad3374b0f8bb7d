"""A page that is longer than the window: one column that scrolls up and down, never sideways."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.labels import PageTitle


class ScrollPage(QScrollArea):
    """Add things from top to bottom; what room is left stays empty at the foot."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        body.setObjectName("page_body")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(SPACE.l, SPACE.l, SPACE.l, SPACE.l)
        self._column.setSpacing(SPACE.m)
        self._column.addWidget(PageTitle(title))
        self._column.addStretch(1)
        self.setWidget(body)

    def add(self, *things: QWidget | QLayout) -> None:
        """Add widgets or layouts below what is there."""
        for thing in things:
            place = self._column.count() - 1
            if isinstance(thing, QWidget):
                self._column.insertWidget(place, thing)
            else:
                self._column.insertLayout(place, thing)
