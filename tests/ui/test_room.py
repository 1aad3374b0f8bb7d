"""Every text has the room it needs: in a small window, and where all sentences are 40 % longer than the English ones."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from recsys_desktop import paths
from recsys_desktop.settings import LANGUAGE
from recsys_desktop.ui import languages, page_maker, theme
from recsys_desktop.ui.dialogs.answers import AnswersDialog
from recsys_desktop.ui.dialogs.choose_thing import ChooseProduct
from recsys_desktop.ui.dialogs.closing import ClosingDialog
from recsys_desktop.ui.dialogs.hand_out import HandOutDialog
from recsys_desktop.ui.dialogs.help_window import HelpWindow
from recsys_desktop.ui.dialogs.import_dialog import ImportDialog
from recsys_desktop.ui.dialogs.keyboard import KeyboardDialog
from recsys_desktop.ui.dialogs.move import MoveDialog
from recsys_desktop.ui.dialogs.new_customer_dialog import NewCustomerDialog
from recsys_desktop.ui.dialogs.nightly import NightlyDialog
from recsys_desktop.ui.dialogs.past_imports import PastImportsDialog
from recsys_desktop.ui.dialogs.product_dialog import ProductDialog
from recsys_desktop.ui.main_window import MainWindow
from recsys_desktop.ui.tour import pseudo
from recsys_desktop.ui.tour.pseudo import stretched
from recsys_desktop.ui.window_keeper import WindowKeeper
from recsys_desktop.ui.workplace import Workplace
from tests.ui.looking import cut_off

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

COMPILED = paths.resources_dir() / "translations" / "recsys_desktop_zh_CN.qm"
SMALL, USUAL = (960, 560), (1366, 768)


@pytest.fixture
def long_words(qapp: QApplication) -> Iterator[None]:
    """Everything built meanwhile is in the language of long words."""
    translator = pseudo.install(qapp)
    yield
    QCoreApplication.removeTranslator(translator)
    translator.deleteLater()


def open_window(qapp: QApplication, workplace: Workplace, size: tuple[int, int]) -> WindowKeeper:
    keeper = WindowKeeper(qapp, workplace, workplace.shop.data_dir)
    keeper.window.resize(*size)
    keeper.window.show()
    return keeper


def settle(qtbot: QtBot, workplace: Workplace) -> None:
    for _ in range(2):
        qtbot.waitUntil(lambda: not workplace.runner.jobs, timeout=20_000)
        QApplication.processEvents()


def pages_without_room(qtbot: QtBot, workplace: Workplace, window: MainWindow) -> dict[str, list[str]]:
    """Return what is cut off on each page, pages without faults left out."""
    found: dict[str, list[str]] = {}
    for name in page_maker.NAMES:
        window.go_to(name)
        settle(qtbot, workplace)
        if faults := cut_off(window):
            found[name] = faults
    return found


def put_away(keeper: WindowKeeper) -> None:
    keeper.window.retire()
    keeper.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("size", [SMALL, USUAL], ids=["960x560", "1366x768"])
def test_nothing_is_cut_off_in_english(qapp: QApplication, qtbot: QtBot, stocked: Workplace, size: tuple[int, int]) -> None:
    keeper = open_window(qapp, stocked, size)
    found = pages_without_room(qtbot, stocked, keeper.window)
    put_away(keeper)
    assert found == {}


@pytest.mark.skipif(not COMPILED.exists(), reason="not compiled: packaging/translations.py release")
def test_nothing_is_cut_off_in_chinese(qapp: QApplication, qtbot: QtBot, stocked: Workplace) -> None:
    stocked.shop.settings.set(LANGUAGE, "zh_CN")
    keeper = open_window(qapp, stocked, SMALL)
    found = pages_without_room(qtbot, stocked, keeper.window)
    put_away(keeper)
    languages.install("en")
    theme.apply(qapp, "light")
    assert found == {}


@pytest.mark.usefixtures("long_words")
@pytest.mark.parametrize("size", [SMALL, USUAL], ids=["960x560", "1366x768"])
def test_nothing_is_cut_off_in_long_words(qapp: QApplication, qtbot: QtBot, stocked: Workplace, size: tuple[int, int]) -> None:
    keeper = open_window(qapp, stocked, size)
    assert keeper.window.rail.findChild(QPushButton, "nav_training").text() == stretched("Training")
    found = pages_without_room(qtbot, stocked, keeper.window)
    put_away(keeper)
    assert found == {}


@pytest.mark.usefixtures("long_words")
def test_empty_pages_have_room_for_long_words(qapp: QApplication, qtbot: QtBot, workplace: Workplace) -> None:
    keeper = open_window(qapp, workplace, SMALL)
    found = pages_without_room(qtbot, workplace, keeper.window)
    put_away(keeper)
    assert found == {}


DIALOGS: dict[str, Callable[[Workplace, MainWindow], QWidget]] = {
    "import": lambda workplace, window: ImportDialog(workplace, (), window),
    "past imports": PastImportsDialog,
    "product": lambda workplace, window: ProductDialog(workplace, None, window),
    "keyboard": lambda _workplace, window: KeyboardDialog(window.menuBar(), window),
    "closing": lambda _workplace, window: ClosingDialog(["Importing", "Improving the lists"], window),
    "help": lambda _workplace, _window: HelpWindow(),
    "hand out": HandOutDialog,
    "answers": AnswersDialog,
    "new customer": NewCustomerDialog,
    "move": MoveDialog,
    "nightly": NightlyDialog,
    "choose a product": lambda workplace, window: ChooseProduct(workplace, stretched("Always first in the list"), window),
}


@pytest.mark.usefixtures("long_words")
def test_dialogs_have_room_for_long_words(qapp: QApplication, qtbot: QtBot, stocked: Workplace) -> None:
    keeper = open_window(qapp, stocked, SMALL)
    found = {}
    for name, make in DIALOGS.items():
        dialog = make(stocked, keeper.window)
        dialog.show()
        settle(qtbot, stocked)
        if faults := cut_off(dialog):
            found[name] = faults
        dialog.close()
        dialog.deleteLater()
    put_away(keeper)
    assert found == {}


@pytest.mark.slow
@pytest.mark.parametrize("scale", ["1.25", "1.5", "2"])
def test_all_this_holds_where_everything_is_drawn_larger(scale: str) -> None:
    """Qt reads the scale once, so the tests of this file run in another process."""
    command = [sys.executable, "-m", "pytest", "-q", "-m", "not slow", "-p", "no:cacheprovider", __file__]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | {"QT_SCREEN_SCALE_FACTORS": scale})
    assert done.returncode == 0, done.stdout


def test_the_scale_is_the_one_asked_for(qapp: QApplication) -> None:
    assert qapp.primaryScreen().devicePixelRatio() == float(os.environ.get("QT_SCREEN_SCALE_FACTORS", "1"))


def test_long_words_are_found_out(qtbot: QtBot) -> None:
    """The looking itself: a label and a button with too little room are named, those with enough are not."""
    dialog = QDialog()
    qtbot.addWidget(dialog)
    label, button = QLabel("Quite a long sentence", dialog), QPushButton("Quite a long verb", dialog)
    label.setObjectName("label")
    button.setObjectName("button")
    label.setGeometry(0, 0, 40, 20)
    button.setGeometry(0, 30, 40, 32)
    dialog.show()
    assert [fault.split(" '")[0] for fault in cut_off(dialog)] == ["QLabel", "QPushButton"]
    label.setFixedWidth(300)
    button.setFixedWidth(300)
    assert cut_off(dialog) == []
    assert len(stretched("Of {count} customers")) == len("Of {count} customers") + 4  # of eleven letters
    assert "{count}" in stretched("Of {count} customers")
