"""The help window: opened by F1 at the chapter of the page, searched, followed link by link, gone with the program."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from recsys_desktop.ui.dialogs.help_window import HelpWindow
from recsys_desktop.ui.dialogs.import_dialog import ImportDialog
from recsys_desktop.ui.dialogs.keyboard import KeyboardDialog, keys_of
from recsys_desktop.ui.window_keeper import WindowKeeper
from recsys_desktop.ui.workplace import Workplace

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def keeper(qapp: QApplication, workplace: Workplace, qtbot: QtBot) -> Iterator[WindowKeeper]:
    made = WindowKeeper(qapp, workplace, workplace.shop.data_dir)
    made.window.show()
    qtbot.waitUntil(lambda: not workplace.runner.jobs)
    yield made
    qtbot.waitUntil(lambda: not workplace.runner.jobs)
    made.close_help()
    made.window.retire()
    made.deleteLater()


@pytest.fixture
def window(qtbot: QtBot) -> HelpWindow:
    made = HelpWindow()
    qtbot.addWidget(made)
    return made


def helps() -> list[HelpWindow]:
    return [found for found in QApplication.topLevelWidgets() if isinstance(found, HelpWindow) and found.isVisible()]


def test_f1_opens_the_chapter_of_the_page_in_one_window(qtbot: QtBot, workplace: Workplace, keeper: WindowKeeper) -> None:
    for name in ("customers", "training"):
        keeper.window.go_to(name)
        keeper.window.activateWindow()
        qtbot.waitUntil(keeper.window.isActiveWindow)
        QTest.keyClick(keeper.window, Qt.Key.Key_F1)
        (found,) = helps()
        assert found.chapter == name
    qtbot.waitUntil(found.isActiveWindow)
    QTest.keyClick(found, Qt.Key.Key_Escape)
    assert helps() == []
    qtbot.waitUntil(lambda: not workplace.runner.jobs)


def test_f1_works_in_a_dialog_and_the_help_can_be_read_beside_it(qtbot: QtBot, workplace: Workplace, keeper: WindowKeeper) -> None:
    workplace.import_wanted.emit([])
    (dialog,) = keeper.window.findChildren(ImportDialog)
    (chooser,) = dialog.findChildren(QFileDialog)
    chooser.reject()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    (found,) = helps()
    assert found.chapter == "import"
    assert found.parent() is None  # a child of the window would be blocked by the dialog
    assert dialog.isVisible()
    dialog.reject()
    qtbot.waitUntil(lambda: not workplace.runner.jobs)


def test_the_help_does_not_keep_the_program_running(window: HelpWindow) -> None:
    assert not window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)


def test_searching_leaves_the_chapters_with_those_words(window: HelpWindow) -> None:
    window.open_chapter("customers")
    everything = window.list.count()
    window.search.setText("woocommerce")
    titles = [window.list.item(row).text() for row in range(window.list.count())]
    assert titles == ["Handing out"]
    assert window.chapter == "handouts"
    assert window.text.textCursor().selectedText().casefold() == "woocommerce"
    window.search.setText("giraffe")
    assert window.list.count() == 0
    assert window.nothing.isVisible()
    assert window.list.isHidden()
    window.search.clear()
    assert window.list.count() == everything
    assert not window.nothing.isVisible()


def test_chinese_typed_by_an_input_method_counts_once_it_is_chosen(window: HelpWindow) -> None:
    """While letters are only proposed nothing is looked for; the words that were chosen are."""
    window.open_chapter("start")
    everything = window.list.count()
    QApplication.sendEvent(window.search, QInputMethodEvent("shan", []))
    assert window.list.count() == everything
    chosen = QInputMethodEvent()
    chosen.setCommitString("商品")
    QApplication.sendEvent(window.search, chosen)
    assert window.search.text() == "商品"
    assert window.nothing.isVisible()  # the English chapters have no such words


def test_a_link_leads_to_its_chapter_and_nowhere_else(window: HelpWindow) -> None:
    window.open_chapter("start")
    window.text.anchorClicked.emit(QUrl("rules.md"))
    assert window.chapter == "rules"
    window.text.anchorClicked.emit(QUrl("https://example.invalid/x"))
    assert window.chapter == "rules"


def test_pictures_are_as_wide_as_the_text(window: HelpWindow) -> None:
    window.open_chapter("home")
    picture = window.text.loadResource(2, QUrl("home.png"))
    assert isinstance(picture, QImage)
    assert picture.deviceIndependentSize().width() == pytest.approx(600.0, abs=1.0)


def test_the_sheet_of_keys_has_every_key_of_the_menus_once(qtbot: QtBot, keeper: WindowKeeper) -> None:
    bar = keeper.window.menuBar()
    keeper.window.menus.undo.setText("&Undo: Added: Tea lights")  # whatever it would undo now
    rows = keys_of(bar.actions())
    assert ("File", "Import", "Ctrl+I, Ctrl+O") in rows
    assert ("Edit", "Undo", "Ctrl+Z") in rows
    keys = [key for _, _, keys in rows for key in keys.split(", ")]
    assert len(keys) == len(set(keys))
    dialog = KeyboardDialog(bar, keeper.window)
    qtbot.addWidget(dialog)
    assert dialog.table.rowCount() > len(rows)
    assert dialog.table.item(0, 0).text() == rows[0][1]


def test_a_menus_letter_is_no_part_of_what_it_does() -> None:
    action = QAction("导入(&I)…")
    action.setShortcut("Ctrl+I")
    other = QAction("R&&D: &open")
    other.setShortcut("Ctrl+R")
    assert [what for _, what, _ in keys_of([action, other])] == ["导入", "R&D: open"]
