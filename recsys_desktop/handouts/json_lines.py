"""Tables as JSON Lines: one object per row, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from recsys_desktop.handouts.cells import Cell, moment_text
from recsys_desktop.handouts.formula_guard import protected
from recsys_desktop.handouts.whole_file import written_whole


def write_json_lines(path: Path, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    """Write one JSON object per row, its keys the header, and return the number of rows. Raises: RecsysError cannot_write."""
    count = 0
    with written_whole(path) as partial, partial.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            values = {name: _value(cell) for name, cell in zip(header, row, strict=True)}
            file.write(json.dumps(values, ensure_ascii=False) + "\n")
            count += 1
    return count


def _value(cell: Cell) -> object:
    if isinstance(cell, str):
        return protected(cell)
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)  # 1e+16 is no number to many readers
    return moment_text(cell) if isinstance(cell, datetime) else cell
