"""The only thing shown where the shop's file cannot be opened."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.ui import theme
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import PrimaryButton
from recsys_desktop.ui.widgets.labels import Body, Heading

_WIDTH = 480


class CannotOpenDialog(QDialog):
    """Says what is wrong and what to do; the program ends with it."""

    def __init__(self, error: RecsysError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cannot_open_dialog")
        self.setWindowTitle(self.tr("The shop cannot be opened"))
        self.setMinimumWidth(_WIDTH)
        sign = QLabel()
        sign.setPixmap(theme.pixmap("warning", "warning", 2 * theme.ICON))
        head = QHBoxLayout()
        head.setSpacing(SPACE.m)
        head.addWidget(sign)
        head.addWidget(Heading(words(error.message), wrap=True), 1)
        close = PrimaryButton(self.tr("Close"), "cannot_open_close")
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.l, SPACE.l, SPACE.l, SPACE.l)
        column.setSpacing(SPACE.m)
        column.addLayout(head)
        column.addWidget(Body(words(error.hint)))
        column.addLayout(foot)
