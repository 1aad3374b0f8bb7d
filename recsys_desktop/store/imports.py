"""The history of imports, and the way back from the last one."""

from __future__ import annotations

import builtins
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import sqlite_utils

from recsys_desktop.domain.entities import Int64Array
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.store.changes import Topic, count_change
from recsys_desktop.store.database import Database
from recsys_desktop.store.following import go_back, leave
from recsys_desktop.store.item_changes import forget_import
from recsys_desktop.store.journal import TABLES, forget
from recsys_desktop.store.merge_counts import MergeCounts
from recsys_desktop.store.merging import stopped_by

_UNDOING = message("import", "Taking the import back")
_ROWS_A_REPORT = 20_000
#: Products named in the reason why an import cannot be undone.
_MOST_NAMED = 3
#: Products and customers that the last import brought.
_NEW_ITEM = (
    "{0} > (SELECT above FROM import_ranges WHERE name = 'items') AND {0} <= (SELECT up_to FROM import_ranges WHERE name = 'items')"
)
_NEW_USER = _NEW_ITEM.replace("'items'", "'users'")
#: Answers about them, given since: those that the import itself moved go back to where they were.
_ABOUT_NEW = f"({_NEW_ITEM.format('f.item')} OR {_NEW_USER.format('f.user')}) AND f.id NOT IN (SELECT id FROM before_feedback)"


@dataclass(frozen=True)
class ImportRecord:
    """One import of the history. Times are seconds UTC; ``undone`` is None where it stands. ``can_undo``: it is the last one."""

    number: int
    time: int
    files: tuple[str, ...]
    counts: MergeCounts
    policy: str
    undone: int | None
    can_undo: bool


@dataclass(frozen=True)
class Undone:
    """An import taken back: rows it had brought and that are gone, rows put back as they were, and the keys of products gone."""

    number: int
    files: tuple[str, ...]
    items: int
    users: int
    interactions: int
    restored: int
    gone: Int64Array


