"""Files imported lately: at most ten, newest first, kept over a restart; those that are gone are grey in the menu."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from recsys_desktop.ui.dialogs.import_dialog import ImportDialog
from recsys_desktop.ui.recent_files import MOST, RecentFiles
from recsys_desktop.ui.window_keeper import WindowKeeper
from recsys_desktop.ui.workplace import Workplace

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def state(folder: Path) -> QSettings:
    return QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)


def test_ten_are_kept_the_newest_first_and_each_once(tmp_path: Path) -> None:
    recent = RecentFiles(state(tmp_path))
    files = [tmp_path / f"{number}.csv" for number in range(12)]
    for file in files:
        recent.add([file])
    assert recent.paths == files[:1:-1]
    assert len(recent.paths) == MOST == 10
    recent.add([files[5], files[0]])
    assert recent.paths[:3] == [files[5], files[0], files[11]]


def test_they_are_there_after_a_restart_even_if_it_is_one_with_a_comma(tmp_path: Path) -> None:
    file = tmp_path / "订单, May.csv"
    kept = state(tmp_path)
    RecentFiles(kept).add([file])
    kept.sync()
    again = RecentFiles(state(tmp_path))
    assert again.paths == [file]
    again.clear()
    assert again.paths == []


def test_the_menu_opens_them_and_greys_what_is_gone(qapp: QApplication, qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> None:
    keeper = WindowKeeper(qapp, workplace, workplace.shop.data_dir)
    keeper.window.show()
    menu = keeper.window.findChild(QMenu, "menu_recent_files")
    assert isinstance(menu, QMenu)
    assert not menu.menuAction().isEnabled()
    there, gone = tmp_path / "R&D.csv", tmp_path / "gone.csv"
    there.write_text("id,title\nA1,Cup\n", encoding="utf-8")
    keeper.window.import_files([there, gone])
    (first,) = keeper.window.findChildren(ImportDialog)
    qtbot.waitUntil(lambda: not workplace.runner.jobs)
    first.reject()
    assert menu.menuAction().isEnabled()
    menu.aboutToShow.emit()
    shown = [(action.text(), action.isEnabled()) for action in menu.actions() if action.objectName().startswith("action_recent")]
    assert shown == [("R&&D.csv", True), ("gone.csv", False)]
    assert str(gone) in menu.actions()[1].toolTip()
    menu.actions()[0].trigger()
    second = next(dialog for dialog in keeper.window.findChildren(ImportDialog) if dialog.isVisible())
    qtbot.waitUntil(lambda: not workplace.runner.jobs)
    assert second.files.count == 1
    second.reject()
    menu.actions()[-1].trigger()
    assert keeper.window.recent_files.paths == []
    assert not menu.menuAction().isEnabled()
    keeper.window.retire()
    keeper.deleteLater()
