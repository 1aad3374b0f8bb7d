"""The users of the shop: its customers."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

import numpy as np

from recsys_desktop.domain.columns import UserId, UserKey
from recsys_desktop.domain.entities import Int64Array
from recsys_desktop.store.changes import Topic, count_change
from recsys_desktop.store.database import Database
from recsys_desktop.store.journal import forget
from recsys_desktop.store.like import containing, starting

#: Ids compared letter by letter with an unknown one: some 20 ms.
_MOST_COMPARED = 1_000


class Users:
    """Reads users; they are created by the staging area, or one at a time by :meth:`add`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def count(self) -> int:
        """Return the number of users."""
        return int(self._database.read("SELECT count(*) FROM users")[0][0])

    def keys(self) -> tuple[Int64Array, list[UserId]]:
        """Return all keys (n,), ascending, and the n ids in that order."""
        rows = self._database.read("SELECT key, user_id FROM users ORDER BY key")
        return np.array([key for key, _ in rows], np.int64), [user_id for _, user_id in rows]

    def key_of(self, user_id: UserId) -> UserKey | None:
        """Return the key of a user, or None."""
        rows = self._database.read("SELECT key FROM users WHERE user_id = ?", (user_id,))
        return rows[0][0] if rows else None

    def near_ids(self, user_id: UserId, limit: int = 5) -> list[UserId]:
        """Return ids that may have been meant, the likeliest first.

        One slip leaves the first or the second half of an id as it was, so only ids that share a half are compared in full.
        """
        half = len(user_id) // 2
        rows = self._database.read(
            r"SELECT user_id FROM users WHERE user_id LIKE ? ESCAPE '\' OR (length(user_id) BETWEEN ? AND ?"
            r" AND (user_id LIKE ? ESCAPE '\' OR user_id LIKE ? ESCAPE '\')) LIMIT ?",
            (
                containing(user_id), len(user_id) - 2, len(user_id) + 2,
                starting(user_id[:half]), containing(user_id[half:]), _MOST_COMPARED,
            ),
        )  # fmt: skip
        return difflib.get_close_matches(user_id, [found for (found,) in rows], n=limit)

    def search(self, text: str, limit: int = 200) -> list[UserId]:
        """Return ids that start with the text, then those that contain it; for "" the most recently active ones first."""
        if not text:
            rows = self._database.read("SELECT user_id FROM users ORDER BY last_time DESC, user_id LIMIT ?", (limit,))
        else:
            rows = self._database.read(
                r"SELECT user_id FROM users WHERE user_id LIKE ? ESCAPE '\'"
                r" ORDER BY user_id LIKE ? ESCAPE '\' DESC, user_id LIMIT ?",
                (containing(text), starting(text), limit),
            )
        return [user_id for (user_id,) in rows]

    def active_since(self, time: int) -> list[UserId]:
        """Return the ids of the users who did something at ``time`` (seconds UTC) or later, by key."""
        rows = self._database.read("SELECT user_id FROM users WHERE last_time >= ? ORDER BY key", (time,))
        return [user_id for (user_id,) in rows]

    def add(self, user_id: UserId) -> UserKey:
        """Add a user unless there is one of this id, and return the key."""
        with self._database.atomic() as db:
            db.execute("INSERT INTO users (user_id) VALUES (?) ON CONFLICT DO NOTHING", (user_id,))
            key = self.key_of(user_id)
        assert key is not None
        return key

    def remove(self, user_id: UserId) -> bool:
        """Delete a user without behaviour, with the answers about them; return whether it was done."""
        with self._database.atomic() as db:
            gone = db.execute(
                "DELETE FROM users WHERE user_id = ? AND NOT EXISTS (SELECT 1 FROM interactions WHERE user = users.key)", (user_id,)
            ).rowcount
            if gone:
                count_change(db, Topic.FEEDBACK)
        return bool(gone)

    def rename(self, pairs: Iterable[tuple[UserId, UserId]]) -> None:
        """Give users (first of each pair) new ids in one transaction; where the new id is another user's, both become that one."""
        with self._database.atomic() as db:
            for old, new in pairs:
                forget(db)  # the last import's step back knows the ids of before
                key, other = self.key_of(old), self.key_of(new)
                if key is not None and other is None:
                    db.execute("UPDATE users SET user_id = ? WHERE key = ?", (new, key))
                elif key is not None and key != other:
                    # What both did at the same moment stays with the one that goes, and goes with it.
                    db.execute("UPDATE OR IGNORE interactions SET user = ? WHERE user = ?", (other, key))
                    db.execute("UPDATE feedback SET user = ? WHERE user = ?", (other, key))
                    db.execute("UPDATE OR IGNORE impressions SET user = ? WHERE user = ?", (other, key))
                    db.execute(
                        "UPDATE users SET last_time = max(last_time, (SELECT last_time FROM users WHERE key = ?)) WHERE key = ?",
                        (key, other),
                    )
                    db.execute("DELETE FROM users WHERE key = ?", (key,))
                    count_change(db, Topic.INTERACTIONS)
                    count_change(db, Topic.FEEDBACK)
