"""A shop's settings, and what the program itself remembers about a shop."""

from __future__ import annotations

import json
from typing import Literal

from recsys_desktop.settings import Setting, Value
from recsys_desktop.store.database import Database

_Table = Literal["settings", "state"]


class ShopSettings:
    """Values as JSON by key: settings, which a person chooses, and state, apart from them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, setting: Setting) -> Value:
        """Return a setting's value: its default where nothing is stored, or something that is not allowed or not even JSON."""
        return setting.check(self._read("settings", setting.key))

    def set(self, setting: Setting, value: Value) -> None:
        """Store a setting's value. Raises: ValueError where it is not allowed."""
        if setting.check(value) != value:
            raise ValueError(f"{setting.key} cannot be {value!r}")
        self._write("settings", setting.key, value)

    def get_json(self, key: str) -> object:
        """Return what the program remembers under a key, or None."""
        return self._read("state", key)

    def set_json(self, key: str, value: object) -> None:
        """Remember anything that JSON can hold under a key."""
        self._write("state", key, value)

    def _read(self, table: _Table, key: str) -> object:
        rows = self._database.read(f"SELECT value FROM {table} WHERE key = ?", (key,))
        try:
            return json.loads(rows[0][0]) if rows else None
        except (ValueError, RecursionError):  # a damaged file must not stop a shop
            return None

    def _write(self, table: _Table, key: str, value: object) -> None:
        with self._database.atomic() as db:
            db.execute(
                f"INSERT INTO {table} (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, json.dumps(value)),
            )
