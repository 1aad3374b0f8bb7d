"""The measurement of a data set under a protocol, cut into parts that can each be run alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.benchmarks.quality.datasets import TASKS, TEST_FOLDS
from tests.benchmarks.quality.task import Task
from tests.benchmarks.quality.variants import PARTITIONS, SHORT_HISTORIES, cold_items, cold_users

DATASETS = ("online_retail", "amazon", "movielens", "taobao")
PROTOCOLS = ("warm", "cold_items", "cold_users", "repeat")
_NUMBERS = {"cold_items": tuple(range(PARTITIONS)), "cold_users": SHORT_HISTORIES}
_VARIANTS = {"cold_items": cold_items, "cold_users": cold_users}


@dataclass(frozen=True)
class Part:
    """One task by name, made when it is needed."""

    name: str
    make: Callable[[], Task]


def parts_of(dataset: str, protocol: str, folds: Sequence[int] | None = None) -> list[Part]:
    """Return the parts. Online Retail's folds are the seven test windows, or the newest alone where each has parts of its own."""
    tasks = [dataset]
    if dataset == "online_retail":
        usual = (0,) if protocol in _VARIANTS else TEST_FOLDS
        tasks = [f"{dataset}-{fold}" for fold in (usual if folds is None else folds)]
    found = []
    for task in tasks:
        found += [_part(task, protocol, number) for number in _NUMBERS.get(protocol, (None,))]
    return found


def _part(task: str, protocol: str, number: int | None) -> Part:
    def make() -> Task:
        whole = TASKS[task](repeat=protocol == "repeat")
        return whole if number is None else _VARIANTS[protocol](whole, number)

    return Part(task if number is None else f"{task}-{number}", make)
