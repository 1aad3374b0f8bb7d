"""Bars beside each other with what is written under a table: a few ways of doing something, each with its uncertainty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from recsys_desktop.ui import theme

_BAR = 16
_WHISKER = 8


@dataclass(frozen=True)
class Bar:
    """One bar: ``value`` with its interval from ``low`` to ``high``, all at least 0; ``text`` is written behind it.

    ``role`` is a colour of the theme; a ``hatched`` bar differs from a plain one without colour too.
    """

    label: str
    value: float
    low: float
    high: float
    text: str
    role: str = "chart_1"
    hatched: bool = False


class BarChart(QWidget):
    """Horizontal bars from a common zero. The thin line across a bar's end is its interval."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._full = 0.0
        self.setFont(theme.font())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: Sequence[Bar], full: float = 0.0) -> None:
        """Show these bars, the first on top. ``full`` is the value as long as the room is; 0: that of the longest bar."""
        self._bars, self._full = tuple(bars), full
        self.setAccessibleDescription("; ".join(f"{bar.label}: {bar.text}" for bar in bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, theme.ROW_HEIGHT * max(1, len(self._bars)))

    def minimumSizeHint(self) -> QSize:
        return QSize(280, self.sizeHint().height())

    def bar_rect(self, index: int) -> QRectF:
        """Return where a bar is drawn, in the widget's pixels."""
        bar = self._bars[index]
        left, width = self._span()
        top = index * theme.ROW_HEIGHT + (theme.ROW_HEIGHT - _BAR) / 2
        return QRectF(left, top, width * bar.value / self._longest(), _BAR)

    def _longest(self) -> float:
        return self._full or max((max(bar.high, bar.value) for bar in self._bars), default=0.0) or 1.0

    def _span(self) -> tuple[float, float]:
        """Return where bars begin and how long the longest interval may be, the texts around them left free."""
        metrics = self.fontMetrics()
        left = max((metrics.horizontalAdvance(bar.label) for bar in self._bars), default=0) + theme.SPACE.m
        right = max((metrics.horizontalAdvance(bar.text) for bar in self._bars), default=0) + theme.SPACE.m
        return float(left), max(40.0, self.width() - left - right)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 all of it is drawn
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, _ = self._span()
        for index, bar in enumerate(self._bars):
            self._draw(painter, index, bar)
        painter.setPen(QPen(QColor(theme.current().border)))
        painter.drawLine(QPointF(left, 0), QPointF(left, theme.ROW_HEIGHT * len(self._bars)))
        painter.end()

    def _draw(self, painter: QPainter, index: int, bar: Bar) -> None:
        colours = theme.current()
        place = self.bar_rect(index)
        left, width = self._span()
        row = QRectF(0, index * theme.ROW_HEIGHT, self.width(), theme.ROW_HEIGHT)
        painter.setPen(QColor(colours.text))
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, bar.label)
        colour = QColor(getattr(colours, bar.role))
        painter.setPen(QPen(colour) if bar.hatched else Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(colour, Qt.BrushStyle.BDiagPattern if bar.hatched else Qt.BrushStyle.SolidPattern))
        painter.drawRect(place)
        low, high = (left + width * bound / self._longest() for bound in (bar.low, bar.high))
        if high > low:
            # First in the ground's colour and wider: the line stays visible on a bar of any colour.
            for colour_of_line, line_width in ((colours.surface, 4.0), (colours.text, 1.5)):
                painter.setPen(QPen(QColor(colour_of_line), line_width))
                self._draw_interval(painter, low, high, place.center().y())
        painter.setPen(QColor(colours.text))
        row.setLeft(max(high, place.right()) + theme.SPACE.xs)
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, bar.text)

    def _draw_interval(self, painter: QPainter, low: float, high: float, middle: float) -> None:
        painter.drawLine(QPointF(low, middle), QPointF(high, middle))
        for end in (low, high):
            painter.drawLine(QPointF(end, middle - _WHISKER / 2), QPointF(end, middle + _WHISKER / 2))
