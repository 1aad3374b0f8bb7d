"""The import window, from files to the list of skipped rows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.progress import Progress
from recsys_desktop.ingest.plan import FilePlan
from recsys_desktop.services.importing import ImportReport
from recsys_desktop.services.shop import Shop
from recsys_desktop.ui.dialogs.import_dialog import ImportDialog
from recsys_desktop.ui.operations import importing
from recsys_desktop.ui.workplace import Changes, Workplace

#: The off-screen platform says so of every window; it has no window manager to tell sizes to.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

PRODUCTS = "id,title,price,colour\nA1,Red cup,3.50,red\nA2,Blue plate,4.50,blue\nA3,Green bowl,x,green\n"
ORDERS = "客户编号,商品编号,行为,时间,备注\nK1,A1,购买,2026-01-02 10:00,送给妈妈的生日礼物\nK2,A2,购买,gestern,\n"
ORDERS += "".join(f"K3,A1,浏览,2026-01-0{day} 11:00,\n" for day in range(1, 10))


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """A catalogue with a bad price, Chinese orders with a bad date, a table without known headings, and no table."""
    contents = {
        "products.csv": PRODUCTS.encode(),
        "orders.csv": ORDERS.encode("gb18030"),
        "odd.csv": b"aaa;bbb\nA1;Red cup\nA2;Blue plate\nA4;White jug\n",
        "picture.csv": b"\x89PNG\r\n\x1a\n" + bytes(100),
    }
    for name, data in contents.items():
        (tmp_path / name).write_bytes(data)
    return {name: tmp_path / name for name in contents}


def opened(qtbot: QtBot, workplace: Workplace, *paths: Path) -> ImportDialog:
    """Return a window that has looked into the files."""
    dialog = ImportDialog(workplace, paths)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.list.count() == len(paths))
    return dialog


def column(dialog: ImportDialog, number: int) -> QComboBox:
    return dialog.panel.preview.findChild(QComboBox, f"import_column_{number}")


def choose(box: QComboBox, data: str) -> None:
    """Choose an entry as a person does."""
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def test_without_files_it_says_what_to_do_and_offers_no_import(qtbot: QtBot, workplace: Workplace) -> None:
    dialog = opened(qtbot, workplace)
    assert dialog.empty.isVisible()
    assert not dialog.go.isVisible()


def test_preview_shows_rows_under_their_headings_with_the_guess_above(
    qtbot: QtBot, workplace: Workplace, files: dict[str, Path]
) -> None:
    dialog = opened(qtbot, workplace, files["products.csv"])
    preview = dialog.panel.preview
    assert [preview.horizontalHeaderItem(number).text() for number in range(4)] == ["id", "title", "price", "colour"]
    assert [column(dialog, number).currentText() for number in range(4)] == ["Product number", "Product name", "Price", "not used"]
    assert [preview.item(2, number).text() for number in range(4)] == ["A2", "Blue plate", "4.50", "blue"]
    assert dialog.panel.unused.text() == "1 column is not used: colour"
    assert dialog.ready
    assert dialog.go.isEnabled()


def test_encoding_and_role_are_found_and_the_encoding_can_be_overruled(
    qtbot: QtBot, workplace: Workplace, files: dict[str, Path]
) -> None:
    dialog = opened(qtbot, workplace, files["orders.csv"])
    panel = dialog.panel
    assert (panel.encoding.currentData(), panel.role.currentData()) == ("gb18030", "behaviour")
    choose(panel.encoding, "cp1252")
    qtbot.waitUntil(lambda: panel.preview.horizontalHeaderItem(0).text() != "客户编号")
    choose(panel.encoding, "gb18030")
    qtbot.waitUntil(lambda: panel.preview.horizontalHeaderItem(0).text() == "客户编号")
    qtbot.waitUntil(lambda: dialog.ready)


def test_a_missing_column_blocks_the_import_with_its_reason_until_a_person_says_which_it_is(
    qtbot: QtBot, workplace: Workplace, files: dict[str, Path]
) -> None:
    dialog = opened(qtbot, workplace, files["odd.csv"])
    assert not dialog.go.isEnabled()
    assert "odd.csv has no column for" in dialog.panel.problem.text()
    assert dialog.reason.text() == "Mend or remove first: odd.csv"
    choose(column(dialog, 0), "item_id")
    choose(column(dialog, 1), "title")
    qtbot.waitUntil(dialog.go.isEnabled)
    assert dialog.reason.text() == ""
    assert not dialog.panel.problem.isVisible()


def test_a_field_moves_from_one_column_to_another(qtbot: QtBot, workplace: Workplace, files: dict[str, Path]) -> None:
    dialog = opened(qtbot, workplace, files["products.csv"])
    choose(column(dialog, 3), "title")
    assert dialog.panel.preview.columns() == {"item_id": "id", "price": "price", "title": "colour"}
    assert column(dialog, 1).currentText() == "not used"
    qtbot.waitUntil(lambda: dialog.panel.unused.text() == "1 column is not used: title")


def test_taking_out_a_needed_column_blocks_the_import(qtbot: QtBot, workplace: Workplace, files: dict[str, Path]) -> None:
    dialog = opened(qtbot, workplace, files["products.csv"])
    choose(column(dialog, 1), "")
    qtbot.waitUntil(lambda: not dialog.go.isEnabled())
    assert dialog.panel.preview.isVisible()


def test_what_is_no_table_is_said_beside_the_other_files_and_can_be_removed(
    qtbot: QtBot, workplace: Workplace, files: dict[str, Path]
) -> None:
    dialog = opened(qtbot, workplace, files["products.csv"], files["picture.csv"])
    assert dialog.list.currentRow() == 1  # the one that needs a person
    assert dialog.panel.problem.text().startswith("picture.csv is not a table")
    assert not dialog.panel.preview.isVisible()
    assert not dialog.go.isEnabled()
    dialog.remove.click()
    assert dialog.list.count() == 1
    assert dialog.go.isEnabled()


def test_import_ends_in_counts_and_the_rows_that_were_skipped(
    qtbot: QtBot, workplace: Workplace, files: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(qtbot, workplace, files["products.csv"], files["orders.csv"])
    with qtbot.waitSignal(workplace.changed) as changed:
        dialog.go.click()
    assert changed.args == [Changes(items=True, interactions=True)]
    outcome = dialog.outcome
    qtbot.waitUntil(outcome.isVisible)
    assert outcome.summary.text() == "new products: 2 · new customers: 2 · new purchases and other actions: 10"
    assert outcome.bad_title.text() == "2 rows could not be read and were skipped"
    shown = [[outcome.bad_rows.item(row, cell).text() for cell in range(4)] for row in range(2)]
    assert shown == [
        ["products.csv", "4", "price", "x is not a price."],
        ["orders.csv", "3", "时间", "gestern is not a date."],
    ]
    assert (workplace.shop.catalogue.count(), workplace.shop.users.count(), workplace.shop.interactions.count()) == (2, 2, 10)

    targets = iter([tmp_path / "skipped1.csv", tmp_path / "skipped2.csv"])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(next(targets)), ""))
    with qtbot.waitSignals([workplace.notified, workplace.notified]):
        outcome.save.click()
    saved = (tmp_path / "skipped2.csv").read_text(encoding="utf-8-sig").splitlines()
    assert saved == ["line,column,reason,客户编号,商品编号,行为,时间,备注", "3,时间,gestern is not a date.,K2,A2,购买,gestern,"]


def test_importing_the_same_files_again_changes_nothing(qtbot: QtBot, workplace: Workplace, files: dict[str, Path]) -> None:
    for _ in range(2):
        dialog = opened(qtbot, workplace, files["products.csv"])
        dialog.go.click()
        qtbot.waitUntil(dialog.outcome.isVisible)
    assert dialog.outcome.title.text() == "Nothing new in these files"
    assert [dialog.outcome.files.item(0, cell).text() for cell in range(1, 6)] == ["3", "0", "2", "0", "1"]


def test_a_cancelled_import_says_that_the_shop_is_as_it_was(
    qtbot: QtBot, workplace: Workplace, files: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(_shop: Shop, _plans: Sequence[FilePlan], progress: Progress) -> ImportReport:
        while True:
            progress.raise_if_cancelled()

    monkeypatch.setattr(importing, "import_files", endless)
    dialog = opened(qtbot, workplace, files["products.csv"])
    dialog.go.click()
    dialog.findChild(QPushButton, "job_cancel").click()
    qtbot.waitUntil(lambda: dialog.reason.text() != "")
    assert dialog.reason.text() == "Stopped; your shop is as it was before."
    assert dialog.go.isVisible()


def test_a_window_closed_meanwhile_lets_the_import_go_on_and_a_notice_says_what_came_of_it(
    qtbot: QtBot, workplace: Workplace, files: dict[str, Path]
) -> None:
    dialog = opened(qtbot, workplace, files["products.csv"])
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.start()
    assert dialog.close_button.text() == "Go on in the background"
    with qtbot.waitSignal(workplace.notified) as notified:
        dialog.close_button.click()
    assert notified.args[0].text == "new products: 2"


def test_files_can_be_dropped(qtbot: QtBot, workplace: Workplace, files: dict[str, Path]) -> None:
    dialog = opened(qtbot, workplace)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(files["products.csv"]))])
    none = Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none))
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
