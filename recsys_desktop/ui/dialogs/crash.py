"""What a person sees of a bug: that it is ours, that the data is safe, and what to send us."""

from __future__ import annotations

import platform
import traceback

from PySide6 import __version__ as pyside_version
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from recsys_desktop import __version__
from recsys_desktop.ui.dialogs.plain import PlainDialog
from recsys_desktop.ui.widgets.buttons import PrimaryButton, QuietButton

_DETAILS_HEIGHT = 220


class CrashDialog(PlainDialog):
    """Says that the program made a mistake and goes on. The details are folded away, and copied with one button."""

    def __init__(self, error: Exception, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("The program made a mistake"),
            [
                self.tr("The last action did not finish. What was stored before it is safe, and you can go on working."),
                self.tr("If it happens again, copy the details and send them to whoever looks after the program."),
            ],
            parent,
        )
        self.setObjectName("crash_dialog")
        self.details = QPlainTextEdit(describe(error))
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("Details of the mistake"))
        self.details.setMinimumHeight(_DETAILS_HEIGHT)
        self.details.hide()
        self.middle.addWidget(self.details)
        fold = QuietButton(self.tr("Show details"), "crash_show_details")
        copy = QuietButton(self.tr("Copy details"), "crash_copy_details", icon="copy")
        close = PrimaryButton(self.tr("Go on"), "crash_close")
        fold.clicked.connect(self.details.show)
        fold.clicked.connect(lambda: fold.setEnabled(False))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.details.toPlainText()))
        close.clicked.connect(self.accept)
        self.set_buttons([fold, copy], [close])


def describe(error: Exception) -> str:
    """Return versions, system and traceback of a bug."""
    head = f"recsys_desktop {__version__}, Python {platform.python_version()}, PySide6 {pyside_version}, {platform.platform()}"
    return head + "\n\n" + "".join(traceback.format_exception(error))
