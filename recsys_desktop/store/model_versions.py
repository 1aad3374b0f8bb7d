"""The language models this shop can rank with."""

from __future__ import annotations

import builtins
import json
import time
from collections.abc import Mapping

from recsys_desktop.domain.entities import ModelVersion
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.texts import message
from recsys_desktop.store.database import Database

#: The number of the model that comes with the program; there from the first migration on.
BUNDLED = 1
_SELECT = "SELECT number, name, folder, parent, created, active, metrics FROM model_versions"


class ModelVersions:
    """Numbered from 1, the bundled model; exactly one is active. A number is never used twice."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, name: str, folder: str, parent: int | None, metrics: Mapping[str, object]) -> ModelVersion:
        """Register a finished model folder, not yet active."""
        with self._database.atomic() as db:
            cursor = db.execute(
                "INSERT INTO model_versions (name, folder, parent, created, metrics) VALUES (?, ?, ?, ?, ?)",
                (name, folder, parent, int(time.time()), json.dumps(metrics)),
            )
            assert cursor.lastrowid is not None
            return self.get(cursor.lastrowid)

    def activate(self, number: int) -> None:
        """Make one version the active one. Raises: RecsysError unknown_model_version."""
        with self._database.atomic() as db:
            self.get(number)
            db.execute("UPDATE model_versions SET active = 0 WHERE active = 1")
            db.execute("UPDATE model_versions SET active = 1 WHERE number = ?", (number,))

    def active(self) -> ModelVersion:
        """Return the active version."""
        return self._versions("WHERE active = 1")[0]

    def list(self) -> builtins.list[ModelVersion]:
        """Return all versions, newest first."""
        return self._versions("ORDER BY number DESC")

    def get(self, number: int) -> ModelVersion:
        """Return one version. Raises: RecsysError unknown_model_version."""
        found = self._versions("WHERE number = ?", number)
        if not found:
            raise RecsysError(
                "unknown_model_version",
                message("store", "There is no model version {number} in this shop.").fill(number=number),
                message("store", "Choose one from the list of versions on the Training page."),
            )
        return found[0]

    def delete(self, number: int) -> None:
        """Forget a version and its vectors; its folder is the caller's.

        Raises: RecsysError model_version_in_use for the bundled or the active one, unknown_model_version.
        """
        with self._database.atomic() as db:
            if number == BUNDLED or self.get(number).active:
                raise RecsysError(
                    "model_version_in_use",
                    message("store", "Model version {number} is in use or came with the program. It was kept.").fill(number=number),
                    message("store", "Go back to another version first, then delete this one."),
                )
            # What was trained from it stands on what it stood on itself.
            db.execute(
                "UPDATE model_versions SET parent = (SELECT parent FROM model_versions WHERE number = ?) WHERE parent = ?",
                (number, number),
            )
            db.execute("DELETE FROM model_versions WHERE number = ?", (number,))

    def put_back(self, version: ModelVersion) -> None:
        """Register a deleted version again under its number, not active; its vectors are to be made anew."""
        with self._database.atomic() as db:
            db.execute(
                "INSERT OR IGNORE INTO model_versions (number, name, folder, parent, created, metrics) VALUES (?, ?, ?, ?, ?, ?)",
                (
                    version.number,
                    version.name,
                    version.folder,
                    version.parent,
                    version.created,
                    json.dumps(version.metrics),
                ),
            )

    def _versions(self, chosen: str, *parameters: int) -> builtins.list[ModelVersion]:
        return [
            ModelVersion(number, name, folder, parent, created, bool(active), _metrics_of(metrics))
            for number, name, folder, parent, created, active, metrics in self._database.read(f"{_SELECT} {chosen}", parameters)
        ]


def _metrics_of(text: str) -> dict[str, object]:
    """Return stored metrics, none where they cannot be read: a damaged file must not stop a shop."""
    try:
        stored = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return stored if isinstance(stored, dict) else {}
