"""The shop file: opened, migrated and guarded; one connection per thread."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import sqlite_utils

from recsys_desktop.store.backup import copy_aside, copy_before_migration
from recsys_desktop.store.failures import explained, newer_schema, not_a_shop_file
from recsys_desktop.store.migrations import APPLICATION_ID, SCHEMA_VERSION, STEPS, migrations

#: How long a write waits for another program. Threads of this one wait for each other without limit.
BUSY_TIMEOUT_MS = 5_000
_PRAGMAS = (
    "journal_mode = WAL",  # readers never wait for the writer
    "synchronous = NORMAL",  # with WAL: survives a killed program, and a power cut costs the last actions, never the file
    "foreign_keys = ON",
    "secure_delete = ON",  # erased means overwritten
    "journal_size_limit = 16777216",  # a large import must not leave its log on the disk for good
    "cache_size = -16000",  # KiB; SQLite's own 2 MB costs a large import a tenth of its time
)


class Database:
    """One SQLite file used by several threads, each through a connection of its own, opened at its first use."""

    def __init__(self, path: Path) -> None:
        """Open the file, making folder (mode 0700) and file (0600) where absent, and bring its schema up to date.

        The file is copied into ``backups/`` beside it before its schema changes.

        Raises: RecsysError newer_schema, not_a_shop_file, read_only_folder, store_locked, disk_full, disk_failed.
        """
        self.path = path
        self._local = threading.local()
        self._opened: dict[int, sqlite_utils.Database] = {}
        self._opened_lock = threading.Lock()
        self._writing = threading.RLock()
        try:
            with explained(path, OSError):
                _make_place(path)
                self._migrate()
        except BaseException:
            self.close()
            raise

    @property
    def connection(self) -> sqlite_utils.Database:
        """This thread's own connection; it commits every statement at once unless :meth:`atomic` is around it."""
        found: sqlite_utils.Database | None = getattr(self._local, "connection", None)
        if found is None:
            with explained(self.path):
                found = self._connect()
            self._local.connection = found
            self._remember(found)
        return found

    def read(self, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of a query. Raises: RecsysError as :func:`~recsys_desktop.store.failures.explained`."""
        connection = self.connection
        with explained(self.path):
            rows: list[tuple[Any, ...]] = connection.conn.execute(sql, parameters).fetchall()
            return rows

    @contextmanager
    def atomic(self, *, trusted: bool = False) -> Iterator[sqlite_utils.Database]:
        """Run the block in one write transaction, or in a savepoint of the one already open in this thread.

        In a ``trusted`` block, references between tables are neither checked nor followed by deletions: it keeps them itself,
        several times quicker for many rows. It is the outermost one.

        It waits for other threads of this program as long as they write, for other programs :data:`BUSY_TIMEOUT_MS`. The lock to
        write is taken at the start: a transaction that asked for it at its first write only could fail half-way.

        Raises: RecsysError as :func:`~recsys_desktop.store.failures.explained`; the block's changes are undone then.
        """
        connection = self.connection
        with self._writing, explained(self.path):
            if connection.conn.in_transaction:
                with connection.atomic():
                    yield connection
                return
            if trusted:
                connection.conn.execute("PRAGMA foreign_keys = OFF")  # has no effect once a transaction is open
            try:
                yield from _transaction(connection)
            finally:
                if trusted:
                    connection.conn.execute("PRAGMA foreign_keys = ON")

    def copy_aside(self, name: str) -> Path:
        """Copy the file into ``backups/`` beside it, whole and consistent. Raises: RecsysError, see :meth:`atomic`."""
        connection = self.connection
        with self._writing, explained(self.path, OSError):
            return copy_aside(connection.conn, self.path, name)

    def put_back(self, copy: Path) -> None:
        """Make everything what it was when ``copy`` was made, for all threads. Raises: RecsysError, see :meth:`atomic`."""
        connection = self.connection
        with self._writing, explained(self.path, OSError), closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro", uri=True)) as source:
            source.backup(connection.conn)

    def close_thread(self) -> None:
        """Close this thread's connection, if it has one; for the end of a thread that used the store."""
        connection = getattr(self._local, "connection", None)
        if connection is not None:
            self._local.connection = None
            with self._opened_lock:
                self._opened.pop(threading.get_ident(), None)
            connection.close()

    def close(self) -> None:
        """Close the connections of all threads. They are done with the store by then."""
        with self._opened_lock:
            while self._opened:
                self._opened.popitem()[1].close()
        self._local = threading.local()

    def _connect(self) -> sqlite_utils.Database:
        # isolation_level None: the driver starts no transaction behind our back.
        # check_same_thread False: close() closes the connections of threads that have ended.
        connection = sqlite3.connect(self.path, BUSY_TIMEOUT_MS / 1000, isolation_level=None, check_same_thread=False)
        try:
            # Before any change: even the mode of the log must not be changed in a file that is not ours.
            _refuse_what_is_not_ours(connection, self.path)
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            return sqlite_utils.Database(connection, execute_plugins=False)
        except BaseException:
            connection.close()
            raise

    def _remember(self, connection: sqlite_utils.Database) -> None:
        """Keep the connection for :meth:`close`. A connection under the same thread number belonged to a thread that has ended."""
        with self._opened_lock:
            ended = self._opened.pop(threading.get_ident(), None)
            self._opened[threading.get_ident()] = connection
        if ended is not None:
            ended.close()

    def _migrate(self) -> None:
        connection = self.connection.conn
        found = _number(connection, "user_version")
        if found == SCHEMA_VERSION:
            return
        if found:
            copy_before_migration(connection, self.path, found)
        with self.atomic() as db:
            migrations.apply(db)
            db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _transaction(connection: sqlite_utils.Database) -> Iterator[sqlite_utils.Database]:
    connection.conn.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.conn.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def _make_place(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        path.touch(mode=0o600)  # SQLite gives the log beside it the same mode


def _refuse_what_is_not_ours(connection: sqlite3.Connection, path: Path) -> None:
    version, is_empty = _number(connection, "user_version"), _number(connection, "schema_version") == 0
    if _number(connection, "application_id") != APPLICATION_ID and not is_empty:
        raise not_a_shop_file(path)
    steps = set() if is_empty else _steps_taken(connection, path)
    # The number alone does not tell a file of a version under way, whose last step is another one than ours.
    if version > SCHEMA_VERSION or not steps <= {step.__name__ for step in STEPS}:
        raise newer_schema(path, max(version, len(steps)), SCHEMA_VERSION)


def _steps_taken(connection: sqlite3.Connection, path: Path) -> set[str]:
    try:
        rows = connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ?", (migrations.name,)).fetchall()
    except sqlite3.OperationalError as error:
        # No such table, or a schema that SQLite cannot read. It tells both by its general code only.
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR:
            raise not_a_shop_file(path) from error
        raise
    return {name for (name,) in rows}


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])
