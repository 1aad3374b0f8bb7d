"""How behaviour joins the store: customers first, then events, some users' at a time in the order of the index."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import sqlite_utils
from numpy.typing import NDArray

from recsys_desktop.domain.entities import Int64Array
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.store.journal import Journal
from recsys_desktop.store.merge_counts import Tally
from recsys_desktop.store.policy import Policy
from recsys_desktop.store.staged_events import EventBlock, StagedEvents

_MERGING = message("import", "Adding the rows to the shop")
_ROWS_A_REPORT = 20_000
_Row = tuple[object, ...]
States = NDArray[np.int8]
_NEW, _CHANGED, _UNCHANGED = range(3)
_EVENT = ("user", "time", "item", "kind", "order_id")
_COLUMNS = ", ".join((*_EVENT, "quantity", "value"))
_DIFFERS = "new.quantity IS NOT old.quantity OR coalesce(new.value, old.value) IS NOT old.value"
_IS_THERE = " AND ".join(f"old.{column} = new.{column}" for column in _EVENT)


def create_users(db: sqlite_utils.Database, events: StagedEvents, tally: Tally) -> Int64Array:
    """Create users and return their keys by code (users,)."""
    db.conn.executemany(
        "INSERT INTO staged.users (code, user_id, file) VALUES (?, ?, ?)",
        zip(events.users.values(), events.users, events.first_files()[0], strict=True),
    )
    new = "SELECT file, count(*) FROM staged.users WHERE user_id NOT IN (SELECT user_id FROM main.users) GROUP BY file"
    for file, count in db.execute(new).fetchall():
        tally.add("new_users", file, count)
    db.execute("INSERT INTO main.users (user_id) SELECT user_id FROM staged.users WHERE true ORDER BY code ON CONFLICT DO NOTHING")
    return keys_by_code(db, "SELECT code, key FROM staged.users JOIN main.users USING (user_id) ORDER BY code")


def keep_newest_times(db: sqlite_utils.Database, journal: Journal) -> None:
    """Note when customers were last active, where that is later than what is known."""
    later = "FROM staged.users s JOIN main.users old USING (user_id) WHERE s.last_time > old.last_time"
    if journal.keep("users", f"key IN (SELECT old.key {later})"):
        db.execute(
            f"UPDATE main.users SET last_time = later.newest FROM (SELECT old.key, s.last_time AS newest {later}) AS later"
            " WHERE users.key = later.key"
        )


def keys_by_code(db: sqlite_utils.Database, query: str) -> Int64Array:
    """Return the second column of a query whose first one counts from 0."""
    return np.fromiter((key for _, key in db.execute(query)), np.int64)


class EventMerger:
    """Writes events; looking for those that are there is spared while the store holds none."""

    def __init__(self, db: sqlite_utils.Database, journal: Journal, policy: Policy, tally: Tally) -> None:
        self._db = db
        self._journal = journal
        self._updates = policy != "add"
        self._tally = tally
        empty = not db.execute("SELECT 1 FROM main.interactions LIMIT 1").fetchall()
        self._write: Callable[[Iterator[_Row], States], None] = self._insert if empty else self._compare

    def merge(self, events: StagedEvents, user_keys: Int64Array, item_keys: Int64Array, progress: Progress) -> None:
        """Bring in all events, whose customers' and products' keys are given by code. Raises: Cancelled, OSError."""
        done, total = 0, len(events)
        progress.report(0, total, _MERGING)
        for block in events.blocks(item_keys.astype(np.int32)):
            states = np.zeros(len(block), np.int8)
            for start in range(0, len(block), _ROWS_A_REPORT):
                part = slice(start, start + _ROWS_A_REPORT)
                self._write(block.rows(user_keys, part), states[part])
                progress.report(done + min(start + _ROWS_A_REPORT, len(block)), total, _MERGING)
            self._count(block, states)
            self._db.conn.executemany("UPDATE staged.users SET last_time = ? WHERE code = ?", block.newest())
            done += int(block.joined.sum() + block.overruled.sum())
        progress.report(total, total, _MERGING)

    def _insert(self, rows: Iterator[_Row], _: States) -> None:
        self._db.conn.executemany(f"INSERT INTO main.interactions ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", rows)

    def _compare(self, rows: Iterator[_Row], states: States) -> None:
        """Look each event up first: what it replaces is to be kept, and what is as it was is not written."""
        db = self._db
        db.execute("DELETE FROM staged.events")
        db.conn.executemany(f"INSERT INTO staged.events ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
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
