"""A folder to be chosen, as the watched folder's setting has it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from recsys_desktop.ui.widgets.folder_field import FolderField


def test_a_chosen_folder_is_told_once_and_can_be_taken_away(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    field = FolderField()
    qtbot.addWidget(field)
    assert field.button.text() == "Choose a folder…"
    assert field.clear.isHidden()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/shops/nightly exports of all shops")
    with qtbot.waitSignal(field.settled) as settled:
        field.button.click()
    assert settled.args == ["/shops/nightly exports of all shops"]
    field.show_folder(settled.args[0])
    assert field.button.text() == "nightly exports…"
    assert field.button.toolTip() == "/shops/nightly exports of all shops"
    with qtbot.waitSignal(field.settled) as settled:
        field.clear.click()
    assert settled.args == [""]


def test_a_dialog_that_is_closed_changes_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    field = FolderField()
    qtbot.addWidget(field)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    told: list[str] = []
    field.settled.connect(told.append)
    field.button.click()
    assert told == []
