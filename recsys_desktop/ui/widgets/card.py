"""The card: a quiet frame around what belongs together."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.labels import Heading


class Card(QFrame):
    """A frame with an optional heading. Put things into ``body``; ``header`` takes small things to the right of the heading."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.m)
        self.body.setSpacing(SPACE.xs)
        self.header = QHBoxLayout()
        self.header.setSpacing(SPACE.xs)
        self.heading = Heading(title, wrap=True)
        if title:
            self.header.addWidget(self.heading, 1)
            self.body.addLayout(self.header)
            self.setAccessibleName(title)

    def set_selected(self, selected: bool) -> None:
        """Draw the border in the accent colour, or quietly."""
        self.setProperty("selected", "true" if selected else "false")
        self.style().unpolish(self)
        self.style().polish(self)


class Line(QFrame):
    """A hairline between parts of a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "line")
        self.setFixedHeight(1)
