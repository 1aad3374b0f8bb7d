"""Everything about one file before it is imported: what it seems to be, what is asked, its first rows, and what is said of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.services.imports.previewing import FileLook
from recsys_desktop.ui.dialogs.import_notes import notes
from recsys_desktop.ui.dialogs.import_preview import ImportPreview
from recsys_desktop.ui.dialogs.import_questions import DateQuestion, FormatQuestion
from recsys_desktop.ui.dialogs.import_settings_panel import ImportSettingsPanel
from recsys_desktop.ui.dialogs.platform_words import platform_name
from recsys_desktop.ui.texts import number, words
from recsys_desktop.ui.theme import SEMIBOLD, SPACE, TYPE
from recsys_desktop.ui.widgets.buttons import LinkButton
from recsys_desktop.ui.widgets.chip import Chip
from recsys_desktop.ui.widgets.labels import Body, ElidedLabel, Muted
from recsys_desktop.ui.widgets.sentence_list import SentenceList


class ImportFilePanel(QScrollArea):
    """Shows a FileLook. Emits what the person says; the dialog looks again and shows the new look here."""

    said = Signal(object)  # dict: names of fields of Wishes and their values
    mapping_changed = Signal(object)  # dict[str, str]
    forget_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self.name = ElidedLabel(size=TYPE.heading, weight=SEMIBOLD)
        self.platform = Chip(tone="accent")
        self.settings = ImportSettingsPanel()
        self.dates, self.format = DateQuestion(), FormatQuestion()
        self.preview = ImportPreview()
        self.notes = SentenceList("import_notes", self.tr("About this file"))
        self.problem = Body()
        self.problem.setObjectName("import_problem")
        self._advice = QFrame()
        self._advice.setProperty("role", "advice")
        self.memory = Muted(self.tr("Your settings for such files are remembered from last time."))
        self.followers = Muted(wrap=True)
        self.forget = LinkButton(self.tr("Forget them"), "import_forget")
        self._memory_row = QWidget()
        self._lay_out()
        self._connect()

    def show_look(self, look: FileLook, *, remembered: bool, followers: int) -> None:
        """Show what is known about a file. ``remembered``: its settings are those of an earlier import.

        ``followers`` counts the other files with the same columns, for which every answer holds too.
        """
        self.name.setText(look.path.name)
        self.setAccessibleName(look.path.name)
        platform = platform_name(look.plan.platform) if look.plan else None
        self.platform.setVisible(platform is not None)
        self.platform.setText(words(platform) if platform else "")
        same = look.path == self._path
        self._path = look.path
        self.settings.show_look(look, opened=look.unsure or (same and self.settings.unfold.isChecked()))
        self.dates.show_look(look)
        self.format.show_look(look)
        self.preview.setVisible(bool(look.header))
        if look.header:
            self.preview.show_look(look)
        self._show_problem(look)
        self._show_memory(remembered, followers)
        self.notes.show_lines(notes(look))
        if not same:
            self.verticalScrollBar().setValue(0)

    def _connect(self) -> None:
        self.settings.changed.connect(lambda name, value: self.said.emit({name: value}))
        self.dates.answered.connect(lambda first: self.said.emit({"day_first": first}))
        self.format.confirmed.connect(self._confirm)
        self.preview.mapping_changed.connect(self.mapping_changed)
        self.forget.clicked.connect(self.forget_wanted)

    def _lay_out(self) -> None:
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.m)
        layout.setSpacing(SPACE.s)
        top = QHBoxLayout()
        top.setSpacing(SPACE.xs)
        top.addWidget(self.name, 1)
        top.addWidget(self.platform)
        layout.addLayout(top)
        layout.addWidget(self.settings)
        remembered = QHBoxLayout(self._memory_row)
        remembered.setContentsMargins(0, 0, 0, 0)
        remembered.setSpacing(SPACE.xs)
        remembered.addWidget(self.memory)
        remembered.addWidget(self.forget)
        remembered.addStretch(1)
        layout.addWidget(self._memory_row)
        layout.addWidget(self.followers)
        advice = QVBoxLayout(self._advice)
        advice.setContentsMargins(SPACE.s, SPACE.xs, SPACE.s, SPACE.xs)
        advice.addWidget(self.problem)
        for widget in (self._advice, self.format, self.dates, self.preview, self.notes):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _show_memory(self, remembered: bool, followers: int) -> None:
        self._memory_row.setVisible(remembered)
        self.followers.setVisible(followers > 0)
        if followers == 1:
            self.followers.setText(self.tr("What you say here holds for 1 more file with the same columns."))
        else:
            text = self.tr("What you say here holds for {count} more files with the same columns.")
            self.followers.setText(text.format(count=number(followers)))

    def _show_problem(self, look: FileLook) -> None:
        self._advice.setVisible(look.error is not None and not look.asks)
        self.problem.setText(self._problem_words(look.error) if look.error else "")

    def _problem_words(self, error: RecsysError) -> str:
        """Say what is wrong and what to do here; the hints of the errors speak of the command line too."""
        if error.code == "missing_column":
            todo = self.tr("Say above one of the columns below that it is this one.")
        elif error.code == "unknown_encoding":
            todo = self.tr("Choose the encoding above until the letters look right.")
        else:
            todo = words(error.hint)
        return f"{words(error.message)} {todo}"

    def _confirm(self) -> None:
        """Everything that was guessed about the format is now said by the person."""
        settings = self.settings
        said: dict[str, object] = {"encoding": settings.encoding.currentData()}
        if settings.delimiter.currentData():
            said |= {"delimiter": settings.delimiter.currentData(), "quote": settings.quote.currentData() or ""}
            said["header_line"] = settings.header.value()
        self.said.emit(said)
