"""Which failures of the shop file a person can mend: decided here only, by SQLite's own code or the system's."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.texts import message

_LOCKED = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_NOT_WRITABLE = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT) if hasattr(errno, "EDQUOT") else (errno.ENOSPC,)
#: With less than this left, SQLite's "input/output error" means that the log's index could not grow.
_NEARLY_FULL_BYTES = 1_000_000


@contextmanager
def explained(path: Path, *also: type[Exception]) -> Iterator[None]:
    """Turn failures of the environment inside the block into a :class:`RecsysError`; anything else passes through as a bug.

    ``also`` names further exceptions to explain: ``OSError`` where the block itself works with files.

    Raises: RecsysError store_locked, disk_full, disk_failed, read_only_folder, not_a_shop_file.
    """
    failures: tuple[type[Exception], ...] = (sqlite3.Error, UnicodeDecodeError, *also)
    try:
        yield
    except failures as error:
        known = _explain(error, path)
        if known is None:
            raise
        raise known from error


def _explain(error: Exception, path: Path) -> RecsysError | None:
    if isinstance(error, OSError):
        return _disk_full(path) if error.errno in _NO_ROOM else _read_only_folder(path)
    if _is_unreadable_text(error):
        return not_a_shop_file(path)
    # The low byte is the kind of failure; the rest tells details that change nothing for the person.
    kind = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if kind in _LOCKED:
        return _store_locked(path)
    if kind == sqlite3.SQLITE_FULL or (kind == sqlite3.SQLITE_IOERR and _free_bytes(path) < _NEARLY_FULL_BYTES):
        return _disk_full(path)
    if kind == sqlite3.SQLITE_IOERR:
        return _disk_failed(path)
    if kind in _NOT_WRITABLE:
        return _read_only_folder(path)
    if kind in _DAMAGED:
        return not_a_shop_file(path)
    return None


def _is_unreadable_text(error: Exception) -> bool:
    """Return whether bytes that were written as text no longer are: in a row, or in a name that SQLite complains about."""
    # For a row, Python's driver raises an OperationalError of its own, the only one without a code of SQLite.
    return isinstance(error, UnicodeDecodeError) or (
        isinstance(error, sqlite3.OperationalError) and not hasattr(error, "sqlite_errorcode")
    )


def _store_locked(path: Path) -> RecsysError:
    return RecsysError(
        "store_locked",
        message("store", "Another program is writing to the shop file {path}. Nothing was changed.").fill(path=path),
        message("store", "Close the other program or wait until it is done, then try again."),
    )


def _disk_full(path: Path) -> RecsysError:
    free = _free_bytes(path) // 1_000_000
    return RecsysError(
        "disk_full",
        message("store", "The disk is full: {free} MB are left beside {path}. Nothing was changed.").fill(free=free, path=path),
        message("store", "Make room on this disk, and on the one for temporary files if it is another, then try again."),
    )


def _disk_failed(path: Path) -> RecsysError:
    return RecsysError(
        "disk_failed",
        message("store", "The disk of {path} could not be read or written. The last action was not stored.").fill(path=path),
        message("store", "Check that the disk or network drive is connected and sound, then try again."),
    )


def _read_only_folder(path: Path) -> RecsysError:
    return RecsysError(
        "read_only_folder",
        message("store", "The shop file {path} cannot be opened for writing. Nothing was changed.").fill(path=path),
        message("store", "Allow writing to its folder, or choose another folder with --data-dir."),
    )


def not_a_shop_file(path: Path) -> RecsysError:
    """Return the error for a file that is damaged or belongs to another program."""
    return RecsysError(
        "not_a_shop_file",
        message("store", "{path} is damaged or is not a shop file. It was left as it is.").fill(path=path),
        message("store", "Put a copy from its backups folder in its place, or choose another folder with --data-dir."),
    )


def newer_schema(path: Path, found: int, known: int) -> RecsysError:
    """Return the error for a file whose schema ``found`` is later than the latest one ``known`` here."""
    return RecsysError(
        "newer_schema",
        message(
            "store", "{path} was written by a newer version of this program: format {found}, not {known}. It was left as it is."
        ).fill(path=path, found=found, known=known),
        message("store", "Install the newer version, or choose another folder with --data-dir."),
    )


def _free_bytes(path: Path) -> int:
    nearest = next((folder for folder in path.parents if folder.is_dir()), None)
    return shutil.disk_usage(nearest).free if nearest is not None else 0
