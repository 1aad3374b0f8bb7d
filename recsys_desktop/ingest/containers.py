"""What lies in a file that holds several: the tables of a packed folder, a workbook's sheets; and what is left out, and why."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.ingest.files import archives
from recsys_desktop.ingest.files.opening import open_whole, sample
from recsys_desktop.ingest.formats.forms import holds_workbook
from recsys_desktop.ingest.formats.sniffing import best_guess
from recsys_desktop.ingest.plan import FilePlan
from recsys_desktop.ingest.problems import not_a_table
from recsys_desktop.ingest.readers import spreadsheet

#: Endings of files that may hold a table; those of a packed folder that end otherwise are not even opened.
TABLE_ENDINGS = frozenset(
    (
        *(".csv", ".tsv", ".tab", ".txt", ".dat", ".psv", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"),
        *(".json", ".jsonl", ".ndjson", ".xml", ".rss", ".atom", ".yml", ".gz", ".bz2", ".xz", ".zip"),
        *(".inter", ".item", ".user"),
    )
)
#: What systems put into folders for themselves.
_BOOKKEEPING = re.compile(r"(^|/)(__MACOSX/|\.|Thumbs\.db$|desktop\.ini$|~\$)", re.IGNORECASE)
#: More tables than these, or a folder packed deeper than within one other, are not looked into.
_MOST_TABLES, _DEEPEST = 200, 1
#: Files left out that are named one by one.
_NAMED = 10

_NOT_TABLE = message("import", "{name} is not a table.")
_TOO_DEEP = message("import", "{name} is a folder packed within packed folders.")
_MORE = message("import", "Further files that are not tables: {count}.")
_TOO_MANY = message("import", "More tables than can be looked into at once: {count}.")
_HIDDEN_SHEET = message("import", "The sheet {name} is hidden.")
_EMPTY_SHEET = message("import", "The sheet {name} holds no table.")
#: Refusals that do not keep the other tables of the same file from being imported.
_LEFT_OUT = ("missing_column", "not_a_table", "empty_file", "not_needed")


class LeftOut(NamedTuple):
    """A table or a file that is not taken, and a sentence that says why."""

    path: Path
    reason: Text


@dataclass(frozen=True)
class Contents:
    """The tables of a file, each by a path it can be opened with, and what was left out."""

    tables: tuple[Path, ...]
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True)
class Inspected:
    """How the tables of a file will be imported, and what was left out."""

    plans: tuple[FilePlan, ...]
    left_out: tuple[LeftOut, ...] = ()


def contents(path: Path) -> Contents:
    """Return the tables of a file: of an ordinary one itself.

    Raises RecsysError unreadable_file, empty_file, file_not_found; not_a_table for a packed folder without a single table.
    """
    found = _contents(path, 0)
    if not found.tables:
        raise not_a_table(path, message("import", "a packed folder without tables"))
    return found


def inspect_all(path: Path, inspect: Callable[[Path], FilePlan]) -> Inspected:
    """Inspect the tables of a file. Of several, those that lack the columns needed are left out as long as others do not.

    A full export of a shop holds lists of customers, addresses and settings beside its products and orders.
    ``inspect`` finds out about one table. Raises RecsysError as it and :func:`contents` do.
    """
    found = contents(path)
    if len(found.tables) == 1:
        return Inspected((inspect(found.tables[0]),), found.left_out)
    plans, left_out, refusals = [], list(found.left_out), []
    for table in found.tables:
        try:
            plans.append(inspect(table))
        except RecsysError as error:
            if error.code not in _LEFT_OUT:
                raise
            refusals.append(error)
            left_out.append(LeftOut(table, error.message))
    if not plans:
        raise refusals[0]
    return Inspected(tuple(plans), tuple(left_out))


def _contents(path: Path, depth: int) -> Contents:
    piece = sample(path)
    if piece.head.startswith(b"\xd0\xcf\x11\xe0"):
        return _sheets(path)
    if piece.head[:4] not in archives.ZIP_MAGIC:
        return Contents((path,))
    if holds_workbook(path):
        return _sheets(path)
    if depth > _DEEPEST:
        return Contents((), (LeftOut(path, _TOO_DEEP.fill(name=path.name)),))
    return _members(path, depth)


def _sheets(path: Path) -> Contents:
    """Return a workbook itself where one of its sheets holds a table or none does, else those that do."""
    with open_whole(path) as source:
        if source.inner:
            return Contents((path,))
    sheets = spreadsheet.sheets(path)
    tables = [sheet for sheet in sheets if sheet.holds_table]
    left_out = [
        LeftOut(path / sheet.name, (_EMPTY_SHEET if sheet.visible else _HIDDEN_SHEET).fill(name=sheet.name))
        for sheet in sheets
        if sheet not in tables
    ]
    if len(tables) < 2:
        return Contents((path,), tuple(left_out) if tables else ())
    return Contents(tuple(path / sheet.name for sheet in tables), tuple(left_out))


def _members(path: Path, depth: int) -> Contents:
    """Return the tables of a packed folder in the order of their names."""
    with open_whole(path) as source, archives.open_archive(source.stream) as folder:
        names = sorted(name for name in archives.named_members(folder) if not _BOOKKEEPING.search(name))
    candidates = [name for name in names if Path(name).suffix.lower() in {*TABLE_ENDINGS, ""}]
    others = [name for name in names if name not in set(candidates)]
    tables: list[Path] = []
    left_out: list[LeftOut] = []
    for name in candidates[:_MOST_TABLES]:
        inside = _member(path / name, depth)
        tables += inside.tables
        left_out += inside.left_out
    left_out += [LeftOut(path / name, _NOT_TABLE.fill(name=name)) for name in others[:_NAMED]]
    if len(others) > _NAMED:
        left_out.append(LeftOut(path, _MORE.fill(count=len(others) - _NAMED)))
    if len(candidates) > _MOST_TABLES:
        left_out.append(LeftOut(path, _TOO_MANY.fill(count=len(candidates) - _MOST_TABLES)))
    return Contents(tuple(tables), tuple(left_out))


def _member(path: Path, depth: int) -> Contents:
    """Return the tables of one member of a packed folder: itself, its own members or sheets, or none."""
    try:
        found = _contents(path, depth + 1)
        if found.tables == (path,):
            best_guess(path)
    except RecsysError as error:
        if error.code not in ("not_a_table", "empty_file"):
            return Contents((path,))  # damaged, locked or doubtful: the import will tell
        return Contents((), (LeftOut(path, error.message),))
    return found
