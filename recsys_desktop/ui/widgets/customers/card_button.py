"""The buttons of a list card."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from recsys_desktop.ui import theme
from recsys_desktop.ui.formats import tooltip
from recsys_desktop.ui.widgets.buttons import IconButton

SIZE = theme.CONTROL_HEIGHT


class CardButton(IconButton):
    """An answer about one product: its spoken name holds the product's title, its tool tip the key that does the same."""

    def __init__(self, icon: str, name: str, parent: QWidget | None = None, *, checkable: bool = False) -> None:
        super().__init__(icon, "", name, parent, checkable=checkable)
        self.setFixedSize(SIZE, SIZE)

    def name(self, spoken: str, shown: str) -> None:
        """Set what a screen reader says ("Like: Recipe box") and the tool tip ("Likes this (L)")."""
        self.setAccessibleName(spoken)
        if not self.toolTip():
            self.setToolTip(tooltip(shown))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the up and down keys to the card: they go to its neighbours."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)
