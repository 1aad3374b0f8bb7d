"""A share under some rules beside the same share without them: words, and a bar with a mark."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from recsys_desktop.ui import theme
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.labels import Label

_BAR, _MARK, _HEIGHT = 8, 3, 14


class CostBar(QWidget):
    """Filled as far as ``now``; a mark stands at ``before``. Both are shares of the whole bar, 0 to 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = self._before = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, now: float, before: float) -> None:
        """Show these two."""
        self._now, self._before = min(max(now, 0.0), 1.0), min(max(before, 0.0), 1.0)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        top = (self.height() - _BAR) / 2
        for share, colour in ((1.0, colours.raised), (self._now, colours.accent)):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(0, top, self.width() * share, _BAR), _BAR / 2, _BAR / 2)
        place = (self.width() - _MARK) * self._before
        painter.setBrush(QColor(colours.surface))
        painter.drawRect(QRectF(place - 1, 0, _MARK + 2, self.height()))
        painter.setBrush(QColor(colours.text))
        painter.drawRect(QRectF(place, 0, _MARK, self.height()))


class CostRow(QWidget):
    """A sentence with both figures over its bar."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.sentence = Label(size=theme.TYPE.small, wrap=True)
        self.bar = CostBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xxs)
        column.addWidget(self.sentence)
        column.addWidget(self.bar)

    def show_cost(self, sentence: str, now: float, before: float) -> None:
        """Show the sentence and the two shares it speaks of."""
        self.sentence.setText(sentence)
        self.bar.show_shares(now, before)
        self.setAccessibleName(sentence)
