"""Peers of other people's libraries, run as a child process in their own environment; files go there and back."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

import numpy as np

from recsys_desktop.domain.entities import NO_TIME, Int64Array, InteractionArrays
from tests.benchmarks.quality.material import Material
from tests.benchmarks.quality.peers import environment
from tests.benchmarks.quality.peers.peer import Configuration, Made, NotPossible, Peer, grid
from tests.benchmarks.quality.scoring import LENGTH

_WORKER = Path(__file__).with_name("worker.py")
#: Seconds of one training where nobody sets a limit.
_LONGEST = 3_600.0


def _make(model: str, material: Material, configuration: Configuration) -> Made:
    """Train one configuration in a child process; where a hold-out is judged, it trains until its own validation gets worse."""
    interpreter = environment.python()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        np.savez(folder / "in.npz", allow_pickle=False, **_arrays(material))
        limit = min(material.seconds, _LONGEST)
        settings = {**configuration, "length": LENGTH, "judged": material.judge is not None, "seconds": limit}
        (folder / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
        _run([str(interpreter), str(_WORKER), model, str(folder)], limit)
        lists = np.load(folder / "out.npy")
        facts = json.loads((folder / "facts.json").read_text(encoding="utf-8"))
    return material.with_bestsellers(lists), facts


def _run(command: list[str], seconds: float) -> None:
    """Run the child; its chatter and last words go to standard error, the last line is the reason if it fails."""
    try:
        done = subprocess.run(
            command, stdout=sys.stderr, stderr=subprocess.PIPE, text=True, timeout=2.0 * seconds + 60.0, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise NotPossible(f"one training took more than {error.timeout:.0f} s") from error
    if done.returncode != 0:
        lines = [line for line in done.stderr.splitlines() if line.strip()] or [f"exit code {done.returncode}"]
        raise NotPossible(f"its process failed: {lines[-1]}")


def _arrays(material: Material) -> dict[str, Int64Array]:
    """Return train and histories as sequences, oldest first, and what is masked; indptr and items of each."""
    queries, nothing = material.task.queries, np.zeros(0, np.int64)
    judged = ~queries.new_items_only & (material.judge is not None)  # a query's own targets are nobody's business
    wanted = [rows if use else nothing for rows, use in zip(queries.targets, judged, strict=True)]
    train = _shuffled_baskets(material.liked)
    users = np.searchsorted(train.user_keys, np.arange(len(material.task.user_ids) + 1))
    return {
        "train_starts": users.astype(np.int64),
        "train_items": train.item_keys,
        "asked_starts": _starts(material.histories),
        "asked_items": np.concatenate([*material.histories, nothing]),
        "masked_starts": _starts(list(queries.masked)),
        "masked_items": np.concatenate([*queries.masked, nothing]),
        "targets_starts": _starts(wanted),
        "targets_items": np.concatenate([*wanted, nothing]),
        "items": np.array(material.items),
    }


def _shuffled_baskets(events: InteractionArrays) -> InteractionArrays:
    """Return events, those of one user at one time in random order: a sequence model would learn the order of item numbers."""
    chance = np.random.default_rng(0).random(len(events))
    within = np.where(events.times == NO_TIME, np.arange(len(events)), chance)
    return events.select(np.lexsort((within, events.times, events.user_keys)))


def _starts(each: list[Int64Array]) -> Int64Array:
    return np.concatenate([[0], np.cumsum([len(rows) for rows in each])]).astype(np.int64)


PEERS = (
    Peer(
        "ALS (implicit)",
        partial(_make, "als"),
        grid(factors=(64.0, 128.0, 32.0, 256.0), alpha=(1.0, 10.0, 40.0), regularisation=(0.05, 1.0, 10.0), iterations=(30.0,)),
    ),
    Peer(
        "BPR (implicit)",
        partial(_make, "bpr"),
        grid(factors=(64.0, 128.0, 32.0), rate=(0.05, 0.01, 0.1), regularisation=(0.01, 0.001, 0.05), iterations=(300.0, 1000.0)),
    ),
    Peer(
        "SASRec (RecTools)",
        partial(_make, "sasrec"),
        grid(
            distinct=(1.0, 0.0),
            sampled=(0.0, 1.0),
            factors=(64.0, 128.0),
            dropout=(0.2, 0.5),
            rate=(1e-3, 3e-3),
            blocks=(2.0, 1.0),
            window=(50.0, 100.0),
        ),
    ),
)
