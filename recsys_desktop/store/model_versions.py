"""The language models this shop can rank with."""

from __future__ import annotations

import builtins
import json
import sqlite3
import time
from collections.abc import Mapping

from recsys_desktop.domain.entities import ModelVersion
from recsys_desktop.store.database import Database

BUNDLED = 1
_COLUMNS = "number, name, folder, parent, created, active, metrics"


class ModelVersions:
    """Numbered from 1, the bundled model; exactly one is active."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, name: str, folder: str, parent: int | None, metrics: Mapping[str, object]) -> ModelVersion:
        """Register a finished model folder, not yet active; numbers are never used twice."""
        with self._database.atomic() as db:
            cursor = db.conn.execute(
                "INSERT INTO model_versions (name, folder, parent, created, metrics) VALUES (?, ?, ?, ?, ?)",
                (name, folder, parent, int(time.time()), json.dumps(metrics)),
            )
            assert cursor.lastrowid is not None
            return self.get(cursor.lastrowid)

    def activate(self, number: int) -> None:
        """Make one version the active one. Raises: KeyError where it is unknown."""
        with self._database.atomic() as db:
            db.conn.execute("UPDATE model_versions SET active = 0 WHERE active = 1")
            if db.conn.execute("UPDATE model_versions SET active = 1 WHERE number = ?", (number,)).rowcount != 1:
                raise KeyError(number)

    def active(self) -> ModelVersion:
        """Return the active version."""
        return _version(
            self._database.connection.conn.execute(f"SELECT {_COLUMNS} FROM model_versions WHERE active = 1").fetchone()
        )

    def list(self) -> builtins.list[ModelVersion]:
        """Return all versions, newest first."""
        rows: sqlite3.Cursor = self._database.connection.conn.execute(
            f"SELECT {_COLUMNS} FROM model_versions ORDER BY number DESC"
        )
        return [_version(row) for row in rows]

    def get(self, number: int) -> ModelVersion:
        """Return one version. Raises: KeyError where it is unknown."""
        row = self._database.connection.conn.execute(
            f"SELECT {_COLUMNS} FROM model_versions WHERE number = ?", (number,)
        ).fetchone()
        if row is None:
            raise KeyError(number)
        return _version(row)

    def delete(self, number: int) -> None:
        """Forget a version and its vectors. Raises: ValueError for the bundled or the active one."""
        if number == BUNDLED or number == self.active().number:
            raise ValueError(f"model version {number} is in use")
        with self._database.atomic() as db:
            db.conn.execute("DELETE FROM model_versions WHERE number = ?", (number,))


def _version(row: tuple[int, str, str, int | None, int, int, str]) -> ModelVersion:
    number, name, folder, parent, created, active, metrics = row
    return ModelVersion(number, name, folder, parent, created, bool(active), json.loads(metrics))
