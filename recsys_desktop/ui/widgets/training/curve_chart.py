"""Curves that grow while a training runs: axes in words, each curve named where it ends, values under the mouse."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QLocale, QPointF, Qt, QTimer
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QToolTip, QVBoxLayout, QWidget

from recsys_desktop.domain.entities import CurvePoint
from recsys_desktop.ui import theme

#: Milliseconds between two drawings: ten a second are as many as an eye needs.
_REDRAW_MS = 100
_MARKER = 6
_HEIGHT = 224
#: Room above and below the curves for their names, as a share of their height.
_HEADROOM = 0.22
#: How much of the chart's width the longest name may take.
_NAME_WIDTH = 0.4


@dataclass(frozen=True)
class Curve:
    """One curve: ``name`` is :attr:`CurvePoint.curve`, ``label`` stands where it ends; ``role`` is a colour of the theme.

    ``factor`` turns stored values into those drawn (100 for per cent). Dashes and markers tell curves apart without colour.
    """

    name: str
    label: str
    role: str
    dashed: bool = False
    marker: str = ""  # "o" circle, "s" square; "" none
    factor: float = 1.0
    unit: str = ""
    digits: int = 1

    def describe(self, value: float) -> str:
        """Return the value in words: "in the list of 10: 14.2 %"."""
        number = f"{QLocale().toString(value, 'f', self.digits)}{self.unit}"
        return f"{self.label}: {number}" if self.label else number


class CurveChart(QWidget):
    """A chart of :class:`CurvePoint`. It is built when first shown, so that a window that never trains does not load pyqtgraph."""

    def __init__(self, curves: Sequence[Curve], left: str, bottom: str, empty: str, parent: QWidget | None = None) -> None:
        """``left`` and ``bottom`` name the axes in words; ``empty`` stands in the middle until there is a point."""
        super().__init__(parent)
        self._curves = tuple(curves)
        self._bottom = bottom
        self._points: dict[str, dict[int, float]] = {curve.name: {} for curve in curves}
        self._plot: Any = None  # a pyqtgraph.PlotWidget, which has no type information
        self._lines: dict[str, Any] = {}
        self._names: dict[str, Any] = {}
        self._timer = QTimer(self, singleShot=True, interval=_REDRAW_MS)
        self._timer.timeout.connect(self._draw)
        self._empty = QLabel(empty, alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._empty.setProperty("role", "muted")
        self._stack = QStackedLayout()
        self._stack.addWidget(self._empty)
        # The name of the upright axis stands above it: turned by 90 degrees, nobody reads it.
        name = QLabel(left, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        name.setFont(theme.font(theme.TYPE.small))
        name.setProperty("role", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(name)
        layout.addLayout(self._stack, 1)
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(left)

    def add(self, points: Iterable[CurvePoint]) -> None:
        """Add points; those of curves that this chart does not show are passed over. Drawn within a tenth of a second."""
        for point in points:
            if point.curve in self._points:
                self._points[point.curve][point.step] = point.value
        if not self._timer.isActive():
            self._timer.start()

    def show_points(self, points: Iterable[CurvePoint]) -> None:
        """Forget what was shown and show these points."""
        for values in self._points.values():
            values.clear()
        self.add(points)

    def series(self, name: str) -> tuple[list[int], list[float]]:
        """Return a curve's steps and the values as they are drawn."""
        curve = next(curve for curve in self._curves if curve.name == name)
        steps = sorted(self._points[name])
        return steps, [self._points[name][step] * curve.factor for step in steps]

    def value_at(self, step: float) -> str:
        """Return what stands under the mouse: each curve's value at its point nearest to ``step``."""
        parts = []
        for curve in self._curves:
            steps, values = self.series(curve.name)
            if steps:
                nearest = min(range(len(steps)), key=lambda index: abs(min(step, steps[-1]) - steps[index]))
                parts.append(curve.describe(values[nearest]))
        return "\n".join(parts)

    def showEvent(self, event: QShowEvent) -> None:
        if self._plot is None:
            self._build()
            self._draw()
        super().showEvent(event)

    def _build(self) -> None:
        import pyqtgraph

        colours = theme.current()
        self._plot = pyqtgraph.PlotWidget(background=colours.surface)
        self._plot.setFrameShape(self._plot.Shape.NoFrame)
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        item = self._plot.getPlotItem()
        item.hideButtons()
        item.setMenuEnabled(False)
        item.setMouseEnabled(x=False, y=False)
        item.showGrid(x=False, y=True, alpha=0.25)
        for side in ("left", "bottom"):
            axis = item.getAxis(side)
            axis.setPen(colours.border)
            axis.setTextPen(colours.muted)
            axis.setTickFont(theme.font(theme.TYPE.small))
            axis.enableAutoSIPrefix(False)
            axis.label.setFont(theme.font(theme.TYPE.small))
        item.setLabel("bottom", self._bottom, color=colours.muted)
        for curve in self._curves:
            self._lines[curve.name], self._names[curve.name] = self._line(pyqtgraph, curve)
            item.addItem(self._lines[curve.name])
            item.addItem(self._names[curve.name], ignoreBounds=True)
        self._plot.scene().sigMouseMoved.connect(self._on_mouse)
        self._stack.addWidget(self._plot)

    def _line(self, pyqtgraph: Any, curve: Curve) -> tuple[Any, Any]:
        """Return the drawn curve and its name. One pixel wide and without smoothing: anything wider costs ten times as much."""
        colour = getattr(theme.current(), curve.role)
        style = Qt.PenStyle.DashLine if curve.dashed else Qt.PenStyle.SolidLine
        line = pyqtgraph.PlotDataItem(
            pen=pyqtgraph.mkPen(colour, width=1, style=style),
            symbol=curve.marker or None,
            symbolSize=_MARKER,
            symbolBrush=colour,
            symbolPen=colour,
            antialias=False,
            connect="finite",
        )
        line.setDownsampling(auto=True, method="peak")
        line.setClipToView(True)
        name = pyqtgraph.TextItem(curve.label, color=colour)
        name.setFont(theme.font(theme.TYPE.small, QFont.Weight.DemiBold))
        return line, name

    def _draw(self) -> None:
        filled = any(self._points.values())
        if self._plot is None:
            return
        self._stack.setCurrentWidget(self._plot if filled else self._empty)
        ends: list[tuple[float, str]] = []
        for curve in self._curves:
            steps, values = self.series(curve.name)
            self._lines[curve.name].setData(steps, values)
            self._names[curve.name].setVisible(bool(steps))
            if steps:
                ends.append((values[-1], curve.name))
        # The name of the upper curve stands above it, that of the lower one below: clear of all points over or under it.
        for place, (_, name) in enumerate(sorted(ends, reverse=True)):
            steps, values = self.series(name)
            late = [value for step, value in zip(steps, values, strict=True) if step >= steps[-1] * (1 - _NAME_WIDTH)]
            self._names[name].setPos(steps[-1], max(late) if place == 0 else min(late))
            self._names[name].setAnchor((1, 1.1 if place == 0 else -0.1))
        self._set_range()
        self.setAccessibleDescription(self.value_at(float("inf")) if filled else self._empty.text())

    def _set_range(self) -> None:
        """Leave room for the names of the curves, whatever the values are."""
        steps = [step for values in self._points.values() for step in values]
        values = [value for curve in self._curves for value in self.series(curve.name)[1] if value == value]
        if not steps or not values:
            return
        low, high = min(values), max(values)
        room = (high - low or abs(high) or 1.0) * _HEADROOM
        self._plot.setYRange(max(0.0, low - room) if low >= 0 else low - room, high + room, padding=0)
        self._plot.setXRange(0, max(*steps, 1), padding=0.03)

    def _on_mouse(self, position: QPointF) -> None:
        box = self._plot.getPlotItem().getViewBox()
        if not box.sceneBoundingRect().contains(position):
            QToolTip.hideText()
            return
        text = self.value_at(box.mapSceneToView(position).x())
        QToolTip.showText(self._plot.mapToGlobal(self._plot.mapFromScene(position)), text, self._plot)
