"""The window on an empty and on a prepared shop: pages, notices, files dropped, other colours, closing."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.columns import UserId
from recsys_desktop.domain.texts import message
from recsys_desktop.jobs.runner import Lane
from recsys_desktop.settings import COLOURS, SHOP_NAME
from recsys_desktop.ui import page_maker, theme
from recsys_desktop.ui.dialogs.closing import ClosingDialog
from recsys_desktop.ui.dialogs.import_dialog import ImportDialog
from recsys_desktop.ui.dialogs.past_imports import PastImportsDialog
from recsys_desktop.ui.main_window import MainWindow
from recsys_desktop.ui.operations import adjusting
from recsys_desktop.ui.pages.customers import CustomersPage
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.widgets.save_dialog import SaveTableDialog
from recsys_desktop.ui.window_keeper import STATE_FILE, WindowKeeper
from recsys_desktop.ui.workplace import Notice, Workplace
from tests.services.shops import prepared_shop

# Off-screen windows have no size hints to hand on, and their pop-ups take no grab of the keyboard.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractSlider, QAbstractItemView, QPlainTextEdit)


@pytest.fixture(scope="module")
def prepared_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a prepared shop; tests get copies."""
    folder = tmp_path_factory.mktemp("prepared") / "shop"
    prepared_shop(folder).close()
    return folder


@pytest.fixture
def stocked(prepared_dir: Path, tmp_shop_dir: Path, request: pytest.FixtureRequest) -> Workplace:
    """A workplace over a prepared shop."""
    shutil.copytree(prepared_dir, tmp_shop_dir)
    made: Workplace = request.getfixturevalue("workplace")
    return made


@pytest.fixture
def keeper(qapp: QApplication, workplace: Workplace, qtbot: QtBot) -> Iterator[WindowKeeper]:
    """The window on the workplace, shown and settled."""
    made = WindowKeeper(qapp, workplace, workplace.shop.data_dir)
    made.window.resize(1366, 720)
    made.window.show()
    settle(qtbot, workplace)
    yield made
    settle(qtbot, workplace)
    made.window.retire()
    made.deleteLater()


def settle(qtbot: QtBot, workplace: Workplace) -> None:
    qtbot.waitUntil(lambda: not workplace.runner.jobs, timeout=20_000)


def is_named(control: QWidget) -> bool:
    if control.accessibleName() or (isinstance(control, QAbstractButton) and control.text()):
        return True
    owner = control.window()
    return any(label.buddy() is control and label.text() for label in owner.findChildren(QLabel))


def unnamed(page: QWidget) -> list[str]:
    """Return the controls a screen reader would have no words for; parts of composed controls are spoken by their whole."""
    composed = (QComboBox, QAbstractSpinBox, QAbstractItemView, QLineEdit, QTabBar)
    return [
        f"{type(control).__name__} {control.objectName()!r}"
        for kind in CONTROLS
        for control in page.findChildren(kind)
        if not isinstance(control, QScrollBar) and not isinstance(control.parent(), composed)
        if control.isVisibleTo(page) and not is_named(control)
    ]


def test_an_empty_shop_is_welcomed(keeper: WindowKeeper) -> None:
    window = keeper.window
    assert window.place == ("home", None)
    assert window.rail.counts.text() == "Nothing imported yet"
    assert window.status.version.text() == "Model 1"
    sample = window.findChild(QAbstractButton, "try_sample_shop")
    assert sample is not None
    assert sample.isVisible()


def test_every_page_opens_and_every_control_has_a_name(qtbot: QtBot, stocked: Workplace, keeper: WindowKeeper) -> None:
    window = keeper.window
    found: dict[str, list[str]] = {}
    for name in page_maker.NAMES:
        window.go_to(name)
        settle(qtbot, stocked)
        assert window.place[0] == name
        if nameless := unnamed(window.page(name)):
            found[name] = nameless
    assert unnamed(window.rail) == []
    assert found == {}


def test_the_rail_says_whose_shop_this_is(qtbot: QtBot, stocked: Workplace, keeper: WindowKeeper) -> None:
    adjusting.change_setting(workplace=stocked, setting=SHOP_NAME, value="Willow & Wren")
    settle(qtbot, stocked)
    assert keeper.window.rail.shop.text() == "Willow & Wren"
    assert keeper.window.windowTitle().startswith("Willow & Wren")
    assert keeper.window.status.counts.text() == "12 products, 60 customers"


