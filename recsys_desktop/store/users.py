"""The users of the shop: its customers."""

from __future__ import annotations

import difflib

import numpy as np

from recsys_desktop.domain.columns import UserId, UserKey
from recsys_desktop.domain.entities import Int64Array
from recsys_desktop.store.database import Database
from recsys_desktop.store.like import escaped

#: Ids compared with an unknown one; beyond this the nearest are not worth a second of waiting.
_MOST_COMPARED = 20_000


class Users:
    """Reads users; they are created by the staging area, or one at a time by :meth:`add`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def count(self) -> int:
        """Return the number of users."""
        return int(self._database.connection.conn.execute("SELECT count(*) FROM users").fetchone()[0])

    def keys(self) -> tuple[Int64Array, list[UserId]]:
        """Return all keys (n,), ascending, and the n ids in that order."""
        rows = self._database.connection.conn.execute("SELECT key, user_id FROM users ORDER BY key").fetchall()
        return np.array([row[0] for row in rows], np.int64), [UserId(row[1]) for row in rows]

    def key_of(self, user_id: UserId) -> UserKey | None:
        """Return the key of a user, or None."""
        row = self._database.connection.conn.execute("SELECT key FROM users WHERE user_id = ?", (user_id,)).fetchone()
        return None if row is None else UserKey(row[0])

    def near_ids(self, user_id: UserId, limit: int = 5) -> list[UserId]:
        """Return ids that may have been meant: those that contain it first, then those that look like it."""
        contained = self.search(user_id, limit)
        if len(contained) == limit:
            return contained
        rows = self._database.connection.conn.execute(
            "SELECT user_id FROM users WHERE length(user_id) BETWEEN ? AND ? LIMIT ?",
            (len(user_id) - 2, len(user_id) + 2, _MOST_COMPARED),
        )
        alike = difflib.get_close_matches(user_id, [row[0] for row in rows], n=limit, cutoff=0.6)
        return list(dict.fromkeys([*contained, *(UserId(found) for found in alike)]))[:limit]

    def search(self, text: str, limit: int = 200) -> list[UserId]:
        """Return ids that start with the text, then those that contain it; all, the most recently active first, for ""."""
        if not text:
            rows = self._database.connection.conn.execute(
                "SELECT user_id FROM users ORDER BY last_time DESC, user_id LIMIT ?", (limit,)
            )
            return [UserId(row[0]) for row in rows]
        pattern = escaped(text)
        rows = self._database.connection.conn.execute(
            r"SELECT user_id FROM users WHERE user_id LIKE ? ESCAPE '\' ORDER BY NOT (user_id LIKE ? ESCAPE '\'), user_id LIMIT ?",
            (f"%{pattern}%", f"{pattern}%", limit),
        )
        return [UserId(row[0]) for row in rows]

    def add(self, user_id: UserId) -> UserKey:
        """Add a user, or find the one of this id, and return the key."""
        with self._database.atomic() as db:
            db.conn.execute("INSERT INTO users (user_id) VALUES (?) ON CONFLICT DO NOTHING", (user_id,))
        key = self.key_of(user_id)
        assert key is not None
        return key
