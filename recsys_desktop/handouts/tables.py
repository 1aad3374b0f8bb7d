"""One table in the form a person chose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

from recsys_desktop.handouts.cells import Cell
from recsys_desktop.handouts.csv_file import write_csv
from recsys_desktop.handouts.json_lines import write_json_lines
from recsys_desktop.handouts.workbook import write_workbook

Form = Literal["csv", "xlsx", "jsonl"]
FORMS: tuple[Form, ...] = ("csv", "xlsx", "jsonl")
_WRITERS = {"csv": write_csv, "xlsx": write_workbook, "jsonl": write_json_lines}
_ENDINGS: dict[str, Form] = {".xlsx": "xlsx", ".jsonl": "jsonl", ".ndjson": "jsonl"}


def form_of(path: Path) -> Form:
    """Return the form that a file's ending means; CSV where it means none.

    >>> form_of(Path("a.XLSX")), form_of(Path("lists"))
    ('xlsx', 'csv')
    """
    return _ENDINGS.get(path.suffix.lower(), "csv")


def write_table(path: Path, form: Form, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    """Write a table, whole or not at all, and return the number of its rows. Raises: RecsysError as the form's writer."""
    return _WRITERS[form](path, header, rows)
