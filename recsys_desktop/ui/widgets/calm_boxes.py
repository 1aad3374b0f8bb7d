"""Drop-downs and number fields that the wheel passes over: it scrolls what is around them, a value changes only where one chose."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QDoubleSpinBox, QSpinBox, QWidget

from recsys_desktop.ui.theme import CONTROL_HEIGHT, SPACE


class CalmComboBox(QComboBox):
    """A drop-down."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class CalmSpinBox(QSpinBox):
    """A whole number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _settle(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class CalmDoubleSpinBox(QDoubleSpinBox):
    """A number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _settle(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _settle(spin: QAbstractSpinBox) -> None:
    """Make it as high as other controls, its digits as far from the border: the stylesheet reaches neither."""
    spin.setFixedHeight(CONTROL_HEIGHT)
    spin.lineEdit().setTextMargins(SPACE.xs, 0, 0, 0)
