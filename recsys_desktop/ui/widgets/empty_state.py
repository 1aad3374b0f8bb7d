"""What stands where nothing is yet: what this place is, why it is empty, and the one thing to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.ui import theme
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.theme import SPACE, TYPE
from recsys_desktop.ui.widgets.buttons import PrimaryButton
from recsys_desktop.ui.widgets.labels import Heading, Label

_ICON_SIZE = 2 * theme.ICON
_TEXT_WIDTH = 420


class EmptyState(QWidget):
    """A drawing, a heading, a sentence and one button, in the middle of the room it is given."""

    acted = Signal()  # the button was pressed

    def __init__(self, icon: str, title: str, why: str, action: str = "", parent: QWidget | None = None) -> None:
        """``action`` is the button's text; without one there is no button."""
        super().__init__(parent)
        self._title, self._why, self._icon_name = title, why, icon
        self._icon = QLabel()
        self._heading = Heading(wrap=True)
        self._sentence = Label(wrap=True, size=TYPE.body, role="muted")
        self.button = PrimaryButton(action, "empty_action")
        self.button.setVisible(bool(action))
        self.button.clicked.connect(self.acted)
        self._lay_out()
        self.reset()

    def _lay_out(self) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.l, SPACE.l, SPACE.l, SPACE.l)
        layout.setSpacing(SPACE.xs)
        layout.addStretch(2)
        for label in (self._icon, self._heading, self._sentence):
            label.setAlignment(centre)
        layout.addWidget(self._icon, 0, centre)
        layout.addSpacing(SPACE.xxs)
        layout.addLayout(self._column())
        layout.addSpacing(SPACE.xs)
        layout.addWidget(self.button, 0, centre)
        layout.addStretch(3)

    def _column(self) -> QHBoxLayout:
        """Return the words in a column that is never too wide to read. (Aligning them instead would cost their second line.)"""
        column = QWidget()
        column.setMaximumWidth(_TEXT_WIDTH)
        lines = QVBoxLayout(column)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(SPACE.xs)
        lines.addWidget(self._heading)
        lines.addWidget(self._sentence)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(column, 100)
        row.addStretch(1)
        return row

    def reset(self) -> None:
        """Show the empty place again, after an error was shown in it."""
        self._show(self._icon_name, "muted", self._title, self._why)

    def say(self, why: str) -> None:
        """Say something else of this place than before, under the same heading."""
        self._why = why
        self.reset()

    def show_error(self, error: RecsysError) -> None:
        """Say in this place what went wrong and what to do."""
        self._show("warning", "warning", words(error.message), words(error.hint))

    def _show(self, icon: str, role: str, title: str, why: str) -> None:
        self._icon.setPixmap(theme.pixmap(icon, role, _ICON_SIZE))
        self._heading.setText(title)
        self._sentence.setText(why)
        self.setAccessibleName(title)
        self.setAccessibleDescription(why)
