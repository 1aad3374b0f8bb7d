"""The waiting room of an import: rows gather in a file of their own and join the store in one transaction, or not at all."""

from __future__ import annotations

import json
import sqlite3
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType

from recsys_desktop.domain.entities import NO_TIME, Interaction, Item
from recsys_desktop.domain.progress import Cancelled, Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.store.catalogue import COLUMNS, row_of
from recsys_desktop.store.changes import bump
from recsys_desktop.store.database import Database
from recsys_desktop.store.failures import explained

_MERGING = message("import", "Adding the rows to the shop")
#: SQLite calls back after this many of its instructions, some milliseconds apart: that is how soon a cancel is heard.
_INSTRUCTIONS = 200_000

_TABLES = """
CREATE TABLE staged.items (
    item_id TEXT PRIMARY KEY, title TEXT, description TEXT, category TEXT, tags TEXT, brand TEXT, price REAL, currency TEXT,
    stock INTEGER, url TEXT, image TEXT
) WITHOUT ROWID;
CREATE TABLE staged.user_names (number INTEGER PRIMARY KEY, user_id TEXT, key INTEGER);
CREATE TABLE staged.item_names (number INTEGER PRIMARY KEY, item_id TEXT, key INTEGER);
CREATE TABLE staged.interactions (
    id INTEGER PRIMARY KEY, user INTEGER, item INTEGER, kind INTEGER, value REAL, quantity REAL, time INTEGER, order_id TEXT
)
"""
_TEXT_FIELDS = ("title", "description", "category", "tags", "brand", "currency", "url", "image")
_NUMBER_FIELDS = ("price", "stock")


@dataclass(frozen=True)
class MergeCounts:
    """What a merge did to the store; rows that collapsed into one inside the files count once."""

    new_items: int
    changed_items: int
    unchanged_items: int
    new_users: int
    new_interactions: int
    changed_interactions: int
    unchanged_interactions: int


