"""The list of past imports and the way back from the last one."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from recsys_desktop.ui.dialogs.past_imports import PastImportsDialog
from recsys_desktop.ui.workplace import Workplace
from tests.ui.dialogs.import_steps import import_all, opened, write_files

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # of the off-screen platform


def shown(qtbot: QtBot, workplace: Workplace) -> PastImportsDialog:
    dialog = PastImportsDialog(workplace)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not workplace.runner.jobs)
    return dialog


def cells(dialog: PastImportsDialog) -> list[list[str]]:
    table = dialog.table
    return [[table.item(row, cell).text() for cell in (1, 2, 3)] for row in range(table.rowCount())]


def test_an_empty_list_says_what_will_stand_here_and_leads_to_the_import(qtbot: QtBot, workplace: Workplace) -> None:
    dialog = shown(qtbot, workplace)
    assert dialog.nothing.isVisible()
    assert not dialog.undo.isVisible()
    with qtbot.waitSignal(workplace.import_wanted) as wanted:
        dialog.nothing.button.click()
    assert wanted.args == [[]]


def test_imports_are_listed_newest_first_and_only_the_last_is_taken_back(
    qtbot: QtBot, workplace: Workplace, tmp_path: Path
) -> None:
    files = write_files(tmp_path)
    for name in ("products.csv", "orders.csv"):
        import_all(qtbot, opened(qtbot, workplace, files[name]))
    dialog = shown(qtbot, workplace)
    assert cells(dialog) == [
        ["orders.csv", "new customers: 2 · new purchases and other actions: 10", "can be taken back"],
        ["products.csv", "new products: 2", "in your shop"],
    ]
    assert dialog.undo.text() == "Undo the import of orders.csv"
    with qtbot.waitSignal(workplace.taken_back):
        dialog.undo.click()
    qtbot.waitUntil(lambda: not workplace.runner.jobs)
    assert cells(dialog)[0][2].startswith("taken back today")
    assert workplace.shop.interactions.count() == 0
    assert workplace.shop.catalogue.count() == 2
    assert not dialog.undo.isEnabled()
