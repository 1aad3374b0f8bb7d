"""The place on the settings page that leads to the nightly run."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from recsys_desktop.ui.theme import SEMIBOLD, SPACE
from recsys_desktop.ui.widgets.buttons import QuietButton
from recsys_desktop.ui.widgets.card import Card
from recsys_desktop.ui.widgets.labels import Label, Muted
from recsys_desktop.ui.workplace import Workplace


class NightlyCard(Card):
    """Looks like the settings above it, with a button in the place of the control."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("setting_nightly")
        self._workplace = workplace
        self._name = self.tr("Nightly run")
        self._reason = self.tr("Your computer imports new files and writes all lists by itself, also while the program is closed.")
        self.button = QuietButton(self.tr("Set up…"), "nightly_setup", icon="clock")
        self.button.setAccessibleName(self._name)
        self.button.setAccessibleDescription(self._reason)
        self.button.clicked.connect(self.open_dialog)
        text = QVBoxLayout()
        text.setSpacing(SPACE.xxs)
        text.addWidget(Label(self._name, weight=SEMIBOLD, wrap=True))
        text.addWidget(Muted(self._reason, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(SPACE.l)
        row.addLayout(text, 1)
        row.addWidget(self.button)
        self.body.addLayout(row)

    def matches(self, text: str) -> bool:
        """Return whether every word of ``text`` stands in the name or the reason."""
        here = f"{self._name} {self._reason}".casefold()
        return all(word in here for word in text.casefold().split())

    def open_dialog(self) -> None:
        """Open the window of the nightly run."""
        from recsys_desktop.ui.dialogs.nightly import NightlyDialog

        dialog = NightlyDialog(self._workplace, self.window())
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
