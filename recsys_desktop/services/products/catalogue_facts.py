"""What rules ask of the catalogue, read once and kept until the catalogue or the hidden products change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Int64Array
from recsys_desktop.domain.rules import Rules
from recsys_desktop.engine.history import Float64Array, rows_of
from recsys_desktop.engine.rules import CompiledRules, ItemFacts, Mask, compile_rules
from recsys_desktop.services.shop import Shop

#: Rules kept compiled: a few scenarios, and what a slider runs through.
_MOST_COMPILED = 8


@dataclass(frozen=True)
class _Read:
    """The ids (n,) of the rows, "" where an item has left the catalogue, what rules ask of them, and the state read."""

    catalogue: str
    hidden: str
    ids: Sequence[ItemId]
    known: Mask  # (n,) whether each is in the catalogue
    facts: ItemFacts


class CatalogueFacts:
    """The ids and facts of the items ``item_keys`` (n,), row by row; one thread at a time."""

    def __init__(self, shop: Shop, item_keys: Int64Array, common: Callable[[], Float64Array]) -> None:
        """``common`` (n,) tells how much each item suits everybody; it is asked for once, by the first rules that need it."""
        self._shop = shop
        self._item_keys = item_keys
        self._common = cache(common)
        self._read: _Read | None = None
        self._compiled: dict[Rules, CompiledRules] = {}

    @property
    def ids(self) -> Sequence[ItemId]:
        """The id of each row (n,); "" for a product taken out of the catalogue since: it keeps its row until the next fit."""
        return self._current().ids

    @property
    def facts(self) -> ItemFacts:
        """What rules ask of each row."""
        return self._current().facts

    def compiled(self, rules: Rules) -> CompiledRules:
        """Return the rules as arrays over the rows."""
        facts = self.facts
        found = self._compiled.pop(rules, None) or compile_rules(rules, facts)
        self._compiled[rules] = found  # the latest used stands last
        if len(self._compiled) > _MOST_COMPILED:
            del self._compiled[next(iter(self._compiled))]
        return found

    def _current(self) -> _Read:
        """Return what stands now. Rules and hidden products change with a click, so the catalogue is not read again for them."""
        catalogue, hidden = self._shop.catalogue.signature(), self._shop.scenarios.signature()
        if self._read is None or self._read.catalogue != catalogue:
            self._read = self._fresh(catalogue)
        if self._read.hidden != hidden:
            listable = self._read.known & ~np.isin(self._item_keys, self._shop.scenarios.hidden_keys())
            self._read = replace(self._read, hidden=hidden, facts=replace(self._read.facts, listable=listable))
            self._compiled.clear()
        return self._read

    def _fresh(self, signature: str) -> _Read:
        catalogue = self._shop.catalogue.rule_columns()
        places = rows_of(catalogue.keys, self._item_keys)
        known = places >= 0
        places = np.where(known, places, len(catalogue.keys))  # the row added below stands for what is gone
        ids = [*catalogue.ids, ItemId("")]
        row_ids = [ids[place] for place in places.tolist()]
        categories, category_names = _coded([*catalogue.categories, ""])
        brands, brand_names = _coded([*catalogue.brands, ""])
        facts = ItemFacts(
            row_of={item_id: row for row, item_id in enumerate(row_ids) if item_id},
            listable=known,
            prices=np.r_[catalogue.prices, np.nan][places],
            in_stock=np.r_[~(catalogue.stocks <= 0), False][places],
            categories=categories[places],
            category_names=category_names,
            brands=brands[places],
            brand_names=brand_names,
            common=self._common,
        )
        return _Read(signature, "", row_ids, known, facts)


def _coded(values: Sequence[str]) -> tuple[Int64Array, list[str]]:
    """Return the number of each value (n,) among the different ones, and those, in the order in which they first come."""
    number_of: dict[str, int] = {}
    codes = np.array([number_of.setdefault(value, len(number_of)) for value in values], np.int64)
    return codes, list(number_of)
