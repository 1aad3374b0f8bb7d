"""One field of a form: its name above, what is wrong with it below, in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QVBoxLayout, QWidget

from recsys_desktop.ui.theme import SPACE, TYPE
from recsys_desktop.ui.widgets.labels import Label


class FormField(QWidget):
    """A control under a label, which is its name for screen readers and, with an ampersand, its key."""

    def __init__(self, title: str, control: QWidget, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        control.setObjectName(name)
        self._label = Label(size=TYPE.small, role="muted")
        self._label.setBuddy(control)
        self._wrong = Label(size=TYPE.small, role="danger", wrap=True)
        self._wrong.setObjectName(f"{name}_wrong")
        self._wrong.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xxs)
        column.addWidget(self._label)
        column.addWidget(control)
        column.addWidget(self._wrong)
        column.addStretch(1)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """Rename the field."""
        self._label.setText(title)
        for named in (self.control, *self.control.findChildren(QLineEdit)):  # the line within a box is entered too
            named.setAccessibleName(title.replace("&", ""))

    @property
    def wrong(self) -> str:
        """What is wrong with the content, "" where nothing is."""
        return self._wrong.text()

    def show_wrong(self, sentence: str) -> None:
        """Say below the control what is wrong; "" takes it away."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self.control.setAccessibleDescription(sentence)
        self.control.setProperty("invalid", "true" if sentence else "false")
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)


class CompletingLine(QLineEdit):
    """Offers the words that hold what was typed, anywhere and in any case."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QStringListModel(self)
        self.setCompleter(_completer(self._words, self))

    def offer(self, words: Sequence[str]) -> None:
        """Offer these words."""
        self._words.setStringList(list(words))


class CompletingBox(QComboBox):
    """One of the words to choose, or another to type; completes likewise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QStringListModel(self)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(1)
        self.setModel(self._words)
        self.setCompleter(_completer(self._words, self))
        self.setEditText("")

    def offer(self, words: Sequence[str]) -> None:
        """Offer these words; what was typed stays."""
        typed = self.currentText()
        self._words.setStringList(list(words))
        self.setCurrentIndex(-1)
        self.setEditText(typed)


def _completer(words: QStringListModel, parent: QWidget) -> QCompleter:
    completer = QCompleter(words, parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    return completer
