"""A sentence at the foot of the window for some seconds, with a button that takes the action back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from recsys_desktop.ui.theme import SPACE, TOAST_MS
from recsys_desktop.ui.widgets.buttons import QuietButton
from recsys_desktop.ui.widgets.labels import Label

_WIDEST = 560


class Toast(QFrame):
    """One notice at a time, laid over the foot of its parent; a newer one takes its place. It waits while the pointer is on it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.setProperty("role", "toast")
        self._over = parent
        self._label = Label(wrap=True)
        self._button = QuietButton(self.tr("Undo"), "toast_undo")
        self._undo: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOAST_MS)
        self._timer.timeout.connect(self.hide)
        self._button.clicked.connect(self._take_back)
        self._row = QHBoxLayout(self)
        layout = self._row
        layout.setContentsMargins(SPACE.m, SPACE.xs, SPACE.xs, SPACE.xs)
        layout.setSpacing(SPACE.m)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._button)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown now or last."""
        return self._label.text()

    def show_text(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Show a sentence; ``undo`` is called once if the person presses the button."""
        self._undo = undo
        self._label.setText(text)
        self._button.setVisible(undo is not None)
        self.setAccessibleName(text)
        self._settle()
        self.show()
        self.raise_()
        self._timer.start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._settle()
        return False

    def enterEvent(self, _event: QEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, _event: QEvent) -> None:
        if self.isVisible():
            self._timer.start()

    def hideEvent(self, _event: QEvent) -> None:
        self._timer.stop()
        self._undo = None

    def _take_back(self) -> None:
        undo = self._undo
        self.hide()
        if undo is not None:
            undo()

    def _settle(self) -> None:
        words_width = self._label.fontMetrics().horizontalAdvance(self._label.text()) + SPACE.xs
        room = min(_WIDEST, self._over.width() - 2 * SPACE.l)
        button = self._button.sizeHint().width() + SPACE.m if self._undo is not None else 0
        width = min(room, words_width + button + SPACE.m + SPACE.xs)
        height = max(self._row.heightForWidth(width), self._row.minimumSize().height())
        self.setGeometry((self._over.width() - width) // 2, self._over.height() - height - SPACE.l, width, height)
