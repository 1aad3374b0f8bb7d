"""What is measured: a catalogue, behaviour to learn from, and queries with the items that the same people took later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from recsys_desktop.domain.entities import NO_TIME, Int64Array, InteractionArrays, Item, Kind

#: Groups of queries that a file without a group column has.
ALL_ITEMS, NEW_ITEMS_ONLY = "all items", "new items only"

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Queries:
    """q queries; items are rows of the task's catalogue.

    ``events`` holds all histories, ``user_keys`` being the query's number 0..q-1 and each query's events oldest first; times are
    ``NO_TIME`` where nobody knows them. ``target_counts`` counts the distinct targets as written, those outside the catalogue
    included: nobody can list them, so they are misses.
    """

    ids: tuple[str, ...]
    events: InteractionArrays
    targets: tuple[Int64Array, ...]  # distinct rows
    target_counts: Int64Array  # (q,)
    masked: tuple[Int64Array, ...]  # distinct rows never to be listed: the history's, and what else the file says
    new_items_only: Mask  # (q,) only items without an event in train are ranked
    groups: tuple[str, ...]  # (q,) queries of one group are averaged together
    times: Int64Array  # (q,) of the first target, NO_TIME where unknown

    def __len__(self) -> int:
        return len(self.ids)

    def select(self, chosen: Mask | Int64Array) -> Queries:
        """Return the queries named by a boolean mask or ascending numbers, numbered anew."""
        numbers = np.flatnonzero(chosen) if chosen.dtype == np.bool_ else np.asarray(chosen, np.int64)
        events = self.events.select(np.isin(self.events.user_keys, numbers))
        return Queries(
            tuple(self.ids[number] for number in numbers),
            replace(events, user_keys=np.searchsorted(numbers, events.user_keys)),
            tuple(self.targets[number] for number in numbers),
            self.target_counts[numbers],
            tuple(self.masked[number] for number in numbers),
            self.new_items_only[numbers],
            tuple(self.groups[number] for number in numbers),
            self.times[numbers],
        )

    def histories(self) -> list[Int64Array]:
        """Return each query's history rows, oldest first, repeats included."""
        ends = np.searchsorted(self.events.user_keys, np.arange(1, len(self)))
        return np.split(self.events.item_keys, ends) if len(self) else []


@dataclass(frozen=True)
class Task:
    """One measurement. ``train.item_keys`` are rows of ``items``, ``train.user_keys`` positions in ``user_ids``."""

    name: str
    items: tuple[Item, ...]
    user_ids: tuple[str, ...]
    train: InteractionArrays
    queries: Queries
    repeat: bool = False  # whether history items may be listed

    @property
    def item_keys(self) -> Int64Array:
        """The rows 0..n-1 that stand for the items."""
        return np.arange(len(self.items))

    @property
    def latest_time(self) -> int:
        """The newest time in train, NO_TIME where there is none."""
        return int(self.train.times.max(initial=NO_TIME))

    def new_items(self) -> Mask:
        """Return which items (n,) have no event in train."""
        new: Mask = np.bincount(self.train.item_keys, minlength=len(self.items)) == 0
        return new

    def restricted(self, kept: Mask) -> Task:
        """Return the task with these items (n,) only; targets among the others cannot be listed but still count."""
        rows = np.where(kept, np.cumsum(kept) - 1, -1)
        queries = replace(
            self.queries,
            events=_renumbered(self.queries.events, rows),
            targets=tuple(rows[targets[kept[targets]]] for targets in self.queries.targets),
            masked=tuple(rows[masked[kept[masked]]] for masked in self.queries.masked),
        )
        items = tuple(item for item, keep in zip(self.items, kept, strict=True) if keep)
        return replace(self, items=items, train=_renumbered(self.train, rows), queries=queries)

    def assert_no_leak(self) -> None:
        """Raise AssertionError where something learnt from is not before the first target; nothing where targets have no times."""
        known = self.queries.times[self.queries.times != NO_TIME]
        assert not len(known) or self.latest_time < known.min(), "train holds times that are not before the first target"


def _renumbered(events: InteractionArrays, rows: Int64Array) -> InteractionArrays:
    left = events.select(rows[events.item_keys] >= 0)
    return replace(left, item_keys=rows[left.item_keys])


def purchases(user_keys: Int64Array, item_keys: Int64Array, times: Int64Array) -> InteractionArrays:
    """Return plain purchases (m,), one piece each."""
    count = len(user_keys)
    return InteractionArrays(
        np.asarray(user_keys, np.int64),
        np.asarray(item_keys, np.int64),
        np.full(count, Kind.PURCHASE, np.int8),
        np.full(count, np.nan, np.float32),
        np.ones(count, np.float32),
        np.asarray(times, np.int64),
    )


def queries_of(
    ids: Sequence[str],
    events: InteractionArrays,
    targets: Sequence[Int64Array],
    *,
    repeat: bool = False,
    times: int = NO_TIME,
) -> Queries:
    """Return queries over all items whose ``events`` are numbered 0..q-1; histories are masked unless ``repeat``."""
    count = len(ids)
    distinct = tuple(np.unique(rows).astype(np.int64) for rows in targets)
    ends = np.searchsorted(events.user_keys, np.arange(1, count))
    masked = [np.unique(rows) for rows in np.split(events.item_keys, ends)] if count else []
    return Queries(
        tuple(ids),
        events,
        distinct,
        np.array([len(rows) for rows in distinct], np.int64),
        tuple(np.zeros(0, np.int64) if repeat else rows for rows in masked),
        np.zeros(count, np.bool_),
        (ALL_ITEMS,) * count,
        np.full(count, times, np.int64),
    )
