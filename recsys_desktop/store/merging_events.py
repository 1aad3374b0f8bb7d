"""How behaviour joins the store: customers first, then events, some users' at a time in the order of the index."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import sqlite_utils
from numpy.typing import NDArray

from recsys_desktop.domain.entities import Int64Array
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.store.bulk import insert_columns
from recsys_desktop.store.journal import Journal
from recsys_desktop.store.merge_counts import Tally
from recsys_desktop.store.policy import Policy
from recsys_desktop.store.staged_events import EVENT_COLUMNS, EventBlock, StagedEvents

MERGING = message("import", "Adding the rows to the shop")
_ROWS_A_REPORT = 20_000
_Columns = Sequence[Sequence[object]]
States = NDArray[np.int8]
_NEW, _CHANGED, _UNCHANGED = range(3)
_COLUMNS = ", ".join(EVENT_COLUMNS)
_DIFFERS = "new.quantity IS NOT old.quantity OR coalesce(new.value, old.value) IS NOT old.value"
_IS_THERE = " AND ".join(f"old.{column} = new.{column}" for column in EVENT_COLUMNS[:5])


def merge_users(db: sqlite_utils.Database, events: StagedEvents, journal: Journal, tally: Tally) -> Int64Array:
    """Create users, keep when each was last active, and return their keys by code (users,)."""
    files = events.first_files()[0]
    columns: list[Sequence[object]] = [list(events.users.values()), events.users.texts, events.newest.tolist(), files]
    insert_columns(db.conn, "INSERT INTO staged.users (code, user_id, last_time, file)", columns)
    new = "SELECT file, count(*) FROM staged.users WHERE user_id NOT IN (SELECT user_id FROM main.users) GROUP BY file"
    for file, count in db.execute(new).fetchall():
        tally.add("new_users", file, count)
    later = "SELECT users.key FROM staged.users s JOIN main.users USING (user_id) WHERE s.last_time > users.last_time"
    journal.keep("users", f"key IN ({later})")
    db.execute(
        "INSERT INTO main.users (user_id, last_time) SELECT user_id, last_time FROM staged.users WHERE true ORDER BY code"
        " ON CONFLICT (user_id) DO UPDATE SET last_time = excluded.last_time WHERE excluded.last_time > users.last_time"
    )
    return keys_by_code(db, "SELECT code, key FROM staged.users JOIN main.users USING (user_id) ORDER BY code")


def keys_by_code(db: sqlite_utils.Database, query: str) -> Int64Array:
    """Return the second column of a query whose first one counts from 0."""
    rows = db.execute(query).fetchall()
    return np.array([key for _, key in rows], np.int64)


class EventMerger:
    """Writes events; looking for those that are there is spared while the store holds none."""

    def __init__(self, db: sqlite_utils.Database, journal: Journal, policy: Policy, tally: Tally, words: Text) -> None:
        """``words`` tell a person what is going on."""
        self._db = db
        self._words = words
        self._journal = journal
        self._updates = policy != "add"
        self._tally = tally
        empty = not db.execute("SELECT 1 FROM main.interactions LIMIT 1").fetchall()
        self._write: Callable[[_Columns, States], None] = self._insert if empty else self._compare

    def merge(self, events: StagedEvents, user_keys: Int64Array, item_keys: Int64Array, progress: Progress) -> None:
        """Bring in all events, whose customers' and products' keys are given by code. Raises: Cancelled, OSError."""
        done, total = 0, len(events)
        progress.report(0, total, self._words)
        for block in events.blocks(item_keys.astype(np.int32)):
            states = np.zeros(len(block), np.int8)
            for start in range(0, len(block), _ROWS_A_REPORT):
                part = slice(start, start + _ROWS_A_REPORT)
                self._write(block.columns(user_keys, part), states[part])
                progress.report(done + min(start + _ROWS_A_REPORT, len(block)), total, self._words)
            self._count(block, states)
            done += int(block.joined.sum() + block.overruled.sum())
        progress.report(total, total, self._words)

    def _insert(self, columns: _Columns, _: States) -> None:
        insert_columns(self._db.conn, f"INSERT INTO main.interactions ({_COLUMNS})", columns)

    def _compare(self, columns: _Columns, states: States) -> None:
        """Look each event up first: what it replaces is to be kept, and what is as it was is not written."""
        db = self._db
        db.execute("DELETE FROM staged.events")
        insert_columns(db.conn, f"INSERT INTO staged.events ({_COLUMNS})", columns)
        db.execute("DELETE FROM staged.found")
        db.execute(
            f"INSERT INTO staged.found SELECT new.place, old.id, {int(self._updates)} AND ({_DIFFERS})"
            f" FROM staged.events new CROSS JOIN main.interactions old ON {_IS_THERE}"
        )
        if self._journal.keep("interactions", "id IN (SELECT id FROM staged.found WHERE changed)"):
            db.execute(
                "UPDATE main.interactions AS old SET quantity = new.quantity, value = coalesce(new.value, old.value)"
                " FROM staged.found CROSS JOIN staged.events new USING (place) WHERE changed AND old.id = found.id"
            )
        db.execute(
            f"INSERT INTO main.interactions ({_COLUMNS}) SELECT {_COLUMNS} FROM staged.events"
            " WHERE place NOT IN (SELECT place FROM staged.found) ORDER BY place"
        )
        for place, changed in db.execute("SELECT place, changed FROM staged.found"):
            states[place - 1] = _CHANGED if changed else _UNCHANGED

    def _count(self, block: EventBlock, states: States) -> None:
        files = len(block.overruled)
        self._tally.add_all("unchanged_rows", block.overruled)
        self._tally.add_all("unchanged_interactions", block.overruled_events)
        for state, name in ((_NEW, "new"), (_CHANGED, "changed"), (_UNCHANGED, "unchanged")):
            chosen = block.files[states == state]
            self._tally.add_all(f"{name}_interactions", np.bincount(chosen, minlength=files))
            rows = np.bincount(chosen, block.joined[states == state], files)
            self._tally.add_all(f"{name}_rows", rows.astype(np.int64))
