"""Rows to interactions, and for order lines to products as well."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from typing import Any

import numpy as np
from numpy.typing import NDArray

from recsys_desktop.domain.columns import ITEM_ID, KIND, PRICE, QUANTITY, TIME, TITLE, VALUE
from recsys_desktop.domain.entities import NO_TIME, Kind
from recsys_desktop.domain.event_columns import EventColumns
from recsys_desktop.ingest.building.behaviour_columns import WITHDRAWN, BehaviourColumns, CleanedBlock
from recsys_desktop.ingest.building.histories import Histories
from recsys_desktop.ingest.building.item_learner import ItemLearner
from recsys_desktop.ingest.building.names import AlternativeIds
from recsys_desktop.ingest.building.order_rows import FillDown, RowLists
from recsys_desktop.ingest.building.verdicts import CellFault, Verdicts
from recsys_desktop.ingest.columns.layout import Layout, matching
from recsys_desktop.ingest.people.pseudonyms import Pseudonyms
from recsys_desktop.ingest.plan import Chunk
from recsys_desktop.ingest.rows import RowBlock

#: The ids of orders where there are none.
_NO_ORDER = ("",)


class BehaviourBuilder:
    """Turns the rows of one file into interactions, order lines also into products, which :meth:`finish` hands out.

    With role "behaviour" there are no products, with role "catalogue" there is nothing else.
    """

    def __init__(self, layout: Layout, pseudonyms: Pseudonyms | None = None) -> None:
        self._layout = layout
        self._columns = BehaviourColumns(layout, pseudonyms)
        self._role = layout.plan.role
        self._learner = ItemLearner(layout) if self._role != "behaviour" else None
        self._filled_down = FillDown(layout)
        self._lists = RowLists(layout)
        self._histories = Histories(layout)
        self._alternatives = AlternativeIds()
        self._once: set[tuple[str, str]] | None = set() if layout.platform is not None and layout.platform.once else None
        #: Orders without a kind column are purchases, rows with stars and nothing else are ratings.
        self._kind = layout.kind or (Kind.RATING if layout.has(VALUE) and not layout.has(KIND) else Kind.PURCHASE)

    def add(self, block: RowBlock) -> Chunk:
        """Return the interactions, bad rows and counts of a block."""
        block = self._histories.spread(self._lists.spread(block))
        chunk = Chunk(bad=list(block.bad), rows=len(block) + len(block.bad), bytes_done=block.bytes_done)
        if not len(block):
            return chunk
        columns: list[Sequence[str]] = self._filled_down.apply(block.columns())
        cleaned = self._columns.clean(columns)
        verdicts = self._verdicts(cleaned, columns)
        self._learn(cleaned, columns, verdicts, chunk)
        if self._role != "catalogue":
            chunk.events = self._events(cleaned, verdicts)
        verdicts.settle(chunk, block, self._layout)
        return chunk

    def finish(self) -> Chunk:
        """Return the products learnt from all order lines."""
        return Chunk(items=self._learner.items() if self._learner is not None else [])

    def _verdicts(self, cleaned: CleanedBlock, columns: Sequence[Sequence[str]]) -> Verdicts:
        """Judge the rows column by column: what the platform leaves out, wrong cells, then what tells nothing about taste."""
        items = cleaned.items
        verdicts = Verdicts.none_yet(len(items.codes))
        for number, rule in self._layout.skip_rules:
            verdicts.give(matching(rule, columns[number]), rule.reason)
        verdicts.give(items.rows("empty"), CellFault(ITEM_ID))
        verdicts.give(items.rows("rounded"), CellFault(ITEM_ID, rounded=True))
        verdicts.give(cleaned.wrong_times, CellFault(TIME))
        numbers = ((QUANTITY, cleaned.quantities), (PRICE, cleaned.prices), (VALUE, cleaned.values), (KIND, cleaned.kinds))
        for field, column in numbers:
            if column is not None:
                verdicts.give(column.rows("unreadable"), CellFault(field))
        if cleaned.quantities is not None:
            verdicts.give(cleaned.quantities.rows("not_above_zero"), "cancelled")
            if cleaned.returned is not None:
                verdicts.give(np.flatnonzero(_quantities(cleaned) <= 0).tolist(), "cancelled")
        verdicts.give(items.rows("no_product"), "non_product")
        if cleaned.prices is not None:
            verdicts.give(cleaned.prices.rows("not_above_zero"), "no_price")
        self._judge_kinds(cleaned, verdicts)
        if self._role != "catalogue":
            users = cleaned.users
            verdicts.give(range(len(items.codes)) if users is None else users.rows("empty"), "no_customer")
        if self._once is not None and cleaned.users is not None:
            verdicts.give(_repeats(self._once, cleaned.users.cells(), items.cells(), verdicts), "repeated")
        return verdicts

    def _judge_kinds(self, cleaned: CleanedBlock, verdicts: Verdicts) -> None:
        """Leave out what was taken back; a rating must have its stars."""
        if cleaned.kinds is not None:
            verdicts.give(cleaned.kinds.rows("empty"), CellFault(KIND))
            verdicts.give(cleaned.kinds.rows("withdrawn"), WITHDRAWN)
        if cleaned.values is not None:
            are_ratings = self._kinds(cleaned) == Kind.RATING
            verdicts.give([row for row in cleaned.values.rows("no_stars") if are_ratings[row]], CellFault(VALUE))

    def _kinds(self, cleaned: CleanedBlock) -> NDArray[np.int8]:
        if cleaned.kinds is None:
            return np.full(len(cleaned.items.codes), self._kind, np.int8)
        return cleaned.kinds.numbers().astype(np.int8)

    def _events(self, cleaned: CleanedBlock, verdicts: Verdicts) -> EventColumns:
        users, items, orders = cleaned.users, cleaned.items, cleaned.orders
        if users is None:
            return EventColumns()
        count = len(items.codes)
        kinds = self._kinds(cleaned)
        columns: list[NDArray[Any]] = [
            users.codes,
            items.codes,
            kinds,
            self._stars(cleaned, kinds),
            _quantities(cleaned),
            cleaned.times if cleaned.times is not None else np.full(count, NO_TIME, np.int64),
            orders.codes if orders is not None else np.zeros(count, np.int32),
        ]
        if verdicts.any_given:
            kept = np.array([verdict is None for verdict in verdicts.rows])
            columns = [column[kept] for column in columns]
        buyers, bought, kinds, stars, quantities, times, carts = columns
        order_ids = orders.values if orders is not None else _NO_ORDER
        return EventColumns(buyers, users.values, bought, items.values, kinds, stars, quantities, times, carts, order_ids)

    def _stars(self, cleaned: CleanedBlock, kinds: NDArray[np.int8]) -> NDArray[np.float64]:
        """Return the ratings in stars of five, NaN for behaviour of another kind."""
        if cleaned.values is None:
            return np.full(len(kinds), np.nan)
        return np.where(kinds == Kind.RATING, cleaned.values.numbers() * self._layout.plan.conventions.rating_scale, np.nan)

    def _learn(self, cleaned: CleanedBlock, columns: Sequence[Sequence[str]], verdicts: Verdicts, chunk: Chunk) -> None:
        """Hand sale lines to the learner: those without a known customer tell about products all the same."""
        if self._learner is None and not cleaned.further and not self._layout.has(TITLE):
            return
        items, further = cleaned.items.cells(), cleaned.further
        prices, bought = cleaned.prices.cells() if cleaned.prices is not None else None, items
        if verdicts.any_given:
            sold = [verdict is None or verdict == "no_customer" for verdict in verdicts.rows]
            bought = list(compress(items, [verdict is None for verdict in verdicts.rows]))
            items = list(compress(items, sold))
            columns = [list(compress(column, sold)) for column in columns]
            prices = list(compress(prices, sold)) if prices is not None else None
            further = [list(compress(ids, sold)) for ids in further]
        chunk.alternatives = self._alternatives.of_lines(items, further, self._layout.column(TITLE, columns))
        if self._learner is not None:
            self._learner.learn(items, columns, prices, bought)


def _quantities(cleaned: CleanedBlock) -> NDArray[np.float64]:
    """Return how many of each line the customer bought and kept; 1 where the file does not say."""
    if cleaned.quantities is None:
        return np.ones(len(cleaned.items.codes))
    quantities = cleaned.quantities.numbers()
    quantities = np.where(np.isnan(quantities), 1.0, quantities)
    return quantities if cleaned.returned is None else quantities - cleaned.returned


def _repeats(seen: set[tuple[str, str]], users: Sequence[str], items: Sequence[str], verdicts: Verdicts) -> list[int]:
    """Return the indexes of the rows, among those without a verdict, whose customer and product were seen before."""
    repeats = []
    for index, (pair, verdict) in enumerate(zip(zip(users, items, strict=True), verdicts.rows, strict=True)):
        if verdict is None:
            if pair in seen:
                repeats.append(index)
            seen.add(pair)
    return repeats
