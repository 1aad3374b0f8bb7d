"""A short bar cut into shares: how much each reason has in a recommendation."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from recsys_desktop.ui import theme
from recsys_desktop.ui.theme import SPACE

_WIDTH, _HEIGHT = 118, 8
_GAP = 2
#: Opacity of the first, second, third share; all later ones are as light as the last.
_STRENGTHS = (1.0, 0.6, 0.3)


class ShareBar(QWidget):
    """Shares from left to right, largest first, each lighter than the one before. Negative shares are left out: words name them."""

    def __init__(self, shares: Sequence[float] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._shares: list[float] = []
        self.set_shares(shares)

    def set_shares(self, shares: Sequence[float]) -> None:
        """Show these shares; the bar is full where they are all there is."""
        self._shares = sorted((share for share in shares if share > 0), reverse=True)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for left, width, strength in self._pieces():
            colour = QColor(theme.current().accent)
            colour.setAlphaF(strength)
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(left, 0, width, self.height()), SPACE.xxs / 2, SPACE.xxs / 2)

    def _pieces(self) -> list[tuple[float, float, float]]:
        """Return (left, width, strength) of each piece in pixels."""
        total = sum(self._shares)
        room = self.width() - _GAP * (len(self._shares) - 1)
        pieces, left = [], 0.0
        for place, share in enumerate(self._shares):
            width = max(1.0, room * share / total)
            pieces.append((left, width, _STRENGTHS[min(place, len(_STRENGTHS) - 1)]))
            left += width + _GAP
        return pieces
