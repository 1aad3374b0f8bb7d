"""A text of several lines that ends in an ellipsis where the lines it is given end."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from recsys_desktop.ui.formats import tooltip
from recsys_desktop.ui.theme import REGULAR, TYPE
from recsys_desktop.ui.widgets.labels import Label


def clamped(text: str, font: QFont, width: int, most: int) -> list[str]:
    """Return a text as at most so many lines of a width in pixels; the last one ends in an ellipsis where the text goes on."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= most and (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        starts.append(line.textStart())
    layout.endLayout()
    pieces = [text[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]
    if len(pieces) <= most:
        return pieces
    rest = QFontMetrics(font).elidedText(text[starts[most - 1] :], Qt.TextElideMode.ElideRight, width)
    return [*pieces[: most - 1], rest]


class ClampedLabel(Label):
    """At most ``lines`` lines; a longer text is its own tool tip."""

    def __init__(
        self, lines: int, parent: QWidget | None = None, *, size: int = TYPE.body, weight: QFont.Weight = REGULAR, role: str = ""
    ) -> None:
        super().__init__(parent=parent, size=size, weight=weight, role=role)
        self._lines = lines
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def shown(self, width: int) -> list[str]:
        """Return the lines as they fit into a width in pixels."""
        return clamped(self.text(), self.font(), width, self._lines)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return len(self.shown(width)) * self.fontMetrics().lineSpacing() if self.text() else 0

    def sizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # a layout would go on with the height that the former width asked for

    def paintEvent(self, _event: QPaintEvent) -> None:
        lines = self.shown(self.width())
        cut = "".join(lines) != self.text()
        self.setToolTip(tooltip(self.text()) if cut else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        metrics = self.fontMetrics()
        for place, line in enumerate(lines):
            painter.drawText(0, place * metrics.lineSpacing() + metrics.ascent(), line)
