"""What a person meant by the files and folders that were chosen or dropped: tables, one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.ingest.containers import contents
from recsys_desktop.ingest.problems import unreadable_file
from recsys_desktop.services.imports.watching import ENDINGS

_NO_TABLE = message("import", "{name} is not a table by its name.")


@dataclass(frozen=True)
class FoundFiles:
    """``paths`` of tables in the order in which they were named; ``origin`` has the folder or archive of those that came with one.

    ``left_out`` says of the other files of those folders and archives, in a sentence, why they are not looked into.
    """

    paths: tuple[Path, ...]
    origin: dict[Path, Path]
    left_out: tuple[tuple[Path, Text], ...]


def find_files(paths: Sequence[Path], progress: Progress) -> FoundFiles:
    """Return the tables among files and folders; a folder's own files count, not those of the folders within."""
    found: dict[Path, None] = {}
    origin: dict[Path, Path] = {}
    left_out: list[tuple[Path, Text]] = []
    for path in paths:
        for file in _files(path, left_out):
            progress.raise_if_cancelled()
            for table in _tables(file, left_out):
                found[table] = None
                if table != path:
                    origin[table] = path
    return FoundFiles(tuple(found), origin, tuple(left_out))


def _files(path: Path, left_out: list[tuple[Path, Text]]) -> list[Path]:
    if not path.is_dir():
        return [path]
    try:
        inside = list(path.iterdir())
    except OSError as error:
        raise unreadable_file(path, error.strerror or str(error)) from error
    files = sorted(file for file in inside if file.is_file() and not file.name.startswith((".", "~$")))
    left_out += [(file, _NO_TABLE.fill(name=file.name)) for file in files if file.suffix.lower() not in ENDINGS]
    return [file for file in files if file.suffix.lower() in ENDINGS]


def _tables(file: Path, left_out: list[tuple[Path, Text]]) -> list[Path]:
    """Return the tables of a file, itself where it is one or cannot be opened: the look into it then says why."""
    try:
        inside = contents(file)
    except RecsysError:
        return [file]
    left_out += inside.left_out
    return list(inside.tables)
