"""Copies of the shop file, made before its schema changes and before much is taken out of it."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

#: Older copies are removed: the copies of a large shop would fill the disk.
KEPT = 5


def copy_before_migration(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    """Copy the open file to ``backups/v{version}_{time}.db`` beside it and return the copy's path; the newest :data:`KEPT` stay.

    The copy is whole and consistent: ``VACUUM INTO`` takes in what is still in the write-ahead log, and the copy gets its name
    only when it is finished.

    Raises: sqlite3.Error, OSError; no unfinished copy is left then.
    """
    target = path.parent / "backups" / f"v{version:03d}_{_now()}.db"
    _copy(connection, target)
    for old in sorted(target.parent.glob("v*_*.db"), key=_time_in_name)[:-KEPT]:
        old.unlink()
    return target


def copy_aside(connection: sqlite3.Connection, path: Path, name: str) -> Path:
    """Copy the open file to ``backups/{name}_{time}.db`` beside it and return the copy's path; earlier ones of the name go.

    Raises: sqlite3.Error, OSError; no unfinished copy is left then.
    """
    target = path.parent / "backups" / f"{name}_{_now()}.db"
    _copy(connection, target)
    for old in target.parent.glob(f"{name}_*.db"):
        if old != target:
            old.unlink()
    return target


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    target.parent.mkdir(mode=0o700, exist_ok=True)
    unfinished = target.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    try:
        # Made first, with its mode: SQLite fills an empty file that is there.
        unfinished.touch(mode=0o600)
        connection.execute("VACUUM INTO ?", (str(unfinished),))
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _now() -> str:
    return time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())


def _time_in_name(copy: Path) -> str:
    return copy.stem.partition("_")[2]
