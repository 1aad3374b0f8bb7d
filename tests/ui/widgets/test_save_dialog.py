"""Where a table is saved, and in which form."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from recsys_desktop.ui.widgets.save_dialog import SaveTableDialog


def test_the_ending_follows_the_form_that_is_chosen(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = SaveTableDialog(parent, "Export products", "products.csv")
    assert Path(dialog.selectedFiles()[0]).name == "products.csv"
    assert dialog.nameFilters() == ["CSV table (*.csv)", "Excel workbook (*.xlsx)", "JSON Lines (*.jsonl)"]
    dialog.follow("Excel workbook (*.xlsx)")
    assert Path(dialog.selectedFiles()[0]).name == "products.xlsx"
    assert dialog.defaultSuffix() == "xlsx"
