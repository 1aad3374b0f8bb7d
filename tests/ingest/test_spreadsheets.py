"""Workbooks, made here byte by byte: no library that writes them is needed."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.ingest.sniffing import sniff
from tests.ingest.reading import read_file

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
Cell = str | float | None


def _cell(row: int, column: int, value: Cell) -> str:
    place = f"{chr(65 + column)}{row}"
    if value is None:
        return ""
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{value}</t></is></c>'
    style = ' s="1"' if 40_000 < value < 50_000 else ""  # the second style is a date
    return f'<c r="{place}"{style}><v>{value!r}</v></c>'


def _types(parts: dict[str, str]) -> str:
    entries = "".join(f'<Override PartName="/xl/{name}.xml" ContentType="{_SHEET}.{kind}+xml"/>' for name, kind in parts.items())
    default = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="{_PACKAGE}/content-types">{default}{entries}</Types>'


def _relations(targets: dict[str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="r{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def write_workbook(path: Path, rows: list[list[Cell]]) -> None:
    """Write an .xlsx with one sheet; numbers between 40,000 and 50,000 are dates."""
    sheet = "".join(
        f'<row r="{number}">{"".join(_cell(number, column, value) for column, value in enumerate(row))}</row>'
        for number, row in enumerate(rows, 1)
    )
    parts = {
        "[Content_Types].xml": _types({"workbook": "sheet.main", "worksheets/sheet1": "worksheet", "styles": "styles"}),
        "_rels/.rels": _relations({"officeDocument": "xl/workbook.xml"}),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets><sheet name="S" sheetId="1" r:id="r1"/>'
        "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _relations({"worksheet": "worksheets/sheet1.xml", "styles": "styles.xml"}),
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{sheet}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w") as folder:
        for name, text in parts.items():
            folder.writestr(name, text)


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
