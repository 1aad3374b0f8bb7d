"""Reads workbooks (.xlsx, .xls, .ods): one sheet, every cell as the text a person would type."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    WorksheetNotFound,
)

from recsys_desktop.domain.texts import message
from recsys_desktop.ingest.files.archives import ZIP_MAGIC, open_archive
from recsys_desktop.ingest.files.opening import locate, open_whole, size_of
from recsys_desktop.ingest.problems import damaged_file, empty_file, file_not_found
from recsys_desktop.ingest.readers import workbook_size
from recsys_desktop.ingest.readers.footers import MOST_LINES, is_footer
from recsys_desktop.ingest.readers.header_place import header_index, header_place, joined
from recsys_desktop.ingest.rows import RowBlock
from recsys_desktop.ingest.text_format import TextFormat

Cell = int | float | str | bool | time | date | datetime | timedelta
_BLOCK = 2_000
#: Rows a sheet gives to the sample, and rows looked at to tell whether it holds a table at all.
_SAMPLE_ROWS, _LOOK_ROWS = 2_000, 200

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LOCKED = message("import", "the workbook is locked with a password")
_TOO_LARGE = message("import", "its sheets are too large for the memory; save the sheet as CSV")
_DAMAGED = message("import", "the workbook is damaged")


@dataclass(frozen=True)
class Sheet:
    """A sheet's name, whether people see it, and whether it has a header of two columns and a row below it."""

    name: str
    visible: bool
    holds_table: bool


