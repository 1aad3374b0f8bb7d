"""What staff said about lists: an append-only log in which an undo is one more entry."""

from __future__ import annotations

import numpy as np

from recsys_desktop.domain.columns import ItemId, UserId, UserKey
from recsys_desktop.domain.entities import KIND_OF_FEEDBACK, NEUTRAL_STARS, Feedback, FeedbackKind, Int64Array, InteractionArrays
from recsys_desktop.store.arrays import interaction_arrays
from recsys_desktop.store.changes import Topic, changes, count_change
from recsys_desktop.store.database import Database

_ANSWERS = (
    "SELECT f.id, users.user_id, items.item_id, f.kind, f.value, f.time, f.model_version, undo.id IS NOT NULL FROM feedback f"
    " JOIN users ON users.key = f.user JOIN items ON items.key = f.item LEFT JOIN feedback undo ON undo.retracts = f.id"
)
#: The value of an answer as behaviour.
_VALUE = f"CASE kind WHEN {int(FeedbackKind.NO_INTEREST)} THEN {NEUTRAL_STARS} ELSE value END"
_STANDING = "f.retracts IS NULL AND NOT EXISTS (SELECT 1 FROM feedback undo WHERE undo.retracts = f.id)"


class FeedbackLog:
    """Answers in the order in which they were given."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def append(
        self, user_id: UserId, item_id: ItemId, kind: FeedbackKind, value: float | None, time: int, model_version: int
    ) -> Feedback:
        """Store one answer about a known user and item and return it. ``time`` is seconds UTC, ``value`` stars for a rating.

        Raises: KeyError where user or item are unknown.
        """
        with self._database.atomic() as db:
            cursor = db.execute(
                "INSERT INTO feedback (user, item, kind, value, time, model_version)"
                " SELECT users.key, items.key, ?, ?, ?, ? FROM users, items WHERE user_id = ? AND item_id = ?",
                (int(kind), value, time, model_version, user_id, item_id),
            )
            if cursor.rowcount != 1 or cursor.lastrowid is None:
                raise KeyError((user_id, item_id))
            db.execute("UPDATE users SET last_time = max(last_time, ?) WHERE user_id = ?", (time, user_id))
            count_change(db, Topic.FEEDBACK)
        return Feedback(cursor.lastrowid, user_id, item_id, kind, value, time, model_version)

    def retract(self, feedback_id: int, time: int) -> None:
        """Take an answer back; taking it back twice changes nothing. Raises: KeyError where there is no such answer."""
        with self._database.atomic() as db:
            if not db.execute("SELECT 1 FROM feedback WHERE id = ? AND retracts IS NULL", (feedback_id,)).fetchall():
                raise KeyError(feedback_id)
            insert = "INSERT INTO feedback (time, retracts) VALUES (?, ?) ON CONFLICT DO NOTHING"
            if db.execute(insert, (time, feedback_id)).rowcount:
                count_change(db, Topic.FEEDBACK)

    def of_user(self, user_id: UserId) -> list[Feedback]:
        """Return a user's answers, newest first, retracted ones flagged."""
        return self._answers("WHERE users.user_id = ? ORDER BY f.id DESC", user_id)

    def recent(self, limit: int) -> list[Feedback]:
        """Return the latest answers of all users, newest first, retracted ones flagged."""
        return self._answers("ORDER BY f.id DESC LIMIT ?", limit)

    def load(self, user_key: UserKey | None = None) -> InteractionArrays:
        """Return the answers that stand, all or one user's, as the behaviour they count as, ordered by (user, time, id)."""
        query = f"SELECT user, item, kind, {_VALUE}, 1, time FROM feedback f WHERE {_STANDING}"
        if user_key is None:
            rows = self._database.read(f"{query} ORDER BY id")
        else:
            rows = self._database.read(f"{query} AND user = ? ORDER BY id", (user_key,))
        return interaction_arrays((user, item, KIND_OF_FEEDBACK[FeedbackKind(kind)], *rest) for user, item, kind, *rest in rows)

    def never_show(self, user_key: UserKey) -> Int64Array:
        """Return the keys (m,), ascending, of the items never to be shown to a user."""
        rows = self._database.read(
            f"SELECT DISTINCT item FROM feedback f WHERE user = ? AND kind = ? AND {_STANDING} ORDER BY item",
            (user_key, int(FeedbackKind.NEVER_SHOW)),
        )
        return np.array([item for (item,) in rows], np.int64)

    def count_since(self, time: int) -> int:
        """Return how many answers that stand were given at or after a time (seconds UTC)."""
        return int(self._database.read(f"SELECT count(*) FROM feedback f WHERE time >= ? AND {_STANDING}", (time,))[0][0])

    def signature(self) -> str:
        """Return a text that changes whenever the log does."""
        return str(changes(self._database, Topic.FEEDBACK))

    def _answers(self, chosen: str, parameter: object) -> list[Feedback]:
        rows = self._database.read(f"{_ANSWERS} {chosen}", (parameter,))
        return [
            Feedback(number, user, item, FeedbackKind(kind), value, time, version, bool(retracted))
            for number, user, item, kind, value, time, version, retracted in rows
        ]
