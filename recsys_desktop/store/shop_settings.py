"""A shop's settings, and small facts the program remembers, as JSON by key."""

from __future__ import annotations

import json

from recsys_desktop.settings import Setting, Value
from recsys_desktop.store.database import Database


class ShopSettings:
    """Reads and writes the settings declared in :mod:`recsys_desktop.settings`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, setting: Setting) -> Value:
        """Return a setting's value, its default where nothing or nonsense is stored."""
        return setting.check(self.get_json(setting.key))

    def set(self, setting: Setting, value: Value) -> None:
        """Store a setting's value; one that is not allowed becomes the default."""
        self.set_json(setting.key, setting.check(value))

    def get_json(self, key: str) -> object:
        """Return what was stored under a key, or None."""
        row = self._database.connection.conn.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
        return None if row is None else json.loads(row[0])

    def set_json(self, key: str, value: object) -> None:
        """Store anything that JSON can hold under a key."""
        with self._database.atomic() as db:
            db.conn.execute(
                "INSERT INTO settings VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, json.dumps(value)),
            )
