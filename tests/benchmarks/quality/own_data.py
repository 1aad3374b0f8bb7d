"""Our own data sets, part by part: what is finished is kept, and tables are made of whatever there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from recsys_desktop.domain.entities import Float32Array
from tests.benchmarks.quality.contest import Budget
from tests.benchmarks.quality.goals import goals
from tests.benchmarks.quality.measure import (
    FEWEST_CONFIGURATIONS,
    OURS,
    Measured,
    ours_without,
    run_ours,
    run_peers,
    say,
    tell_latest_time,
)
from tests.benchmarks.quality.parts import Part
from tests.benchmarks.quality.peers.everyone import PEERS
from tests.benchmarks.quality.results import Results, Stored, our_fingerprint, peer_fingerprint, task_fingerprint
from tests.benchmarks.quality.tables import tables_of
from tests.benchmarks.quality.task import Task
from tests.benchmarks.quality.texts import text_vectors

#: Git ignores build/.
FOLDER = Path(__file__).resolve().parents[3] / "build" / "quality"


@dataclass(frozen=True)
class Plan:
    """Whom to measure and how long; ``without`` adds ours with parts left out."""

    minutes: float
    only: Sequence[str]  # names of contestants; empty: everybody
    without: Sequence[str]
    folder: Path = FOLDER

    def wants(self, name: str) -> bool:
        """Say whether a contestant is to be measured."""
        return not self.only or name in self.only


class Runner:
    """Measures the parts of one data set under one protocol."""

    def __init__(self, dataset: str, protocol: str, plan: Plan) -> None:
        self._dataset, self._protocol, self._plan = dataset, protocol, plan
        self._results = Results(plan.folder / protocol)

    def run(self, part: Part) -> None:
        """Measure whoever is wanted and not finished yet."""
        task = part.make()
        tell_latest_time(task)
        texts = text_vectors(task.items, self._plan.folder / "texts.npz")
        given = task_fingerprint(task, self._plan.minutes)
        for parts in ((), *((name,) for name in self._plan.without)):
            if self._plan.wants(OURS):
                self._ours(part, task, texts, parts, our_fingerprint(given))
        ours = self._results.read(part.name, OURS)
        budget = Budget(max(FEWEST_CONFIGURATIONS, ours.tried if ours else 0), self._plan.minutes * 60.0)
        for peer in filter(lambda one: self._plan.wants(one.name), PEERS):
            fingerprint = peer_fingerprint(task_fingerprint(task, budget), peer)
            if self._results.read(part.name, peer.name, fingerprint) is None:
                measured = Measured(task)
                run_peers(measured, texts, [peer], budget)
                self._keep(part, measured, fingerprint)

    def _ours(self, part: Part, task: Task, texts: Float32Array, parts: tuple[str, ...], fingerprint: str) -> None:
        if self._results.read(part.name, ours_without(parts), fingerprint) is None:
            measured = Measured(task)
            run_ours(measured, texts, self._plan.minutes, parts)
            self._keep(part, measured, fingerprint)

    def _keep(self, part: Part, measured: Measured, fingerprint: str) -> None:
        for name, answer in measured.answers.items():
            stored = Stored.of(fingerprint, measured.task, answer, measured.judged[name], measured.words)
            self._results.write(part.name, name, stored)

    def markdown(self, parts: Sequence[Part]) -> str:
        """Return tables, goals and choices of everything finished, of whatever code it was."""
        names = [OURS, *(ours_without((part,)) for part in self._plan.without), *(peer.name for peer in PEERS)]
        finished: dict[str, dict[str, Stored]] = {}
        for part in parts:
            read = {name: self._results.read(part.name, name) for name in names}
            finished[part.name] = {name: stored for name, stored in read.items() if stored is not None}
        finished = {part: one for part, one in finished.items() if one}
        tables = tables_of(finished)
        words = [f"- {part}: {one[OURS].words}" for part, one in finished.items() if OURS in one]
        lines = [f"# {self._dataset}, {self._protocol}", ""]
        for table in tables.values():
            lines += [table.markdown(), ""]
        return "\n".join([*lines, *goals(self._dataset, self._protocol, tables), "", "Chosen by ours:", *words])


def run(dataset: str, protocol: str, parts: Sequence[Part], shown: Sequence[Part], plan: Plan) -> str:
    """Run what is left of ``parts`` and return the Markdown of what is finished of ``shown``."""
    runner = Runner(dataset, protocol, plan)
    for part in parts:
        runner.run(part)
    found = runner.markdown(shown)
    path = plan.folder / "tables" / f"{dataset}-{protocol}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(found + "\n", encoding="utf-8")
    say(f"Tables: {path}")
    return found
