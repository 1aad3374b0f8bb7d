"""The waiting room of an import: rows gather beside the store and join it in one transaction, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType

from recsys_desktop.domain.columns import ITEM_COLUMNS, ItemId
from recsys_desktop.domain.entities import Interaction, Item
from recsys_desktop.domain.event_columns import EventColumns
from recsys_desktop.domain.progress import Progress
from recsys_desktop.store.database import Database
from recsys_desktop.store.failures import explained
from recsys_desktop.store.item_rows import ITEM_FIELDS, ITEM_MARKS, row_of
from recsys_desktop.store.merge_counts import MergeCounts
from recsys_desktop.store.merging import Merged, Staged, foresee, merge
from recsys_desktop.store.merging_items import described
from recsys_desktop.store.policy import Policy
from recsys_desktop.store.resolving import TitleId
from recsys_desktop.store.staged_events import StagedEvents

_EVENT = "user INTEGER, time INTEGER, item INTEGER, kind INTEGER, order_id TEXT, quantity REAL, value REAL"
_TABLES = (
    f"CREATE TABLE staged.items ({ITEM_FIELDS}, file INTEGER, says_stock INTEGER, PRIMARY KEY (item_id))",
    f"CREATE TABLE staged.learnt ({ITEM_FIELDS}, file INTEGER, says_stock INTEGER, PRIMARY KEY (item_id))",
    "CREATE TABLE staged.names (name TEXT, item_id TEXT, PRIMARY KEY (name, item_id))",
    "CREATE TABLE staged.alternatives (item_id TEXT, place INTEGER, name TEXT, PRIMARY KEY (item_id, place)) WITHOUT ROWID",
    "CREATE TABLE staged.named_items (code INTEGER PRIMARY KEY, item_id TEXT, key INTEGER, file INTEGER)",
    "CREATE TABLE staged.users (code INTEGER PRIMARY KEY, user_id TEXT, last_time INTEGER, file INTEGER)",
    "CREATE TABLE staged.matched (place INTEGER PRIMARY KEY, key INTEGER, changed INTEGER, written INTEGER)",
    "CREATE TABLE staged.wanted (code INTEGER, place INTEGER, name TEXT)",
    "CREATE TABLE staged.titles (name TEXT PRIMARY KEY, key INTEGER) WITHOUT ROWID",
    "CREATE TABLE staged.moves (item INTEGER PRIMARY KEY, target INTEGER)",
    f"CREATE TABLE staged.events (place INTEGER PRIMARY KEY, {_EVENT})",
    "CREATE TABLE staged.found (place INTEGER PRIMARY KEY, id INTEGER, changed INTEGER)",
)


class Staging:
    """Gathers rows of one or several files. Used as a context manager, by one thread.

    Behaviour of the same user, item, kind, time and order is one event: within a file quantities add up and the last value wins,
    across files the later one counts.

    Products wait in a database attached to this thread's connection. It is SQLite's own temporary file: it has no name and is gone
    when the program ends, however that happens, so that a killed import leaves no copy of the shop's data behind. So is the file in
    which behaviour waits.
    """

    def __init__(self, database: Database, title_id: TitleId | None = None) -> None:
        """``title_id`` makes the id of a product whose lines tell its title only; without it, titles are not looked up."""
        self._database = database
        self._connection = database.connection
        self._events = StagedEvents()
        self._title_id = title_id
        self._learnt = self._says_stock = False

    def __enter__(self) -> Staging:
        with explained(self._database.path, OSError):
            self._events.__enter__()
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
        self._events.close()
        self._connection.execute("DETACH DATABASE staged")

    def begin_file(self, *, learnt: bool = False, says_stock: bool = False) -> None:
        """Say that what is added from now on comes from another file; where none is begun, all is of one file.

        ``learnt``: its products are what order lines say about them, which counts less than a catalogue's word. ``says_stock``: it
        tells how many are in stock, so that a product without a number is one that is not counted, whatever was known before.
        """
        self._events.begin_file()
        self._learnt, self._says_stock = learnt, says_stock and not learnt

    def add_items(self, rows: Sequence[Item]) -> None:
        """Add products; for an id that was added before, fields that say something replace those that were there."""
        self._begin()
        table = "learnt" if self._learnt else "items"
        fields = ", ".join(f"{column} = {described(column, 'excluded', table)}" for column in ITEM_COLUMNS[1:])
        self._add(
            f"INSERT INTO staged.{table} ({ITEM_FIELDS}, file, says_stock) VALUES ({ITEM_MARKS}, ?, ?)"
            f" ON CONFLICT (item_id) DO UPDATE SET {fields}, file = excluded.file,"
            f" says_stock = max({table}.says_stock, excluded.says_stock)",
            [(*row_of(item), self._events.files - 1, self._says_stock) for item in rows],
        )
        if self._learnt:
            self._events.name_items([item.item_id for item in rows])

    def add_events(self, columns: EventColumns) -> None:
        """Add behaviour. Raises: RecsysError where the disk is full."""
        with explained(self._database.path, OSError):
            self._events.add(columns)

    def add_interactions(self, rows: Sequence[Interaction]) -> None:
        """Add behaviour rows; for few of them."""
        self.add_events(EventColumns.of(rows))

    def add_names(self, names: Sequence[tuple[str, ItemId]]) -> None:
        """Add further ids by which orders call products of the catalogue; one that several products claim means none of them."""
        self._add("INSERT INTO staged.names (name, item_id) VALUES (?, ?) ON CONFLICT DO NOTHING", names)

    def add_alternatives(self, alternatives: Sequence[tuple[ItemId, tuple[str, ...]]]) -> None:
        """Add, for ids of behaviour and order lines that no product may have, the ids to try instead, best first."""
        rows = [(item_id, place, name) for item_id, names in alternatives for place, name in enumerate(names, 1)]
        self._add("INSERT INTO staged.alternatives (item_id, place, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", rows)

    def named(self, file: int) -> tuple[int, int]:
        """Return how many different users and products the behaviour and the order lines of a file (from 0) name."""
        return self._events.different(file)

    def counts(self, progress: Progress | None = None, policy: Policy = "update") -> MergeCounts:
        """Return what :meth:`merge` would do to the store as it is now, without doing it. Raises: Cancelled, RecsysError."""
        return self.foresee(progress or Progress(), policy).counts

    def foresee(self, progress: Progress, policy: Policy = "update") -> Merged:
        """Return the same file by file. Raises: Cancelled, RecsysError."""
        return foresee(self._database, self._staged(), progress, policy)

    def merge(self, progress: Progress, files: Sequence[str] = (), policy: Policy = "update") -> MergeCounts:
        """Bring all rows into the store in one transaction and return what changed, as :meth:`merge_files`."""
        return self.merge_files(progress, files, policy).counts

    def merge_files(self, progress: Progress, files: Sequence[str] = (), policy: Policy = "update") -> Merged:
        """Bring all rows into the store in one transaction, with a note of the import's ``files``; then it can be undone.

        An item that only behaviour names is created with its id as title; users are created; an empty field never erases a stored
        one. Ids that are another product's further names, or tell its title, are that product's. The same rows merged again
        change nothing.

        Raises: Cancelled, RecsysError; the store is then as it was.
        """
        return merge(self._database, self._staged(), progress, files, policy)

    def _staged(self) -> Staged:
        self._begin()
        return Staged(self._events, self._title_id)

    def _begin(self) -> None:
        if not self._events.files:
            self.begin_file()

    def _add(self, insert: str, rows: Sequence[tuple[object, ...]]) -> None:
        with explained(self._database.path), self._connection.atomic():  # takes no lock on the store
            self._connection.conn.executemany(insert, rows)
