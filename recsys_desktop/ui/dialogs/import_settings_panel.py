"""How one file is read: the settings that were found, in short words, and behind a button the controls that overrule them."""

from __future__ import annotations

import codecs
from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QInputDialog, QVBoxLayout, QWidget

from recsys_desktop.domain.columns import PRICE, TIME, VALUE
from recsys_desktop.ingest.platforms import GENERIC
from recsys_desktop.ingest.text_format import TextFormat
from recsys_desktop.services.imports.previewing import FileLook
from recsys_desktop.ui import theme
from recsys_desktop.ui.dialogs.import_words import (
    DATE_ORDERS,
    DECIMALS,
    DELIMITERS,
    ENCODINGS,
    KINDS,
    QUOTES,
    ROLES,
    delimiter_name,
    encoding_name,
)
from recsys_desktop.ui.dialogs.platform_words import platform_name
from recsys_desktop.ui.texts import number, words
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.buttons import LinkButton
from recsys_desktop.ui.widgets.calm_boxes import CalmComboBox, CalmSpinBox
from recsys_desktop.ui.widgets.chip import Chip
from recsys_desktop.ui.widgets.flow_layout import FlowLayout
from recsys_desktop.ui.widgets.form_field import FormField

_OTHER = "other"
_COLUMNS = 3
#: What a person can say about a file of each kind.
_SETTABLE = {
    "text": ("encoding", "delimiter", "quote", "header_line"),
    "spreadsheet": ("header_line",),
    "html": ("encoding", "header_line"),
    "json": ("encoding",),
    "xml": ("encoding",),
}
#: A header further down than this is looked for in vain.
_LAST_HEADER = 1000


