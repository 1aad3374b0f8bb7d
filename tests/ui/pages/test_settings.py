"""Settings: every declared one has a row; values are stored when settled, and found by typing."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from recsys_desktop.settings import (
    ALL_SETTINGS,
    COLOURS,
    HALF_LIFE_DAYS,
    KEEP_CONTACTS,
    SHOP_NAME,
    WATCHED_FOLDER,
    Setting,
)
from recsys_desktop.ui.pages.settings import SettingsPage
from recsys_desktop.ui.widgets.folder_field import FolderField
from recsys_desktop.ui.widgets.setting_row import SettingRow
from recsys_desktop.ui.workplace import Workplace

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the off-screen platform


@pytest.fixture
def page(qtbot: QtBot, workplace: Workplace) -> SettingsPage:
    made = SettingsPage(workplace)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    qtbot.waitUntil(lambda: not workplace.runner.jobs)
    return made


def row_of(page: SettingsPage, setting: Setting) -> SettingRow:
    return next(row for row in page.rows if row.setting is setting)


def test_every_declared_setting_has_a_row_with_reason_and_default(page: SettingsPage) -> None:
    assert [row.setting for row in page.rows] == list(ALL_SETTINGS)
    for row in page.rows:
        assert row.control.accessibleName()
        assert row.control.accessibleDescription() == str(row.setting.reason)
        assert not row.reset.isVisible()


def test_a_choice_is_stored_and_can_be_reset(qtbot: QtBot, workplace: Workplace, page: SettingsPage) -> None:
    row = row_of(page, COLOURS)
    assert isinstance(row.control, QComboBox)
    assert row.control.currentText() == "As the computer"
    row.control.setCurrentIndex(row.control.findData("dark"))
    with qtbot.waitSignal(workplace.changed) as changed:
        row.control.activated.emit(row.control.currentIndex())
    assert changed.args[0].settings
    assert workplace.shop.settings.get(COLOURS) == "dark"
    assert row.reset.isVisible()
    with qtbot.waitSignal(workplace.changed):
        row.reset.click()
    assert workplace.shop.settings.get(COLOURS) == "system"


def test_text_and_numbers_are_stored_once_settled(qtbot: QtBot, workplace: Workplace, page: SettingsPage) -> None:
    name, days = (row_of(page, one).control for one in (SHOP_NAME, HALF_LIFE_DAYS))
    assert isinstance(name, QLineEdit)
    assert isinstance(days, QDoubleSpinBox)
    assert (days.minimum(), days.maximum()) == (1, 36_500)
    name.setText("  Willow & Wren ")
    assert workplace.runner.jobs == []
    with qtbot.waitSignal(workplace.changed):
        name.editingFinished.emit()
    assert row_of(page, SHOP_NAME).reset.isHidden()  # to have none is nothing to offer
    days.setValue(90)
    with qtbot.waitSignal(workplace.changed):
        days.editingFinished.emit()
    days.editingFinished.emit()  # nothing new: nothing stored
    stored = [workplace.shop.settings.get(one) for one in (SHOP_NAME, HALF_LIFE_DAYS)]
    assert stored == ["Willow & Wren", 90.0]


def test_a_tick_and_a_folder_are_stored_when_they_are_chosen(
    qtbot: QtBot, workplace: Workplace, page: SettingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep, watched = (row_of(page, one).control for one in (KEEP_CONTACTS, WATCHED_FOLDER))
    assert isinstance(keep, QCheckBox)
    assert isinstance(watched, FolderField)
    with qtbot.waitSignal(workplace.changed):
        keep.click()
    qtbot.waitUntil(lambda: not workplace.runner.jobs)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/shop/exports")
    with qtbot.waitSignal(workplace.changed):
        watched.button.click()
    qtbot.waitUntil(lambda: not workplace.runner.jobs)
    assert watched.button.text() == "exports"
    assert [workplace.shop.settings.get(one) for one in (KEEP_CONTACTS, WATCHED_FOLDER)] == [True, "/shop/exports"]
    with qtbot.waitSignal(workplace.changed):
        watched.clear.click()
    assert workplace.shop.settings.get(WATCHED_FOLDER) == ""


def test_typing_finds_settings_by_name_and_reason(page: SettingsPage) -> None:
    page.search.setText("TASTES")
    assert [row.setting.key for row in page.rows if row.isVisible()] == ["half_life_days"]
    page.search.setText("name shown")
    assert [row.setting.key for row in page.rows if row.isVisible()] == ["shop_name"]
    page.search.setText("no such words")
    assert page.nothing.isVisible()
    page.nothing.button.click()
    assert all(row.isVisible() for row in page.rows)
