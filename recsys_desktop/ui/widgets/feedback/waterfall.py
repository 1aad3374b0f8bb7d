"""Bars that follow each other: each begins where the one before it ends, so that one sees them add up."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from recsys_desktop.ui import theme
from recsys_desktop.ui.models.reasons import BAR_ROLE, Bar, ReasonModel
from recsys_desktop.ui.theme import SPACE

_HEIGHT = SPACE.s
_LEAST = 2.0


def paint_bar(painter: QPainter, room: QRect, bar: Bar, reach: tuple[float, float]) -> None:
    """Draw one bar into its room, with a thin line where it ends, at which the next one begins."""
    colours = theme.current()
    low, high = reach
    scale = room.width() / (high - low) if high > low else 0.0
    left, right = sorted((room.left() + (bar.start - low) * scale, room.left() + (bar.end - low) * scale))
    body = QRectF(left, room.center().y() - _HEIGHT / 2 + 0.5, max(right - left, _LEAST), _HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.muted if bar.rest else colours.chart_2 if bar.against else colours.accent))
    painter.drawRoundedRect(body, SPACE.xxs / 2, SPACE.xxs / 2)
    end = room.left() + (bar.end - low) * scale
    painter.setPen(QPen(QColor(colours.border), 1))
    painter.drawLine(int(end), int(body.bottom()) + 1, int(end), room.bottom())
    painter.restore()


class BarDelegate(QStyledItemDelegate):
    """Draws the bar column of a table over a :class:`ReasonModel`."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().paint(painter, option, index)
        model = index.model()
        assert isinstance(model, ReasonModel)
        paint_bar(painter, option.rect.adjusted(SPACE.xxs, 0, -SPACE.xxs, 0), index.data(BAR_ROLE), model.reach)


class WholeBar(QWidget):
    """The bar of the sum, as wide as the column above it."""

    def __init__(self, model: ReasonModel, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setFixedSize(QSize(width, theme.ROW_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        room = self.rect().adjusted(SPACE.xxs, 0, -SPACE.xxs, 0)
        paint_bar(QPainter(self), room, self._model.whole, self._model.reach)
