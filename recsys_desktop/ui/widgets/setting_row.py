"""One setting: its name, the control that fits its type, its reason and its default."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from recsys_desktop.domain.texts import Text, message
from recsys_desktop.settings import WATCHED_FOLDER, Setting, Value
from recsys_desktop.ui.texts import number, words
from recsys_desktop.ui.theme import SEMIBOLD, SPACE
from recsys_desktop.ui.widgets.buttons import LinkButton
from recsys_desktop.ui.widgets.calm_boxes import CalmComboBox, CalmDoubleSpinBox, CalmSpinBox
from recsys_desktop.ui.widgets.card import Card
from recsys_desktop.ui.widgets.folder_field import FolderField
from recsys_desktop.ui.widgets.labels import Label, Muted

_CONTROL_WIDTH = 220
_CHOICES: dict[Value, Text] = {
    "system": message("settings", "As the computer"),
    "en": message("settings", "English"),
    "zh_CN": message("settings", "Simplified Chinese"),
    "light": message("settings", "Light"),
    "dark": message("settings", "Dark"),
    "products": message("settings", "Products of a shop"),
    "articles": message("settings", "Articles to read"),
    "films": message("settings", "Films and series"),
}


class SettingRow(Card):
    """Emits ``changed`` once the person has settled on a value, not at each key."""

    changed = Signal(object, object)  # Setting, Value

    def __init__(self, setting: Setting, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName(f"setting_{setting.key}")
        self.setting = setting
        self._value: Value = setting.default
        self._name = Label(words(setting.label), weight=SEMIBOLD, wrap=True)
        self._default = Muted()
        self.reset = LinkButton(self.tr("Use the default"), f"reset_{setting.key}", small=True)
        self.reset.clicked.connect(lambda: self._settle(setting.default))
        self.control = self._make_control()
        self.control.setObjectName(f"value_{setting.key}")
        self.control.setAccessibleName(words(setting.label))
        self.control.setAccessibleDescription(words(setting.reason))
        self.control.setFixedWidth(_CONTROL_WIDTH)
        self._lay_out()
        self.show_value(setting.default)

    def _lay_out(self) -> None:
        text = QVBoxLayout()
        text.setSpacing(SPACE.xxs)
        text.addWidget(self._name)
        text.addWidget(Muted(words(self.setting.reason), wrap=True))
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.xs)
        foot.addWidget(self._default)
        foot.addWidget(self.reset)
        foot.addStretch(1)
        text.addLayout(foot)
        row = QHBoxLayout()
        row.setSpacing(SPACE.l)
        row.addLayout(text, 1)
        row.addWidget(self.control)
        self.body.addLayout(row)

    def matches(self, text: str) -> bool:
        """Return whether every word of ``text`` stands in the name or the reason."""
        here = f"{words(self.setting.label)} {words(self.setting.reason)}".casefold()
        return all(word in here for word in text.casefold().split())

    def show_value(self, value: Value) -> None:
        """Show the stored value, without reporting it as changed."""
        self._value = value
        control = self.control
        control.blockSignals(True)
        if isinstance(control, QComboBox):
            control.setCurrentIndex(control.findData(value))
        elif isinstance(control, QDoubleSpinBox):
            control.setValue(float(value))
        elif isinstance(control, QSpinBox):
            control.setValue(int(value))
        elif isinstance(control, QCheckBox):
            control.setChecked(bool(value))
        elif isinstance(control, FolderField):
            control.show_folder(str(value))
        elif isinstance(control, QLineEdit):
            control.setText(str(value))
        control.blockSignals(False)
        self._default.setText(words(message("settings", "Default: {value}").fill(value=_words(self.setting.default))))
        self.reset.setVisible(value != self.setting.default and self.setting.default != "")

    def _make_control(self) -> QWidget:
        setting = self.setting
        if setting.choices:
            return self._make_choice()
        if isinstance(setting.default, bool):
            return self._make_tick()
        if setting is WATCHED_FOLDER:
            field = FolderField()
            field.settled.connect(self._settle)
            return field
        if isinstance(setting.default, float):
            return self._make_number()
        if isinstance(setting.default, int):
            return self._make_count()
        line = QLineEdit()
        line.editingFinished.connect(lambda: self._settle(line.text().strip()))
        return line

    def _make_choice(self) -> QComboBox:
        box = CalmComboBox()
        for choice in self.setting.choices:
            box.addItem(_words(choice), choice)
        box.activated.connect(lambda _: self._settle(box.currentData()))
        return box

    def _make_tick(self) -> QCheckBox:
        box = QCheckBox(self.tr("Yes"))
        box.clicked.connect(self._settle)
        return box

    def _make_count(self) -> QSpinBox:
        spin = CalmSpinBox()
        spin.setRange(int(self.setting.lowest or 0), int(self.setting.highest or 1_000_000))
        spin.editingFinished.connect(lambda: self._settle(spin.value()))
        return spin

    def _make_number(self) -> QDoubleSpinBox:
        spin = _NumberBox()
        spin.setDecimals(1)
        spin.setRange(self.setting.lowest or 0.0, self.setting.highest or 1e6)
        spin.editingFinished.connect(lambda: self._settle(spin.value()))
        return spin

    def _settle(self, value: Value) -> None:
        if value != self._value:
            self.show_value(value)
            self.changed.emit(self.setting, value)


class _NumberBox(CalmDoubleSpinBox):
    """Shows a whole number as one: 365, not 365.0."""

    def textFromValue(self, value: float) -> str:
        return QLocale().toString(int(value)) if value.is_integer() else super().textFromValue(value)


def _words(value: Value) -> str:
    if value == "":
        return words(message("settings", "none"))
    if isinstance(value, bool):
        return words(message("settings", "yes") if value else message("settings", "no"))
    if isinstance(value, float):
        return number(int(value)) if value.is_integer() else str(value)
    if isinstance(value, int):
        return number(value)
    return words(_CHOICES[value]) if value in _CHOICES else value
