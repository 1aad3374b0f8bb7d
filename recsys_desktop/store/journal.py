"""What the last import replaced, kept so that it can be undone as one step: rows as they were, and the keys it gave."""

from __future__ import annotations

from collections.abc import Sequence

import sqlite_utils

#: Tables of which an import changes rows, with their keys. Parents come before their children.
TABLES = {
    "items": "key", "users": "key", "interactions": "id", "feedback": "id",
    "item_names": "id", "item_alternatives": "id", "vectors": "id",
}  # fmt: skip
#: Tables to which an import adds rows, and whose own later rows tell what came after it.
COUNTED = ("items", "users", "interactions", "feedback", "item_names", "item_alternatives")

#: Tables that name products and follow them, see store/following.py.
FOLLOWING = ("hidden_items", "impressions", "item_changes", "scenarios")


class Journal:
    """Writes down what an import is about to change. Made at the start of its transaction, closed at the end of it."""

    def __init__(self, db: sqlite_utils.Database, *, writes: bool) -> None:
        """Without ``writes`` nothing is kept: that import cannot be undone, nor any before it once it has changed something."""
        self._db = db
        self._writes = writes
        self._begun = False
        self.above = {table: _highest(db, table) for table in COUNTED}

    def keep(self, table: str, condition: str) -> bool:
        """Keep the rows of before this import that a condition names, and return whether it names any."""
        rows = f"FROM main.{table} WHERE {condition}"
        if not self._db.execute(f"SELECT 1 {rows} LIMIT 1").fetchall():
            return False
        self._begin()
        if self._writes:
            old = f"AND {TABLES[table]} <= {self.above[table]}" if table in self.above else ""
            # A row is kept as it was when it was first touched.
            self._db.execute(f"INSERT OR IGNORE INTO main.before_{table} SELECT * {rows} {old}")
        return True

    def note(self, sql: str, parameters: Sequence[object] = ()) -> None:
        """Write down something else of before this import, where it can be undone and once :meth:`keep` has kept a row."""
        if self._writes and self._begun:
            self._db.execute(sql, tuple(parameters))

    def close(self, number: int) -> None:
        """Note which keys the import ``number`` gave; if it changed anything, it is the one that can be undone from now on."""
        up_to = {table: _highest(self._db, table) for table in self.above}
        if up_to != self.above:
            self._begin()
        if not (self._begun and self._writes):
            return
        self._db.conn.executemany(
            "INSERT INTO main.import_ranges (name, above, up_to) VALUES (?, ?, ?)",
            [(table, above, up_to[table]) for table, above in self.above.items()],
        )
        self._db.execute("UPDATE main.imports SET undoable = 1 WHERE id = ?", (number,))

    def _begin(self) -> None:
        """Forget the step before, but only once there is another: importing a file again must not cost the undo of the first."""
        if not self._begun:
            self._begun = True
            forget(self._db)


def forget(db: sqlite_utils.Database) -> None:
    """Give up the step that could be undone."""
    for table in (*TABLES, *FOLLOWING):
        db.execute(f"DELETE FROM main.before_{table}")
    db.execute("DELETE FROM main.import_ranges")
    db.execute("DELETE FROM main.edited_items")
    db.execute("UPDATE main.imports SET undoable = 0 WHERE undoable = 1")


def _highest(db: sqlite_utils.Database, table: str) -> int:
    return int(db.execute(f"SELECT coalesce(max({TABLES[table]}), 0) FROM main.{table}").fetchone()[0])
