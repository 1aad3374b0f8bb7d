"""What a person sees of a bug: that it is ours, that the data is safe, and what to send us."""

from __future__ import annotations

import platform
import traceback

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from recsys_desktop import __version__
from recsys_desktop.ui import theme
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from recsys_desktop.ui.widgets.labels import Body, Heading

_WIDTH, _DETAILS_HEIGHT = 560, 220


class CrashDialog(QDialog):
    """Says that the program made a mistake and goes on. The details are folded away, and copied with one button."""

    def __init__(self, error: Exception, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crash_dialog")
        self.setWindowTitle(self.tr("The program made a mistake"))
        self.setMinimumWidth(_WIDTH)
        self.details = QPlainTextEdit(describe(error))
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("Details of the mistake"))
        self.details.setMinimumSize(QSize(_WIDTH, _DETAILS_HEIGHT))
        self.details.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        sign = QLabel()
        sign.setPixmap(theme.pixmap("warning", "warning", 2 * theme.ICON))
        head = QHBoxLayout()
        head.setSpacing(SPACE.m)
        head.addWidget(sign)
        head.addWidget(Heading(self.windowTitle(), wrap=True), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.l, SPACE.l, SPACE.l, SPACE.l)
        column.setSpacing(SPACE.s)
        column.addLayout(head)
        column.addWidget(
            Body(self.tr("The last action did not finish. What was stored before it is safe, and you can go on working."))
        )
        column.addWidget(Body(self.tr("If it happens again, copy the details and send them to whoever looks after the program.")))
        column.addWidget(self.details, 1)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        fold = QuietButton(self.tr("Show details"), "crash_show_details")
        copy = QuietButton(self.tr("Copy details"), "crash_copy_details", icon="copy")
        close = PrimaryButton(self.tr("Go on"), "crash_close")
        fold.clicked.connect(self.details.show)
        fold.clicked.connect(lambda: fold.setEnabled(False))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.details.toPlainText()))
        close.clicked.connect(self.accept)
        close.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(SPACE.xs)
        row.addWidget(fold)
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(close)
        return row


def describe(error: Exception) -> str:
    """Return versions, system and traceback of a bug."""
    head = f"recsys_desktop {__version__}, Python {platform.python_version()}, PySide6 {pyside_version}, {platform.platform()}"
    return head + "\n\n" + "".join(traceback.format_exception(error))