def sheets(path: Path) -> list[Sheet]:
    """Return the sheets of a workbook, charts and macros left out. Raises RecsysError unreadable_file."""
    found = []
    with _workbook(path) as (workbook, _):
        known = [one for one in workbook.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
        for one in known:
            visible = one.visible == SheetVisibleEnum.Visible
            # A workbook of one sheet is what it is; only among several does it matter which of them can be imported.
            holds_table = len(known) == 1 or (visible and _is_table(workbook.get_sheet_by_name(one.name)))
            found.append(Sheet(one.name, visible, holds_table))
    return found


def _is_table(sheet: CalamineSheet) -> bool:
    """Return whether a sheet's first rows have a header and something below it."""
    rows = [row for _, row in islice(_filled_rows(sheet), _LOOK_ROWS)]
    if len(rows) < 2:
        return False
    index = header_index(rows)
    return index + 1 < len(rows) and sum(bool(cell.strip()) for cell in rows[index]) > 1


def sample(path: Path, text_format: TextFormat, header_line: int | None = None) -> tuple[TextFormat, list[str], list[list[str]]]:
    """Return the format with the header's rows, its cells and sample rows.

    ``header_line``, from 1, says where the header is, 0 that there is none. Raises RecsysError unreadable_file, empty_file.
    """
    with _workbook(path) as (workbook, name):
        rows = list(islice(_filled_rows(_chosen(path, workbook, name)), _SAMPLE_ROWS))
    if header_line is not None:
        rows = [(number, row) for number, row in rows if number >= header_line]
    if not rows:
        raise empty_file(path)
    cells = [row for _, row in rows]
    index, height = header_place(cells, first=header_line is not None) if header_line != 0 else (0, 0)
    header = joined(cells[index : index + height]) if height else [""] * max(map(_width, cells))
    while height and header and not header[-1]:
        header.pop()
    first = rows[index][0]
    lines = rows[index + height - 1][0] - first + 1 if height else 0  # blank rows may stand within the header
    body = [(row + [""] * len(header))[: len(header)] for row in cells[index + height :]]
    return replace(text_format, header_line=first - 1, header_height=lines), header, body


def read_blocks(path: Path, text_format: TextFormat, header: Sequence[str]) -> Iterator[RowBlock]:
    """Yield the rows below the header, each cut or filled to its width; the header repeated and footers are counted only."""
    width, size = len(header), size_of(path)
    names = [cell.strip() for cell in header]
    with _workbook(path) as (workbook, name):
        sheet = _chosen(path, workbook, name)
        height = max(1, sheet.total_height)
        block = RowBlock()
        for number, row in _filled_rows(sheet):
            if number <= text_format.header_line + text_format.header_height:
                continue
            if len(block.rows) == _BLOCK:
                block.bytes_done = size * number // height
                yield block
                block = RowBlock()
            cells = (row + [""] * width)[:width]
            if cells[0].strip() == names[0] and [cell.strip() for cell in cells] == names:
                block.skipped["header"] += 1
            else:
                block.lines.append(number)
                block.rows.append(cells)
        block.bytes_done = size
        yield _without_footer(block)


def _width(row: Sequence[str]) -> int:
    """Return how many cells a row has up to the last filled one."""
    return max((number for number, cell in enumerate(row, 1) if cell.strip()), default=0)


def _without_footer(block: RowBlock) -> RowBlock:
    """Take away what stands below the table: totals, and remarks in the first cell behind a blank row."""
    end = index = len(block.rows)
    while index > 1 and end - index < MOST_LINES:
        row = block.rows[index - 1]
        is_total = is_footer(row, len(row), fits=True, remark=False)
        if not is_total and (_width(row) > 1 or len(row) < 3):
            break
        index -= 1
        if is_total or block.lines[index] - block.lines[index - 1] > 1:
            block.skipped["footer"] += len(block.rows) - index
            del block.rows[index:], block.lines[index:]
    return block


@contextmanager
def _workbook(path: Path) -> Iterator[tuple[CalamineWorkbook, str]]:
    """Open a workbook; yields it and the name of the sheet that the path names, "" where it names none."""
    _check_size(path)
    with open_whole(path) as source:
        try:
            yield CalamineWorkbook.from_filelike(source.stream), source.inner
        except PasswordError as error:
            raise damaged_file(path, _LOCKED) from error
        except WorksheetNotFound as error:
            raise file_not_found(path) from error
        except CalamineError as error:
            raise damaged_file(path, _LOCKED if _is_locked(source.stream) else _DAMAGED) from error
        except BaseException as error:
            if type(error).__module__ != "pyo3_runtime":  # what the library's own bugs come as, with damaged files
                raise
            raise damaged_file(path, _DAMAGED) from error


def _is_locked(stream: io.BufferedReader) -> bool:
    """Return whether a workbook is an encrypted one of today's Excel, which lies within a file of the old kind."""
    stream.seek(0)
    before = b""
    while piece := stream.read(1 << 20):
        if _ENCRYPTED in before + piece:
            return True
        before = piece[-len(_ENCRYPTED) :]
    return False


def _check_size(path: Path) -> None:
    """Raise RecsysError for a workbook too large for the memory; each file is checked once."""
    file, _ = locate(path)
    status = file.stat()
    if not _fits(path, status.st_size, status.st_mtime_ns):
        raise damaged_file(path, _TOO_LARGE)


@lru_cache(maxsize=64)
def _fits(path: Path, _size: int, _changed: int) -> bool:
    with open_whole(path) as source:
        if source.stream.peek(4)[:4] not in ZIP_MAGIC:
            return True  # the old format has no more than 65,536 rows of 256 columns
        with open_archive(source.stream) as archive:
            try:
                workbook_size.check(archive)
            except workbook_size.TooManyCellsError:
                return False
    return True


def _chosen(path: Path, workbook: CalamineWorkbook, name: str) -> CalamineSheet:
    """Return the sheet of a name; without a name the first one that holds a table, else the first that holds anything."""
    if name:
        return workbook.get_sheet_by_name(name)
    filled = None
    for one in workbook.sheets_metadata:
        if one.typ != SheetTypeEnum.WorkSheet or one.visible != SheetVisibleEnum.Visible:
            continue
        sheet = workbook.get_sheet_by_name(one.name)
        if _is_table(sheet):
            return sheet
        filled = filled or (sheet if any(True for _ in _filled_rows(sheet)) else None)
    if filled is None:
        raise empty_file(path)
    return filled


def _filled_rows(sheet: CalamineSheet) -> Iterator[tuple[int, list[str]]]:
    """Yield a sheet's rows with their numbers (from 1), blank ones left out."""
    first = sheet.start[0] if sheet.start else 0
    for number, row in enumerate(sheet.iter_rows(), first + 1):
        cells = [cell_text(cell) for cell in row]
        if any(cell and not cell.isspace() for cell in cells):
            yield number, cells


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
