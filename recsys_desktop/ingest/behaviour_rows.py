"""Rows to interactions, and for order lines to products as well."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from typing import Any

from recsys_desktop.domain.columns import ITEM_ID, KIND, PRICE, QUANTITY, TIME, TITLE, VALUE
from recsys_desktop.domain.entities import Kind
from recsys_desktop.domain.event_columns import EventColumns
from recsys_desktop.ingest.behaviour_columns import WITHDRAWN, BehaviourColumns, CleanedBlock, Number
from recsys_desktop.ingest.cleaning.caching import CellCache
from recsys_desktop.ingest.cleaning.ids import is_rounded
from recsys_desktop.ingest.histories import Histories
from recsys_desktop.ingest.item_learner import ItemLearner
from recsys_desktop.ingest.layout import Layout, matching
from recsys_desktop.ingest.names import AlternativeIds
from recsys_desktop.ingest.order_rows import FillDown, RowLists
from recsys_desktop.ingest.plan import Chunk
from recsys_desktop.ingest.products import is_product
from recsys_desktop.ingest.pseudonyms import Pseudonyms
from recsys_desktop.ingest.rows import RowBlock
from recsys_desktop.ingest.verdicts import CellFault, Verdicts

_MOST_STARS = 5.0


class BehaviourBuilder:
    """Turns the rows of one file into interactions, order lines also into products, which :meth:`finish` hands out.

    With role "behaviour" there are no products, with role "catalogue" there is nothing else.
    """

    def __init__(self, layout: Layout, pseudonyms: Pseudonyms | None = None) -> None:
        self._layout = layout
        self._columns = BehaviourColumns(layout, pseudonyms)
        self._products = CellCache(lambda item: is_product(item, layout.plan.conventions.code_digits))
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
        chunk = Chunk(bad=list(block.bad), rows=len(block.rows) + len(block.bad), bytes_done=block.bytes_done)
        if not block.rows:
            return chunk
        columns: list[Sequence[str]] = self._filled_down.apply(list(zip(*block.rows, strict=True)))
        cleaned = self._columns.clean(columns, len(block.rows))
        verdicts = self._verdicts(cleaned, columns)
        self._learn(cleaned, columns, verdicts, chunk)
        if self._role != "catalogue":
            chunk.events = self._events(cleaned, verdicts)
        if verdicts.any_given:
            bad, skipped = verdicts.settle(block, self._layout)
            chunk.rows -= skipped.pop("blank", 0)
            chunk.bad = sorted([*chunk.bad, *bad], key=lambda row: row.line)
            chunk.skipped = skipped
        return chunk

    def finish(self) -> Chunk:
        """Return the products learnt from all order lines."""
        return Chunk(items=self._learner.items() if self._learner is not None else [])

    def _verdicts(self, cleaned: CleanedBlock, columns: Sequence[Sequence[str]]) -> Verdicts:
        """Judge the rows column by column: what the platform leaves out, wrong cells, then what tells nothing about taste."""
        verdicts = Verdicts.none_yet(len(cleaned.items))
        for number, rule in self._layout.skip_rules:
            verdicts.give(matching(rule, columns[number]), rule.reason)
        if "" in cleaned.items:
            verdicts.give([index for index, item in enumerate(cleaned.items) if not item], CellFault(ITEM_ID))
        if "+" in "".join(cleaned.items):
            rounded = [index for index, item in enumerate(cleaned.items) if is_rounded(item)]
            verdicts.give(rounded, CellFault(ITEM_ID, rounded=True))
        for field, values in (
            (TIME, cleaned.times),
            (QUANTITY, cleaned.quantities),
            (PRICE, cleaned.prices),
            (VALUE, cleaned.values),
            (KIND, cleaned.kinds),
        ):
            verdicts.unreadable(field, values)
        self._judge_trade(cleaned, verdicts)
        self._judge_kinds(cleaned, verdicts)
        if "" in cleaned.users and self._role != "catalogue":
            verdicts.give([index for index, user in enumerate(cleaned.users) if not user], "no_customer")
        if self._once is not None:
            verdicts.give(_repeats(self._once, cleaned.users, cleaned.items, verdicts), "repeated")
        return verdicts

    def _judge_trade(self, cleaned: CleanedBlock, verdicts: Verdicts) -> None:
        """Leave out cancellations, lines that are no products, and lines nobody paid for."""
        if cleaned.quantities is not None:
            verdicts.give(_not_above_zero(cleaned.quantities), "cancelled")
        if self._layout.is_order_lines:
            products = self._products
            verdicts.give([index for index, item in enumerate(cleaned.items) if not products[item]], "non_product")
        if cleaned.prices is not None:
            verdicts.give(_not_above_zero(cleaned.prices), "no_price")

    def _judge_kinds(self, cleaned: CleanedBlock, verdicts: Verdicts) -> None:
        """Leave out what was taken back; a rating must have its stars."""
        kinds = cleaned.kinds
        if kinds is not None and None in kinds:
            verdicts.give([index for index, kind in enumerate(kinds) if kind is None], CellFault(KIND))
        if kinds is not None and WITHDRAWN in kinds:
            verdicts.give([index for index, kind in enumerate(kinds) if kind == WITHDRAWN], WITHDRAWN)
        if cleaned.values is None:
            return
        scale = self._layout.plan.conventions.rating_scale
        for index, value in enumerate(cleaned.values):
            if (self._kind if kinds is None else kinds[index]) is Kind.RATING and not (
                isinstance(value, float) and 0 <= value * scale <= _MOST_STARS
            ):
                verdicts.give([index], CellFault(VALUE))

    def _events(self, cleaned: CleanedBlock, verdicts: Verdicts) -> EventColumns:
        count = len(cleaned.items)
        quantities: Sequence[Number] = cleaned.quantities if cleaned.quantities is not None else [1.0] * count
        if None in quantities:
            quantities = [1.0 if quantity is None else quantity for quantity in quantities]
        columns: list[Sequence[Any]] = [
            cleaned.users,
            cleaned.items,
            cleaned.kinds if cleaned.kinds is not None else [self._kind] * count,
            self._stars(cleaned),
            quantities,
            cleaned.times if cleaned.times is not None else [None] * count,
            cleaned.orders if cleaned.orders is not None else [""] * count,
        ]
        if verdicts.any_given:  # cells of other kinds, such as unreadable ones, have one
            kept = [verdict is None for verdict in verdicts.rows]
            columns = [list(compress(column, kept)) for column in columns]
        return EventColumns(*columns)

    def _stars(self, cleaned: CleanedBlock) -> Sequence[float | None]:
        """Return the ratings in stars of five, None for behaviour of another kind."""
        values, kinds = cleaned.values, cleaned.kinds
        scale = self._layout.plan.conventions.rating_scale
        if values is None or (kinds is None and self._kind is not Kind.RATING):
            return [None] * len(cleaned.items)
        stars = [value * scale if isinstance(value, float) else None for value in values]
        if kinds is None:
            return stars
        return [star if kind is Kind.RATING else None for star, kind in zip(stars, kinds, strict=True)]

    def _learn(self, cleaned: CleanedBlock, columns: Sequence[Sequence[str]], verdicts: Verdicts, chunk: Chunk) -> None:
        """Hand sale lines to the learner: those without a known customer tell about products all the same."""
        if self._learner is None and not cleaned.further and not self._layout.has(TITLE):
            return
        items, prices, bought, further = cleaned.items, cleaned.prices, cleaned.items, cleaned.further
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


def _not_above_zero(numbers: Sequence[Number]) -> list[int]:
    """Return the indexes of the numbers that are zero or less; empty cells are no numbers."""
    wrong = {number for number in set(numbers) if isinstance(number, float) and number <= 0}  # a file repeats few numbers
    return [index for index, number in enumerate(numbers) if number in wrong] if wrong else []


def _repeats(seen: set[tuple[str, str]], users: Sequence[str], items: Sequence[str], verdicts: Verdicts) -> list[int]:
    """Return the indexes of the rows, among those without a verdict, whose customer and product were seen before."""
    repeats = []
    for index, (pair, verdict) in enumerate(zip(zip(users, items, strict=True), verdicts.rows, strict=True)):
        if verdict is None:
            if pair in seen:
                repeats.append(index)
            seen.add(pair)
    return repeats