class Staging:
    """Gathers rows in a temporary database beside the store, attached to this thread's connection.

    Behaviour of the same user, item, kind, time and order is one event: quantities add up, the last value wins. Used as a context
    manager; the temporary file is removed at its end, merged or not.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._user_numbers: dict[str, int] = {}
        self._item_numbers: dict[str, int] = {}

    def __enter__(self) -> Staging:
        with explained(self._database.path):
            handle = tempfile.NamedTemporaryFile(  # only its name is wanted; SQLite opens the file
                dir=self._database.path.parent, prefix=".staging-", suffix=".db", delete=False
            )
            handle.close()
            self._path = Path(handle.name)
            self._connection = self._database.connection.conn
            self._connection.execute("ATTACH DATABASE ? AS staged", (str(self._path),))
            # The file is worthless after a crash, so nothing is spent on keeping it whole.
            self._connection.execute("PRAGMA staged.journal_mode = OFF")
            self._connection.execute("PRAGMA staged.synchronous = OFF")
            for statement in _TABLES.split(";"):
                self._connection.execute(statement)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._connection.execute("DETACH DATABASE staged")
        self._path.unlink(missing_ok=True)

    def add_items(self, items: Sequence[Item]) -> None:
        """Add catalogue rows; for an id that was added before, fields that say something replace those that were there."""
        marks = ", ".join("?" * 11)
        with explained(self._database.path), _Batch(self._connection):
            self._connection.executemany(
                f"INSERT INTO staged.items ({COLUMNS}) VALUES ({marks}) ON CONFLICT (item_id) DO UPDATE SET {_fresher('items')}",
                [row_of(item) for item in items],
            )

    def add_interactions(self, interactions: Sequence[Interaction]) -> None:
        """Add behaviour rows."""
        users, items = self._user_numbers, self._item_numbers
        rows = [
            (
                users.setdefault(one.user_id, len(users)),
                items.setdefault(one.item_id, len(items)),
                int(one.kind),
                one.value,
                one.quantity,
                NO_TIME if one.time is None else one.time,
                one.order_id,
            )
            for one in interactions
        ]
        with explained(self._database.path), _Batch(self._connection):
            self._connection.executemany(
                "INSERT INTO staged.interactions (user, item, kind, value, quantity, time, order_id) VALUES (?, ?, ?, ?, ?, ?, ?)",
                rows,
            )

    def merge(self, progress: Progress, files: Sequence[str] = ()) -> MergeCounts:
        """Bring all rows into the store in one transaction, note the import with its ``files``, and return what changed.

        An item that only behaviour names is created with its id as title; users are created; an empty field never erases a stored
        one.

        Raises: Cancelled (the store is then as it was), RecsysError.
        """
        progress.report(0, 3, _MERGING)
        self._write_names()
        # Read inside SQLite's callback, raised outside of it: an exception there would be swallowed.
        self._connection.set_progress_handler(lambda: _is_cancelled(progress), _INSTRUCTIONS)
        try:
            with self._database.atomic():
                users = self._merge_users()
                items = self._merge_items()
                progress.report(1, 3, _MERGING)
                events = self._merge_interactions()
                progress.report(2, 3, _MERGING)
                counts = MergeCounts(*items, users, *events)
                self._note(files, asdict(counts))
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                raise Cancelled from error
            raise
        finally:
            self._connection.set_progress_handler(None, 0)
        progress.report(3, 3, _MERGING)
        return counts

    def _write_names(self) -> None:
        with explained(self._database.path), _Batch(self._connection):
            for table, column, numbers in (
                ("user_names", "user_id", self._user_numbers),
                ("item_names", "item_id", self._item_numbers),
            ):
                self._connection.executemany(
                    f"INSERT OR REPLACE INTO staged.{table} (number, {column}) VALUES (?, ?)",
                    [(number, name) for name, number in numbers.items()],
                )

    def _merge_users(self) -> int:
        run = self._connection.execute
        new = run(
            "INSERT INTO main.users (user_id) SELECT user_id FROM staged.user_names WHERE true ON CONFLICT DO NOTHING"
        ).rowcount
        run("UPDATE staged.user_names AS n SET key = (SELECT key FROM main.users u WHERE u.user_id = n.user_id)")
        run(
            "UPDATE main.users SET last_time = s.newest FROM "
            "(SELECT n.key AS key, max(x.time) AS newest FROM staged.interactions x "
            "JOIN staged.user_names n ON n.number = x.user GROUP BY x.user) s WHERE users.key = s.key AND s.newest > last_time"
        )
        return new

    def _merge_items(self) -> tuple[int, int, int]:
        """Return how many items are new, changed and unchanged."""
        run = self._connection.execute
        before = run("SELECT count(*) FROM main.items").fetchone()[0]
        written = run(
            f"INSERT INTO main.items ({COLUMNS}) SELECT {COLUMNS} FROM staged.items WHERE true "
            f"ON CONFLICT (item_id) DO UPDATE SET {_fresher('items')} WHERE {_says_something_else('items')}"
        ).rowcount
        named = run("SELECT count(*) FROM main.items").fetchone()[0]
        # a title of its own marks the products that no catalogue has described yet
        run("UPDATE main.items SET title = item_id WHERE title = ''")
        bare = run(
            "INSERT INTO main.items (item_id, title) SELECT item_id, item_id FROM staged.item_names WHERE true "
            "ON CONFLICT DO NOTHING"
        ).rowcount
        run("UPDATE staged.item_names AS n SET key = (SELECT key FROM main.items i WHERE i.item_id = n.item_id)")
        staged = run(
            "SELECT count(*) FROM (SELECT item_id FROM staged.items UNION SELECT item_id FROM staged.item_names)"
        ).fetchone()[0]
        new, changed = named - before + bare, written - (named - before)
        return new, changed, staged - new - changed

    def _merge_interactions(self) -> tuple[int, int, int]:
        """Return how many events are new, changed and unchanged."""
        run = self._connection.execute
        before = run("SELECT count(*) FROM main.interactions").fetchone()[0]
        # max(x.id) makes SQLite take the bare column "value" from the last row of the group
        run(
            "CREATE TABLE staged.events AS SELECT u.key AS user, i.key AS item, x.kind, x.value, sum(x.quantity) AS quantity, "
            "x.time, x.order_id, max(x.id) AS last FROM staged.interactions x JOIN staged.user_names u ON u.number = x.user "
            "JOIN staged.item_names i ON i.number = x.item GROUP BY u.key, x.time, i.key, x.kind, x.order_id"
        )
        staged = run("SELECT count(*) FROM staged.events").fetchone()[0]
        written = run(
            "INSERT INTO main.interactions (user, item, kind, value, quantity, time, order_id) "
            "SELECT user, item, kind, value, quantity, time, order_id FROM staged.events WHERE true "
            "ON CONFLICT (user, time, item, kind, order_id) DO UPDATE SET value = excluded.value, quantity = excluded.quantity "
            "WHERE value IS NOT excluded.value OR quantity IS NOT excluded.quantity"
        ).rowcount
        new = run("SELECT count(*) FROM main.interactions").fetchone()[0] - before
        return new, written - new, staged - written

    def _note(self, files: Sequence[str], counts: Mapping[str, int]) -> None:
        if counts["new_interactions"] or counts["changed_interactions"]:
            bump(self._database.connection, "interactions")
        self._connection.execute(
            "INSERT INTO main.imports (time, files, counts) VALUES (?, ?, ?)",
            (int(time.time()), json.dumps(list(files)), json.dumps(dict(counts))),
        )


class _Batch:
    """One transaction around many inserts into the staging file; it takes no lock on the store."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute("BEGIN")

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._connection.in_transaction:
            self._connection.execute("COMMIT" if kind is None else "ROLLBACK")


def _fresher(table: str) -> str:
    """Return assignments that take each field from the new row where it says something."""
    texts = [f"{name} = CASE WHEN excluded.{name} = '' THEN {table}.{name} ELSE excluded.{name} END" for name in _TEXT_FIELDS]
    numbers = [f"{name} = coalesce(excluded.{name}, {table}.{name})" for name in _NUMBER_FIELDS]
    return ", ".join([*texts, *numbers])


def _says_something_else(table: str) -> str:
    """Return the condition that the new row says something, in any field, that the stored one does not."""
    texts = [f"(excluded.{name} <> '' AND excluded.{name} <> {table}.{name})" for name in _TEXT_FIELDS]
    numbers = [f"(excluded.{name} IS NOT NULL AND excluded.{name} IS NOT {table}.{name})" for name in _NUMBER_FIELDS]
    return " OR ".join([*texts, *numbers])


def _is_cancelled(progress: Progress) -> bool:
    try:
        progress.raise_if_cancelled()
    except Cancelled:
        return True
    return False
