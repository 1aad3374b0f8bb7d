"""A look into a file before it is imported: what it seems to be, its first rows, and what keeps it from being imported."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.ingest import platforms
from recsys_desktop.ingest.mapping import Mapping, guess
from recsys_desktop.ingest.pipeline import inspect
from recsys_desktop.ingest.plan import FilePlan, RoleWish
from recsys_desktop.ingest.roles import decide_role
from recsys_desktop.ingest.sampling import sample_sheet, sample_table
from recsys_desktop.ingest.sniffing import SPREADSHEET, sniff

#: Rows shown of a file whose columns do not suffice.
_PREVIEW = 5


@dataclass(frozen=True)
class FileLook:
    """What is known about one file. ``plan`` is None where it cannot be imported as it stands; ``error`` then says why.

    ``columns`` holds, per field, the column it is read from; ``preview`` the first rows, as wide as ``header``. All are empty where
    the file is no table at all.
    """

    path: Path
    plan: FilePlan | None
    error: RecsysError | None
    header: tuple[str, ...] = ()
    preview: tuple[tuple[str, ...], ...] = ()
    columns: dict[str, str] | None = None
    encoding: str = ""
    delimiter: str = ""


def look(path: Path, as_: RoleWish = "auto", columns: dict[str, str] | None = None, encoding: str | None = None) -> FileLook:
    """Return what a file is. ``columns`` is the whole mapping as a person chose it, None where it is to be guessed.

    Never raises RecsysError: a file that cannot be read is shown beside the others, with its reason.
    """
    try:
        plan = inspect(path, as_, None if columns is None else Mapping(columns), encoding)
        plan = plan if columns is None else _exactly(plan, columns)
    except RecsysError as error:
        return _without_plan(path, error, columns, encoding)
    return FileLook(
        path, plan, None, plan.header, plan.preview, dict(plan.mapping.columns), plan.format.encoding, plan.format.delimiter
    )


def _exactly(plan: FilePlan, columns: dict[str, str]) -> FilePlan:
    """Return the plan without the fields that a person took out. Raises RecsysError missing_column where it needs one of them."""
    kept = {field: name for field, name in plan.mapping.columns.items() if field in columns}
    decide_role(plan.path, plan.role, kept, plan.header, platforms.recognise(plan.header))
    unused = tuple(name for name in plan.header if name not in kept.values())
    return replace(plan, mapping=Mapping(kept), unused=unused)


def _without_plan(path: Path, error: RecsysError, columns: dict[str, str] | None, encoding: str | None) -> FileLook:
    """Return the rows of a table that lacks a column, so that a person can say which one it is; else the reason alone."""
    if error.code != "missing_column":
        return FileLook(path, None, error, encoding=encoding or "")
    text_format = sniff(path, encoding)
    if text_format == SPREADSHEET:
        _, header, rows = sample_sheet(path)
    else:
        header, rows = sample_table(path, text_format)
    found = dict(guess(header, rows).columns) if columns is None else columns
    preview = tuple(tuple(row) for row in rows[:_PREVIEW])
    return FileLook(path, None, error, tuple(header), preview, found, text_format.encoding, text_format.delimiter)
