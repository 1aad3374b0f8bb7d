"""Naming a place where lists are shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from recsys_desktop.ui.widgets.form_field import FormField
from recsys_desktop.ui.widgets.labels import Muted

_WIDTH = 400


class ScenarioNameDialog(QDialog):
    """``named`` asks for the name; who listens closes the dialog or says with :meth:`show_failure` why it cannot be."""

    named = Signal(str)

    def __init__(self, title: str, verb: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("scenario_name_dialog")
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.line = QLineEdit(name)
        self.field = FormField(self.tr("&Name"), self.line, "scenario_name")
        self.go = PrimaryButton(verb, "scenario_name_ok")
        self.go.setDefault(True)
        self.cancel = QuietButton(self.tr("Cancel"), "scenario_name_cancel")
        self.go.clicked.connect(lambda: self.named.emit(self.line.text().strip()))
        self.cancel.clicked.connect(self.reject)
        self.line.textChanged.connect(self._look)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.xs)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.l, SPACE.l, SPACE.l, SPACE.l)
        column.setSpacing(SPACE.s)
        column.addWidget(Muted(self.tr("For example where these lists are shown: the shop's front page, a newsletter."), wrap=True))
        column.addWidget(self.field)
        column.addLayout(foot)
        self.line.selectAll()
        self._look()

    def show_failure(self, error: Exception) -> None:
        """Say why this name cannot be; a bug is told elsewhere."""
        if isinstance(error, RecsysError):
            self.field.show_wrong(words(error.message))
            self.line.setFocus()

    def _look(self) -> None:
        self.field.show_wrong("")
        self.go.setEnabled(bool(self.line.text().strip()))
