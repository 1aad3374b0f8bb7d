"""Bugs that nobody caught reach the window and the log, from every thread; the person can copy them."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from recsys_desktop.ui.dialogs.crash import CrashDialog
from recsys_desktop.ui.faults import Faults

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the off-screen platform


@pytest.fixture
def faults(qapp: QApplication) -> Iterator[Faults]:
    assert not qapp.closingDown()
    hooks = (sys.excepthook, threading.excepthook)
    made = Faults()
    yield made
    made.remove()
    assert (sys.excepthook, threading.excepthook) == hooks


def test_a_slots_exception_is_found_and_the_loop_goes_on(qtbot: QtBot, faults: Faults, caplog: pytest.LogCaptureFixture) -> None:
    def slot() -> None:
        raise ValueError("in a slot")

    with qtbot.waitSignal(faults.found) as found:
        QTimer.singleShot(0, slot)
    assert str(found.args[0]) == "in a slot"
    assert "in a slot" in caplog.text


def test_a_threads_exception_arrives_on_the_windows_thread(qtbot: QtBot, faults: Faults, caplog: pytest.LogCaptureFixture) -> None:
    arrived: list[int] = []
    faults.found.connect(lambda _error: arrived.append(threading.get_ident()))

    def fail() -> None:
        raise ValueError("in a thread")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(arrived))
    assert arrived == [threading.get_ident()]
    assert "in a thread" in caplog.text


def test_qts_complaints_go_to_the_log_only(faults: Faults, caplog: pytest.LogCaptureFixture) -> None:
    seen: list[object] = []
    faults.found.connect(seen.append)
    with caplog.at_level(logging.WARNING, "recsys_desktop.qt"):
        qWarning("a complaint of Qt")
    assert "a complaint of Qt" in caplog.text
    assert seen == []


def test_the_crash_dialog_shows_and_copies_what_we_need(qtbot: QtBot) -> None:
    try:
        raise ValueError("the very bug")
    except ValueError as error:
        dialog = CrashDialog(error)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.details.isVisible()
    _press(dialog, "crash_show_details")
    assert dialog.details.isVisible()
    _press(dialog, "crash_copy_details")
    copied = QGuiApplication.clipboard().text()
    assert "the very bug" in copied
    assert "test_faults.py" in copied
    assert "PySide6" in copied
    _press(dialog, "crash_close")
    assert not dialog.isVisible()


def _press(dialog: CrashDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    button.click()
