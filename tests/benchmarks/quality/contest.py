"""One peer's way through a task: configurations tried on a hold-out inside train, the best one fitted to all of it."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, replace

import numpy as np

from recsys_desktop.domain.entities import NO_TIME, Int64Array
from tests.benchmarks.quality.material import Material
from tests.benchmarks.quality.peers.peer import Configuration, NotPossible, Peer
from tests.benchmarks.quality.scoring import LENGTH, mean_of, values_of
from tests.benchmarks.quality.task import Mask, Task
from tests.benchmarks.quality.variants import NEW_AMONG_ALL, OLD_ALONE

#: What a configuration is chosen for.
OLD, NEW = "all items", "new items"


@dataclass(frozen=True)
class Budget:
    """What every contestant may spend: configurations tried, and seconds."""

    configurations: int
    seconds: float


@dataclass(frozen=True)
class Answer:
    """Lists (q, 20) and how they came about. ``chosen`` has one configuration for each kind of query asked."""

    lists: Int64Array
    tried: int
    chosen: dict[str, Configuration]
    seconds: float


@dataclass
class _Best:
    score: float
    configuration: Configuration


def compete(peer: Peer, material: Material, inner: Material | None, budget: Budget) -> Answer:
    """Choose the peer's configuration on ``inner`` within the budget, then make its lists for ``material``.

    Queries for new items may get another configuration than the others. A peer that cannot rank new items leaves their lists empty.

    Raises: NotPossible.
    """
    _check(peer, material)
    began = time.perf_counter()
    kinds = [kind for kind, mask in _kinds(material.task).items() if mask.any() and (kind == OLD or peer.ranks_new)]
    best, tried = _chosen(peer, inner, budget, kinds, began)
    lists = np.full((len(material.task.queries), LENGTH), -1, np.int64)
    made: dict[tuple[tuple[str, float], ...], Int64Array] = {}
    for kind in kinds:
        key = tuple(sorted(best[kind].configuration.items()))
        if key not in made:
            made[key] = peer.make(replace(material, seconds=budget.seconds), best[kind].configuration)[0]
        chosen = _kinds(material.task)[kind]
        lists[chosen] = made[key][chosen]
    return Answer(lists, tried, {kind: best[kind].configuration for kind in kinds}, time.perf_counter() - began)


def _check(peer: Peer, material: Material) -> None:
    if "times" in peer.needs and material.task.latest_time == NO_TIME:
        raise NotPossible("it needs times, and train has none")
    if "texts" in peer.needs and not material.texts.any():
        raise NotPossible("it needs texts, and no item has one")
    if not peer.ranks_new and material.task.queries.new_items_only.all():
        raise NotPossible("it cannot rank items without behaviour, and every query asks for these only")
    if not len(material.liked):
        raise NotPossible("it learns from behaviour, and train has none")


def _kinds(task: Task) -> dict[str, Mask]:
    return {OLD: ~task.queries.new_items_only, NEW: task.queries.new_items_only}


def _judged(task: Task, kinds: list[str], lists: Int64Array) -> dict[str, float]:
    """Return the mean NDCG@10 of lists by kind of query. New items among all count for neither, and nothing counts twice."""
    values = values_of(task, lists)
    plain = np.array([group not in (NEW_AMONG_ALL, OLD_ALONE) for group in task.queries.groups], np.bool_)
    found = {kind: mean_of(values, mask & plain) for kind, mask in _kinds(task).items()}
    return {kind: found[kind] if np.isfinite(found[kind]) else 0.0 for kind in kinds}


def _chosen(peer: Peer, inner: Material | None, budget: Budget, kinds: list[str], began: float) -> tuple[dict[str, _Best], int]:
    """Try configurations while another one and the last fit still fit into the budget."""
    best = {kind: _Best(-1.0, peer.configurations[0]) for kind in kinds}
    if inner is None:
        return best, 0
    goal = NEW if NEW in kinds else OLD
    half = budget.seconds / 2.0  # the other half is for the last fit
    judged = replace(inner, judge=lambda lists: _judged(inner.task, [goal], lists)[goal], seconds=half)
    tried, slowest = 0, 0.0
    for configuration in peer.configurations[: max(budget.configurations, 1)]:
        started = time.perf_counter()
        if tried and started - began + 2.0 * slowest > budget.seconds:
            break
        lists, facts = peer.make(judged, configuration)
        slowest = max(slowest, time.perf_counter() - started)
        tried += 1
        for kind, score in _judged(inner.task, kinds, lists).items():
            if score > best[kind].score:
                best[kind] = _Best(score, {**configuration, **facts})
        said = ", ".join(f"{kind} {best[kind].score:.4f}" for kind in kinds)
        print(f"  {peer.name}: {tried} tried, best held out: {said}", file=sys.stderr, flush=True)
    return best, tried
