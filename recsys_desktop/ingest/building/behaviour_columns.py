"""The columns of behaviour cleaned, each different cell once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from recsys_desktop.domain.columns import ITEM_ID, KIND, ORDER_ID, PRICE, QUANTITY, TIME, TITLE, USER_ID, VALUE
from recsys_desktop.domain.entities import Int64Array, Kind
from recsys_desktop.ingest.cleaning.caching import UNREADABLE, CellCache, UnreadableValue
from recsys_desktop.ingest.cleaning.coding import Coded, CodedColumn
from recsys_desktop.ingest.cleaning.date_columns import DateColumn
from recsys_desktop.ingest.cleaning.dates import DateReader
from recsys_desktop.ingest.cleaning.ids import clean_id, id_from_title, is_rounded
from recsys_desktop.ingest.cleaning.numbers import parse_number
from recsys_desktop.ingest.columns.kinds import kind_of, means_withdrawal
from recsys_desktop.ingest.columns.layout import Layout
from recsys_desktop.ingest.columns.products import is_product
from recsys_desktop.ingest.people.customers import customer_reader
from recsys_desktop.ingest.people.pseudonyms import Pseudonyms

Number = float | None | UnreadableValue
#: Stands in a column of kinds for a word that takes something back.
WITHDRAWN = "withdrawn"
KindCell = Kind | str | None | UnreadableValue
Value = TypeVar("Value")
_NOTHING = float("nan")
_MOST_STARS = 5.0


@dataclass(frozen=True)
class CleanedBlock:
    """Parallel columns of a block of rows; None where the file has no such column. Ids are "" where there is none.

    ``times`` are seconds, NO_TIME where there is none; the rows of ``wrong_times`` hold no date. ``further`` holds columns of
    other ids of the rows' items, ``returned`` how many of a line came back. What a column may be asked with ``rows(test)``: users
    "empty"; items "empty", "rounded", "no_product"; numbers "unreadable", "not_above_zero"; ratings "unreadable", "no_stars";
    kinds "unreadable", "empty", "withdrawn".
    """

    users: Coded[str] | None
    items: Coded[str]
    times: Int64Array | None
    wrong_times: list[int]
    quantities: Coded[Number] | None
    prices: Coded[Number] | None
    values: Coded[Number] | None
    kinds: Coded[KindCell] | None
    orders: Coded[str] | None
    further: list[list[str]]
    returned: NDArray[np.float64] | None


class BehaviourColumns:
    """Cleans the columns of one file's blocks and remembers what each text means."""

    def __init__(self, layout: Layout, pseudonyms: Pseudonyms | None = None) -> None:
        conventions = layout.plan.conventions
        self._layout = layout
        self._ids = CellCache(clean_id)
        self._title_ids = CellCache(id_from_title)
        self._users = CodedColumn(customer_reader(layout.plan.pseudonyms, pseudonyms), {"empty": _is_empty})
        of_items = {"empty": _is_empty, "rounded": is_rounded, "no_product": _no_product(layout)}
        self._items, self._chosen = CodedColumn(clean_id, of_items), CodedColumn(str, of_items)
        self._orders = CodedColumn(clean_id, {})
        self._times = DateColumn(DateReader(conventions.day_first, conventions.serial_dates))
        of_numbers = {"unreadable": _is_unreadable, "not_above_zero": _is_not_above_zero}
        comma = conventions.decimal_comma
        self._numbers = CodedColumn(lambda text: parse_number(text, comma), of_numbers, _number)
        self._prices = CodedColumn(lambda text: parse_number(text, comma), of_numbers, _number)
        scale = conventions.rating_scale
        of_ratings = {"unreadable": _is_unreadable, "no_stars": lambda value: not 0 <= _number(value) * scale <= _MOST_STARS}
        self._ratings = CodedColumn(lambda text: parse_number(text, comma), of_ratings, _number)
        of_kinds = {"unreadable": _is_unreadable, "empty": lambda kind: kind is None, "withdrawn": lambda kind: kind == WITHDRAWN}
        self._kinds = CodedColumn(_kind, of_kinds, lambda kind: float(kind) if isinstance(kind, Kind) else 0.0)

    def clean(self, columns: Sequence[Sequence[str]]) -> CleanedBlock:
        """Return the cleaned columns of some rows given column by column."""
        times = self._layout.column(TIME, columns)
        seconds, wrong = self._times.read(times) if times is not None else (None, [])
        ids = [columns[index] for index in self._layout.indexes.get(ITEM_ID, ())]
        further = [self._ids.column(cells) for cells in ids] if len(ids) > 1 else []
        return CleanedBlock(
            users=self._coded(USER_ID, columns, self._users),
            items=self._item_ids(ids, further, columns),
            times=seconds,
            wrong_times=wrong,
            quantities=self._coded(QUANTITY, columns, self._numbers),
            prices=self._coded(PRICE, columns, self._prices),
            values=self._coded(VALUE, columns, self._ratings),
            kinds=self._coded(KIND, columns, self._kinds),
            orders=self._coded(ORDER_ID, columns, self._orders),
            further=further,
            returned=self._returned(columns),
        )

    def _returned(self, columns: Sequence[Sequence[str]]) -> NDArray[np.float64] | None:
        """Return how many of each line came back, where the platform says so; some write that as a negative number."""
        platform = self._layout.platform
        indexes = self._layout.numbers_of(platform.returned) if platform is not None else []
        counts = [np.abs(np.nan_to_num(self._numbers.of(columns[index]).numbers())) for index in indexes]
        return np.sum(counts, axis=0) if counts else None

    def _coded(self, field: str, columns: Sequence[Sequence[str]], column: CodedColumn[Value]) -> Coded[Value] | None:
        cells = self._layout.column(field, columns)
        return None if cells is None else column.of(cells)

    def _item_ids(self, ids: Sequence[Sequence[str]], further: Sequence[list[str]], columns: Sequence[Sequence[str]]) -> Coded[str]:
        """Return each row's item id: the first that its id columns hold, else (where that may be) the id made from the title."""
        titles = self._layout.column(TITLE, columns)
        if not ids:
            return self._chosen.of(self._title_ids.column(titles) if titles is not None else [""] * len(columns[0]))
        if len(ids) == 1 and (titles is None or not self._layout.title_is_id):
            return self._items.of(ids[0])
        items = further[0] if further else self._ids.column(ids[0])
        for others in further[1:]:
            items = [item or other for item, other in zip(items, others, strict=True)]
        if titles is not None and self._layout.title_is_id and "" in items:
            items = [item or self._title_ids[title] for item, title in zip(items, titles, strict=True)]
        return self._chosen.of(items)


def _is_empty(text: str) -> bool:
    return not text


def _no_product(layout: Layout) -> Callable[[str], bool]:
    """Return the test that finds postage and the like, which stand among an order's lines only."""
    digits = layout.plan.conventions.code_digits
    return (lambda item: not is_product(item, digits)) if layout.is_order_lines else (lambda _: False)


def _is_unreadable(value: object) -> bool:
    return value is UNREADABLE


def _number(value: Number) -> float:
    return value if isinstance(value, float) else _NOTHING


def _is_not_above_zero(value: Number) -> bool:
    """Return whether a number is zero or less; an empty cell is no number."""
    return isinstance(value, float) and value <= 0


def _kind(text: str) -> KindCell:
    """Return the kind a word stands for, WITHDRAWN, None for an empty cell, or UNREADABLE."""
    if not text.strip():
        return None
    kind = kind_of(text)
    if kind is not None:
        return kind
    return WITHDRAWN if means_withdrawal(text) else UNREADABLE
