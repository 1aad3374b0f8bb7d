"""How staged rows join the store: the rules of an import, as SQL over the attached database ``staged``."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass

import sqlite_utils

from recsys_desktop.domain.columns import ITEM_COLUMNS
from recsys_desktop.domain.progress import Cancelled, Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.store.changes import Topic, count_change
from recsys_desktop.store.database import Database
from recsys_desktop.store.item_rows import ITEM_FIELDS, NUMBER_COLUMNS

_JOINING = message("import", "Joining rows that belong together")
_MERGING = message("import", "Adding the rows to the shop")
#: SQLite asks whether to go on after this many of its instructions, some milliseconds apart.
_INSTRUCTIONS = 200_000
_ROWS_A_REPORT = 50_000
_EVENT = ("user", "time", "item", "kind", "order_id")


@dataclass(frozen=True)
class MergeCounts:
    """What a merge does to the store. Rows of one event count once; an item that only behaviour names counts if it is new."""

    new_items: int
    changed_items: int
    unchanged_items: int
    new_users: int
    new_interactions: int
    changed_interactions: int
    unchanged_interactions: int


def _fresher(column: str, new: str) -> str:
    """Return the SQL of a field after the row ``new`` came in: an empty one says nothing."""
    said = f"{new}.{column}" if column in NUMBER_COLUMNS else f"nullif({new}.{column}, '')"
    return f"coalesce({said}, items.{column})"


def _item_differs(new: str) -> str:
    return " OR ".join(f"{_fresher(column, new)} IS NOT items.{column}" for column in ITEM_COLUMNS[1:])


def _event_differs(new: str) -> str:
    return f"({new}.quantity IS NOT old.quantity OR coalesce({new}.value, old.value) IS NOT old.value)"


#: The assignments of an upsert of items.
FRESHER = ", ".join(f"{column} = {_fresher(column, 'excluded')}" for column in ITEM_COLUMNS[1:])


def collapse(db: sqlite_utils.Database, progress: Progress) -> None:
    """Join the staged rows of each event into one row of ``staged.events``, ordered by user, time and place in the file.

    Stored in this order, a row meets the index where the one before it did, which is several times quicker than here and there.

    Raises: Cancelled.
    """
    progress.report(0, 0, _JOINING)
    event = ", ".join(_EVENT)
    with db.atomic(), stopped_by(progress, db):
        db.execute("DROP TABLE IF EXISTS staged.events")
        # max(rowid) makes SQLite take the bare column "value" from the group's last row. Sums are rounded because the order of
        # adding shows in their last digits, and the next import of the same file must find them equal.
        db.execute(
            f"CREATE TABLE staged.events AS SELECT {event}, round(sum(quantity), 6) AS quantity, value, max(rowid) AS last"
            f" FROM staged.rows GROUP BY {event} ORDER BY user, time, last"
        )
        db.execute(
            "UPDATE staged.users SET last_time = newest"
            " FROM (SELECT user, max(time) AS newest FROM staged.events GROUP BY user) AS active WHERE active.user = code"
        )


def dry_run(db: sqlite_utils.Database) -> MergeCounts:
    """Return what :func:`merge` would do, reading the store only."""
    with db.atomic():
        _find_keys(db)
        items = _row(
            db,
            f"SELECT count(*) FILTER (WHERE items.key IS NULL), count(*) FILTER (WHERE items.key AND ({_item_differs('new')})),"
            " count(*) FROM staged.items new LEFT JOIN main.items USING (item_id)",
        )
        named = "SELECT count(*) FROM staged.named_items WHERE key IS NULL AND item_id NOT IN (SELECT item_id FROM staged.items)"
        events = _row(
            db,
            f"SELECT count(*) FILTER (WHERE old.id IS NULL), count(*) FILTER (WHERE old.id AND {_event_differs('new')}), count(*)"
            " FROM staged.events new CROSS JOIN staged.users ON users.code = new.user CROSS JOIN staged.named_items named"
            " ON named.code = new.item LEFT JOIN main.interactions old ON old.user = users.key AND old.time = new.time"
            " AND old.item = named.key AND old.kind = new.kind AND old.order_id = new.order_id",
        )
        new_users = _row(db, "SELECT count(*) FROM staged.users WHERE key IS NULL")[0]
        return _counts(items, _row(db, named)[0], new_users, events)


def merge(database: Database, progress: Progress, files: Sequence[str]) -> MergeCounts:
    """Bring what was collapsed into the store in one transaction. Raises: Cancelled, RecsysError."""
    with database.atomic() as db, stopped_by(progress, db):
        new_users = _merge_users(db)
        items, named = _merge_items(db), _name_items(db)
        _find_keys(db)
        events = _merge_events(db, progress)
        counts = _counts(items, named, new_users, events)
        if counts.new_interactions or counts.changed_interactions:
            count_change(db, Topic.INTERACTIONS)
        if files:
            db.execute(
                "INSERT INTO main.imports (time, files, counts) VALUES (?, ?, ?)",
                (int(time.time()), json.dumps(list(files), ensure_ascii=False), json.dumps(asdict(counts))),
            )
    return counts


@contextmanager
def stopped_by(progress: Progress, db: sqlite_utils.Database) -> Iterator[None]:
    """Let a cancel stop SQL statements in the block, however long they take. Raises: Cancelled."""
    # SQLite takes an answer, not an exception, out of its callback.
    db.conn.set_progress_handler(lambda: _is_cancelled(progress), _INSTRUCTIONS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            raise Cancelled from error
        raise
    finally:
        db.conn.set_progress_handler(None, 0)


def _is_cancelled(progress: Progress) -> bool:
    try:
        progress.raise_if_cancelled()
    except Cancelled:
        return True
    return False


def _find_keys(db: sqlite_utils.Database) -> None:
    db.execute("UPDATE staged.users AS s SET key = (SELECT key FROM main.users WHERE users.user_id = s.user_id)")
    db.execute("UPDATE staged.named_items AS s SET key = (SELECT key FROM main.items WHERE items.item_id = s.item_id)")


def _merge_users(db: sqlite_utils.Database) -> int:
    """Create users and return how many are new."""
    before = _count(db, "main.users")
    db.execute(
        "INSERT INTO main.users (user_id, last_time) SELECT user_id, last_time FROM staged.users WHERE true ORDER BY code"
        " ON CONFLICT (user_id) DO UPDATE SET last_time = excluded.last_time WHERE excluded.last_time > users.last_time"
    )
    return _count(db, "main.users") - before


def _merge_items(db: sqlite_utils.Database) -> tuple[int, int, int]:
    """Return how many catalogue rows are new, how many change a stored item, and how many there are."""
    before = _count(db, "main.items")
    written = db.execute(
        f"INSERT INTO main.items ({ITEM_FIELDS}) SELECT {ITEM_FIELDS} FROM staged.items WHERE true ORDER BY rowid"
        f" ON CONFLICT (item_id) DO UPDATE SET {FRESHER} WHERE {_item_differs('excluded')}"
    ).rowcount
    new = _count(db, "main.items") - before
    db.execute("UPDATE main.items SET title = item_id WHERE title = '' AND item_id IN (SELECT item_id FROM staged.items)")
    return new, written - new, _count(db, "staged.items")


def _name_items(db: sqlite_utils.Database) -> int:
    """Create the items that only behaviour names, and return how many."""
    return db.execute(
        "INSERT INTO main.items (item_id, title) SELECT item_id, item_id FROM staged.named_items WHERE true ORDER BY code"
        " ON CONFLICT DO NOTHING"
    ).rowcount


def _merge_events(db: sqlite_utils.Database, progress: Progress) -> tuple[int, int, int]:
    """Return how many events are new, how many change a stored one, and how many there are."""
    before, total, written = _count(db, "main.interactions"), _count(db, "staged.events"), 0
    for done in range(0, total, _ROWS_A_REPORT):
        progress.report(done, total, _MERGING)
        written += db.execute(
            "INSERT INTO main.interactions AS old (user, item, kind, value, quantity, time, order_id)"
            " SELECT users.key, named.key, kind, value, quantity, time, order_id"
            " FROM staged.events new CROSS JOIN staged.users ON users.code = new.user"
            " CROSS JOIN staged.named_items named ON named.code = new.item"
            " WHERE new.rowid > ? AND new.rowid <= ? ORDER BY new.rowid"
            f" ON CONFLICT ({', '.join(_EVENT)}) DO UPDATE SET quantity = excluded.quantity,"
            f" value = coalesce(excluded.value, old.value) WHERE {_event_differs('excluded')}",
            (done, done + _ROWS_A_REPORT),
        ).rowcount
    progress.report(total, total, _MERGING)
    new = _count(db, "main.interactions") - before
    return new, written - new, total


def _counts(items: Sequence[int], named: int, new_users: int, events: Sequence[int]) -> MergeCounts:
    (new_items, changed_items, all_items), (new, changed, total) = items, events
    return MergeCounts(
        new_items + named, changed_items, all_items - new_items - changed_items, new_users, new, changed, total - new - changed
    )


def _row(db: sqlite_utils.Database, sql: str) -> tuple[int, ...]:
    row: tuple[int, ...] = db.execute(sql).fetchone()
    return row


def _count(db: sqlite_utils.Database, table: str) -> int:
    return _row(db, f"SELECT count(*) FROM {table}")[0]