def test_menu_keys_open_the_pages(qtbot: QtBot, workplace: Workplace, keeper: WindowKeeper) -> None:
    for name in page_maker.NAMES:
        action = keeper.window.findChild(QAction, f"action_{name}_page")
        assert action is not None
        action.trigger()
        settle(qtbot, workplace)
        assert keeper.window.place[0] == name
    everywhere = Qt.ShortcutContext.WindowShortcut  # a table's own keys count only while it has the focus
    actions = [found for found in keeper.window.findChildren(QAction) if found.shortcutContext() == everywhere]
    shortcuts = [key.toString() for found in actions for key in found.shortcuts()]
    assert len(shortcuts) == len(set(shortcuts))
    assert {"Ctrl+I", "Ctrl+Z", "Ctrl+F", "Ctrl+,", "Ctrl+Q"} <= set(shortcuts)


def test_find_puts_the_cursor_into_the_pages_search_box(qtbot: QtBot, stocked: Workplace, keeper: WindowKeeper) -> None:
    window = keeper.window
    window.activateWindow()
    find = window.findChild(QAction, "action_find")
    assert find is not None
    for name in ("customers", "products", "settings"):
        window.go_to(name)
        settle(qtbot, stocked)
        find.trigger()
        focused = window.focusWidget()
        assert isinstance(focused, QLineEdit), name
        assert window.page(name).isAncestorOf(focused)


def test_a_notice_can_be_taken_back_by_its_button_or_the_menu(workplace: Workplace, keeper: WindowKeeper) -> None:
    undone: list[str] = []
    workplace.notified.emit(Notice("First", lambda: undone.append("first")))
    workplace.notified.emit(Notice("Second", lambda: undone.append("second")))
    workplace.notified.emit(Notice("Only said"))
    assert keeper.window.toast.text == "Only said"
    undo = keeper.window.findChild(QAction, "action_undo")
    assert undo is not None
    assert undo.text() == "&Undo: Second"
    undo.trigger()
    undo.trigger()
    assert undone == ["second", "first"]
    assert not undo.isEnabled()
    assert undo.text() == "&Undo"


def test_a_file_dropped_onto_the_window_opens_the_import(
    qtbot: QtBot, workplace: Workplace, keeper: WindowKeeper, tmp_path: Path
) -> None:
    path = tmp_path / "products.csv"
    path.write_text("id,title\nA1,Cup\n", encoding="utf-8")
    drop(keeper.window, [QUrl.fromLocalFile(str(path)), QUrl("https://example.invalid/x.csv")])
    settle(qtbot, workplace)
    (dialog,) = keeper.window.findChildren(ImportDialog)
    assert dialog.isVisible()
    assert [dialog.files.list.item(row).text() for row in range(dialog.files.list.count())] == ["products.csv"]
    assert unnamed(dialog) == []
    dialog.reject()


def test_an_import_is_one_step_of_the_undo_menu(qtbot: QtBot, workplace: Workplace, keeper: WindowKeeper, tmp_path: Path) -> None:
    path = tmp_path / "products.csv"
    path.write_text("id,title\nA1,Cup\nA2,Jug\n", encoding="utf-8")
    drop(keeper.window, [QUrl.fromLocalFile(str(path))])
    settle(qtbot, workplace)
    (dialog,) = keeper.window.findChildren(ImportDialog)
    dialog.next.click()
    settle(qtbot, workplace)
    assert unnamed(dialog) == []
    dialog.go.click()
    settle(qtbot, workplace)
    assert unnamed(dialog) == []
    assert workplace.shop.catalogue.count() == 2
    undo = keeper.window.findChild(QAction, "action_undo")
    assert isinstance(undo, QAction)
    assert undo.text() == "&Undo: Imported products.csv: new products: 2"
    undo.trigger()
    settle(qtbot, workplace)
    assert workplace.shop.catalogue.count() == 0
    assert dialog.outcome.title.text() == "Taken back"
    assert not undo.isEnabled()
    dialog.reject()


def test_past_imports_are_opened_from_the_menu(qtbot: QtBot, workplace: Workplace, keeper: WindowKeeper) -> None:
    action = keeper.window.findChild(QAction, "action_past_imports")
    assert isinstance(action, QAction)
    action.trigger()
    settle(qtbot, workplace)
    (dialog,) = keeper.window.findChildren(PastImportsDialog)
    assert dialog.nothing.isVisible()
    assert unnamed(dialog) == []
    dialog.reject()


