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
        self._rest = 0.0
        self.set_shares(shares)

    def set_shares(self, shares: Sequence[float], rest: float = 0.0) -> None:
        """Show these shares, and the ``rest`` that many small ones add up to as a quiet last piece. Together they fill the bar."""
        self._shares = sorted((share for share in shares if share > 0), reverse=True)
        self._rest = max(rest, 0.0)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for left, width, colour in self._pieces():
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(left, 0, width, self.height()), SPACE.xxs / 2, SPACE.xxs / 2)

    def _pieces(self) -> list[tuple[float, float, QColor]]:
        """Return left edge, width and colour of each piece, in pixels."""
        shares = [*self._shares, self._rest] if self._rest else self._shares
        total = sum(shares)
        room = self.width() - _GAP * (len(shares) - 1)
        pieces, left = [], 0.0
        for place, share in enumerate(shares):
            width = max(1.0, room * share / total)
            pieces.append((left, width, self._colour(place)))
            left += width + _GAP
        return pieces

    def _colour(self, place: int) -> QColor:
        if place == len(self._shares):
            return QColor(theme.current().border)
        colour = QColor(theme.current().accent)
        colour.setAlphaF(_STRENGTHS[min(place, len(_STRENGTHS) - 1)])
        return colour
