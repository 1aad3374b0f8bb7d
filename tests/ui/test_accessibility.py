"""A walk with the keyboard alone through every page, menu and dialog, listening to what a screen reader would say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox, QWidget, QWidgetAction
from pytestqt.qtbot import QtBot

from recsys_desktop.ui import page_maker
from recsys_desktop.ui.dialogs.import_dialog import ImportDialog
from recsys_desktop.ui.main_window import MainWindow
from recsys_desktop.ui.window_keeper import WindowKeeper
from recsys_desktop.ui.workplace import Workplace
from tests.ui import keyboard, looking

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

#: They do something at once, in place; what they do has its own tests.
AT_ONCE = {"action_quit", "action_undo", "action_find", "action_forget_recent"}
#: Qt's own, which waits for its end.
QTS_OWN = {"action_about_qt"}


@pytest.fixture
def keeper(qapp: QApplication, stocked: Workplace, qtbot: QtBot) -> Iterator[WindowKeeper]:
    made = WindowKeeper(qapp, stocked, stocked.shop.data_dir)
    made.window.resize(1366, 768)
    made.window.show()
    settle(qtbot, stocked)
    yield made
    settle(qtbot, stocked)
    made.close_help()
    made.window.retire()
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settle(qtbot: QtBot, workplace: Workplace) -> None:
    qtbot.waitUntil(lambda: not workplace.runner.jobs, timeout=20_000)
    QApplication.processEvents()


def faults_of(root: QWidget) -> dict[str, list[str]]:
    """Return what is wrong with a window for those who do not see or point, by kind; kinds without faults are left out."""
    faults = {"unnamed": looking.unnamed(root), "order": looking.out_of_order(root), "mouse only": looking.mouse_only(root)}
    return {kind: found for kind, found in faults.items() if found}


def test_every_page_is_opened_by_a_key_named_and_in_order(qtbot: QtBot, stocked: Workplace, keeper: WindowKeeper) -> None:
    window = keeper.window
    found: dict[str, dict[str, list[str]]] = {}
    for place, name in enumerate(page_maker.NAMES, start=1):
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        QTest.keyClick(window, Qt.Key(Qt.Key.Key_0.value + place), Qt.KeyboardModifier.ControlModifier)
        settle(qtbot, stocked)
        assert window.place[0] == name
        if faults := faults_of(window.page(name)):
            found[name] = faults
        stops = looking.tab_stops(window)
        assert stops, name
        for stop in (stops[0], stops[-1]):  # the Tab key comes round
            assert keyboard.tab_to(window, stop.objectName()) is not None
    assert found == {}
    assert faults_of(window.rail) == {}
    assert faults_of(window.status) == {}


def test_every_dialog_of_the_menus_is_opened_and_left_by_keys(qtbot: QtBot, stocked: Workplace, keeper: WindowKeeper) -> None:
    window = keeper.window
    found: dict[str, dict[str, list[str]]] = {}
    opened: list[str] = []
    for bar_action in window.menuBar().actions():
        menu = bar_action.menu()
        assert isinstance(menu, QMenu)
        for way in keyboard.actions_of(menu):
            name = way[-1].objectName()
            if name in AT_ONCE | QTS_OWN or name.endswith("_page"):
                continue
            dialog = _open(qtbot, stocked, window, bar_action, way)
            if dialog is None:
                continue
            opened.append(name)
            if not isinstance(dialog, (QFileDialog, QMessageBox)) and (faults := faults_of(dialog)):
                found[name] = faults
            QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Escape)
            assert not dialog.isVisible(), f"{name}: Escape does not close it"
            settle(qtbot, stocked)
    assert found == {}
    assert {"action_import", "action_past_imports", "action_add_product", "action_help", "action_keyboard"} <= set(opened)


def _open(qtbot: QtBot, workplace: Workplace, window: MainWindow, bar_action: QAction, way: tuple[QAction, ...]) -> QWidget | None:
    """Choose something in the menus; return the window that came of it, None where it did something in place."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    before = keyboard.windows()
    keyboard.choose(window, bar_action, way)
    settle(qtbot, workplace)
    came = [one for one in keyboard.windows() if one not in before]
    choosers = [one for one in came if isinstance(one, QFileDialog)]
    if len(came) == 2 and len(choosers) == 1:  # a window that asks for files at once
        QTest.keyClick(choosers[0].focusWidget() or choosers[0], Qt.Key.Key_Escape)
        came = [one for one in came if one.isVisible()]
    assert len(came) <= 1, (way[-1].objectName(), came)
    if came:
        came[0].activateWindow()
        qtbot.waitUntil(came[0].isActiveWindow)
    return came[0] if came else None


