"""Tables as CSV files that spreadsheets open rightly, written whole or not at all."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from recsys_desktop.handouts.cells import Cell, moment_text, number_text
from recsys_desktop.handouts.formula_guard import guarded
from recsys_desktop.handouts.whole_file import written_whole


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    """Write a UTF-8 table with a byte order mark (spreadsheets need it for Chinese) and return the number of rows.

    Text cells pass the formula guard, numbers stay numbers, None is an empty cell. The file is written beside its place and moved
    there at the end: an interrupted export leaves the old file.

    Raises: RecsysError cannot_write.
    """
    count = 0
    with written_whole(path) as partial, partial.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        for row in rows:
            writer.writerow([_spelled(cell) for cell in row])
            count += 1
    return count


def _spelled(cell: Cell) -> str | int | None:
    if isinstance(cell, str):
        return guarded(cell)
    if isinstance(cell, float):
        return number_text(cell)
    if isinstance(cell, tuple):
        return guarded(", ".join(cell))
    return moment_text(cell) if isinstance(cell, datetime) else cell
