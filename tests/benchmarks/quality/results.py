"""What was measured already, one JSON file per part and contestant; it stands while neither code nor data have changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

import recsys_desktop.engine
from recsys_desktop.engine.text.item_text import item_text
from tests.benchmarks.quality import contest, holdout, material, ours, scoring, task, variants
from tests.benchmarks.quality.contest import Answer
from tests.benchmarks.quality.peers import peer as peer_module
from tests.benchmarks.quality.peers.peer import Peer
from tests.benchmarks.quality.scoring import Judged, Values
from tests.benchmarks.quality.task import Task

_SHARED: tuple[ModuleType, ...] = (contest, holdout, material, scoring, task, variants, peer_module)
#: What a peer's file leans on besides.
_MORE = {"libraries": ("worker.py", "peers-requirements.txt"), "head": ("linear_head.py",)}
_HERE = Path(__file__).parent
_ENGINE = Path(recsys_desktop.engine.__file__ or "").parent


@dataclass(frozen=True)
class Stored:
    """One contestant's part: values by metric, one per query, with each query's group, and what it took."""

    fingerprint: str
    values: dict[str, list[float | None]]
    groups: list[str]
    facts: dict[str, float]
    tried: int
    chosen: dict[str, Any]
    seconds: float
    words: str

    @classmethod
    def of(cls, fingerprint: str, measured: Task, answer: Answer, judged: Judged, words: str) -> Stored:
        """Return what to store of an answer."""
        values = {
            name: [None if np.isnan(value) else round(value, 6) for value in column] for name, column in judged.values.items()
        }
        chosen = {kind: dict(configuration) for kind, configuration in answer.chosen.items()}
        groups = list(measured.queries.groups)
        return cls(fingerprint, values, groups, dict(judged.facts), answer.tried, chosen, answer.seconds, words)

    def of_group(self, group: str) -> Values:
        """Return the values of one group's queries."""
        inside = np.array([one == group for one in self.groups], np.bool_)
        return {name: np.array(column, np.float64)[inside] for name, column in self.values.items()}


class Results:
    """A folder of finished parts."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, part: str, contestant: str, fingerprint: str | None = None) -> Stored | None:
        """Return a finished part; None where there is none, or it is of another fingerprint than the one asked for."""
        try:
            stored = Stored(**json.loads(self._path(part, contestant).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None
        return stored if fingerprint in (None, stored.fingerprint) else None

    def write(self, part: str, contestant: str, stored: Stored) -> None:
        """Keep a finished part; a reader never sees half of it."""
        path = self._path(part, contestant)
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".part")
        unfinished.write_text(json.dumps(asdict(stored), allow_nan=False), encoding="utf-8")
        unfinished.replace(path)

    def _path(self, part: str, contestant: str) -> Path:
        return self._folder / part / f"{contestant.replace(' ', '_')}.json"


def task_fingerprint(measured: Task, budget: object) -> str:
    """Return a digest of everything a contestant is given."""
    digest = hashlib.sha256(repr((budget, measured.repeat, measured.queries.groups)).encode())
    for item in measured.items:
        digest.update(f"{item.item_id}\0{item_text(item)}\0".encode())
    for events in (measured.train, measured.queries.events):
        for column in (events.user_keys, events.item_keys, events.kinds, events.values, events.times):
            digest.update(np.ascontiguousarray(column).tobytes())
    for rows in (*measured.queries.targets, *measured.queries.masked, measured.queries.target_counts):
        digest.update(np.ascontiguousarray(rows).tobytes())
    return digest.hexdigest()


def peer_fingerprint(given: str, peer: Peer) -> str:
    """Return the fingerprint of a peer's part: what it is given, and the code it runs."""
    make = peer.make.func if isinstance(peer.make, partial) else peer.make
    files = [Path(module.__file__ or "") for module in _SHARED] + [_HERE.joinpath("peers", make.__module__.split(".")[-1] + ".py")]
    return _digest(given, files + [_HERE / "peers" / name for name in _MORE.get(files[-1].stem, ())])


def our_fingerprint(given: str) -> str:
    """Return the fingerprint of our own part: what it is given, and the whole engine."""
    shared = [Path(module.__file__ or "") for module in (scoring, task, ours)]
    return _digest(given, [*shared, *sorted(_ENGINE.rglob("*.py"))])


def _digest(given: str, files: Iterable[Path]) -> str:
    digest = hashlib.sha256(given.encode())
    for path in files:
        digest.update(path.read_bytes())
    return digest.hexdigest()
