"""Copies of the shop file."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

_KEPT = 5


def copy_before_migration(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    """Copy the open file to ``backups/v{version}_{time}.db`` beside it, whole and consistent, and keep the newest five.

    ``VACUUM INTO`` writes a defragmented copy that includes what is still in the write-ahead log.
    """
    folder = path.parent / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    target = folder / f"v{version:03d}_{time.strftime('%Y%m%d-%H%M%S')}.db"
    target.unlink(missing_ok=True)
    connection.execute("VACUUM INTO ?", (str(target),))
    target.chmod(0o600)
    for old in sorted(folder.glob("v*_*.db"), key=lambda file: file.stat().st_mtime)[:-_KEPT]:
        old.unlink()
    return target