class Imports:
    """Every import that named its files, and one step of undo."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self) -> builtins.list[ImportRecord]:
        """Return all imports, newest first."""
        rows = self._database.read("SELECT id, time, files, counts, policy, undone, undoable FROM imports ORDER BY id DESC")
        return [
            ImportRecord(
                number, moment, tuple(json.loads(files)), MergeCounts(**json.loads(counts)), policy, undone, bool(undoable)
            )
            for number, moment, files, counts, policy, undone, undoable in rows
        ]

    def undo(self, progress: Progress) -> Undone:
        """Take the last import that changed anything back: every row is what it was before, all of it or nothing.

        What came after it and does not touch it stays: answers about older products, products typed in, models.

        Raises: Cancelled; RecsysError nothing_to_undo, or undo_blocked where something that came later would be lost with it.
        """
        progress.report(0, 0, _UNDOING)
        with self._database.atomic(trusted=True) as db, stopped_by(progress, db):
            record = next((one for one in self.list() if one.can_undo), None)
            if record is None:
                raise _nothing_to_undo()
            if (reason := _edited(db)) is not None:
                raise RecsysError("undo_blocked", reason, _CORRECT_IT)
            if (reason := _answered(db)) is not None:
                raise RecsysError("undo_blocked", reason, _TAKE_BACK)
            undone = _undo(db, record, progress)
            forget_import(db, record.number)
            db.execute("UPDATE imports SET undone = ? WHERE id = ?", (int(time.time()), record.number))
            forget(db)
        return undone


def note_edited(db: sqlite_utils.Database, item_ids: Sequence[str]) -> None:
    """Note products that a person adds, changes or removes, while there is an import whose undo they stand in the way of."""
    db.execute(
        "INSERT OR IGNORE INTO edited_items SELECT key, item_id FROM items"
        " WHERE item_id IN (SELECT value FROM json_each(?)) AND EXISTS (SELECT 1 FROM import_ranges)",
        (json.dumps(list(item_ids)),),
    )


def _undo(db: sqlite_utils.Database, record: ImportRecord, progress: Progress) -> Undone:
    ranges = {name: (above, up_to) for name, above, up_to in db.execute("SELECT name, above, up_to FROM import_ranges")}
    gone = np.fromiter((key for (key,) in db.execute(f"SELECT key FROM items WHERE {_NEW_ITEM.format('key')}")), np.int64)
    answers = _forget_retracted(db)
    go_back(db)
    leave(db, _NEW_ITEM, _NEW_USER)
    db.execute(f"DELETE FROM vectors WHERE {_NEW_ITEM.format('item')}")
    db.execute(f"DELETE FROM sentences WHERE {_NEW_USER.format('user')}")
    removed = {
        table: _remove(db, table, *ranges[table], progress)
        for table in ("interactions", "item_alternatives", "item_names", "items", "users")
    }
    restored = {table: _restore(db, table) for table in TABLES}
    # A customer may have answered since.
    db.execute(
        "UPDATE users SET last_time = newest FROM (SELECT user, max(time) AS newest FROM feedback WHERE id > ? GROUP BY user)"
        " WHERE key = user AND newest > last_time",
        (ranges["feedback"][1],),
    )
    count_change(db, Topic.INTERACTIONS)
    count_change(db, Topic.ITEMS)
    if answers or restored["feedback"]:
        count_change(db, Topic.FEEDBACK)
    return Undone(
        record.number, record.files, removed["items"], removed["users"], removed["interactions"], sum(restored.values()), gone
    )


def _remove(db: sqlite_utils.Database, table: str, above: int, up_to: int, progress: Progress) -> int:
    """Delete the rows that the import brought and return how many there were."""
    key = TABLES[table]
    new = f"FROM {table} WHERE {key} > ? AND {key} <= ?"
    count = int(db.execute(f"SELECT count(*) {new}", (above, up_to)).fetchone()[0])
    if count and count == db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]:
        db.execute(f"DELETE FROM {table}")  # SQLite empties a table at one stroke
        return count
    for start in range(above, up_to, _ROWS_A_REPORT):
        progress.report(start - above, up_to - above, _UNDOING)
        db.execute(f"DELETE {new}", (start, min(start + _ROWS_A_REPORT, up_to)))
    return count


def _restore(db: sqlite_utils.Database, table: str) -> int:
    """Put rows back as they were and return how many."""
    key = TABLES[table]
    if table == "vectors":  # whose keys and models may have gone to others since
        return db.execute(
            "INSERT OR IGNORE INTO vectors (model_version, item, text_hash, vector) SELECT model_version, item, text_hash, vector"
            " FROM before_vectors WHERE model_version IN (SELECT number FROM model_versions)"
        ).rowcount
    db.execute(f"DELETE FROM {table} WHERE {key} IN (SELECT {key} FROM before_{table})")
    return db.execute(f"INSERT INTO {table} SELECT * FROM before_{table}").rowcount


def _forget_retracted(db: sqlite_utils.Database) -> int:
    """Delete answers about what the import brought: all of them were taken back. Return how many rows that was."""
    about = json.dumps([number for (number,) in db.execute(f"SELECT f.id FROM feedback f WHERE {_ABOUT_NEW}")])
    chosen = "id IN (SELECT value FROM json_each(?)) OR retracts IN (SELECT value FROM json_each(?))"
    return db.execute(f"DELETE FROM feedback WHERE {chosen}", (about, about)).rowcount


def _edited(db: sqlite_utils.Database) -> Text | None:
    """Return why the import stays: products it brought or changed were changed by hand since. None where none was."""
    rows = db.execute(
        f"SELECT item_id FROM edited_items WHERE {_NEW_ITEM.format('key')} OR key IN (SELECT key FROM before_items) ORDER BY key"
    ).fetchall()
    if not rows:
        return None
    names = ", ".join(item_id for (item_id,) in rows[:_MOST_NAMED])
    return message(
        "import", "The import was not undone: products of it were changed by hand since ({count}: {names}). Nothing was changed."
    ).fill(count=len(rows), names=names)


def _answered(db: sqlite_utils.Database) -> Text | None:
    """Return why the import stays: answers that stand are about products or customers it brought. None where there are none."""
    rows = db.execute(
        "SELECT users.user_id, items.item_id FROM feedback f JOIN users ON users.key = f.user JOIN items ON items.key = f.item"
        f" WHERE {_ABOUT_NEW} AND NOT EXISTS (SELECT 1 FROM feedback undo WHERE undo.retracts = f.id) ORDER BY f.id"
    ).fetchall()
    if not rows:
        return None
    return message(
        "import",
        "The import was not undone: answers given since are about what it brought ({count}, the first by {user} about {item})."
        " Nothing was changed.",
    ).fill(count=len(rows), user=rows[0][0], item=rows[0][1])


_TAKE_BACK = message("import", "Take those answers back first, or import a corrected file over it.")
_CORRECT_IT = message("import", "Import a corrected file over it.")


def _nothing_to_undo() -> RecsysError:
    return RecsysError(
        "nothing_to_undo",
        message("import", "There is no import that can be undone: none was made, or it is undone already."),
        message("import", "Only the last import that changed anything can be undone."),
    )