def test_an_import_is_done_step_by_step_with_keys_alone(
    qtbot: QtBot, stocked: Workplace, keeper: WindowKeeper, tmp_path: Path
) -> None:
    path = tmp_path / "products.csv"
    path.write_text("id,title,price\nN1,Blue cup,3.50\nN2,Oak jug,\n", encoding="utf-8")
    stocked.files_chosen.emit([path])
    window = keeper.window
    file_menu = next(action for action in window.menuBar().actions() if isinstance(action.menu(), QMenu))
    assert isinstance(file_menu.menu(), QMenu)
    way = next(way for way in keyboard.actions_of(file_menu.menu()) if way[-1].objectName() == "action_recent_1")
    dialog = _open(qtbot, stocked, window, file_menu, way)
    assert isinstance(dialog, ImportDialog)
    for step, button in (("files", "import_next"), ("forecast", "import_go"), ("result", "")):
        assert faults_of(dialog) == {}, step
        if button:
            keyboard.press(dialog, button)
            settle(qtbot, stocked)
    assert stocked.shop.catalogue.count() == 14
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


#: Page, button: what Space on it opens is a dialog, a pop-up or a menu.
OPENERS = (
    ("customers", "new_customer_button"),
    ("customers", "hand_out_list"),
    ("customers", "stars"),
    ("customers", "more"),
    ("customers", "status_feedback"),
    ("products", "product_add"),
    ("products", "product_change"),
    ("products", "product_more"),
    ("products", "products_more"),
    ("products", "product_sort"),
    ("rules", "scenario_add"),
    ("rules", "rule_pin_add"),
    ("rules", "rule_boost_add"),
    ("rules", "rule_block_add"),
    ("rules", "rule_hide_add"),
    ("insights", "fit_to_shop"),
    ("settings", "nightly_setup"),
)


@pytest.mark.parametrize(("page", "button"), OPENERS)
def test_what_a_button_opens_is_named_in_order_and_left_with_escape(
    qtbot: QtBot, stocked: Workplace, keeper: WindowKeeper, page: str, button: str
) -> None:
    window = keeper.window
    window.go_to(page)
    settle(qtbot, stocked)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    before = keyboard.windows()
    keyboard.press(window, button)
    settle(qtbot, stocked)
    menu = QApplication.activePopupWidget()
    opened = [one for one in keyboard.windows() if one not in before] or [menu]
    assert len(opened) == 1, opened
    assert isinstance(opened[0], QWidget), "nothing was opened"
    if isinstance(opened[0], QMenu):
        assert all(
            action.text() for action in opened[0].actions() if not action.isSeparator() and not isinstance(action, QWidgetAction)
        )
    else:
        assert faults_of(opened[0]) == {}
    QTest.keyClick(opened[0].focusWidget() or opened[0], Qt.Key.Key_Escape)
    assert not opened[0].isVisible(), "Escape does not close it"


def test_why_a_product_is_in_the_list_is_asked_and_left_with_keys(qtbot: QtBot, stocked: Workplace, keeper: WindowKeeper) -> None:
    window = keeper.window
    window.go_to("customers")
    settle(qtbot, stocked)
    before = keyboard.windows()
    QTest.keyClick(keyboard.tab_to(window, "recommendation_card"), Qt.Key.Key_W)
    settle(qtbot, stocked)
    (popover,) = [one for one in keyboard.windows() if one not in before]
    assert faults_of(popover) == {}
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()
