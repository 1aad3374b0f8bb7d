"""A look into a file before it is imported: what it seems to be, its first rows, and what keeps it from being imported."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.ingest.mapping import guess
from recsys_desktop.ingest.pipeline import inspect
from recsys_desktop.ingest.plan import FilePlan
from recsys_desktop.ingest.sampling import sample_sheet, sample_table
from recsys_desktop.ingest.sniffing import SPREADSHEET, sniff
from recsys_desktop.ingest.wishes import NO_WISHES, Wishes

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


def look(path: Path, wishes: Wishes = NO_WISHES) -> FileLook:
    """Return what a file is, read as a person wishes.

    Never raises RecsysError: a file that cannot be read is shown beside the others, with its reason.
    """
    try:
        plan = inspect(path, wishes)
    except RecsysError as error:
        return _without_plan(path, error, wishes)
    return FileLook(
        path, plan, None, plan.header, plan.preview, dict(plan.mapping.columns), plan.format.encoding, plan.format.delimiter
    )


def _without_plan(path: Path, error: RecsysError, wishes: Wishes) -> FileLook:
    """Return the rows of a table that lacks a column, so that a person can say which one it is; else the reason alone."""
    if error.code != "missing_column":
        return FileLook(path, None, error, encoding=wishes.encoding or "")
    text_format = sniff(path, wishes.encoding)
    if text_format == SPREADSHEET:
        _, header, rows = sample_sheet(path)
    else:
        header, rows = sample_table(path, text_format)
    found = dict((wishes.columns if wishes.columns is not None and wishes.exact else guess(header, rows)).columns)
    preview = tuple(tuple(row) for row in rows[:_PREVIEW])
    return FileLook(path, None, error, tuple(header), preview, found, text_format.encoding, text_format.delimiter)
