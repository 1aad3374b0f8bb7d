"""A slider whose ends are named, with room below it for what its place costs."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.labels import Label, Muted

_STEPS, _SMALL, _LARGE = 100, 5, 20
#: The handle with its focus ring.
_HEIGHT = 24
#: Milliseconds after the last key until a place counts as chosen.
_SETTLED_MS = 700


class _CalmSlider(QSlider):
    """The wheel passes over it: it scrolls the page."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class RuleSlider(QWidget):
    """``moved`` follows the handle; ``settled`` comes once the person lets go of it, or pauses with the keys."""

    moved = Signal(float)  # 0 to 1
    settled = Signal(float)

    def __init__(self, name: str, title: str, left: str, right: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = _CalmSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName(name)
        self.slider.setAccessibleName(title)
        self.slider.setAccessibleDescription(f"{left} – {right}")
        self.slider.setMinimumHeight(_HEIGHT)
        self.slider.setRange(0, _STEPS)
        self.slider.setSingleStep(_SMALL)
        self.slider.setPageStep(_LARGE)
        self.cost = Muted(wrap=True)
        self.cost.setObjectName(f"{name}_cost")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SETTLED_MS)
        self._pause.timeout.connect(self._settle)
        self.slider.valueChanged.connect(self._move)
        self.slider.sliderReleased.connect(self._settle)
        label = Label(title, wrap=True)
        label.setBuddy(self.slider)
        ends = QHBoxLayout()
        ends.addWidget(Muted(left, wrap=True), 1)
        far = Muted(right, wrap=True)
        far.setAlignment(Qt.AlignmentFlag.AlignRight)
        ends.addWidget(far, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xxs)
        column.addWidget(label)
        column.addWidget(self.slider)
        column.addLayout(ends)
        column.addWidget(self.cost)

    @property
    def value(self) -> float:
        """Where the handle stands, 0 at the left to 1."""
        return self.slider.value() / _STEPS

    def show_value(self, value: float) -> None:
        """Put the handle there, unless a person is moving it."""
        if not self.busy:
            self.slider.blockSignals(True)
            self.slider.setValue(round(value * _STEPS))
            self.slider.blockSignals(False)

    @property
    def busy(self) -> bool:
        """Whether a person is moving the handle."""
        return self.slider.isSliderDown() or self._pause.isActive()

    def say(self, cost: str) -> None:
        """Say what this place costs."""
        self.cost.setText(cost)

    def _move(self) -> None:
        self.moved.emit(self.value)
        if not self.slider.isSliderDown():
            self._pause.start()

    def _settle(self) -> None:
        self._pause.stop()
        self.settled.emit(self.value)
