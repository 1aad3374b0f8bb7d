"""Everything about one file before it is imported: what it seems to be, and what a person may overrule."""

from __future__ import annotations

import codecs

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QInputDialog, QVBoxLayout, QWidget

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.services.previewing import FileLook
from recsys_desktop.ui.dialogs.import_preview import ImportPreview
from recsys_desktop.ui.dialogs.import_words import ENCODINGS, ROLES, delimiter_name, encoding_name, platform_name
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.theme import SEMIBOLD, SPACE, TYPE
from recsys_desktop.ui.widgets.chip import Chip
from recsys_desktop.ui.widgets.labels import Body, ElidedLabel, Muted

_OTHER = "other"
#: Unused columns named one by one; further ones are counted.
_NAMED = 6


class ImportFilePanel(QWidget):
    """Shows a FileLook. Emits what the person changes; the dialog looks again and shows the new look here."""

    role_chosen = Signal(str)
    encoding_chosen = Signal(str)
    mapping_changed = Signal(object)  # dict[str, str]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ElidedLabel(size=TYPE.heading, weight=SEMIBOLD)
        self.platform, self.cells = Chip(tone="accent"), Chip()
        self.role = self._combo("import_role", self.tr("The file holds"))
        self.encoding = self._combo("import_encoding", self.tr("Encoding of the file"))
        self.role_label, self.encoding_label = Muted(self.tr("Holds")), Muted(self.tr("Encoding"))
        self.preview = ImportPreview()
        self.unused = Muted(wrap=True)
        self.unused.setObjectName("import_unused")
        self.remarks = Muted(wrap=True)
        self.problem = Body()
        self.problem.setObjectName("import_problem")
        self._advice = QFrame()
        self._advice.setProperty("role", "advice")
        self._fill_choices()
        self._lay_out()
        self.role.activated.connect(lambda _: self.role_chosen.emit(self.role.currentData()))
        self.encoding.activated.connect(self._on_encoding)
        self.preview.mapping_changed.connect(self.mapping_changed)

    def show_look(self, look: FileLook) -> None:
        """Show what is known about a file."""
        self.name.setText(look.path.name)
        platform = platform_name(look.plan.platform) if look.plan else None
        self.platform.setVisible(platform is not None)
        self.platform.setText(words(platform) if platform else "")
        delimiter = look.format.delimiter if look.format else ""
        self.cells.setVisible(bool(look.header) and bool(delimiter))
        self.cells.setText(self.tr("separated by {delimiter}").format(delimiter=words(delimiter_name(delimiter))))
        with QSignalBlocker(self.role):
            self.role.setCurrentIndex(self.role.findData(look.plan.role) if look.plan else -1)
        readable = bool(look.header) or (look.error is not None and look.error.code == "unknown_encoding")
        for widget in (self.encoding_label, self.encoding):
            widget.setVisible(readable)
        for widget in (self.role_label, self.role):
            widget.setVisible(bool(look.header))
        self._show_encoding(look.format.encoding if look.format else look.wishes.encoding or "")
        self.preview.setVisible(bool(look.header))
        if look.header:
            self.preview.show_look(look)
        self._show_remarks(look)

    def _combo(self, name: str, label: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(label)
        return box

    def _fill_choices(self) -> None:
        self.role.setPlaceholderText(self.tr("Not known yet"))
        for role, label in ROLES:
            self.role.addItem(words(label), role)
        self.encoding.setPlaceholderText(self.tr("Choose…"))
        for encoding, label in ENCODINGS:
            self.encoding.addItem(words(label), encoding)
        self.encoding.addItem(self.tr("Other…"), _OTHER)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.m)
        layout.setSpacing(SPACE.s)
        top = QHBoxLayout()
        top.setSpacing(SPACE.xs)
        top.addWidget(self.name, 1)
        top.addWidget(self.platform)
        top.addWidget(self.cells)
        layout.addLayout(top)
        choices = QHBoxLayout()
        choices.setSpacing(SPACE.xs)
        for label, box in ((self.role_label, self.role), (self.encoding_label, self.encoding)):
            label.setBuddy(box)
            choices.addWidget(label)
            choices.addWidget(box)
            choices.addSpacing(SPACE.s)
        choices.addStretch(1)
        layout.addLayout(choices)
        advice = QVBoxLayout(self._advice)
        advice.setContentsMargins(SPACE.s, SPACE.xs, SPACE.s, SPACE.xs)
        advice.addWidget(self.problem)
        layout.addWidget(self._advice)
        layout.addWidget(self.preview)
        layout.addWidget(self.unused)
        layout.addWidget(self.remarks)
        layout.addStretch(1)

    def _show_encoding(self, encoding: str) -> None:
        name = _same_encoding(encoding)
        with QSignalBlocker(self.encoding):
            if name and self.encoding.findData(name) < 0:
                self.encoding.insertItem(self.encoding.count() - 1, words(encoding_name(name)), name)
            self.encoding.setCurrentIndex(self.encoding.findData(name))
        self.encoding.setEnabled(name != "xlsx")

    def _show_remarks(self, look: FileLook) -> None:
        self._advice.setVisible(look.error is not None)
        self.problem.setText(self._problem_words(look.error) if look.error else "")
        unused = look.plan.unused if look.plan else ()
        self.unused.setVisible(look.plan is not None)
        self.unused.setText(self._unused_words(unused))
        self.remarks.setVisible(look.plan is not None and bool(look.plan.problems))
        self.remarks.setText("\n".join(words(text) for text in look.plan.problems) if look.plan else "")

    def _problem_words(self, error: RecsysError) -> str:
        """Say what is wrong and what to do here; the hints of the errors speak of the command line too."""
        if error.code == "missing_column":
            todo = self.tr("Say above one of the columns below that it is this one.")
        elif error.code == "unknown_encoding":
            todo = self.tr("Choose the encoding above until the letters look right.")
        else:
            todo = words(error.hint)
        return f"{words(error.message)} {todo}"

    def _unused_words(self, unused: tuple[str, ...]) -> str:
        if not unused:
            return self.tr("Every column is used.")
        names = ", ".join(unused[:_NAMED]) + (" …" if len(unused) > _NAMED else "")
        if len(unused) == 1:
            return self.tr("1 column is not used: {names}").format(names=names)
        return self.tr("{count} columns are not used: {names}").format(count=len(unused), names=names)

    def _on_encoding(self, index: int) -> None:
        encoding = self.encoding.itemData(index)
        if encoding == _OTHER:
            name, chosen = QInputDialog.getText(
                self, self.tr("Other encoding"), self.tr("Name of the encoding, for example iso-8859-2 or koi8-r:")
            )
            encoding = name.strip() if chosen else ""
        if encoding:
            self.encoding_chosen.emit(encoding)


def _same_encoding(encoding: str) -> str:
    """Return the list's own name for an encoding ("UTF8" is "utf-8"), the name itself where the list has none."""
    for name, _ in ENCODINGS:
        try:
            if codecs.lookup(name) == codecs.lookup(encoding):
                return name
        except LookupError:
            return encoding
    return encoding
