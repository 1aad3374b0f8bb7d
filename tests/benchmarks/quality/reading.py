"""Any shop's three files into a task: items, train and queries as QUALITY.md section 2 describes them."""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import NO_TIME, Int64Array, InteractionArrays, Item
from recsys_desktop.ingest.cleaning.ids import clean_id
from recsys_desktop.ingest.cleaning.numbers import parse_number
from recsys_desktop.ingest.cleaning.plain_text import plain_text
from tests.benchmarks.quality.cells import joined_list, kinds_and_stars, times_of, withdrawn
from tests.benchmarks.quality.task import ALL_ITEMS, NEW_ITEMS_ONLY, Queries, Task, purchases

_YES = frozenset({"1", "1.0", "true", "yes"})


class Unusable(Exception):
    """A file that nothing can be measured with; the message is for the person."""


@dataclass(frozen=True)
class Table:
    """A CSV file by columns; names in lower case without blanks around them."""

    path: Path
    columns: dict[str, list[str]]

    @classmethod
    def read(cls, path: Path, required: Sequence[str]) -> Table:
        """Read a comma-separated file with a header; lines that are too short are filled with "".

        Raises: Unusable where the file is absent or a required column is.
        """
        csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
        try:
            with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
                lines = csv.reader(line.replace("\0", "") for line in file)
                header = [name.strip().lower() for name in next(lines, [])]
                rows = [row + [""] * (len(header) - len(row)) for row in lines if row]
        except OSError as error:
            raise Unusable(f"{path} cannot be read: {error.strerror}") from error
        missing = [name for name in required if name not in header]
        if missing:
            raise Unusable(f"{path} has no column {', '.join(missing)}; it has {', '.join(header) or 'nothing'}.")
        return cls(path, {name: [row[place] for row in rows] for place, name in enumerate(header)})

    def __len__(self) -> int:
        return len(next(iter(self.columns.values())))

    def get(self, name: str) -> list[str] | None:
        """Return a column, None where the file has none or nothing in it."""
        column = self.columns.get(name)
        return column if column is not None and any(cell.strip() for cell in column) else None

    def stripped(self, name: str) -> list[str]:
        """Return a column without blanks around its cells, "" throughout where the file has none."""
        return [cell.strip() for cell in self.columns.get(name, [""] * len(self))]


class Rows:
    """Item ids to rows of the catalogue: as written, else as a spreadsheet would have written them ("7.0" for 7)."""

    def __init__(self, ids: Sequence[str]) -> None:
        self._exact = {item_id: row for row, item_id in enumerate(ids)}
        self._cleaned = {clean_id(item_id): row for row, item_id in reversed(list(enumerate(ids)))}

    def find(self, item_id: str) -> int:
        """Return the row of an item, -1 where the catalogue has none."""
        row = self._exact.get(item_id)
        return self._cleaned.get(clean_id(item_id), -1) if row is None else row


def read_task(items: Path, train: Path, queries: Path, *, repeat: bool = False) -> Task:
    """Read a task; items that only train names join the catalogue without a text, as they do in the application.

    Raises: Unusable.
    """
    catalogue = _items(Table.read(items, ["item_id"]))
    learnt = Table.read(train, ["user_id", "item_id"])
    rows = Rows([item.item_id for item in catalogue])
    unknown = dict.fromkeys(item for item in learnt.stripped("item_id") if item and rows.find(item) < 0)
    catalogue += [Item(ItemId(item), "") for item in unknown]
    rows = Rows([item.item_id for item in catalogue])
    user_ids, behaviour = _behaviour(learnt, rows)
    asked = _Asked(Table.read(queries, ["query_id", "history", "targets"]), rows)
    return Task(items.stem, tuple(catalogue), user_ids, behaviour, asked.queries(user_ids, behaviour, repeat), repeat)


def _items(table: Table) -> list[Item]:
    found: dict[str, Item] = {}
    cells = [
        [plain_text(joined_list(cell)) for cell in table.stripped(name)] for name in ("title", "description", "category", "brand")
    ]
    prices = table.stripped("price")
    for row, item_id in enumerate(table.stripped("item_id")):
        if item_id and item_id not in found:
            price = parse_number(prices[row])
            title, description, category, brand = (column[row] for column in cells)
            found[item_id] = Item(
                ItemId(item_id),
                title,
                description=description,
                category=category,
                brand=brand,
                price=price if isinstance(price, float) else None,
            )
    return list(found.values())


