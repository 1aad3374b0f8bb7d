"""What a person does in the import window, for its tests."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from recsys_desktop.ui.dialogs.import_dialog import ImportDialog
from recsys_desktop.ui.workplace import Workplace

PRODUCTS = "id,title,price,colour\nA1,Red cup,3.50,red\nA2,Blue plate,4.50,blue\nA3,Green bowl,x,green\n"
ORDERS = "客户编号,商品编号,行为,时间,备注\nK1,A1,购买,2026-01-02 10:00,送给妈妈的生日礼物\nK2,A2,购买,gestern,\n"
ORDERS += "".join(f"K3,A1,浏览,2026-01-0{day} 11:00,\n" for day in range(1, 10))
SPRING = "customer_id,product_id,product_name,date\n" + "".join(
    f"K{number},P{number % 3},Mug {number % 3},0{number % 4 + 1}/0{number % 5 + 2}/2018\n" for number in range(12)
)


def write_files(folder: Path) -> dict[str, Path]:
    """Write a catalogue with a bad price, Chinese orders with a bad date, dates of two meanings, unknown headings, and no table."""
    contents = {
        "products.csv": PRODUCTS.encode(),
        "orders.csv": ORDERS.encode("gb18030"),
        "spring.csv": SPRING.encode(),
        "odd.csv": b"aaa;bbb\nA1;Red cup\nA2;Blue plate\nA4;White jug\n",
        "picture.csv": b"\x89PNG\r\n\x1a\n" + bytes(100),
    }
    for name, data in contents.items():
        (folder / name).write_bytes(data)
    return {name: folder / name for name in contents}


def opened(qtbot: QtBot, workplace: Workplace, *paths: Path) -> ImportDialog:
    """Return a window that has looked into the files."""
    dialog = ImportDialog(workplace, paths)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not workplace.runner.jobs)
    return dialog


def column(dialog: ImportDialog, number: int) -> QComboBox:
    """Return the drop-down above a column of the preview."""
    box = dialog.files.panel.preview.findChild(QComboBox, f"import_column_{number}")
    assert isinstance(box, QComboBox)
    return box


def choose(box: QComboBox, data: object) -> None:
    """Choose an entry as a person does."""
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def import_all(qtbot: QtBot, dialog: ImportDialog) -> None:
    """Go through the steps to the result."""
    dialog.next.click()
    dialog.go.click()
    qtbot.waitUntil(dialog.outcome.isVisible)


def note_lines(dialog: ImportDialog) -> list[str]:
    """Return what is said below the preview."""
    return [line.sentence for line in dialog.files.panel.notes.lines]
