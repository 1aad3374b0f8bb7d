"""Fills a list: one source after another, rules giving way only where otherwise nothing would be left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Int64Array, Item
from recsys_desktop.domain.texts import Text
from recsys_desktop.engine.composing import Picked, Pool, pick, pool_rows
from recsys_desktop.engine.history import Float64Array
from recsys_desktop.engine.item_space import ItemSpace
from recsys_desktop.engine.rules import CompiledRules, Mask
from recsys_desktop.services.listing.list_steps import FIRST, GIVEN_UP, HAD, LIFTED, RESTED, VARIED
from recsys_desktop.services.listing.lists import Recommendation
from recsys_desktop.services.listing.reasons import Reason, largest_first, rule_reasons


@dataclass(frozen=True)
class Source:
    """A way of finding products: its ``members`` (n,) by their ``scores`` (n,), and the reasons of one, which sum to its score.

    ``exact`` returns the scores (m,) of rows (m,) where those of all items are rounded more. ``step`` names what fills a place from
    its reasons.
    """

    members: Mask
    scores: Float64Array
    reasons: Callable[[int], tuple[Reason, ...]]
    step: Callable[[Sequence[Reason]], Text]
    exact: Callable[[Int64Array], Float64Array] | None = None

    def pool(self, allowed: Mask, compiled: CompiledRules, size: int, first: Int64Array) -> Pool:
        """Return the candidates of this source among the ``allowed`` (n,), and what stands ``first`` in any case."""
        candidates = allowed & self.members
        candidates[first] = allowed[first]
        rows, best = pool_rows(self.scores, candidates, compiled, size)
        return Pool(rows, self.scores[rows] if self.exact is None else self.exact(rows), best)


@dataclass(frozen=True)
class Withheld:
    """What is kept from one customer, as rows: ``had`` already, ``refused`` for good, ``resting`` as it was shown lately."""

    had: Int64Array
    refused: Int64Array
    resting: Int64Array


@dataclass(frozen=True)
class Place:
    """One place before its item is read: the row, its score, its reasons, and what filled it."""

    row: int
    score: float
    reasons: tuple[Reason, ...]
    step: Text


class Filling:
    """Fills one list of k places."""

    def __init__(self, sources: Sequence[Source], compiled: CompiledRules, k: int, space: ItemSpace | None) -> None:
        self._sources = sources
        self._compiled = compiled
        self._k = k
        self._space = space
        self.places: list[Place] = []

    def fill(self, withheld: Withheld) -> list[Place]:
        """Return the places, fewer than k where the rules leave fewer; none only where all there is is hidden or refused."""
        (_, strict), *given_up = self._compiled.stages
        free = self._without(withheld.had, withheld.refused)
        strict = strict & free
        first = self._compiled.pinned[free[self._compiled.pinned]]
        strict[first] = True  # whatever it costs and belongs to, and however lately it was shown
        rested = strict.copy()
        rested[withheld.resting] = False
        rested[first] = True
        self._take(rested, None)
        if len(withheld.resting):
            self._take(strict, RESTED)
        for soft, mask in given_up:
            if not self.places and soft is not None:
                self._take(mask & free, GIVEN_UP[soft])
        if not self.places:
            self._take(self._compiled.listable & self._without(withheld.refused), HAD)
        return self.places

    def _without(self, *rows: Int64Array) -> Mask:
        mask = np.ones(len(self._compiled.listable), np.bool_)
        for each in rows:
            mask[each] = False
        return mask

    def _take(self, allowed: Mask, step: Text | None) -> None:
        """Add what is allowed until the list is full, from one source after another; ``step`` None: as the sources say."""
        for source in self._sources:
            left = self._k - len(self.places)
            if left <= 0:
                return
            remaining = allowed.copy()
            remaining[[place.row for place in self.places]] = False
            first = self._compiled.pinned if not self.places else np.zeros(0, np.int64)
            pool = source.pool(remaining, self._compiled, left, first)
            if len(pool.rows):
                picked = pick(pool, self._compiled, left, self._space, first)
                self.places += self._places(source, picked, set(first.tolist()), step)

    def _places(self, source: Source, picked: Picked, first: set[int], step: Text | None) -> list[Place]:
        made = []
        named = [
            VARIED if varied else LIFTED if lifted else None for varied, lifted in zip(picked.varied, picked.lifted, strict=True)
        ]
        columns = zip(picked.rows.tolist(), picked.scores, picked.boosts, picked.tail, named, strict=True)
        for row, score, boost, tail, name in columns:
            own = source.reasons(row)
            said = FIRST if row in first else step or name or source.step(own)
            reasons = largest_first([*own, *rule_reasons(float(boost), float(tail))])
            made.append(Place(row, float(score + boost + tail), reasons, said))
        return made


def with_items(places: Sequence[Place], ids: Sequence[ItemId], items: Sequence[Item]) -> tuple[Recommendation, ...]:
    """Return the places as a list; ``ids`` are those of all rows, ``items`` the items of the places in any order.

    A product that left the catalogue a moment ago leaves no gap in the ranks.
    """
    item_of = {item.item_id: item for item in items}
    found = [(place, item_of[ids[place.row]]) for place in places if ids[place.row] in item_of]
    return tuple(
        Recommendation(rank, item, place.score, place.reasons, place.step) for rank, (place, item) in enumerate(found, start=1)
    )
