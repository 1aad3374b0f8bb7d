"""Workbooks, made here byte by byte: no library that writes them is needed."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

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


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="r{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _sheet(rows: Sequence[Sequence[Cell]]) -> str:
    body = "".join(
        f'<row r="{number}">{"".join(_cell(number, column, value) for column, value in enumerate(row))}</row>'
        for number, row in enumerate(rows, 1)
    )
    return sheet_of(body)


def sheet_of(rows: str) -> str:
    """Return a sheet of rows given as XML."""
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def write_sheets(path: Path, sheets: Mapping[str, Sequence[Sequence[Cell]]], hidden: Sequence[str] = ()) -> None:
    """Write an .xlsx; numbers between 40,000 and 50,000 are dates."""
    write_parts(path, {name: _sheet(rows) for name, rows in sheets.items()}, hidden)


def write_parts(path: Path, sheets: Mapping[str, str], hidden: Sequence[str] = ()) -> None:
    """Write an .xlsx of sheets given as XML."""
    states = {False: "visible", True: "hidden"}
    files = {name: f"worksheets/sheet{number}" for number, name in enumerate(sheets, 1)}
    entries = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="r{number}" state="{states[name in hidden]}"/>'
        for number, name in enumerate(sheets, 1)
    )
    parts = {
        "[Content_Types].xml": _types({"workbook": "sheet.main", **dict.fromkeys(files.values(), "worksheet"), "styles": "styles"}),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>{entries}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(
            [*(("worksheet", f"{file}.xml") for file in files.values()), ("styles", "styles.xml")]
        ),
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>',
        **{f"xl/{files[name]}.xml": sheet for name, sheet in sheets.items()},
    }
    with zipfile.ZipFile(path, "w") as folder:
        for name, text in parts.items():
            folder.writestr(name, text)


def write_workbook(path: Path, rows: Sequence[Sequence[Cell]]) -> None:
    """Write an .xlsx with one sheet."""
    write_sheets(path, {"S": rows})


def write_open_document(path: Path, rows: str) -> None:
    """Write an .ods with one sheet of rows given as XML."""
    name = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = " ".join(f'xmlns:{short}="{name}:{short}:1.0"' for short in ("office", "table", "text"))
    sheet = f'<office:spreadsheet><table:table table:name="S">{rows}</table:table></office:spreadsheet>'
    with zipfile.ZipFile(path, "w") as folder:
        folder.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        folder.writestr(
            "content.xml", f"<office:document-content {spaces}><office:body>{sheet}</office:body></office:document-content>"
        )
        folder.writestr("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{name}:manifest:1.0"/>')


def open_row(*cells: str, times: int = 1, columns: int = 1) -> str:
    """Return a row of an .ods, it and each of its cells repeated."""
    repeated = f'table:number-columns-repeated="{columns}" ' if columns > 1 else ""
    written = "".join(
        f'<table:table-cell {repeated}office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in cells
    )
    return f'<table:table-row table:number-rows-repeated="{times}">{written}</table:table-row>'
