"""The shop file as a whole copy that can be carried elsewhere, and what a copy from elsewhere holds."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Cancelled, Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.store.database import Database
from recsys_desktop.store.failures import explained, newer_schema, not_a_shop_file
from recsys_desktop.store.merging import stopped_by
from recsys_desktop.store.migrations import APPLICATION_ID, SCHEMA_VERSION

_COUNTED = ("items", "users", "interactions")
#: SQLite asks whether to go on after this many of its instructions, some milliseconds apart.
_INSTRUCTIONS = 200_000


@dataclass(frozen=True)
class Holds:
    """What a shop file holds."""

    items: int
    users: int
    interactions: int


def copy_to(database: Database, target: Path, progress: Progress) -> None:
    """Write a whole, consistent copy of the open shop to a new file, readable by this person only.

    Raises: Cancelled; RecsysError as :func:`~recsys_desktop.store.failures.explained`.
    """
    target.touch(mode=0o600, exist_ok=False)
    with explained(target), stopped_by(progress, database.connection):
        database.connection.conn.execute("VACUUM INTO ?", (str(target),))


def looked_into(path: Path, progress: Progress) -> Holds:
    """Read every page of a copy and return what it holds; the file stays as it is.

    Raises: Cancelled; RecsysError damaged_shop_file, not_a_shop_file, newer_schema.
    """
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        try:
            _refuse_another(connection, path)
            progress.report(0, 0, message("moving", "Checking the shop file"))
            connection.set_progress_handler(lambda: _is_cancelled(progress), _INSTRUCTIONS)
            found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            counts = [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in _COUNTED]
        except sqlite3.DatabaseError as error:
            progress.raise_if_cancelled()
            raise _damaged(path) from error
    if found != "ok":
        raise _damaged(path)
    return Holds(*counts)


def in_use(path: Path) -> bool:
    """Return whether another program writes into the shop file, or has it open so that its log cannot be taken in."""
    if not path.exists():
        return False
    try:
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
    except sqlite3.OperationalError:
        return True
    except sqlite3.DatabaseError:  # damaged: nobody can use it
        return False
    return False


def _refuse_another(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise not_a_shop_file(path)
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > SCHEMA_VERSION:
        raise newer_schema(path, version, SCHEMA_VERSION)


def _is_cancelled(progress: Progress) -> bool:
    try:
        progress.raise_if_cancelled()
    except Cancelled:
        return True
    return False


def _damaged(path: Path) -> RecsysError:
    return RecsysError(
        "damaged_shop_file",
        message("moving", "The shop in {name} is damaged. Nothing was changed.").fill(name=path.name),
        message("moving", "Make the file again on the other computer, and copy it once more."),
    )
