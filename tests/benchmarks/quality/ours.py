"""The application's own engine as a contestant. Everything the benchmark knows of it stands in this file."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass, replace

import numpy as np

from recsys_desktop.domain.entities import Float32Array, Int64Array
from recsys_desktop.domain.progress import Progress
from recsys_desktop.engine.fitting import fit_space
from recsys_desktop.engine.history import event_strengths
from recsys_desktop.engine.item_space import ItemSpace
from recsys_desktop.engine.judging import customers
from recsys_desktop.engine.operators.own_history import own_bonuses
from recsys_desktop.engine.ranker import top_k, top_k_many
from recsys_desktop.engine.selection.self_fit import Budget as Effort
from recsys_desktop.engine.selection.self_fit import Choice, choose
from recsys_desktop.engine.selection.wording import describe, describe_choice
from recsys_desktop.engine.text.channels import TextChannels
from recsys_desktop.engine.text.item_text import item_text
from recsys_desktop.engine.text.letters import RANK, fit_letters
from recsys_desktop.settings import HALF_LIFE_DAYS
from tests.benchmarks.quality.contest import Answer
from tests.benchmarks.quality.scoring import LENGTH
from tests.benchmarks.quality.task import Mask, Task

#: The thorough self-fit is for those who allow as many minutes; it may take this part of them, the fit has the rest.
_THOROUGH_MINUTES, _CHOOSING_PART = 5.0, 0.6
#: What can be left out to see what it brings, as changes of the chosen settings.
PARTS: dict[str, dict[str, float]] = {
    "trend": {"trend_power": 0.0},
    "occasions": {"occasion_power": 0.0},
    "sequence": {"sequence_weight": 0.0},
    "text": {"text_weight": 0.0},
    "prior": {"prior_weight": 0.0},
}


@dataclass(frozen=True)
class Ours:
    """Our answer, and in words what the shop's own past chose."""

    answer: Answer
    words: str


def our_lists(task: Task, texts: Float32Array, minutes: float, without: tuple[str, ...] = ()) -> Ours:
    """Return our lists, self-fitted to train within the minutes; ``without`` leaves out parts of ``PARTS`` (an ablation)."""
    began = time.perf_counter()
    progress = Progress()
    half_life = float(HALF_LIFE_DAYS.default)
    channels = _channels(task, texts)
    effort = Effort.THOROUGH if minutes >= _THOROUGH_MINUTES else Effort.QUICK
    choice = choose(task.item_keys, channels, task.train, half_life, effort, progress, _CHOOSING_PART * 60 * minutes)
    settings = choice.settings
    for part in without:
        settings = replace(settings, **PARTS[part])  # type: ignore[arg-type]  # every part is a number of the settings
    titles, categories = [item.title for item in task.items], [item.category for item in task.items]
    space = fit_space(task.item_keys, channels, titles, categories, task.train, task.latest_time, settings, progress)
    lists = _lists(space, task, half_life)
    tried = sum(len(step.results) for step in choice.steps)
    chosen = {key: value for key, value in asdict(settings).items() if isinstance(value, int | float)}
    return Ours(Answer(lists, tried, {"all": chosen}, time.perf_counter() - began), _words(choice, space))


def _channels(task: Task, texts: Float32Array) -> TextChannels:
    """Return the catalogue's texts as the language model (n, e) and as their letters have them."""
    read = [item_text(item) for item in task.items]
    reader = fit_letters(read, RANK, 0, Progress())
    model = texts if texts.any() else texts[:, :0]
    return TextChannels(model, reader.vectors(read, Progress()), reader)


def _words(choice: Choice, space: ItemSpace) -> str:
    """Return how lists are made, in the application's own words."""
    return " ".join(map(str, (*describe_choice(choice), *describe(space.settings, space.collaborative))))


def _lists(space: ItemSpace, task: Task, half_life: float) -> Int64Array:
    """Return the lists (q, 20) of rows; queries for new items are ranked among these alone."""
    queries = task.queries
    numbers = np.arange(len(queries))
    vectors, _ = customers(space, queries.events, numbers, task.latest_time, half_life)
    if task.repeat:
        return _with_own(space, task, vectors)
    lists = np.full((len(queries), LENGTH), -1, np.int64)
    for chosen, allowed in (
        (~queries.new_items_only, np.ones(len(task.items), np.bool_)),
        (queries.new_items_only, task.new_items()),
    ):
        if chosen.any() and allowed.any():
            lists[chosen] = _among(space, vectors[chosen], [queries.masked[number] for number in np.flatnonzero(chosen)], allowed)
    return lists


def _with_own(space: ItemSpace, task: Task, vectors: Float32Array) -> Int64Array:
    """Return the lists (q, 20) on which what somebody had may stand again: own items add to their own scores."""
    events, lists = task.queries.events, np.full((len(vectors), LENGTH), -1, np.int64)
    strengths = event_strengths(events.kinds, events.values, events.quantities)
    ends = np.searchsorted(events.user_keys, np.arange(len(vectors) + 1))
    for query, vector in enumerate(vectors.astype(np.float64)):
        past = slice(int(ends[query]), int(ends[query + 1]))
        own = own_bonuses(events.item_keys[past], strengths[past], space.own)
        rows, _ = top_k(space.keys, vector, LENGTH, task.queries.masked[query], own)
        lists[query, : len(rows)] = rows
    return lists


def _among(space: ItemSpace, vectors: Float32Array, masked: list[Int64Array], allowed: Mask) -> Int64Array:
    rows = np.flatnonzero(allowed)
    place = np.cumsum(allowed) - 1
    excluded = [place[one[allowed[one]]] for one in masked]
    found = top_k_many(space.keys[rows], vectors, LENGTH, excluded, Progress())[0]
    return np.where(found >= 0, rows[found], -1)
