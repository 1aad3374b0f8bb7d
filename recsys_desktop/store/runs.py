"""Every training and evaluation with its settings, seed, curves and result."""

from __future__ import annotations

import builtins
import json
import math
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from recsys_desktop.domain.entities import CurvePoint
from recsys_desktop.store.database import Database

#: The kinds of runs there are.
TRAINING, EVALUATION = "training", "evaluation"


@dataclass(frozen=True)
class Run:
    """One run; ``finished`` is None and ``result`` empty until it ends, for good where it was interrupted. Times: seconds UTC."""

    number: int
    kind: str
    settings: dict[str, object]
    seed: int
    started: int
    finished: int | None
    result: dict[str, object]
    model_version: int | None


class Runs:
    """The log of runs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def start(self, kind: str, settings: Mapping[str, object], seed: int) -> int:
        """Open a run and return its number."""
        with self._database.atomic() as db:
            cursor = db.execute(
                "INSERT INTO runs (kind, settings, seed, started) VALUES (?, ?, ?, ?)",
                (kind, json.dumps(settings), seed, int(time.time())),
            )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def add_points(self, run: int, points: Iterable[CurvePoint]) -> None:
        """Add points to a run's curves; a point of the same curve and step is replaced."""
        with self._database.atomic() as db:
            db.conn.executemany(
                "INSERT OR REPLACE INTO run_points (run, curve, step, value) VALUES (?, ?, ?, ?)",
                ((run, point.curve, point.step, point.value) for point in points),
            )

    def finish(self, run: int, result: Mapping[str, object], model_version: int | None) -> None:
        """Close a run with its result and the model version that came of it, if any."""
        with self._database.atomic() as db:
            db.execute(
                "UPDATE runs SET finished = ?, result = ?, model_version = ? WHERE id = ?",
                (int(time.time()), json.dumps(result), model_version, run),
            )

    def list(self, limit: int) -> builtins.list[Run]:
        """Return the latest runs, newest first."""
        return self._runs("ORDER BY id DESC LIMIT ?", limit)

    def latest(self, kind: str) -> Run | None:
        """Return the latest run of a kind that came to a result."""
        number = self._database.read(
            "SELECT id FROM runs WHERE kind = ? AND finished IS NOT NULL AND result != '{}' ORDER BY id DESC LIMIT 1", (kind,)
        )
        return self._runs("WHERE id = ?", number[0][0])[0] if number else None

    def points(self, run: int) -> builtins.list[CurvePoint]:
        """Return the points of a run's curves, ordered by curve and step."""
        rows = self._database.read("SELECT curve, step, value FROM run_points WHERE run = ? ORDER BY curve, step", (run,))
        return [CurvePoint(curve, step, math.nan if value is None else value) for curve, step, value in rows]

    def _runs(self, chosen: str, *parameters: int) -> builtins.list[Run]:
        rows = self._database.read(
            f"SELECT id, kind, settings, seed, started, finished, result, model_version FROM runs {chosen}", parameters
        )
        return [
            Run(number, kind, json.loads(settings), seed, started, finished, json.loads(result), version)
            for number, kind, settings, seed, started, finished, result, version in rows
        ]
