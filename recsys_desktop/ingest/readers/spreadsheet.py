"""Reads workbooks (.xlsx, .xls, .ods): the first sheet with a table, every cell as the text a person would type."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from recsys_desktop.ingest.problems import empty_file, unreadable_file
from recsys_desktop.ingest.rows import RowBlock

Cell = int | float | str | bool | time | date | datetime | timedelta
_BLOCK = 2_000


def first_rows(path: Path, count: int) -> list[tuple[int, list[str]]]:
    """Return the first filled rows with their row numbers (from 1). Raises RecsysError unreadable_file, empty_file."""
    rows = []
    for number, row in _filled_rows(path):
        rows.append((number, row))
        if len(rows) == count:
            break
    if not rows:
        raise empty_file(path)
    return rows


def read_blocks(path: Path, header_line: int, width: int) -> Iterator[RowBlock]:
    """Yield the rows below the header's row (``header_line``, from 0), each cut or filled to ``width`` cells."""
    size = path.stat().st_size
    block = RowBlock()
    for number, row in _filled_rows(path):
        if number <= header_line + 1:
            continue
        block.lines.append(number)
        block.rows.append((row + [""] * width)[:width])
        if len(block.rows) == _BLOCK:
            yield block
            block = RowBlock()
    block.bytes_done = size
    yield block


def _filled_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of the first sheet that has some, blank ones left out."""
    try:
        workbook = CalamineWorkbook.from_path(path)
        for name in workbook.sheet_names:
            sheet = workbook.get_sheet_by_name(name)
            first = sheet.start[0] if sheet.start else 0
            found = False
            for number, row in enumerate(sheet.iter_rows(), first + 1):
                cells = [cell_text(cell) for cell in row]
                if any(cell and not cell.isspace() for cell in cells):
                    found = True
                    yield number, cells
            if found:
                return
    except (CalamineError, OSError) as error:
        raise unreadable_file(path, "the workbook is damaged or locked with a password") from error


def cell_text(cell: Cell) -> str:
    """Return a cell's value as text: whole numbers without a fraction, dates in ISO form.

    >>> cell_text(17850.0), cell_text(2.55), cell_text(True), cell_text(datetime(2010, 12, 1, 8, 26))
    ('17850', '2.55', 'true', '2010-12-01 08:26:00')
    """
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ")
    return str(cell)
