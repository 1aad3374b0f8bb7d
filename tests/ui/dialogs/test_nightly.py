"""The window of the nightly run: nothing is asked or written before a button is pressed, and then exactly what was shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from recsys_desktop.services.scheduling import Night, Timetable
from recsys_desktop.ui.dialogs.nightly import NightlyDialog
from recsys_desktop.ui.workplace import Workplace
from tests.services.test_scheduling import Computer

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the off-screen platform


def settle(qtbot: QtBot, workplace: Workplace) -> None:
    qtbot.waitUntil(lambda: not workplace.runner.jobs)


def shown(qtbot: QtBot, workplace: Workplace, computer: Computer) -> NightlyDialog:
    dialog = NightlyDialog(workplace, None, Timetable(workplace.shop, computer.run, "cron"))
    qtbot.addWidget(dialog)
    dialog.show()
    settle(qtbot, workplace)
    return dialog


def test_shown_written_and_removed(qtbot: QtBot, workplace: Workplace, tmp_path: Path) -> None:
    computer = Computer(["0 1 * * * other"])
    dialog = shown(qtbot, workplace, computer)
    assert not dialog.go.isEnabled()
    assert dialog.entry.toPlainText() == "Choose the folder into which your shop's exports are put."
    dialog.choose(Night(3, 30, str(tmp_path), str(tmp_path / "lists.csv")))
    settle(qtbot, workplace)
    entry = dialog.entry.toPlainText()
    assert entry.startswith("30 3 * * * ")
    assert dialog.time.currentText() == "03:30"
    assert computer.calls == []
    dialog.go.click()
    settle(qtbot, workplace)
    assert computer.lines == ["0 1 * * * other", entry]
    assert dialog.remark.text().startswith("Written.")
    dialog.ask.click()
    settle(qtbot, workplace)
    assert dialog.remark.text() == f"There now: {entry}"
    again = shown(qtbot, workplace, computer)
    assert again.entry.toPlainText() == entry
    again.out.click()
    settle(qtbot, workplace)
    assert computer.lines == ["0 1 * * * other"]
    again.ask.click()
    settle(qtbot, workplace)
    assert again.remark.text() == "Nothing of this shop stands in the timetable."
