"""Rules of lists as arrays over the items: what may be listed, what is lifted, what stands first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Int64Array
from recsys_desktop.domain.rules import Boost, Rules
from recsys_desktop.engine.history import Float64Array
from recsys_desktop.engine.item_space import ItemSpace

Mask = NDArray[np.bool_]
#: What the long-tail rule at 1 takes from what suits everybody most, in the units of a boost. On Online Retail's last window but
#: one (467 customers) 0 gives 276 hits and 10 % of the catalogue, .5 260 and 15 %, 1 244 and 20 %, 1.5 208 and 26 %, 3 126 and 33;
#: on the sample shop, whose lists show 80 % without it, the share falls again beyond 1.
#: Lifting by the number of buyers instead moves 11 % at most, as the same few rarities then stand in every list.
_LONGEST_TAIL = 1.0
_SEPARATOR = " > "
#: Single precision tells values this near to each other, of the largest, no more apart.
_ROUNDING = 1e-5


class Soft(Enum):
    """Rules that give way where otherwise nothing would be in a list, in the order in which they do."""

    PRICE = "price"
    CATEGORY = "category"
    STOCK = "stock"


@dataclass(frozen=True)
class ItemFacts:
    """What rules ask of n items. ``categories`` and ``brands`` (n,) are indices into the names."""

    row_of: Mapping[ItemId, int]
    listable: Mask  # (n,) still in the catalogue, and not hidden from every list
    prices: Float64Array  # (n,) in the catalogue's own units, NaN where unknown
    in_stock: Mask  # (n,) or not counted
    categories: Int64Array
    category_names: Sequence[str]
    brands: Int64Array
    brand_names: Sequence[str]
    common: Callable[[], Float64Array]  # (n,) how much each suits everybody, 0 to 1, see :func:`commonness`

    def __len__(self) -> int:
        return len(self.listable)

    def rows(self, item_ids: Sequence[ItemId]) -> Int64Array:
        """Return the rows of these items in their order, without those that have none."""
        return np.array([self.row_of[item_id] for item_id in item_ids if item_id in self.row_of], np.int64)

    def below(self, category: str) -> Mask:
        """Return which items (n,) are of a category or of one below it."""
        path = category.strip()
        named = [name == path or name.startswith(path + _SEPARATOR) for name in self.category_names]
        return np.array(named, np.bool_)[self.categories] if path and named else np.zeros(len(self), np.bool_)


@dataclass(frozen=True)
class CompiledRules:
    """Rules over n items.

    ``stages`` are masks (n,): first all rules, then one soft rule after another given up, with the rule given up last. ``boosts``
    and ``tail`` (n,) are what is added to an item's score, in units of a customer's own spread of scores, or None; ``tail`` is at
    most 0.
    """

    rules: Rules
    stages: tuple[tuple[Soft | None, Mask], ...]
    pinned: Int64Array  # rows that stand first, whatever they cost and belong to; they are in stock where that is a rule
    boosts: Float64Array | None
    tail: Float64Array | None

    @property
    def listable(self) -> Mask:
        """What may be listed (n,) when every soft rule is given up."""
        return self.stages[-1][1]

    def lifts(self, rows: Int64Array) -> tuple[Float64Array, Float64Array]:
        """Return what boosts and the long-tail rule add (m,) to the items at ``rows`` (m,), in units."""
        nothing = np.zeros(len(rows))
        return (
            nothing if self.boosts is None else self.boosts[rows],
            nothing if self.tail is None else self.tail[rows],
        )


def compile_rules(rules: Rules, facts: ItemFacts) -> CompiledRules:
    """Return rules as arrays over the items of ``facts``; ids, categories and brands that the catalogue lacks say nothing."""
    stocked = _stocked(rules, facts)
    soft = {Soft.PRICE: _priced(rules, facts), Soft.CATEGORY: _of_categories(rules, facts), Soft.STOCK: stocked}
    hard = facts.listable.copy()
    hard[facts.rows(rules.blocked)] = False
    stages: list[tuple[Soft | None, Mask]] = []
    given_up: Soft | None = None
    while True:
        stages.append((given_up, np.logical_and.reduce([hard, *(mask for mask in soft.values() if mask is not None)])))
        given_up = next((kind for kind in Soft if soft[kind] is not None), None)
        if given_up is None:
            break
        soft[given_up] = None
    tail = -rules.long_tail * _LONGEST_TAIL * facts.common() if rules.long_tail else None
    pinned = facts.rows(list(dict.fromkeys(rules.pinned)))
    pinned = pinned[hard[pinned] if stocked is None else (hard & stocked)[pinned]]
    return CompiledRules(rules, tuple(stages), pinned, _boosts(rules.boosts, facts), tail)


def commonness(space: ItemSpace) -> Float64Array:
    """Return how much each item (n,) suits everybody: 1 for the one that does most, 0 for the half that does least.

    It is ``m . k_j`` with m the direction of ``sum_j buyers_j q_j``, stretched from its median to its maximum. That direction is
    the mean of all customers' (on Online Retail the products correlate by .997), so taking it from a score leaves what a customer
    likes more than others do.
    """
    mean = space.buyers @ space.queries
    return above_median(space.keys @ (mean / np.float32(np.linalg.norm(mean) or 1.0)))


def above_median(values: NDArray[np.floating]) -> Float64Array:
    """Stretch values (n,) so that their median becomes 0 and their highest 1; what lies below is 0, as is all where all are alike.

    >>> above_median(np.array([1.0, 2.0, 3.0, 4.0, 6.0])).round(2).tolist()
    [0.0, 0.0, 0.0, 0.33, 1.0]
    """
    if not len(values):
        return np.zeros(0)
    above = np.maximum(values.astype(np.float64) - np.median(values), 0.0)
    highest = float(above.max())
    alike = highest <= _ROUNDING * float(np.abs(values).max())
    return np.zeros(len(values)) if alike else np.asarray(above / highest)


def _priced(rules: Rules, facts: ItemFacts) -> Mask | None:
    """Return what costs enough and not too much, None without such a rule. A price that is not known keeps no band."""
    if rules.price_low is None and rules.price_high is None:
        return None
    low = -np.inf if rules.price_low is None else rules.price_low
    high = np.inf if rules.price_high is None else rules.price_high
    return np.asarray((facts.prices >= low) & (facts.prices <= high))


def _of_categories(rules: Rules, facts: ItemFacts) -> Mask | None:
    if not rules.only_categories and not rules.without_categories:
        return None
    wanted = _any_of(rules.only_categories, facts) if rules.only_categories else np.ones(len(facts), np.bool_)
    return wanted & ~_any_of(rules.without_categories, facts)


def _any_of(categories: Sequence[str], facts: ItemFacts) -> Mask:
    found = np.zeros(len(facts), np.bool_)
    for category in categories:
        found |= facts.below(category)
    return found


def _stocked(rules: Rules, facts: ItemFacts) -> Mask | None:
    """Return what can be bought; None without the rule, and where that would be nothing: such a shop does not keep its stock."""
    return facts.in_stock if rules.in_stock and not facts.in_stock.all() and facts.in_stock.any() else None


def _boosts(boosts: Sequence[Boost], facts: ItemFacts) -> Float64Array | None:
    """Return the sum of the boosts of each item (n,), cut to -1 to 1."""
    lifts = np.zeros(len(facts))
    for boost in boosts:
        lifts[targets(boost, facts)] += boost.strength
    return np.clip(lifts, -1.0, 1.0) if lifts.any() else None


def targets(boost: Boost, facts: ItemFacts) -> Mask | Int64Array:
    """Return which items a boost is about."""
    if boost.target == "item":
        return facts.rows([ItemId(boost.name)])
    if boost.target == "category":
        return facts.below(boost.name)
    named = np.array([name.casefold() == boost.name.casefold() for name in facts.brand_names], np.bool_)
    return named[facts.brands] if len(named) else np.zeros(len(facts), np.bool_)
