"""The past of a shop cut so that its own later behaviour judges what is learnt from its earlier one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from recsys_desktop.domain.entities import NO_TIME, Int64Array, InteractionArrays
from recsys_desktop.engine.evaluation import Targets, TimeSplit, new_targets, time_split
from recsys_desktop.engine.history import SECONDS_PER_DAY

#: Weeks that even out weekdays and paydays; a window never takes more than this part of the time there is.
WINDOW_DAYS, LARGEST_PART = 28, 0.25
#: Windows may reach back over this part of the time; what lies before must be enough to learn from.
_WINDOWS_REACH = 0.5
#: Percent of each customer's behaviour held out where few come back.
_HELD_OUT_PERCENT = 10
#: Fewer customers than this cannot tell two ways of making lists apart.
FEWEST_CUSTOMERS = 50


@dataclass(frozen=True)
class Fold:
    """What is learnt from, and what the same customers did later and had not touched before."""

    split: TimeSplit
    targets: Targets

    @property
    def now(self) -> int:
        """The newest time that may be learnt from, NO_TIME where there is none."""
        return int(self.split.fit.times.max(initial=NO_TIME))


@dataclass(frozen=True)
class Folds:
    """Folds of one shop, the latest first; ``by_time`` says whether they follow the calendar."""

    each: tuple[Fold, ...]
    by_time: bool

    @property
    def customers(self) -> int:
        """Customers who judge, counted once per fold."""
        return sum(len(fold.targets) for fold in self.each)


def make_folds(events: InteractionArrays, item_keys: Int64Array, count: int, most_customers: int) -> Folds:
    """Cut behaviour into at most ``count`` folds of at most ``most_customers`` each; none where too few customers tell anything.

    Rolling windows of four weeks that end one after the other, for all customers at the same moment (Meng et al., 2020). Where
    times are missing, or fewer than :data:`FEWEST_CUSTOMERS` came back in the latest window, the latest part of every customer's
    behaviour is held out instead; what has no time is later the later it stands in the arrays.
    """
    windows = _folds(_windows(events, count), item_keys, most_customers)
    if windows:
        return Folds(tuple(windows), True)
    return Folds(tuple(_folds(iter([_per_customer(events)]), item_keys, most_customers)), False)


def _folds(splits: Iterator[TimeSplit], item_keys: Int64Array, most_customers: int) -> list[Fold]:
    """Return the folds of the splits up to the first that too few customers judge."""
    folds = []
    for split in splits:
        targets = sampled(new_targets(split, item_keys), most_customers)
        if len(targets) < FEWEST_CUSTOMERS:
            break
        folds.append(Fold(split, targets))
    return folds


def _windows(events: InteractionArrays, count: int) -> Iterator[TimeSplit]:
    known = events.times[events.times != NO_TIME]
    if len(known) * 2 <= len(events):
        return
    first, end = int(known.min()), int(known.max()) + 1
    length = min(WINDOW_DAYS * int(SECONDS_PER_DAY), int((end - first) * LARGEST_PART))
    for back in range(count):
        start = end - (back + 1) * length
        if back and start < first + (1.0 - _WINDOWS_REACH) * (end - first):
            return
        yield time_split(events, start, start + length)


def _per_customer(events: InteractionArrays) -> TimeSplit:
    """Hold out the latest :data:`_HELD_OUT_PERCENT` of each customer's events, at least one, never all."""
    order = np.lexsort((np.arange(len(events)), events.times, events.user_keys))
    users = events.user_keys[order]
    first = np.searchsorted(users, users, side="left")
    size = np.searchsorted(users, users, side="right") - first
    held = np.minimum(np.maximum(size * _HELD_OUT_PERCENT // 100, 1), size - 1)
    later = np.zeros(len(events), np.bool_)
    later[order] = np.arange(len(users)) - first >= size - held
    return TimeSplit(int(events.times.max(initial=NO_TIME)) + 1, events.select(~later), events.select(later))


def sampled(targets: Targets, most: int) -> Targets:
    """Keep every so many-th customer where there are more than ``most``."""
    step = -(-len(targets) // most)
    if step <= 1:
        return targets
    rows = list(targets.of_each())[::step]
    counts = np.array([len(wanted) for wanted in rows])
    return Targets(targets.user_keys[::step], np.r_[0, np.cumsum(counts)].astype(np.int64), np.concatenate(rows))
