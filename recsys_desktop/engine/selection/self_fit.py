"""Fits the engine to one shop: which parts its lists are made of, and how strong each is, tried out on its own past."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import partial

import numpy as np

from recsys_desktop.domain.entities import Int64Array, InteractionArrays
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.engine.history import Float64Array
from recsys_desktop.engine.selection.folds import FEWEST_CUSTOMERS, make_folds
from recsys_desktop.engine.selection.newcomers import NewcomersTrial
from recsys_desktop.engine.selection.rule import simplest_near_best
from recsys_desktop.engine.selection.trial import WarmTrial
from recsys_desktop.engine.space_settings import SpaceSettings
from recsys_desktop.engine.text.channels import TextChannels

_TRYING = message("fit", "Trying out what suits your shop: {part}")


class Budget(StrEnum):
    """How much trying a shop's owner waits for: about a minute, or up to a quarter of an hour."""

    QUICK = "quick"
    THOROUGH = "thorough"


@dataclass(frozen=True)
class _Effort:
    folds: int
    customers: int
    seconds: float


_EFFORTS = {Budget.QUICK: _Effort(2, 1_000, 60.0), Budget.THOROUGH: _Effort(4, 5_000, 900.0)}

Change = Mapping[str, float]
Judge = Callable[[SpaceSettings, Progress], Float64Array]

#: The parts in the order in which they are chosen, each with its candidates: what can be off is off first, of numbers the default
#: comes first, so that a shop differs from the others only where its own behaviour says so.
PARTS: Mapping[str, Sequence[Change]] = {
    "prior": tuple({"prior_weight": value} for value in (0.02, 0.005, 0.2)),
    "trend": tuple({"trend_power": value} for value in (0.0, 0.5, 1.0)),
    "occasions": tuple({"occasion_power": value} for value in (0.0, 0.5, 0.75)),
    "regularisation": tuple({"regularisation": value} for value in (300.0, 100.0, 1000.0)),
    "sequence": (
        {"sequence_weight": 0.0},
        {"sequence_weight": 0.5, "sequence_regularisation": 1000.0},
        {"sequence_weight": 1.0, "sequence_regularisation": 100.0},
    ),
    "texts": tuple({"text_weight": value} for value in (30.0, 0.0, 100.0)),
    "letters": tuple({"letters_share": value} for value in (0.0, 0.15, 1.0)),
}


#: What is being tried out, for the person who waits.
PART_NAMES: Mapping[str, Text] = {
    "trend": message("fit", "does the season matter"),
    "occasions": message("fit", "does the latest order say more"),
    "sequence": message("fit", "does one product lead to another"),
    "regularisation": message("fit", "how many common buyers it takes"),
    "texts": message("fit", "what like words say"),
    "prior": message("fit", "how much bestsellers say"),
    "letters": message("fit", "how words are compared"),
}


#: Parts whose figures are not those of the same lists: for customers of whom little is known too, for products nobody has bought.
JUDGED_APART = frozenset({"prior", "letters"})
#: Customers of whom so few latest events are known stand for new ones.
_FEW = 3


@dataclass(frozen=True)
class Step:
    """One choice: the part, its candidates' mean NDCG@10 in their order, and the position of the one taken."""

    part: str
    results: tuple[float, ...]
    taken: int


@dataclass(frozen=True)
class Choice:
    """The settings that suit a shop, and how they were found: by so many customers of so many folds, from so many events."""

    settings: SpaceSettings
    steps: tuple[Step, ...]  # empty where too few customers came back to try anything out
    budget: Budget
    folds: int
    customers: int
    by_time: bool
    events: int
    seconds: float


def choose(
    item_keys: Int64Array,
    texts: TextChannels,
    interactions: InteractionArrays,
    half_life_days: float,
    budget: Budget,
    progress: Progress,
    seconds: float = math.inf,
) -> Choice:
    """Return the settings for a shop of n items ``item_keys`` with their ``texts``, and its behaviour.

    Part after part, each candidate is judged by the lists it would have given in the shop's latest weeks (NDCG@10, pooled over the
    folds' customers), the other parts as chosen so far; the simplest within one standard error of the best is taken. Where too few
    customers came back, or time (the budget's or ``seconds``) runs out, defaults stand. ``half_life_days`` is that of histories.

    Raises: Cancelled.
    """
    began = time.perf_counter()
    effort = _EFFORTS[budget]
    slowest = 0.0
    folds = make_folds(interactions, item_keys, effort.folds, effort.customers)
    trials = [WarmTrial(fold, item_keys, texts, half_life_days) for fold in folds.each]
    # One fold of new products is enough: they are many, and their trial costs several others.
    newcomers = [NewcomersTrial(fold, item_keys, texts, half_life_days) for fold in folds.each[:1]]
    newcomers = [trial for trial in newcomers if trial.customers >= FEWEST_CUSTOMERS]
    settings, steps = SpaceSettings(), []
    for part in PARTS if trials else ():
        if part == "letters" and not (newcomers and texts.model.shape[1] and texts.letters.shape[1]):
            continue  # only texts that are read in both ways can be compared, and only by products that nobody has bought
        candidates = [_changed(settings, change) for change in PARTS[part]]
        started = time.perf_counter()
        if started - began + slowest * len(candidates) > min(effort.seconds, seconds):
            break
        results = _judged(_judges(part, trials, newcomers), candidates, part, progress)
        slowest = max(slowest, (time.perf_counter() - started) / len(candidates))
        taken = simplest_near_best(results)
        settings = candidates[taken]
        steps.append(Step(part, tuple(float(values.mean()) for values in results), taken))
    took = time.perf_counter() - began
    return Choice(settings, tuple(steps), budget, len(folds.each), folds.customers, folds.by_time, len(interactions), took)


def _changed(settings: SpaceSettings, change: Change) -> SpaceSettings:
    return SpaceSettings(**{**asdict(settings), **change})


def _judges(part: str, trials: Sequence[WarmTrial], newcomers: Sequence[NewcomersTrial]) -> list[tuple[Judge, ...]]:
    """Return for each fold what judges the candidates of a part: functions of settings that give a value per customer."""
    if part == "letters":
        return [(trial.among_new,) for trial in newcomers]
    if part == "prior":  # it matters most for customers of whom little is known
        return [(trial.ndcg, partial(trial.ndcg, known=_FEW)) for trial in trials]
    return [(trial.ndcg,) for trial in trials]


def _judged(
    judges: Sequence[tuple[Judge, ...]], candidates: Sequence[SpaceSettings], part: str, progress: Progress
) -> list[Float64Array]:
    """Return the values of all folds' customers for each candidate; fold after fold, as each keeps its last operator."""
    total = len(judges) * len(candidates)
    found: list[list[Float64Array]] = [[] for _ in candidates]
    for number, of_fold in enumerate(judges):
        for position, settings in enumerate(candidates):
            progress.report(number * len(candidates) + position, total, _TRYING.fill(part=part))
            found[position].extend(judge(settings, progress) for judge in of_fold)
    return [np.concatenate(values) for values in found]
