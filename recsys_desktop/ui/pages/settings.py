"""Settings: each with its control, its reason and its default, found by typing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from recsys_desktop.settings import ALL_SETTINGS, Setting, Value
from recsys_desktop.ui.operations import adjusting
from recsys_desktop.ui.theme import SPACE
from recsys_desktop.ui.widgets.empty_state import EmptyState
from recsys_desktop.ui.widgets.labels import PageTitle
from recsys_desktop.ui.widgets.nightly_card import NightlyCard
from recsys_desktop.ui.widgets.setting_row import SettingRow
from recsys_desktop.ui.workplace import Changes, Workplace

_WIDTH = 820


class SettingsPage(QWidget):
    """One row for each declared setting, in the order of its declaration."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._workplace = workplace
        self._stale = True
        self.search = QLineEdit()
        self.search.setObjectName("setting_search")
        self.search.setPlaceholderText(self.tr("Find a setting"))
        self.search.setAccessibleName(self.tr("Find a setting"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.filter)
        self.nothing = EmptyState(
            "search", self.tr("No such setting"), self.tr("No setting has these words in its name or reason."), self.tr("Show all")
        )
        self.nothing.acted.connect(self.search.clear)
        self.rows = [SettingRow(setting) for setting in ALL_SETTINGS]
        for row in self.rows:
            row.changed.connect(self._change)
        self.nightly = NightlyCard(workplace)
        self._lay_out()
        workplace.changed.connect(self._on_changed)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(inner)
        column.setContentsMargins(SPACE.l, SPACE.l, SPACE.l, SPACE.l)
        column.setSpacing(SPACE.xs)
        column.addWidget(PageTitle(self.tr("Settings")))
        column.addSpacing(SPACE.xxs)
        column.addWidget(self.search)
        column.addSpacing(SPACE.xxs)
        for row in self.rows:
            column.addWidget(row)
        column.addWidget(self.nightly)
        column.addWidget(self.nothing)
        column.addStretch(1)
        self.nothing.hide()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def filter(self, text: str) -> None:
        """Show the rows that hold every word of ``text``."""
        found = [row for row in self.rows if row.matches(text)]
        for row in self.rows:
            row.setVisible(row in found)
        self.nightly.setVisible(self.nightly.matches(text))
        self.nothing.setVisible(not found and not self.nightly.matches(text))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()

    def _on_changed(self, changes: Changes) -> None:
        if changes.settings:
            self._stale = True
            if self.isVisible():
                self._read()

    def _read(self) -> None:
        job = adjusting.read_settings(workplace=self._workplace)
        job.succeeded.connect(self._show)
        job.failed.connect(self._workplace.show_failure)

    def _show(self, values: dict[str, Value]) -> None:
        self._stale = False
        for row in self.rows:
            row.show_value(values[row.setting.key])

    def _change(self, setting: Setting, value: Value) -> None:
        job = adjusting.change_setting(workplace=self._workplace, setting=setting, value=value)
        job.failed.connect(self._workplace.show_failure)