class ImportSettingsPanel(QWidget):
    """Emits what the person says as ``changed(name of a field of Wishes, value)``."""

    changed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self.unfold = LinkButton("", "import_change_settings")
        self.unfold.setCheckable(True)
        self.unfold.toggled.connect(self._fold)
        self._form = QWidget()
        self._make_controls()
        self._lay_out()
        self._fold(False)

    def show_look(self, look: FileLook, *, opened: bool) -> None:
        """Show how a file is read; ``opened``: with the controls at hand."""
        self.setVisible(look.format is not None or (look.error is not None and look.error.code == "unknown_encoding"))
        self._show_role(look)
        self._show_platform(look)
        self._show_format(look)
        self._show_values(look)
        self._show_chips()
        self._place()
        self.unfold.setChecked(opened)

    def _make_controls(self) -> None:
        self.role = self._box([(role, words(label)) for role, label in ROLES])
        self.role.setPlaceholderText(self.tr("Not known yet"))
        self.platform = self._box([])
        self.encoding = self._box([(name, words(label)) for name, label in ENCODINGS])
        self.encoding.setPlaceholderText(self.tr("Choose…"))
        self.encoding.addItem(self.tr("Other…"), _OTHER)
        self.delimiter = self._box([(sign, words(label)) for sign, label in DELIMITERS.items() if sign])
        self.delimiter.addItem(self.tr("Other…"), _OTHER)
        self.quote = self._box([(sign, words(label)) for sign, label in QUOTES])
        self.header = CalmSpinBox()
        self.header.setRange(0, _LAST_HEADER)
        self.header.setSpecialValueText(self.tr("none"))
        self.header.setKeyboardTracking(False)
        self.dates = self._box([(order, words(label)) for order, label in DATE_ORDERS])
        self.dates.setPlaceholderText(self.tr("Not known yet"))
        self.decimals = self._box([(comma, words(label)) for comma, label in DECIMALS])
        self._fields = {
            "role": FormField(self.tr("The file holds"), self.role, "import_role"),
            "platform": FormField(self.tr("It comes from"), self.platform, "import_platform"),
            "encoding": FormField(self.tr("Encoding of the letters"), self.encoding, "import_encoding"),
            "delimiter": FormField(self.tr("Cells are separated by"), self.delimiter, "import_delimiter"),
            "quote": FormField(self.tr("Quotation marks around cells"), self.quote, "import_quote"),
            "header_line": FormField(self.tr("Column names are in line"), self.header, "import_header_line"),
            "day_first": FormField(self.tr("Dates"), self.dates, "import_dates"),
            "decimal_comma": FormField(self.tr("Decimals"), self.decimals, "import_decimals"),
        }
        for name in ("role", "platform", "quote", "day_first", "decimal_comma"):
            self._tell(name)
        self.encoding.activated.connect(self._on_encoding)
        self.delimiter.activated.connect(self._on_delimiter)
        self.header.valueChanged.connect(lambda line: self.changed.emit("header_line", line))

    def _box(self, choices: Sequence[tuple[object, str]]) -> QComboBox:
        box = CalmComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(1)
        for value, label in choices:
            box.addItem(label, value)
        return box

    def _tell(self, name: str) -> None:
        box = self._fields[name].control
        assert isinstance(box, QComboBox)
        box.activated.connect(lambda _: self.changed.emit(name, box.currentData()))

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self._form)
        self._grid.setContentsMargins(0, SPACE.xxs, 0, SPACE.xxs)
        self._grid.setHorizontalSpacing(SPACE.s)
        self._grid.setVerticalSpacing(SPACE.xs)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        top = QHBoxLayout()
        top.setSpacing(SPACE.xs)
        top.addWidget(self._chips, 1)
        top.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(SPACE.xxs)
        lines.addLayout(top)
        lines.addWidget(self._form)

    def _fold(self, opened: bool) -> None:
        self._form.setVisible(opened)
        self.unfold.setText(self.tr("Hide settings") if opened else self.tr("Change settings"))
        self.unfold.setIcon(theme.icon("chevron_down" if opened else "chevron_right", "accent"))

    def _show_role(self, look: FileLook) -> None:
        role = look.plan.role if look.plan else look.wishes.role
        _choose(self.role, role)
        self._shown = {"role": bool(look.header)}

    def _show_platform(self, look: FileLook) -> None:
        """Offer to take a known export for an unknown table: its columns are then found by their names alone."""
        found = platform_name(look.plan.platform) if look.plan else None
        self._shown["platform"] = found is not None or look.wishes.platform is not None
        with QSignalBlocker(self.platform):
            self.platform.clear()
            self.platform.addItem(words(found) if found else self.tr("Find out"), None)
            self.platform.addItem(self.tr("No known shop system"), GENERIC)
            self.platform.setCurrentIndex(0 if found else 1)

    def _show_format(self, look: FileLook) -> None:
        found = look.format
        settable = _SETTABLE[found.kind] if found is not None else ("encoding",)
        for name in ("encoding", "delimiter", "quote", "header_line"):
            self._shown[name] = name in settable
        if self._shown["encoding"]:
            self._show_encoding(found.encoding if found else look.wishes.encoding or "")
        self._kind = words(KINDS[found.kind]) if found is not None and found.kind in KINDS else ""
        if found is not None:
            self._show_delimiter(found)
            _choose(self.quote, found.quote)
            with QSignalBlocker(self.header):
                self.header.setValue(found.header_line + 1 if found.header_height else 0)

    def _show_values(self, look: FileLook) -> None:
        columns, plan = look.columns or {}, look.plan
        open_dates = plan is None or "day_first" in plan.questions
        dates = look.wishes.day_first if open_dates or plan is None else plan.conventions.day_first
        _choose(self.dates, dates)
        _choose(self.decimals, plan.conventions.decimal_comma if plan else look.wishes.decimal_comma)
        self._shown["day_first"] = TIME in columns and plan is not None
        self._order_matters = look.order_matters
        self._shown["decimal_comma"] = (PRICE in columns or VALUE in columns) and plan is not None

    def _show_encoding(self, encoding: str) -> None:
        name = _same_encoding(encoding)
        if name and self.encoding.findData(name) < 0:
            self.encoding.insertItem(self.encoding.count() - 1, words(encoding_name(name)), name)
        _choose(self.encoding, name)

    def _show_delimiter(self, found: TextFormat) -> None:
        if found.delimiter and self.delimiter.findData(found.delimiter) < 0:
            self.delimiter.insertItem(self.delimiter.count() - 1, words(delimiter_name(found.delimiter)), found.delimiter)
        _choose(self.delimiter, found.delimiter)

    def _show_chips(self) -> None:
        self._flow.clear()
        for text in self.chips:
            chip = Chip(text)
            self._flow.addWidget(chip)
            chip.show()

    @property
    def chips(self) -> list[str]:
        """The settings in short words, as they are shown."""
        said: list[str] = []
        shown = self._shown
        if shown["role"] and self.role.currentIndex() >= 0:
            said.append(self.role.currentText())
        if self._kind:
            said.append(self._kind)
        if shown["encoding"] and self.encoding.currentIndex() >= 0:
            said.append(self.encoding.currentText())
        if shown["delimiter"]:
            said.append(self.tr("separated by {delimiter}").format(delimiter=self.delimiter.currentText()))
        if shown["header_line"]:
            line = self.header.value()
            said.append(self.tr("names in line {number}").format(number=number(line)) if line else self.tr("without column names"))
        if shown["day_first"] and self._order_matters and self.dates.currentIndex() >= 0:
            said.append(self.tr("dates: day first") if self.dates.currentData() else self.tr("dates: month first"))
        if shown["decimal_comma"] and self.decimals.currentData():  # a point is what everyone expects
            said.append(self.tr("decimal comma"))
        return said

    def _place(self) -> None:
        """Set the fields that this file has side by side, without gaps."""
        while self._grid.takeAt(0) is not None:
            pass
        place = 0
        before: QWidget = self.unfold
        for name, field in self._fields.items():
            field.setVisible(self._shown[name])
            if self._shown[name]:
                self._grid.addWidget(field, place // _COLUMNS, place % _COLUMNS)
                self.setTabOrder(before, field.control)
                place, before = place + 1, field.control

    def _on_encoding(self, index: int) -> None:
        encoding = self.encoding.itemData(index)
        if encoding == _OTHER:
            encoding = self._ask(self.tr("Other encoding"), self.tr("Name of the encoding, for example iso-8859-2 or koi8-r:"))
        if encoding:
            self.changed.emit("encoding", encoding)

    def _on_delimiter(self, index: int) -> None:
        sign = self.delimiter.itemData(index)
        if sign == _OTHER:
            sign = self._ask(self.tr("Other separator"), self.tr("The character between two cells, for example ^ or ~:"))
        if sign:
            self.changed.emit("delimiter", "\t" if sign == "\\t" else sign)

    def _ask(self, title: str, question: str) -> str:
        typed, said = QInputDialog.getText(self, title, question)
        return typed.strip() if said else ""


def _choose(box: QComboBox, value: object) -> None:
    with QSignalBlocker(box):
        box.setCurrentIndex(-1 if value is None else box.findData(value))


def _same_encoding(encoding: str) -> str:
    """Return the list's own name for an encoding ("UTF8" is "utf-8"), the name itself where the list has none."""
    for name, _ in ENCODINGS:
        try:
            if codecs.lookup(name) == codecs.lookup(encoding):
                return name
        except LookupError:
            return encoding
    return encoding