def _behaviour(table: Table, rows: Rows) -> tuple[tuple[str, ...], InteractionArrays]:
    count = len(table)
    users, items = table.stripped("user_id"), table.stripped("item_id")
    kind_cells, stamps = table.get("kind"), table.get("timestamp")
    times, order = times_of([cell.strip() for cell in stamps]) if stamps else (np.full(count, NO_TIME),) * 2
    kinds, stars = kinds_and_stars(kind_cells, table.get("value"), count)
    item_keys = np.array([rows.find(item) for item in items], np.int64)
    taken_back = np.array(withdrawn(kind_cells), np.bool_) if kind_cells else np.zeros(count, np.bool_)
    good = (item_keys >= 0) & ~taken_back & np.array([user != "" for user in users], np.bool_)
    user_ids, user_keys = np.unique(np.array(users, object)[good].astype(str), return_inverse=True)
    events = InteractionArrays(
        user_keys, item_keys[good], kinds[good].astype(np.int8), stars[good], np.ones(int(good.sum()), np.float32), times[good]
    )
    return tuple(user_ids.tolist()), events.select(np.lexsort((order[good], user_keys)))


class _Asked:
    """The queries file, read with the catalogue's rows."""

    def __init__(self, table: Table, rows: Rows) -> None:
        self._ids = table.stripped("query_id")
        self._histories = [_known(cell.split(), rows) for cell in table.columns["history"]]
        wanted = [set(cell.split()) for cell in table.columns["targets"]]
        self._targets = [_known(items, rows) for items in wanted]
        self._outside = [sum(rows.find(item) < 0 for item in items) for items in wanted]
        self._masked = [_known(cell.split(), rows) for cell in table.columns.get("masked", [""] * len(table))]
        self._new_only = np.array([cell.lower() in _YES for cell in table.stripped("new_items_only")], np.bool_)
        named = zip(table.stripped("group"), self._new_only.tolist(), strict=True)
        self._groups = tuple(group or (NEW_ITEMS_ONLY if new else ALL_ITEMS) for group, new in named)
        self._times = times_of(table.stripped("target_time"))[0]

    def queries(self, user_ids: tuple[str, ...], behaviour: InteractionArrays, repeat: bool) -> Queries:
        """Return the queries; what a known user's history was, and when, is taken from train where all of it is there."""
        past = Pasts(user_ids, behaviour)
        each = [past.events_of(query, history) for query, history in zip(self._ids, self._histories, strict=True)]
        pairs = zip(self._histories, self._masked, strict=True)
        masked = [extra if repeat else history + extra for history, extra in pairs]
        targets = tuple(map(_distinct, self._targets))
        counts = np.array([len(rows) + outside for rows, outside in zip(targets, self._outside, strict=True)], np.int64)
        return Queries(
            ids=tuple(self._ids),
            events=_numbered(each),
            targets=targets,
            target_counts=counts,
            masked=tuple(map(_distinct, masked)),
            new_items_only=self._new_only,
            groups=self._groups,
            times=self._times,
        )


class Pasts:
    """What is known of a query's history beyond its items: kinds, stars and times, where the query is a user of train."""

    def __init__(self, user_ids: tuple[str, ...], behaviour: InteractionArrays) -> None:
        self._behaviour = behaviour
        self._numbers = {user: number for number, user in enumerate(user_ids)}
        self._starts = np.searchsorted(behaviour.user_keys, np.arange(len(user_ids) + 1))

    def events_of(self, query_id: str, history: list[int]) -> InteractionArrays:
        """Return the history's events, oldest first; plain purchases at unknown times where train does not hold all of them.

        An item that the history names c times stands for its newest c events.
        """
        number = self._numbers.get(query_id)
        if number is not None and history:
            own = np.arange(self._starts[number], self._starts[number + 1])
            left = Counter(history)
            chosen = []
            for place in own[::-1].tolist():
                if left[int(self._behaviour.item_keys[place])] > 0:
                    left[int(self._behaviour.item_keys[place])] -= 1
                    chosen.append(place)
            if not +left:
                return self._behaviour.select(np.array(chosen[::-1], np.int64))
        return purchases(np.zeros(len(history), np.int64), np.array(history, np.int64), np.full(len(history), NO_TIME))


def _numbered(each: list[InteractionArrays]) -> InteractionArrays:
    numbers = np.repeat(np.arange(len(each)), [len(events) for events in each])
    if not each:
        return purchases(numbers, numbers, numbers)
    columns = zip(*((e.item_keys, e.kinds, e.values, e.quantities, e.times) for e in each), strict=True)
    return InteractionArrays(numbers, *(np.concatenate(column) for column in columns))


def _known(items: Iterable[str], rows: Rows) -> list[int]:
    return [row for item in items if (row := rows.find(item)) >= 0]


def _distinct(rows: list[int]) -> Int64Array:
    return np.unique(np.array(rows, np.int64))
