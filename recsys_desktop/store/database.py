"""The shop file: opened, migrated and guarded; one connection per thread."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlite_utils

from recsys_desktop.store.backup import copy_before_migration
from recsys_desktop.store.failures import explained, newer_schema, read_only_folder
from recsys_desktop.store.migrations import APPLICATION_ID, migrations, names

_BUSY_TIMEOUT_MS = 5_000


class Database:
    """One SQLite file used by several threads, each through a connection of its own, opened at its first use."""

    def __init__(self, path: Path, *, busy_timeout_ms: int = _BUSY_TIMEOUT_MS) -> None:
        """Open the file, making folder (mode 0700) and file (0600) where absent, and bring its schema up to date.

        A copy of the file is put into ``backups/`` beside it before any step of a migration.

        Raises: RecsysError newer_schema, not_a_shop_file, read_only_folder, store_locked, disk_full.
        """
        self.path = path
        self._busy_timeout_ms = busy_timeout_ms
        self._local = threading.local()
        self._make_place()
        with explained(path):
            self._migrate()

    @property
    def connection(self) -> sqlite_utils.Database:
        """This thread's own connection."""
        found: sqlite_utils.Database | None = getattr(self._local, "connection", None)
        if found is None:
            with explained(self.path):
                found = self._connect()
            self._local.connection = found
        return found

    @contextmanager
    def atomic(self) -> Iterator[sqlite_utils.Database]:
        """Run the block in one write transaction, or in a savepoint of the one already open in this thread.

        The lock to write is taken at the start: a transaction that only asked for it at its first write could fail half-way.

        Raises: RecsysError as :func:`~recsys_desktop.store.failures.explained`.
        """
        connection = self.connection
        with explained(self.path):
            if connection.conn.in_transaction:
                with connection.atomic():
                    yield connection
                return
            connection.conn.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.conn.execute("COMMIT")
            except BaseException:
                if connection.conn.in_transaction:
                    connection.conn.execute("ROLLBACK")
                raise

    def close_thread(self) -> None:
        """Close this thread's connection; to be called at the end of every thread that used the store."""
        connection = getattr(self._local, "connection", None)
        if connection is not None:
            self._local.connection = None
            connection.conn.close()

    def close(self) -> None:
        """Close this thread's connection and forget the store. Other threads have ended, and closed theirs, by now."""
        self.close_thread()

    def _make_place(self) -> None:
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not self.path.exists():
                self.path.touch(mode=0o600)
        except OSError as error:
            raise read_only_folder(self.path) from error

    def _connect(self) -> sqlite_utils.Database:
        # isolation_level None: the driver starts no transaction behind our back; every write goes through atomic().
        connection = sqlite3.connect(self.path, isolation_level=None, timeout=self._busy_timeout_ms / 1000)
        try:
            connection.execute(f"PRAGMA busy_timeout = {self._busy_timeout_ms}")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA secure_delete = ON")
        except BaseException:
            connection.close()
            raise
        return sqlite_utils.Database(connection)

    def _migrate(self) -> None:
        connection = self.connection
        try:
            known, found = names(), {migration.name for migration in migrations.applied(connection)}
            version = connection.conn.execute("PRAGMA user_version").fetchone()[0]
            if version > len(known) or not found <= set(known):
                raise newer_schema(self.path)
            if found == set(known):
                return
            if found:
                copy_before_migration(connection.conn, self.path, version)
            migrations.apply(connection)
            connection.conn.execute(f"PRAGMA user_version = {len(known)}")
            connection.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        except BaseException:
            self.close_thread()
            raise
