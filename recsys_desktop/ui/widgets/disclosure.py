"""A heading that folds away what only some people want to see."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from recsys_desktop.ui import theme
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import LinkButton


class Disclosure(QWidget):
    """Put things into ``body``; they are hidden until the heading is pressed."""

    def __init__(self, title: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = LinkButton(title, name)
        self.button.setCheckable(True)
        self._content = QWidget()
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SPACE.xs)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.xs)
        layout.addWidget(self.button)
        layout.addWidget(self._content)
        self.button.toggled.connect(self._fold)
        self._fold(False)

    def _fold(self, opened: bool) -> None:
        self._content.setVisible(opened)
        self.button.setIcon(theme.icon("chevron_down" if opened else "chevron_right", "accent"))
