"""Whether a shop's sales move with the weeks, and how far lists should follow: tried out on its own latest weeks."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from recsys_desktop.domain.entities import NO_TIME, Float32Array, Int64Array, InteractionArrays
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.engine.evaluation import Targets, TimeSplit, judge, new_targets, time_split
from recsys_desktop.engine.events import Events
from recsys_desktop.engine.history import SECONDS_PER_DAY, Float64Array, Histories
from recsys_desktop.engine.operators.factors import collaborative_factors
from recsys_desktop.engine.operators.trend import trend
from recsys_desktop.engine.ranker import top_k_many
from recsys_desktop.engine.space_settings import SpaceSettings

#: No trend, which is the simplest; half of it; all of it.
CANDIDATES = (0.0, 0.5, 1.0)
#: The latest days are played again, at most a quarter of the time there is.
_WINDOW_DAYS, _LARGEST_PART = 28, 0.25
#: With fewer customers to judge by, the simplest is kept; more than this many tell nothing new.
_FEWEST_CUSTOMERS, _MOST_CUSTOMERS = 50, 2_000
#: A narrow space is enough to tell the candidates apart, and costs a fraction of a fit.
_RANK = 128
_LENGTH = 20
_TRYING = message("fit", "Trying out whether the season matters")


def choose_trend_power(
    interactions: InteractionArrays, item_keys: Int64Array, now: int, settings: SpaceSettings, progress: Progress
) -> float:
    """Return the trend's exponent for this shop: the best of 0, .5 and 1, but 0 where that is within one standard error of it.

    Lists from before the latest weeks are judged by what the same customers newly bought in them (NDCG@10). 0 where times are
    missing or too few customers came back to tell. ``now`` is the time of the newest behaviour.

    Raises: Cancelled.
    """
    split = _latest_weeks(interactions, now)
    targets = _sampled(new_targets(split, item_keys))
    if len(targets) < _FEWEST_CUSTOMERS:
        return CANDIDATES[0]
    progress.report(0, len(CANDIDATES), _TRYING)
    events, items = Events.of(split.fit, item_keys), len(item_keys)
    queries, keys = collaborative_factors(events.matrix(items), np.zeros((items, 0), np.float32), _RANK, settings, progress)
    rising = trend(events, items, split.time, settings.trend_half_life_days, settings.trend_smoothing)
    past = split.fit.select(np.isin(split.fit.user_keys, targets.user_keys))
    # Whoever only disliked has an empty row, which ranks by nothing and hence equally for all candidates.
    histories = Histories.from_arrays(past, item_keys, split.time, np.inf)
    known = histories.positions(targets.user_keys)
    vectors = np.asarray(histories.matrix(items).astype(np.float32) @ queries)[known]
    seen = histories.rows_of_each()
    masked = [seen[position] for position in known]
    results = []
    for done, power in enumerate(CANDIDATES):
        progress.report(done, len(CANDIDATES), _TRYING)
        scaled = keys * (rising**power).astype(np.float32)[:, None]
        results.append(_ndcg(scaled, vectors, masked, targets, progress))
    return CANDIDATES[best_unless_first_is_near(results)]


def best_unless_first_is_near(results: Sequence[Float64Array]) -> int:
    """Return the position of the candidate with the best mean, or 0 where the first one's is within one standard error of it.

    ``results`` holds one value per user (u,) for each candidate, the simplest first; of equal means the earlier wins. The error is
    that of the difference user by user, as all are judged by the same users (the rule: Breiman et al., Classification and
    regression trees, 1984).

    >>> best_unless_first_is_near([np.array([0.0, 1.0]), np.array([1.0, 0.5]), np.array([1.0, 1.0])])
    0
    """
    best = int(np.argmax([values.mean() for values in results]))
    behind = results[best] - results[0]
    return 0 if behind.mean() <= behind.std(ddof=1) / np.sqrt(len(behind)) else best


def _latest_weeks(interactions: InteractionArrays, now: int) -> TimeSplit:
    """Split off the last 28 days before ``now``, at most a quarter of the known time."""
    known = interactions.times[(interactions.times != NO_TIME) & (interactions.times <= now)]
    first, newest = (int(known.min()), int(known.max())) if len(known) else (0, 0)
    length = min(_WINDOW_DAYS * int(SECONDS_PER_DAY), int((newest - first) * _LARGEST_PART))
    return time_split(interactions, newest - length, newest + 1)


def _sampled(targets: Targets) -> Targets:
    """Keep every so many-th customer where there are more than enough."""
    step = -(-len(targets) // _MOST_CUSTOMERS)
    if step <= 1:
        return targets
    rows = list(targets.of_each())[::step]
    counts = np.array([len(wanted) for wanted in rows])
    return Targets(targets.user_keys[::step], np.r_[0, np.cumsum(counts)].astype(np.int64), np.concatenate(rows))


def _ndcg(
    keys: Float32Array, vectors: Float32Array, masked: Sequence[Int64Array], targets: Targets, progress: Progress
) -> Float64Array:
    # These keys are not of one length: what is compared are plain scores, which is what padded keys rank by.
    lists, _ = top_k_many(keys, vectors, _LENGTH, masked, progress)
    return judge(lists, targets)["ndcg@10"]
