"""A few words in a rounded field: a taste, a price band, a state."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QSizePolicy, QWidget

from recsys_desktop.ui.theme import CHIP_HEIGHT, TYPE
from recsys_desktop.ui.widgets.labels import Label

Tone = Literal["neutral", "accent", "warning"]


class Chip(Label):
    """A chip; "accent" for what matters here, "warning" for advice, "neutral" for the rest."""

    def __init__(self, text: str = "", tone: Tone = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(text, parent, size=TYPE.small, role="chip")
        self.setProperty("tone", tone)
        self.setFixedHeight(CHIP_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_tone(self, tone: Tone) -> None:
        """Change the chip's tone."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
