"""The columns of behaviour cleaned, each different cell once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from recsys_desktop.domain.columns import ITEM_ID, KIND, ORDER_ID, PRICE, QUANTITY, TIME, TITLE, USER_ID, VALUE
from recsys_desktop.domain.entities import Kind
from recsys_desktop.ingest.cleaning.caching import UNREADABLE, CellCache, UnreadableValue
from recsys_desktop.ingest.cleaning.date_columns import DateColumn
from recsys_desktop.ingest.cleaning.dates import DateReader
from recsys_desktop.ingest.cleaning.ids import clean_id, id_from_title
from recsys_desktop.ingest.cleaning.numbers import parse_number
from recsys_desktop.ingest.customers import customer_reader
from recsys_desktop.ingest.kinds import kind_of, means_withdrawal
from recsys_desktop.ingest.layout import Layout
from recsys_desktop.ingest.pseudonyms import Pseudonyms

Number = float | None | UnreadableValue
#: Stands in a column of kinds for a word that takes something back.
WITHDRAWN = "withdrawn"
KindCell = Kind | str | None | UnreadableValue
Value = TypeVar("Value")


@dataclass(frozen=True)
class CleanedBlock:
    """Parallel columns of a block of rows; None where the file has no such column. Ids are "" where there is none.

    ``further`` holds columns of other ids of the rows' items.
    """

    users: list[str]
    items: list[str]
    times: list[int | UnreadableValue | None] | None
    quantities: list[Number] | None
    prices: list[Number] | None
    values: list[Number] | None
    kinds: list[KindCell] | None
    orders: list[str] | None
    further: list[list[str]]


class BehaviourColumns:
    """Cleans the columns of one file's blocks and remembers what each text means."""

    def __init__(self, layout: Layout, pseudonyms: Pseudonyms | None = None) -> None:
        conventions = layout.plan.conventions
        self._layout = layout
        self._ids = CellCache(clean_id)
        self._users = CellCache(customer_reader(layout.plan.pseudonyms, pseudonyms))
        self._orders = CellCache(clean_id)
        self._title_ids = CellCache(id_from_title)
        self._times = DateColumn(DateReader(conventions.day_first, conventions.serial_dates))
        self._numbers: CellCache[Number] = CellCache(lambda text: parse_number(text, conventions.decimal_comma))
        self._prices: CellCache[Number] = CellCache(lambda text: parse_number(text, conventions.decimal_comma))
        self._kinds = CellCache(_kind)

    def clean(self, columns: Sequence[Sequence[str]], count: int) -> CleanedBlock:
        """Return the cleaned columns of ``count`` rows given column by column."""
        users = self._cleaned(USER_ID, columns, self._users)
        ids = [self._ids.column(columns[index]) for index in self._layout.indexes.get(ITEM_ID, ())]
        return CleanedBlock(
            users=users if users is not None else [""] * count,
            items=self._item_ids(ids, columns, count),
            times=self._times.column(times) if (times := self._layout.column(TIME, columns)) is not None else None,
            quantities=self._kept(self._cleaned(QUANTITY, columns, self._numbers), columns),
            prices=self._cleaned(PRICE, columns, self._prices),
            values=self._cleaned(VALUE, columns, self._numbers),
            kinds=self._cleaned(KIND, columns, self._kinds),
            orders=self._cleaned(ORDER_ID, columns, self._orders),
            further=ids if len(ids) > 1 else [],
        )

    def _kept(self, quantities: list[Number] | None, columns: Sequence[Sequence[str]]) -> list[Number] | None:
        """Return the quantities less what came back, where the platform says how many did."""
        for index in self._layout.numbers_of(self._layout.platform.returned) if self._layout.platform and quantities else ():
            returned = self._numbers.column(columns[index])
            quantities = [_less(bought, back) for bought, back in zip(quantities or (), returned, strict=True)]
        return quantities

    def _cleaned(self, field: str, columns: Sequence[Sequence[str]], cache: CellCache[Value]) -> list[Value] | None:
        cells = self._layout.column(field, columns)
        return None if cells is None else cache.column(cells)

    def _item_ids(self, ids: Sequence[list[str]], columns: Sequence[Sequence[str]], count: int) -> list[str]:
        """Return each row's item id: the first that its id columns hold, else (where that may be) the id made from the title."""
        titles = self._layout.column(TITLE, columns)
        if not ids:
            return self._title_ids.column(titles) if titles is not None else [""] * count
        items = ids[0]
        for others in ids[1:]:
            items = [item or other for item, other in zip(items, others, strict=True)]
        if titles is not None and self._layout.title_is_id and "" in items:
            return [item or self._title_ids[title] for item, title in zip(items, titles, strict=True)]
        return items


def _less(bought: Number, back: Number) -> Number:
    return bought - abs(back) if isinstance(bought, float) and isinstance(back, float) else bought


def _kind(text: str) -> KindCell:
    """Return the kind a word stands for, WITHDRAWN, None for an empty cell, or UNREADABLE."""
    if not text.strip():
        return None
    kind = kind_of(text)
    if kind is not None:
        return kind
    return WITHDRAWN if means_withdrawal(text) else UNREADABLE
