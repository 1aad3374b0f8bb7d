"""The only thing shown where the shop's file cannot be opened."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.ui.dialogs.plain import PlainDialog
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.widgets.buttons import PrimaryButton


class CannotOpenDialog(PlainDialog):
    """Says what is wrong and what to do; the program ends with it."""

    def __init__(self, error: RecsysError, parent: QWidget | None = None) -> None:
        super().__init__(words(error.message), [words(error.hint)], parent)
        self.setObjectName("cannot_open_dialog")
        self.setWindowTitle(self.tr("The shop cannot be opened"))
        close = PrimaryButton(self.tr("Close"), "cannot_open_close")
        close.clicked.connect(self.accept)
        self.set_buttons([], [close])
