"""Sheets of workbooks as tables."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.ingest.formats.sniffing import sniff
from recsys_desktop.ingest.pipeline import inspect
from recsys_desktop.ingest.wishes import Wishes
from tests.ingest.containers import table
from tests.ingest.reading import read_file
from tests.ingest.workbooks import Cell, open_row, sheet_of, write_open_document, write_parts, write_workbook


def test_ids_dates_and_prices_of_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "orders.xlsx"
    rows: list[list[Cell]] = [
        ["Sales of the month"],
        [],
        ["customer_id", "sku", "title", "quantity", "price", "order_date"],
        [17850.0, "01234", "Lamp", 2.0, 2.55, 44927.5],
        ["B7", 12345678901.0, "Chair", 1.0, "x", 44928.0],
        [None, None, None, None, None, None],
        ["B7", 85123.0, "Desk", 1.0, 9.0, 44928.0],
    ]
    write_workbook(path, rows)
    outcome = read_file(path)
    assert (outcome.plan.format.encoding, outcome.plan.format.header_line) == ("xlsx", 2)
    assert [(row.user_id, row.item_id, row.quantity, row.time) for row in outcome.interactions] == [
        ("17850", "01234", 2.0, 1_672_574_400),
        ("B7", "85123", 1.0, 1_672_617_600),
    ]
    assert outcome.faults() == [(5, "price", "x is not a price.")]
    assert outcome.bad[0].cells[1] == "12345678901"


def test_a_damaged_workbook_and_other_archives(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as folder:
        folder.writestr("xl/workbook.xml", "<workbook><sheets>")
    with pytest.raises(RecsysError) as caught:
        read_file(path)
    assert str(caught.value) == "a.xlsx cannot be read: the workbook is damaged."
    with zipfile.ZipFile(path, "w") as folder:
        folder.writestr("holiday.txt", "sun")
    with pytest.raises(RecsysError) as caught:
        sniff(path)
    assert str(caught.value) == "a.xlsx is not a table: it looks like a compressed folder."
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(RecsysError) as caught:
        sniff(path)
    assert str(caught.value) == "a.xlsx cannot be read: the compressed file is damaged."


def test_a_workbook_with_a_password_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    directory = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1_048_560) + directory + bytes(900))
    with pytest.raises(RecsysError) as caught:
        read_file(path)
    assert str(caught.value) == "a.xlsx cannot be read: the workbook is locked with a password."


def test_a_binary_workbook_is_refused(tmp_path: Path) -> None:
    """How large its sheets are cannot be told before they fill the memory."""
    path = tmp_path / "a.xlsb"
    with zipfile.ZipFile(path, "w") as folder:
        folder.writestr("xl/workbook.bin", b"x")
    with pytest.raises(RecsysError) as caught:
        sniff(path)
    assert str(caught.value) == (
        "a.xlsb is not a table: it looks like a binary Excel workbook, which has to be saved as .xlsx first."
    )


def test_kinds_of_cells_and_a_formula_that_failed(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    cells = [
        '<c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" t="inlineStr"><is><t>title</t></is></c>'
        '<c r="C1" t="inlineStr"><is><t>x</t></is></c><c r="D1" t="inlineStr"><is><t>y</t></is></c>',
        '<c r="A2"><v>17850</v></c><c r="B2" t="str"><f>A1</f><v>Lamp</v></c>'
        '<c r="C2" t="b"><v>1</v></c><c r="D2" t="e"><v>#N/A</v></c>',
        '<c r="A3"><v>0.1</v></c><c r="B3" t="inlineStr"><is><r><t>De</t></r><r><t>sk</t></r></is></c>'
        '<c r="C3" s="1"><v>44927.5</v></c>',
    ]
    rows = "".join(f'<row r="{number}">{row}</row>' for number, row in enumerate(cells, 1))
    write_parts(path, {"S": sheet_of(rows)})
    assert table(path) == (
        ["id", "title", "x", "y"],
        [["17850", "Lamp", "true", ""], ["0.1", "Desk", "2023-01-01 12:00:00", ""]],
        [],
    )


def test_merged_titles_group_names_repeated_headers_and_footers(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    header: list[Cell] = ["sku", "name", "price", "stock"]
    rows: list[list[Cell]] = [
        ["Price list", None, None, None],
        [],
        header,
        ["A1", "Lamp", 5.0, 1.0],
        header,
        ["A2", "Chair", 7.0, 2.0],
        ["Total", None, 12.0, 3.0],
        [],
        ["Printed in May", None, None, None],
    ]
    write_workbook(path, rows)
    outcome = read_file(path)
    assert [(item.item_id, item.title, item.price) for item in outcome.items] == [("A1", "Lamp", 5.0), ("A2", "Chair", 7.0)]
    assert (outcome.rows, dict(outcome.skipped), outcome.bad) == (5, {"header": 1, "footer": 2}, [])


def test_a_person_says_on_which_row_the_header_is(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_workbook(path, [["id", "title"], ["id", "name"], ["1", "Lamp"], ["2", "Chair"]])
    plan = inspect(path, Wishes(header_line=2))
    assert (plan.header, plan.format.header_line) == (("id", "name"), 1)
    assert [row[1] for row in plan.preview] == ["Lamp", "Chair"]


@pytest.mark.parametrize("cells", ['<c r="XFD1048576"><v>2</v></c>', "<c r='aaa999999'><v>2</v></c>"])
def test_a_cell_in_the_last_corner_does_not_fill_the_memory(tmp_path: Path, cells: str) -> None:
    """The library keeps all cells between the first and the last one, and the program would end where there are too many."""
    path = tmp_path / "a.xlsx"
    rows = f'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576">{cells}</row>'
    write_parts(path, {"S": sheet_of(rows)})
    with pytest.raises(RecsysError) as caught:
        read_file(path)
    assert str(caught.value) == "a.xlsx cannot be read: its sheets are too large for the memory; save the sheet as CSV."


def test_an_open_document(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    cells = '<table:table-cell table:number-columns-repeated="16384"/>'
    empty = f'<table:table-row table:number-rows-repeated="1048000">{cells}</table:table-row>'
    write_open_document(path, open_row("id", "title") + open_row("1", "Lamp") + open_row("2", "Chair", times=2) + empty)
    assert table(path) == (["id", "title"], [["1", "Lamp"], ["2", "Chair"], ["2", "Chair"]], [])
    write_open_document(path, open_row("id", times=100_000, columns=1_000))
    with pytest.raises(RecsysError) as caught:
        read_file(path)
    assert str(caught.value) == "a.ods cannot be read: its sheets are too large for the memory; save the sheet as CSV."


def test_an_open_document_that_is_not_well_formed_is_refused_soon(tmp_path: Path) -> None:
    """The library looks for the end of a broken element for ever."""
    path = tmp_path / "a.ods"
    write_open_document(path, open_row("id", "title") + "<table:table-row></table:broken>")
    with pytest.raises(RecsysError) as caught:
        read_file(path)
    assert str(caught.value) == "a.ods cannot be read: the compressed file is damaged."
