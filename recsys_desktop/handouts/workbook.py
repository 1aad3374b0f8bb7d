"""Tables as Excel workbooks: texts are texts there, so that ids keep their zeros and nothing is run as a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.texts import message
from recsys_desktop.handouts.cells import Cell
from recsys_desktop.handouts.formula_guard import protected
from recsys_desktop.handouts.whole_file import cannot_write, written_whole

#: Limits of the format (Microsoft, "Excel specifications and limits").
_MOST_ROWS, _MOST_LETTERS = 1_048_576, 32_767


def write_workbook(path: Path, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    """Write a workbook of one sheet, its first row fixed and searchable, and return the number of rows below it.

    Memory stays flat however many rows there are. Raises: RecsysError cannot_write, too_much_for_workbook.
    """
    with written_whole(path) as partial:
        options = {"constant_memory": True, "tmpdir": str(partial.parent)}
        book = xlsxwriter.Workbook(str(partial), options)
        sheet = book.add_worksheet()
        try:
            count = _fill(path, book, sheet, header, rows)
            book.close()
        except XlsxWriterException as error:
            raise cannot_write(path, str(error).lower()) from error
        finally:
            with suppress(OSError):
                sheet.row_data_fh.close()  # after an interruption it is still open, and its file goes with the folder
    return count


def _fill(path: Path, book: Any, sheet: Any, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    bold = book.add_format({"bold": True})
    moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
    sheet.freeze_panes(1, 0)
    for column, name in enumerate(header):
        sheet.write_string(0, column, name, bold)
    count = 0
    for row in rows:
        count += 1
        if count >= _MOST_ROWS:
            raise _too_much(path, message("errors", "more than {count} rows").fill(count=_MOST_ROWS - 1))
        for column, cell in enumerate(row):
            text = ", ".join(cell) if isinstance(cell, tuple) else cell
            if isinstance(text, str):
                if len(text) > _MOST_LETTERS:
                    raise _too_much(path, message("errors", "a text of {count} letters").fill(count=len(text)))
                if text:
                    sheet.write_string(count, column, protected(text))
            elif isinstance(text, datetime):
                sheet.write_datetime(count, column, text, moment)
            elif text is not None:
                sheet.write_number(count, column, text)
    sheet.autofilter(0, 0, count, len(header) - 1)
    return count


def _too_much(path: Path, what: object) -> RecsysError:
    return RecsysError(
        "too_much_for_workbook",
        message("errors", "An Excel workbook cannot hold {what}, so {path} was not written.").fill(what=what, path=str(path)),
        message("errors", "Export a CSV file: it has no such limit."),
    )
