"""Sentences below each other, each with a sign before it and, where there is one, a remark under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from recsys_desktop.ui import theme
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.labels import Body, Muted

_SIGN = 16


@dataclass(frozen=True)
class Sentence:
    """``icon`` of resources/icons in the colour ``role``; ``meaning`` says for screen readers what the sign tells the eye."""

    icon: str
    role: str
    meaning: str
    sentence: str
    remark: str = ""


class SentenceList(QWidget):
    """Shows what it is handed; nothing in it is pressed."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.xs)
        self._rows: list[QWidget] = []
        self.lines: tuple[Sentence, ...] = ()

    def show_lines(self, lines: Sequence[Sentence]) -> None:
        """Show these lines instead of those before."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.lines = tuple(lines)
        self._rows = [self._row(line) for line in lines]
        for row in self._rows:
            self._column.addWidget(row)

    @staticmethod
    def _row(line: Sentence) -> QWidget:
        row = QWidget()
        row.setAccessibleName(". ".join(part for part in (line.meaning, line.sentence, line.remark) if part))
        sign = QLabel()
        sign.setPixmap(theme.pixmap(line.icon, line.role, _SIGN))
        sentence = Body(line.sentence)
        sign.setFixedHeight(sentence.fontMetrics().lineSpacing())  # in the middle of the first line
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(sentence)
        if line.remark:
            words.addWidget(Muted(line.remark, wrap=True))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.xs)
        layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        return row
