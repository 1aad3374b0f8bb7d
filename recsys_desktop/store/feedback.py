"""What staff said about lists: an append-only log in which an undo is one more entry."""

from __future__ import annotations

import sqlite3

import numpy as np

from recsys_desktop.domain.columns import ItemId, UserId, UserKey
from recsys_desktop.domain.entities import KIND_OF_FEEDBACK, Feedback, FeedbackKind, Int64Array, InteractionArrays
from recsys_desktop.store.arrays import read_interactions
from recsys_desktop.store.changes import bump, count
from recsys_desktop.store.database import Database

_SELECT = (
    "SELECT f.id, u.user_id, i.item_id, f.kind, f.value, f.time, f.model_version, r.id IS NOT NULL FROM feedback f "
    "JOIN users u ON u.key = f.user JOIN items i ON i.key = f.item LEFT JOIN feedback r ON r.retracts = f.id "
)
_STANDING = "f.retracts IS NULL AND NOT EXISTS (SELECT 1 FROM feedback r WHERE r.retracts = f.id)"


class FeedbackLog:
    """Answers in the order in which they were given."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def append(
        self, user_id: UserId, item_id: ItemId, kind: FeedbackKind, value: float | None, time: int, model_version: int
    ) -> Feedback:
        """Store one answer about a known user and item and return it.

        Raises: KeyError where user or item are unknown.
        """
        with self._database.atomic() as db:
            cursor = db.conn.execute(
                "INSERT INTO feedback (user, item, kind, value, time, model_version) "
                "SELECT u.key, i.key, ?, ?, ?, ? FROM users u, items i WHERE u.user_id = ? AND i.item_id = ?",
                (int(kind), value, time, model_version, user_id, item_id),
            )
            if cursor.rowcount != 1:
                raise KeyError(f"{user_id}, {item_id}")
            bump(db, "feedback")
            assert cursor.lastrowid is not None
            return Feedback(cursor.lastrowid, user_id, item_id, kind, value, time, model_version)

    def retract(self, feedback_id: int, time: int) -> None:
        """Take an answer back; taking it back twice changes nothing."""
        with self._database.atomic() as db:
            db.conn.execute("INSERT INTO feedback (time, retracts) VALUES (?, ?) ON CONFLICT DO NOTHING", (time, feedback_id))
            bump(db, "feedback")

    def of_user(self, user_id: UserId) -> list[Feedback]:
        """Return a user's answers, newest first, retracted ones flagged."""
        return _feedbacks(self._database.connection.conn.execute(f"{_SELECT} WHERE u.user_id = ? ORDER BY f.id DESC", (user_id,)))

    def recent(self, limit: int) -> list[Feedback]:
        """Return the latest answers of all users, newest first, retracted ones flagged."""
        return _feedbacks(self._database.connection.conn.execute(f"{_SELECT} ORDER BY f.id DESC LIMIT ?", (limit,)))

    def load(self, user_key: UserKey | None = None) -> InteractionArrays:
        """Return the answers that stand as behaviour, all or one user's, ordered by (user, time, id)."""
        where, values = ("AND f.user = ?", (user_key,)) if user_key is not None else ("", ())
        arrays = read_interactions(
            self._database.connection.conn.execute(
                f"SELECT f.user, f.item, f.kind, f.value, 1, f.time FROM feedback f WHERE {_STANDING} {where} "
                "ORDER BY f.user, f.time, f.id",
                values,
            )
        )
        kinds = np.array([KIND_OF_FEEDBACK[FeedbackKind(kind)] for kind in arrays.kinds.tolist()], np.int8)
        return InteractionArrays(arrays.user_keys, arrays.item_keys, kinds, arrays.values, arrays.quantities, arrays.times)

    def never_show(self, user_key: UserKey) -> Int64Array:
        """Return the keys of the items never to be shown to a user."""
        rows = self._database.connection.conn.execute(
            f"SELECT DISTINCT f.item FROM feedback f WHERE f.user = ? AND f.kind = ? AND {_STANDING}",
            (user_key, int(FeedbackKind.NEVER_SHOW)),
        )
        return np.array([row[0] for row in rows], np.int64)

    def count_since(self, time: int) -> int:
        """Return how many answers that stand were given at or after a time (seconds UTC)."""
        return int(
            self._database.connection.conn.execute(
                f"SELECT count(*) FROM feedback f WHERE f.time >= ? AND {_STANDING}", (time,)
            ).fetchone()[0]
        )

    def signature(self) -> str:
        """Return a text that changes whenever the log does."""
        return str(count(self._database.connection, "feedback"))


def _feedbacks(rows: sqlite3.Cursor) -> list[Feedback]:
    return [
        Feedback(number, UserId(user), ItemId(item), FeedbackKind(kind), value, time, version, bool(retracted))
        for number, user, item, kind, value, time, version, retracted in rows
    ]
