"""The one JSON document of a measurement."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from tests.benchmarks.quality.measure import OURS, Measured
from tests.benchmarks.quality.peers.everyone import BY_NAME
from tests.benchmarks.quality.scoring import difference, figures
from tests.benchmarks.quality.task import Mask, Task

#: Places of a list that are written out.
WRITTEN = 10
Document = dict[str, Any]


def document(measured: Measured, seconds: Mapping[str, float]) -> Document:
    """Return the result as QUALITY.md section 2 lays it out, with figures by group of queries and what lists are made of."""
    task = measured.task
    able = {name: answers_for(name, task) for name in measured.judged}
    everything = _compared(measured, np.ones(len(task.queries), np.bool_), able)
    groups = np.array(task.queries.groups, object)
    names = list(dict.fromkeys(task.queries.groups))
    return {
        **everything,
        "groups": {name: everything if len(names) == 1 else _compared(measured, groups == name, able) for name in names},
        "lists": {name: {fact: round(value, 6) for fact, value in one.facts.items()} for name, one in measured.judged.items()},
        "missing": [f"{name}: {reason}" for name, reason in measured.missing.items()],
        "notes": _notes(measured, able),
        "configurations": {name: {"tried": one.tried, "chosen": one.chosen} for name, one in measured.answers.items()},
        "seconds": {**seconds, **{name: round(one.seconds, 2) for name, one in measured.answers.items()}},
        "chosen": measured.words,
    }


def answers_for(name: str, task: Task) -> Mask:
    """Return which queries (q,) a contestant can answer: not all rank items without behaviour."""
    peer = BY_NAME.get(name)
    return ~task.queries.new_items_only | (peer is None or peer.ranks_new)


def _compared(measured: Measured, chosen: Mask, able: Mapping[str, Mask]) -> Document:
    """Return ours, the peers able to answer at least one of the chosen queries, and the paired differences."""
    ours = measured.judged[OURS]
    peers = {
        name: one for name, one in measured.judged.items() if name != OURS and ((chosen & able[name]).any() or not chosen.any())
    }
    return {
        "queries": int((chosen & (measured.task.queries.target_counts > 0)).sum()),
        OURS: figures(ours.values, chosen),
        "peers": {name: figures(one.values, chosen & able[name]) for name, one in peers.items()},
        "difference": {name: difference(ours.values, one.values, chosen & able[name]) for name, one in peers.items()},
    }


def _notes(measured: Measured, able: Mapping[str, Mask]) -> list[str]:
    queries = measured.task.queries
    notes = [
        f"{name} cannot rank items without behaviour: its figures are those of the other {int(mask.sum())} queries"
        for name, mask in able.items()
        if not mask.all()
    ]
    empty = int((queries.target_counts == 0).sum())
    outside = int((queries.target_counts - np.array([len(rows) for rows in queries.targets], np.int64)).sum())
    if empty:
        notes.append(f"{empty} queries without targets have lists, but no figures")
    if outside:
        notes.append(f"{outside} targets are not in the catalogue and count as missed")
    return notes


def write_lists(measured: Measured, path: Path) -> None:
    """Write our first ten items of every query."""
    task = measured.task
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("query_id", "rank", "item_id"))
        for query, rows in zip(task.queries.ids, measured.answers[OURS].lists[:, :WRITTEN].tolist(), strict=True):
            writer.writerows((query, rank, task.items[row].item_id) for rank, row in enumerate(rows, 1) if row >= 0)
