"""Which database failures a person can mend, decided in one place by SQLite's own code."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.texts import Text, message


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn SQLite's environment errors inside the block into a :class:`RecsysError`; anything else passes through as a bug.

    Raises: RecsysError store_locked, disk_full, read_only_folder, not_a_shop_file.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        known = _explain(error, path)
        if known is None:
            raise
        raise known from error


def _explain(error: sqlite3.DatabaseError, path: Path) -> RecsysError | None:
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else None
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return RecsysError(
            "store_locked",
            message("store", "Another program is writing to the shop file {path}. Nothing was changed.").fill(path=str(path)),
            message("store", "Close the other program or wait until it is done, then try again."),
        )
    if primary == sqlite3.SQLITE_FULL:
        return RecsysError("disk_full", _disk_full(path), message("store", "Make room on the disk and try again."))
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return read_only_folder(path)
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return RecsysError(
            "not_a_shop_file",
            message("store", "{path} is damaged or is not a shop file. It was left as it is.").fill(path=str(path)),
            message("store", "Put a copy from the backups folder in its place, or choose another folder with --data-dir."),
        )
    return None


def read_only_folder(path: Path) -> RecsysError:
    """Return the error for a folder or file that cannot be written."""
    return RecsysError(
        "read_only_folder",
        message("store", "The shop file {path} cannot be opened for writing. Nothing was changed.").fill(path=str(path)),
        message("store", "Allow writing to this folder, or choose another one with --data-dir."),
    )


def newer_schema(path: Path) -> RecsysError:
    """Return the error for a file that a later release has written."""
    return RecsysError(
        "newer_schema",
        message("store", "{path} was written by a newer version of this program. It was not opened.").fill(path=str(path)),
        message("store", "Install the newer version, or choose another folder with --data-dir."),
    )


def _disk_full(path: Path) -> Text:
    """Return the sentence for a full disk, with the room that is left."""
    free = shutil.disk_usage(path.parent).free // 1_000_000
    sentence = message("store", "The disk that holds {path} is full ({free} MB left). Nothing was changed.")
    return sentence.fill(path=str(path), free=free)
