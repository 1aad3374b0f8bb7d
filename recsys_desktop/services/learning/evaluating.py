"""Do the lists help? A replay: lists made from the past of the shop, judged by what the same customers bought next."""

from __future__ import annotations

import time
from collections.abc import Mapping

from recsys_desktop.domain.entities import NO_TIME, InteractionArrays
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.engine.evaluation import bootstrap, judge, paired_bootstrap, time_split
from recsys_desktop.engine.history import SECONDS_PER_DAY, Float64Array
from recsys_desktop.engine.judging import Replay, Words
from recsys_desktop.engine.metrics import coverage
from recsys_desktop.services.fitting import catalogue_words, text_channels
from recsys_desktop.services.learning.evaluation_log import EvaluationReport, Interval, keep, verdict_of
from recsys_desktop.services.shop import Shop
from recsys_desktop.settings import HALF_LIFE_DAYS

#: Days of the replayed window; a shop with a shorter history replays its last fifth.
_WINDOW_DAYS = 28
_SHORT_HISTORY_PART = 0.2
_LIST_LENGTH = 10
_SEED = 0

_REPLAYING = message("evaluate", "Replaying the last weeks")


def evaluate(shop: Shop, progress: Progress) -> EvaluationReport:
    """Replay the last four weeks with the active model version against the list of recent bestsellers.

    Everything is fitted to what lies before the window, bestsellers included. The language model may have been trained on it:
    a model version's own verdict, given when it was made, is the one from weeks it had not seen.

    Raises: Cancelled, RecsysError too_little_data.
    """
    began = time.perf_counter()
    progress.report(0, 0, _REPLAYING)
    events = shop.interactions.load()
    start, end = replayed_window(events)
    half_life = float(shop.settings.get(HALF_LIFE_DAYS))
    words = Words(*catalogue_words(shop))
    texts = text_channels(shop, shop.model_versions.active().number, words.item_keys, progress)
    replay = Replay.chosen(time_split(events, start), words, texts, half_life, progress)
    targets = replay.targets()
    if not len(targets):
        raise too_little_data()
    assert replay.now < start, "a replay must not learn from its own window"
    lists = {"ours": replay.lists(texts.model, targets, progress), "popularity": replay.bestseller_lists(targets)}
    judged = {name: judge(made, targets) for name, made in lists.items()}
    hits = {name: int(values["hit_rate@10"].sum()) for name, values in judged.items()}
    difference = paired_bootstrap(judged["ours"]["ndcg@10"], judged["popularity"]["ndcg@10"], _SEED)
    report = EvaluationReport(
        customers=len(targets),
        rows={name: _intervals(values) for name, values in judged.items()},
        hits=hits,
        coverage={name: coverage(made[:, :_LIST_LENGTH], len(words.item_keys)) for name, made in lists.items()},
        difference=difference,
        learnt_until=replay.now,
        window_start=start,
        window_end=end,
        seconds=time.perf_counter() - began,
        verdict=verdict_of(len(targets), hits, difference),
    )
    keep(shop, report)
    return report


def replayed_window(events: InteractionArrays) -> tuple[int, int]:
    """Return the first second of the replayed window and the shop's last. Raises: RecsysError where no behaviour has a time."""
    times = events.times[events.times != NO_TIME]
    if not len(times):
        raise too_little_data()
    first, last = int(times.min()), int(times.max())
    length = min(_WINDOW_DAYS * SECONDS_PER_DAY, (last - first) * _SHORT_HISTORY_PART)
    return int(last - length) + 1, last


def _intervals(values: Mapping[str, Float64Array]) -> dict[str, Interval]:
    return {name: bootstrap(per_user, _SEED) for name, per_user in values.items()}


def too_little_data() -> RecsysError:
    """Return the error to raise where nothing can be replayed."""
    return RecsysError(
        "too_little_data",
        message("evaluate", "There is too little dated behaviour to see whether the lists help. Nothing was changed."),
        message("evaluate", "Import orders with their dates: a few weeks and twenty customers who came back are enough to start."),
    )
