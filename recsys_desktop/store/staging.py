"""The waiting room of an import: rows gather in a database of their own and join the store in one transaction, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType

from recsys_desktop.domain.entities import NO_TIME, Interaction, Item
from recsys_desktop.domain.progress import Progress
from recsys_desktop.store.database import Database
from recsys_desktop.store.failures import explained
from recsys_desktop.store.item_rows import ITEM_FIELDS, ITEM_MARKS, row_of
from recsys_desktop.store.merging import FRESHER, MergeCounts, collapse, dry_run, merge

_TABLES = (
    f"CREATE TABLE staged.items ({ITEM_FIELDS}, PRIMARY KEY (item_id))",
    "CREATE TABLE staged.users (code INTEGER PRIMARY KEY, user_id TEXT, key INTEGER, last_time INTEGER)",
    "CREATE TABLE staged.named_items (code INTEGER PRIMARY KEY, item_id TEXT, key INTEGER)",
    "CREATE TABLE staged.rows (user INTEGER, item INTEGER, kind INTEGER, value REAL, quantity REAL, time INTEGER, order_id TEXT)",
)


class Staging:
    """Gathers rows in a temporary database attached to this thread's connection. Used as a context manager, by one thread.

    Behaviour of the same user, item, kind, time and order is one event: quantities add up, the last value wins.

    The database is SQLite's own temporary file: it has no name and is gone when the program ends, however that happens, so that a
    killed import leaves no copy of the shop's data behind.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._connection = database.connection
        self._users, self._items = _Codes(), _Codes()
        self._is_collapsed = False

    def __enter__(self) -> Staging:
        with explained(self._database.path):
            self._connection.execute("ATTACH DATABASE '' AS staged")
            try:
                # A temporary file need not outlive a crash.
                self._connection.execute("PRAGMA staged.journal_mode = MEMORY")
                self._connection.execute("PRAGMA staged.synchronous = OFF")
                for table in _TABLES:
                    self._connection.execute(table)
            except BaseException:
                self._detach()  # no __exit__ follows, and the connection must take the next import
                raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._detach()

    def _detach(self) -> None:
        self._connection.execute("DETACH DATABASE staged")

    def add_items(self, rows: Sequence[Item]) -> None:
        """Add catalogue rows; for an id that was added before, fields that say something replace those that were there."""
        insert = f"INSERT INTO staged.items ({ITEM_FIELDS}) VALUES ({ITEM_MARKS}) ON CONFLICT (item_id) DO UPDATE SET {FRESHER}"
        self._add((insert, [row_of(item) for item in rows]))

    def add_interactions(self, rows: Sequence[Interaction]) -> None:
        """Add behaviour rows."""
        users, items = self._users, self._items
        # Texts that repeat become numbers here: a dictionary is quicker than SQLite at it, and numbers are quicker to sort.
        coded = [
            (
                users[row.user_id],
                items[row.item_id],
                int(row.kind),
                row.value,
                row.quantity,
                NO_TIME if row.time is None else row.time,
                row.order_id,
            )
            for row in rows
        ]
        self._add(
            ("INSERT INTO staged.rows VALUES (?, ?, ?, ?, ?, ?, ?)", coded),
            ("INSERT INTO staged.users (user_id, code) VALUES (?, ?)", users.take_new()),
            ("INSERT INTO staged.named_items (item_id, code) VALUES (?, ?)", items.take_new()),
        )
        self._is_collapsed = False

    def counts(self) -> MergeCounts:
        """Return what :meth:`merge` would do to the store as it is now, without doing it. Raises: RecsysError."""
        with explained(self._database.path):
            self._collapse(Progress())
            return dry_run(self._connection)

    def merge(self, progress: Progress, files: Sequence[str] = ()) -> MergeCounts:
        """Bring all rows into the store in one transaction, with a note of the import's ``files``, and return what changed.

        An item that only behaviour names is created with its id as title; users are created; an empty field never erases a stored
        one. The same rows merged again change nothing.

        Raises: Cancelled, RecsysError; the store is then as it was.
        """
        with explained(self._database.path):
            self._collapse(progress)
        return merge(self._database, progress, files)

    def _collapse(self, progress: Progress) -> None:
        if not self._is_collapsed:
            collapse(self._connection, progress)
            self._is_collapsed = True

    def _add(self, *inserts: tuple[str, Sequence[tuple[object, ...]]]) -> None:
        with explained(self._database.path), self._connection.atomic():  # takes no lock on the store
            for insert, rows in inserts:
                self._connection.conn.executemany(insert, rows)


class _Codes(dict[str, int]):
    """Numbers texts from 1 in the order in which they are first asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._new: list[tuple[str, int]] = []

    def __missing__(self, text: str) -> int:
        code = self[text] = len(self) + 1
        self._new.append((text, code))
        return code

    def take_new(self) -> list[tuple[str, int]]:
        """Return the texts numbered since the last call."""
        new, self._new = self._new, []
        return new
