"""A folder to be chosen: its name, a button to choose it, and one to do without."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import IconButton, QuietButton

#: Letters of a folder's name that fit onto the button.
_LETTERS = 16


class FolderField(QWidget):
    """Emits ``settled`` with the folder's path once one is chosen, "" once it is taken away."""

    settled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = ""
        self.button = QuietButton("", "choose_folder", icon="folder")
        self.clear = IconButton("close", self.tr("Use no folder"), "clear_folder", plain=True)
        self.button.clicked.connect(self._choose)
        self.clear.clicked.connect(lambda: self.settled.emit(""))
        self.setFocusProxy(self.button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.xxs)
        row.addWidget(self.button, 1)
        row.addWidget(self.clear)
        self.show_folder("")

    def setAccessibleName(self, name: str) -> None:
        """The button is what is pressed, so it bears the name."""
        super().setAccessibleName(name)
        self.button.setAccessibleName(name)

    def show_folder(self, folder: str) -> None:
        """Show the folder's own name; its path is the tool tip."""
        self._folder = folder
        name = Path(folder).name if folder else self.tr("Choose a folder…")
        self.button.setText(name if len(name) <= _LETTERS else name[: _LETTERS - 1] + "…")
        self.button.setToolTip(folder)
        self.clear.setVisible(bool(folder))

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder"), self._folder)
        if folder:
            self.settled.emit(folder)