def test_products_are_exported_from_the_menu(qtbot: QtBot, stocked: Workplace, keeper: WindowKeeper, tmp_path: Path) -> None:
    action = keeper.window.findChild(QAction, "action_export_products")
    assert isinstance(action, QAction)
    action.trigger()
    (dialog,) = keeper.window.findChildren(SaveTableDialog)
    with qtbot.waitSignal(stocked.notified) as told:
        dialog.fileSelected.emit(str(tmp_path / "products.csv"))
    dialog.reject()
    assert words(told.args[0].text) == "Products saved in products.csv: 12"
    assert len((tmp_path / "products.csv").read_text(encoding="utf-8-sig").splitlines()) == 13


def test_while_files_are_dragged_over_the_window_it_says_what_dropping_them_does(
    workplace: Workplace, keeper: WindowKeeper, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    none = Qt.KeyboardModifier.NoModifier
    keeper.window.dragEnterEvent(QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none))
    assert keeper.window.toast.isVisible()
    keeper.window.dragLeaveEvent(QDragLeaveEvent())
    assert not keeper.window.toast.isVisible()
    assert workplace.runner.jobs == []


def drop(window: MainWindow, urls: list[QUrl]) -> None:
    data = QMimeData()
    data.setUrls(urls)
    event = QDropEvent(
        QPointF(QPoint(50, 50)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


def test_other_colours_rebuild_the_window_where_it_was(qtbot: QtBot, stocked: Workplace, keeper: WindowKeeper) -> None:
    keeper.window.go_to("customers", UserId("u03"))
    settle(qtbot, stocked)
    old = keeper.window
    with qtbot.waitSignal(old.destroyed):
        adjusting.change_setting(workplace=stocked, setting=COLOURS, value="dark")
    settle(qtbot, stocked)
    assert keeper.window is not old
    assert theme.current() is theme.DARK
    page = keeper.window.page("customers")
    assert isinstance(page, CustomersPage)
    assert keeper.window.place == ("customers", UserId("u03"))
    assert page.selected == UserId("u03")
    assert keeper.window.size().width() == 1366
    picture = keeper.window.grab().toImage()
    assert picture.pixelColor(214, 60) == QColor(theme.DARK.bg)


def test_an_open_dialog_is_not_lost_to_other_colours(qtbot: QtBot, workplace: Workplace, keeper: WindowKeeper) -> None:
    old = keeper.window
    workplace.import_wanted.emit([])
    (dialog,) = old.findChildren(ImportDialog)
    (chooser,) = dialog.findChildren(QFileDialog)  # a person is asked for files at once
    chooser.reject()
    adjusting.change_setting(workplace=workplace, setting=COLOURS, value="dark")
    settle(qtbot, workplace)
    assert keeper.window is old
    assert dialog.isVisible()
    with qtbot.waitSignal(old.destroyed):
        dialog.reject()
    assert keeper.window is not old
    assert theme.current() is theme.DARK


def test_geometry_and_page_are_kept_beside_the_shop(qtbot: QtBot, workplace: Workplace, keeper: WindowKeeper) -> None:
    keeper.window.go_to("settings")
    settle(qtbot, workplace)
    keeper.window.close()
    kept = QSettings(str(workplace.shop.data_dir / STATE_FILE), QSettings.Format.IniFormat)
    assert kept.value("page") == "settings"
    assert keeper.last_page == "settings"
    assert kept.value("geometry") is not None


def test_closing_during_long_work_asks_once(qtbot: QtBot, workplace: Workplace, keeper: WindowKeeper) -> None:
    gate = threading.Event()
    job = workplace.runner.submit(Lane.COMPUTE, lambda _progress: gate.wait(10), title=message("t", "Reading"))
    asked: list[str] = []

    def answer(button: str) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ClosingDialog)
        asked.extend([label.text() for label in dialog.findChildren(QLabel) if "at work" in label.text()])
        buttons = {found.objectName(): found for found in dialog.findChildren(QPushButton)}
        assert buttons["keep_working"].isDefault()
        buttons[button].click()

    QTimer.singleShot(0, lambda: answer("keep_working"))
    keeper.window.close()
    assert keeper.window.isVisible()
    QTimer.singleShot(0, lambda: answer("stop_and_close"))
    keeper.window.close()
    assert not keeper.window.isVisible()
    assert asked == ["Still at work: Reading."] * 2
    gate.set()
    with qtbot.waitSignal(job.finished):
        pass


def test_short_work_does_not_ask(qtbot: QtBot, workplace: Workplace, keeper: WindowKeeper) -> None:
    gate = threading.Event()
    job = workplace.runner.submit(Lane.RANK, lambda _progress: gate.wait(10))
    keeper.window.close()
    assert not keeper.window.isVisible()
    gate.set()
    with qtbot.waitSignal(job.finished):
        pass
