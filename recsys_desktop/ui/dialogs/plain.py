"""The plain dialog: a sign, what is the matter, some sentences, and buttons named with verbs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from recsys_desktop.ui import theme
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.labels import Body, Heading

_WIDTH = 520


class PlainDialog(QDialog):
    """Sentences under a heading. ``middle`` takes what else is shown; buttons of ``left`` and ``right`` stand at the foot."""

    def __init__(self, heading: str, sentences: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setMinimumWidth(_WIDTH)
        sign = QLabel()
        sign.setPixmap(theme.pixmap("warning", "warning", 2 * theme.ICON))
        head = QHBoxLayout()
        head.setSpacing(SPACE.m)
        head.addWidget(sign)
        head.addWidget(Heading(heading, wrap=True), 1)
        self.middle = QVBoxLayout()
        self._foot = QHBoxLayout()
        self._foot.setSpacing(SPACE.xs)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.l, SPACE.l, SPACE.l, SPACE.l)
        column.setSpacing(SPACE.s)
        column.addLayout(head)
        for sentence in sentences:
            column.addWidget(Body(sentence))
        column.addLayout(self.middle, 1)
        column.addSpacing(SPACE.xxs)
        column.addLayout(self._foot)

    def set_buttons(self, left: Sequence[QPushButton], right: Sequence[QPushButton]) -> None:
        """Put the buttons in place; the last on the right is the safe one, which Enter presses."""
        for button in left:
            self._foot.addWidget(button)
        self._foot.addStretch(1)
        for button in right:
            self._foot.addWidget(button)
        right[-1].setDefault(True)
        right[-1].setFocus()
