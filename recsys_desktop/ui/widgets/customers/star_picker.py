"""Five stars in a row, opened below a button; a press, or a key from 1 to 5, gives them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from recsys_desktop.ui import theme
from recsys_desktop.ui.widgets.buttons import IconButton

MOST = 5


class StarPicker(QFrame):
    """A popup that closes itself. ``given`` stars are drawn as given; the same number again is a press like any other."""

    picked = Signal(int)  # 1 to 5

    def __init__(self, given: int, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("star_picker")
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Stars"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE.xs, theme.SPACE.xs, theme.SPACE.xs, theme.SPACE.xs)
        row.setSpacing(theme.SPACE.xxs)
        self.buttons = [self._star(stars, given) for stars in range(1, MOST + 1)]
        for button in self.buttons:
            row.addWidget(button)

    def _star(self, stars: int, given: int) -> IconButton:
        label = self.tr("1 star") if stars == 1 else self.tr("{count} stars").format(count=stars)
        button = IconButton("star", label, f"star_{stars}", self, checkable=True)
        button.setChecked(stars <= given)
        button.clicked.connect(lambda: self._pick(stars))
        return button

    def open_below(self, button: QWidget) -> None:
        """Show the row under a button and move the keyboard there."""
        self.adjustSize()
        self.move(button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + theme.SPACE.xxs)))
        self.show()
        self.buttons[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        stars = event.key() - Qt.Key.Key_0
        if 1 <= stars <= MOST:
            self._pick(stars)
        else:
            super().keyPressEvent(event)

    def _pick(self, stars: int) -> None:
        self.picked.emit(stars)
        self.close()
