"""What only a person can settle about a file, asked in its own cells."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, QTimeZone, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from recsys_desktop.services.imports.previewing import FileLook, TwoReadings
from recsys_desktop.ui.dialogs.import_words import delimiter_name, encoding_name
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import QuietButton
from recsys_desktop.ui.widgets.labels import Body, Muted


class _Question(QFrame):
    """A sentence, a remark below it, and buttons for the answers."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "advice")
        self.sentence, self.remark = Body(), Muted(wrap=True)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(SPACE.xs)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.s, SPACE.s, SPACE.s, SPACE.s)
        column.setSpacing(SPACE.xs)
        column.addWidget(self.sentence)
        column.addLayout(self.buttons)
        column.addWidget(self.remark)

    def ask(self, sentence: str, remark: str) -> None:
        """Show the question."""
        self.sentence.setText(sentence)
        self.remark.setText(remark)
        self.setAccessibleName(sentence)


class DateQuestion(_Question):
    """Both readings of one real date of the file, to choose from."""

    answered = Signal(bool)  # whether the day stands first

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("import_date_question", parent)
        self.day_first = QuietButton("", "import_day_first")
        self.month_first = QuietButton("", "import_month_first")
        for button, first in ((self.day_first, True), (self.month_first, False)):
            self.buttons.addWidget(button)
            button.clicked.connect(lambda _checked, first=first: self.answered.emit(first))
        self.buttons.addStretch(1)

    def show_look(self, look: FileLook) -> None:
        """Ask about a file's dates, if they can be read in two ways."""
        asked = look.plan is not None and "day_first" in look.plan.questions
        self.setVisible(asked)
        if not asked:
            return
        if look.dates is None:
            self._ask_plainly()
        else:
            self._ask_with(look.dates)

    def _ask_with(self, dates: TwoReadings) -> None:
        self.ask(
            self.tr("Which day is {cell}?").format(cell=dates.cell),
            self.tr("The file does not tell by itself. Your answer holds for all its dates."),
        )
        self.day_first.setText(self._in_words(dates.day_first))
        self.month_first.setText(self._in_words(dates.month_first))

    def _ask_plainly(self) -> None:
        self.ask(self.tr("Do the dates of this file begin with the day or with the month?"), "")
        self.day_first.setText(self.tr("With the day"))
        self.month_first.setText(self.tr("With the month"))

    def _in_words(self, seconds: int) -> str:
        day = QDateTime.fromSecsSinceEpoch(seconds, QTimeZone(QTimeZone.Initialization.UTC))
        return QLocale().toString(day, self.tr("d MMMM yyyy", "a date's format as Qt writes it, with the month in words"))


class FormatQuestion(_Question):
    """The best guess of how a file is written, to be confirmed by a look at its rows."""

    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("import_format_question", parent)
        self.yes = QuietButton(self.tr("Yes, this is right"), "import_format_right", icon="check")
        self.yes.clicked.connect(self.confirmed)
        self.buttons.addWidget(self.yes)
        self.buttons.addStretch(1)

    def show_look(self, look: FileLook) -> None:
        """Ask whether the rows look right, if the program is not sure."""
        self.setVisible(look.unsure)
        if look.format is None or look.error is None:
            return
        if look.error.code == "unknown_encoding":
            guess = words(encoding_name(look.format.encoding))
            sentence = self.tr("Are all letters below right? The likeliest encoding is {guess}.").format(guess=guess)
        else:
            guess = words(delimiter_name(look.format.delimiter))
            sentence = self.tr("Are the rows below cut into the right cells? They are cut at: {guess}").format(guess=guess)
        self.ask(sentence, self.tr("If they are not, change the settings above until they are."))
