"""Do the lists help? A replay: lists made from the past of the shop, judged by what the same customers bought next."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from recsys_desktop.domain.entities import NO_TIME, Float32Array, Int64Array, InteractionArrays
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.engine.evaluation import Targets, TimeSplit, bootstrap, judge, new_targets, paired_bootstrap, time_split
from recsys_desktop.engine.fitting import fit_space
from recsys_desktop.engine.history import SECONDS_PER_DAY, Float64Array, Histories
from recsys_desktop.engine.item_space import ItemSpace
from recsys_desktop.engine.metrics import coverage
from recsys_desktop.engine.popularity import bestsellers, popular_lists
from recsys_desktop.engine.profile import user_vectors
from recsys_desktop.engine.ranker import top_k_many
from recsys_desktop.engine.space_settings import SpaceSettings
from recsys_desktop.services.fitting import catalogue_words, stored_texts
from recsys_desktop.services.shop import Shop
from recsys_desktop.settings import HALF_LIFE_DAYS

#: Days of the replayed window; a shop with a shorter history replays its last fifth.
_WINDOW_DAYS = 28
_SHORT_HISTORY_PART = 0.2
_LIST_LENGTH, _JUDGED = 10, 20
_SEED = 0

Interval = tuple[float, float, float]
_REPLAYING = message("evaluate", "Replaying the last weeks")


@dataclass(frozen=True)
class EvaluationReport:
    """The replay of one window. ``rows`` maps a way of making lists to its metrics as (mean, lower, upper 95 % bound).

    ``hits`` counts the customers who would have seen something they then bought, of ``customers`` in all; ``difference`` is
    ours - popularity in NDCG@10, paired by customer. ``learnt_until`` is the newest time used, before ``window_start``.
    """

    customers: int
    rows: dict[str, dict[str, Interval]]
    hits: dict[str, int]
    coverage: dict[str, float]
    difference: Interval
    learnt_until: int
    window_start: int
    window_end: int
    seconds: float
    verdict: Text


def evaluate(shop: Shop, progress: Progress) -> EvaluationReport:
    """Replay the last four weeks with the active model version against the list of recent bestsellers.

    Everything is fitted to what lies before the window, bestsellers included. The language model may have been trained on it:
    a model version's own verdict, given when it was made, is the one from weeks it had not seen.

    Raises: Cancelled, RecsysError too_little_data.
    """
    began = time.perf_counter()
    progress.report(0, 0, _REPLAYING)
    events = shop.interactions.load()
    start, end = _window(events)
    split = time_split(events, start)
    keys, titles, categories = catalogue_words(shop)
    targets = new_targets(split, keys)
    if not len(targets):
        raise _too_little_data()
    version = shop.model_versions.active().number
    learnt_until = int(split.fit.times.max(initial=NO_TIME))
    assert learnt_until < start, "a replay must not learn from its own window"
    texts = stored_texts(shop, version, keys)
    space = fit_space(keys, texts, titles, categories, split.fit, learnt_until, SpaceSettings(), progress)
    half_life = float(shop.settings.get(HALF_LIFE_DAYS))
    lists = {
        "ours": _our_lists(space, split, targets, half_life, learnt_until, progress),
        "popularity": _bestseller_lists(split, keys, targets, learnt_until),
    }
    judged = {name: judge(made, targets) for name, made in lists.items()}
    hits = {name: int(values["hit_rate@10"].sum()) for name, values in judged.items()}
    difference = paired_bootstrap(judged["ours"]["ndcg@10"], judged["popularity"]["ndcg@10"], _SEED)
    return EvaluationReport(
        customers=len(targets),
        rows={name: _intervals(values) for name, values in judged.items()},
        hits=hits,
        coverage={name: coverage(made[:, :_LIST_LENGTH], len(keys)) for name, made in lists.items()},
        difference=difference,
        learnt_until=learnt_until,
        window_start=start,
        window_end=end,
        seconds=time.perf_counter() - began,
        verdict=_verdict(len(targets), hits, difference),
    )


def _window(events: InteractionArrays) -> tuple[int, int]:
    """Return the first second of the replayed window and the shop's last. Raises: RecsysError where no behaviour has a time."""
    times = events.times[events.times != NO_TIME]
    if not len(times):
        raise _too_little_data()
    first, last = int(times.min()), int(times.max())
    length = min(_WINDOW_DAYS * SECONDS_PER_DAY, (last - first) * _SHORT_HISTORY_PART)
    return int(last - length) + 1, last


def _our_lists(space: ItemSpace, split: TimeSplit, targets: Targets, half_life: float, now: int, progress: Progress) -> Int64Array:
    histories = Histories.from_arrays(split.fit, space.item_keys, now, half_life)
    vectors = user_vectors(space, histories)
    places = histories.positions(targets.user_keys)
    seen = histories.rows_of_each()
    # A customer known only by events that name no product has no history: the prior alone makes the list.
    wanted: Float32Array = np.where((places >= 0)[:, None], vectors[places], space.prior[None, :]).astype(np.float32)
    masks = [seen[place] if place >= 0 else np.zeros(0, np.int64) for place in places]
    return top_k_many(space.keys, wanted, _JUDGED, masks, progress)[0]


def _bestseller_lists(split: TimeSplit, keys: Int64Array, targets: Targets, now: int) -> Int64Array:
    settings = SpaceSettings()
    histories = Histories.from_arrays(split.fit, keys, now, half_life_days=1.0)  # only which products were seen matters here
    seen = histories.rows_of_each()
    places = histories.positions(targets.user_keys)
    masks = [seen[place] if place >= 0 else np.zeros(0, np.int64) for place in places]
    return popular_lists(bestsellers(keys, split.fit, settings.prior_half_life_days), _JUDGED, masks)


def _intervals(values: Mapping[str, Float64Array]) -> dict[str, Interval]:
    return {name: bootstrap(per_user, _SEED) for name, per_user in values.items()}


def _verdict(customers: int, hits: Mapping[str, int], difference: Interval) -> Text:
    counts = {"ours": hits["ours"], "customers": customers, "popularity": hits["popularity"]}
    if difference[1] > 0:
        return message(
            "evaluate",
            "Yes: {ours} of {customers} customers would have seen something they then bought; with a bestseller list {popularity}. "
            "The difference is beyond chance.",
        ).fill(**counts)
    if difference[2] < 0:
        return message(
            "evaluate",
            "No: {ours} of {customers} customers would have seen something they then bought; with a bestseller list {popularity}. "
            "For now the bestseller list is the better one.",
        ).fill(**counts)
    return message(
        "evaluate",
        "Not clear yet: {ours} of {customers} customers would have seen something they then bought; with a bestseller list "
        "{popularity}. The difference may be chance.",
    ).fill(**counts)


def _too_little_data() -> RecsysError:
    return RecsysError(
        "too_little_data",
        message("evaluate", "There is too little dated behaviour to see whether the lists help. Nothing was changed."),
        message("evaluate", "Import orders with their dates: a few weeks and twenty customers who came back are enough to start."),
    )
