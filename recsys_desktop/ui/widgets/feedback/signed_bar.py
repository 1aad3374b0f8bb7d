"""A bar from a middle line: to the right what counts for something, to the left what counts against it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from recsys_desktop.ui import theme
from recsys_desktop.ui.theme import SPACE

_HEIGHT = SPACE.s


class SignedBar(QWidget):
    """``part`` is -1 to 1."""

    def __init__(self, part: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = min(max(part, -1.0), 1.0)
        self.setFixedHeight(_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle, half = self.width() / 2, self.width() / 2 - 1
        painter.setBrush(QColor(colours.border))
        painter.drawRect(QRectF(middle - 0.5, 0, 1, self.height()))
        painter.setBrush(QColor(colours.accent if self._part >= 0 else colours.chart_2))
        left, right = sorted((middle, middle + half * self._part))
        painter.drawRoundedRect(QRectF(left, 1, max(right - left, 1), self.height() - 2), SPACE.xxs / 2, SPACE.xxs / 2)
