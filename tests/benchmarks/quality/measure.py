"""Lets ours and its peers answer one task, each within the same budget, and judges every list."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from recsys_desktop.domain.entities import NO_TIME, Float32Array
from tests.benchmarks.quality.contest import Answer, Budget, compete
from tests.benchmarks.quality.holdout import holdout
from tests.benchmarks.quality.material import Material
from tests.benchmarks.quality.ours import our_lists
from tests.benchmarks.quality.peers.peer import NotPossible, Peer
from tests.benchmarks.quality.scoring import Judged
from tests.benchmarks.quality.task import Task

OURS = "ours"
#: Peers may try this many configurations, or as many as ours did where that is more.
FEWEST_CONFIGURATIONS = 12


@dataclass
class Measured:
    """What came of one task: answers and judgements by contestant, and who is missing why."""

    task: Task
    answers: dict[str, Answer] = field(default_factory=dict)
    judged: dict[str, Judged] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)
    words: str = ""

    def add(self, name: str, answer: Answer) -> None:
        """Keep an answer and judge it."""
        self.answers[name] = answer
        self.judged[name] = Judged.of(self.task, answer.lists)
        say(f"{name}: {answer.tried} configurations, {answer.seconds:.1f} s")


def say(text: str) -> None:
    """Tell the person how far it is, on standard error: standard output is for the result."""
    print(text, file=sys.stderr, flush=True)


def tell_latest_time(task: Task) -> None:
    """Print the newest time that anything is learnt from, and make sure that it lies before the first target."""
    task.assert_no_leak()
    known = task.latest_time != NO_TIME
    day = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(task.latest_time)) if known else "none, train has no times"
    say(f"{task.name}: {len(task.items)} items, {len(task.queries)} queries, newest time learnt from: {day}")


def run_ours(measured: Measured, texts: Float32Array, minutes: float, without: tuple[str, ...] = ()) -> None:
    """Let ours answer; with parts left out it goes by the name of what is missing."""
    found = our_lists(measured.task, texts, minutes, without)
    measured.words = found.words
    measured.add(ours_without(without), found.answer)


def ours_without(parts: tuple[str, ...]) -> str:
    """Return the name of ours with parts left out."""
    return f"{OURS} without {', '.join(parts)}" if parts else OURS


def run_peers(measured: Measured, texts: Float32Array, peers: Sequence[Peer], budget: Budget) -> None:
    """Let peers answer one after the other; whoever cannot is noted with the reason, whatever it is."""
    material = Material(measured.task, texts)
    inner_task = holdout(measured.task) if peers else None
    inner = None if inner_task is None else Material(inner_task, texts_of(inner_task, measured.task, texts))
    for peer in peers:
        try:
            measured.add(peer.name, compete(peer, material, inner, budget))
        except NotPossible as reason:
            measured.missing[peer.name] = str(reason)
        except Exception as error:  # a peer must never take the measurement down, nor go unmentioned
            measured.missing[peer.name] = f"it failed: {type(error).__name__}: {error}"
        if peer.name in measured.missing:
            say(f"{peer.name}: missing, {measured.missing[peer.name]}")


def texts_of(inner: Task, task: Task, texts: Float32Array) -> Float32Array:
    """Return the text vectors of a hold-out's items, which may be fewer than the task's."""
    rows = {item.item_id: row for row, item in enumerate(task.items)}
    chosen: Float32Array = texts[[rows[item.item_id] for item in inner.items]]
    return chosen
