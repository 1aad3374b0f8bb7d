"""Behaviour of an import before it joins the store: coded, kept outside the memory, and joined event by event.

Rows of the same user, time, item, kind and order are one event. Within one file their quantities add up and the last row's value
counts; across files the later file wins, so that exports that overlap do not count twice. Numbers are sorted by numpy in blocks of
whole users, which is several times quicker than letting SQLite group them.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from recsys_desktop.domain.entities import NO_TIME, Int64Array
from recsys_desktop.domain.event_columns import EventColumns

Int32Array = NDArray[np.int32]

_ROW = np.dtype(
    [
        ("user", np.int32),
        ("item", np.int32),
        ("order", np.int32),
        ("file", np.int16),
        ("kind", np.int8),
        ("time", np.int64),
        ("quantity", np.float64),
        ("value", np.float64),
    ]
)
_KEY = ("user", "time", "item", "kind", "order")
#: The columns of the table of interactions in the order of :meth:`EventBlock.columns`; the first five make an event what it is.
EVENT_COLUMNS = ("user", "time", "item", "kind", "order_id", "quantity", "value")
Rows = NDArray[np.void]
Number = TypeVar("Number", bound=np.generic)
#: Rows sorted at a time, unless one user has more; about 150 bytes of memory each. Every block reads the whole file once more, so
#: that there are at most so many of them.
_BLOCK = 250_000
_MOST_BLOCKS = 16
_READ = 1 << 16
_DIGITS = 6


@dataclass(frozen=True)
class EventBlock:
    """Some users' events, ordered by user, time and place in the files, as columns; ``users`` are codes.

    ``files`` tells whose word counts, ``joined`` how many of that file's rows are one event. ``overruled`` and ``overruled_events``
    count, by file, rows and events that a later file tells anew.
    """

    users: Int32Array
    items: Int32Array
    kinds: NDArray[np.int8]
    times: Int64Array
    quantities: NDArray[np.float64]
    values: NDArray[np.float64]  # NaN: none
    orders: Int32Array  # codes of ``order_texts``
    order_texts: Sequence[str]
    files: NDArray[np.int16]
    joined: Int64Array
    overruled: Int64Array
    overruled_events: Int64Array

    def __len__(self) -> int:
        return len(self.users)

    def columns(self, user_keys: Int64Array, part: slice) -> list[Sequence[object]]:
        """Return the columns of some events for SQLite: :data:`EVENT_COLUMNS`. ``user_keys`` are given by code."""
        values = self.values[part]
        none = np.isnan(values)
        said: list[float | None] = [None] * len(values)
        if not none.all():
            said = [None if missing else value for value, missing in zip(values.tolist(), none.tolist(), strict=True)]
        return [
            user_keys[self.users[part]].tolist(),
            self.times[part].tolist(),
            self.items[part].tolist(),
            self.kinds[part].tolist(),
            list(map(self.order_texts.__getitem__, self.orders[part].tolist())),
            self.quantities[part].tolist(),
            said,
        ]


class Codes(dict[str, int]):
    """Numbers texts from 0 in the order in which they are first asked for; ``texts[code]`` is the text."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def __missing__(self, text: str) -> int:
        code = self[text] = len(self.texts)
        self.texts.append(text)
        return code

    def column(self, texts: Sequence[str]) -> Int32Array:
        """Return the codes of a column."""
        return np.fromiter(map(self.__getitem__, texts), np.int32, len(texts))


class _Translation:
    """Turns the numbers of a growing list of texts into codes; another list starts anew."""

    def __init__(self, codes: Codes) -> None:
        self._codes = codes
        self._texts: Sequence[str] = ()
        self._known = np.zeros(0, np.int32)

    def translated(self, numbers: Int32Array, texts: Sequence[str]) -> Int32Array:
        """Return the codes of ``texts[number]``; texts without a number here get no code."""
        if texts is not self._texts:
            self._texts, self._known = texts, np.zeros(0, np.int32)
        if len(texts) > len(self._known):
            known = np.full(max(len(texts), 2 * len(self._known)), -1, np.int32)
            known[: len(self._known)] = self._known
            self._known = known
        codes = self._known[numbers]
        unknown = codes < 0
        if unknown.any():
            new = dict.fromkeys(numbers[unknown].tolist())  # in the order of the rows
            self._known[list(new)] = self._codes.column([texts[number] for number in new])
            codes = self._known[numbers]
        return codes


class StagedEvents:
    """Takes behaviour in file by file and hands it out as events. A context manager; its temporary file has no name."""

    def __init__(self) -> None:
        self.users, self.items = Codes(), Codes()
        self._orders = Codes()
        self._orders[""]  # its code is 0
        self._users_seen, self._items_seen, self._orders_seen = map(_Translation, (self.users, self.items, self._orders))
        self._file = -1
        self._rows_per_user = np.zeros(1024, np.int64)
        self._newest = np.full(1024, NO_TIME, np.int64)
        self._seen: list[tuple[NDArray[np.bool_], NDArray[np.bool_]]] = []

    def __enter__(self) -> StagedEvents:
        self._store = tempfile.TemporaryFile(prefix="recsys_desktop_")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Give the temporary file up."""
        self._store.close()

    def __len__(self) -> int:
        return int(self._rows_per_user.sum())

    @property
    def files(self) -> int:
        """How many files were begun."""
        return self._file + 1

    def begin_file(self) -> None:
        """What is added from now on comes from another file."""
        self._file += 1
        self._seen.append((np.zeros(1024, np.bool_), np.zeros(1024, np.bool_)))

    def add(self, columns: EventColumns) -> None:
        """Take in some rows of the file begun last. Raises OSError where the disk is full."""
        if self._file < 0:
            self.begin_file()
        rows = np.empty(len(columns), _ROW)
        rows["time"] = columns.times
        rows["user"] = self._users_seen.translated(columns.users, columns.user_ids)
        rows["item"] = self._items_seen.translated(columns.items, columns.item_ids)
        rows["order"] = self._orders_seen.translated(columns.orders, columns.order_ids)
        rows["file"] = self._file
        rows["kind"] = columns.kinds
        rows["quantity"] = columns.quantities
        rows["value"] = columns.values
        self._count(rows)
        rows.tofile(self._store)

    def name_items(self, item_ids: Sequence[str]) -> None:
        """Take in that the file begun last names items, whether or not in a row of behaviour."""
        codes = self.items.column(item_ids)
        users, items = self._seen[-1]
        items = _grown(items, len(self.items))
        items[codes] = True
        self._seen[-1] = users, items

    def different(self, file: int) -> tuple[int, int]:
        """Return how many different users and items a file (counted from 0) names."""
        users, items = self._seen[file]
        return int(users.sum()), int(items.sum())

    def named_by(self, file: int) -> tuple[Int64Array, Int64Array]:
        """Return the codes of the users and of the items that the rows of a file name, ascending."""
        users, items = self._seen[file]
        return np.flatnonzero(users), np.flatnonzero(items)

    @property
    def newest(self) -> Int64Array:
        """The latest time of each user, by code; NO_TIME where none is known."""
        return self._newest[: len(self.users)]

    def first_files(self) -> tuple[list[int], list[int]]:
        """Return, by code, the first file whose rows name each user and each item; 0 where no row does."""
        users, items = np.zeros(len(self.users), np.int64), np.zeros(len(self.items), np.int64)
        for file in reversed(range(len(self._seen))):
            users[self.named_by(file)[0]] = file
            items[self.named_by(file)[1]] = file
        return users.tolist(), items.tolist()

    def blocks(self, item_of: Int32Array | None = None) -> Iterator[EventBlock]:
        """Yield all events, by ascending user code. ``item_of[code]`` is the number that stands for an item, if not its code."""
        for low, high in self._user_ranges():
            rows = self._rows_of(low, high)
            if item_of is not None:
                rows["item"] = item_of[rows["item"]]
            yield self._joined(rows)

    def _count(self, rows: Rows) -> None:
        """Note who and what a block of rows names."""
        counted = np.bincount(rows["user"])
        self._rows_per_user = _grown(self._rows_per_user, len(counted))
        self._rows_per_user[: len(counted)] += counted
        self._newest = _grown(self._newest, len(counted), NO_TIME)
        np.maximum.at(self._newest, rows["user"], rows["time"])
        users, items = self._seen[-1]
        users, items = _grown(users, len(self.users)), _grown(items, len(self.items))
        users[rows["user"]] = True
        items[rows["item"]] = True
        self._seen[-1] = users, items

    def _user_ranges(self) -> Iterator[tuple[int, int]]:
        """Yield ranges of user codes with about _BLOCK rows each."""
        ends = np.cumsum(self._rows_per_user[: len(self.users)])
        low = 0
        while low < len(ends):
            done = int(ends[low - 1]) if low else 0
            block = max(_BLOCK, int(ends[-1]) // _MOST_BLOCKS)
            high = max(low + 1, int(np.searchsorted(ends, done + block, side="right")))
            yield low, high
            low = high

    def _rows_of(self, low: int, high: int) -> Rows:
        """Return the rows of the users from ``low`` to before ``high``, in the order of the files."""
        count = int(self._rows_per_user[low:high].sum())
        chosen, filled = np.empty(count, _ROW), 0
        self._store.seek(0)
        while len(piece := np.fromfile(self._store, _ROW, _READ)):
            part = piece[(piece["user"] >= low) & (piece["user"] < high)]
            chosen[filled : filled + len(part)] = part
            filled += len(part)
        return chosen

    def _joined(self, rows: Rows) -> EventBlock:
        """Return the rows' events."""
        order = _sorted([rows[name] for name in _KEY])  # stable: rows of one event stay in the order of the files
        rows = rows[order]
        starts = _starts([rows[name] for name in _KEY])
        last = np.append(starts[1:], len(rows)) - 1
        events = rows[last]
        joined, overruled, overruled_events = _shares(rows, starts, last, self.files)
        if len(starts) < len(rows):
            events["quantity"], events["value"] = _quantities(rows, starts, last), _values(rows, starts)
        final = _sorted([events["user"], events["time"], order[last]])
        events = events[final]
        return EventBlock(
            events["user"],
            events["item"],
            events["kind"],
            events["time"],
            events["quantity"],
            events["value"],
            events["order"],
            self._orders.texts,
            events["file"],
            joined[final],
            overruled,
            overruled_events,
        )


def _shares(rows: Rows, starts: Int64Array, last: Int64Array, files: int) -> tuple[Int64Array, Int64Array, Int64Array]:
    """Return each event's rows of the file whose word counts, and by file the rows and the events that are told anew."""
    count = last - starts + 1
    if files == 1 or len(starts) == len(rows):
        return count, np.zeros(files, np.int64), np.zeros(files, np.int64)
    overruled = rows["file"] != np.repeat(rows["file"][last], count)
    event = np.repeat(np.arange(len(starts)), count)
    first_of_file = np.append(True, (np.diff(rows["file"]) != 0) | (np.diff(event) != 0))
    return (
        count - np.bincount(event[overruled], minlength=len(starts)),
        np.bincount(rows["file"][overruled], minlength=files),
        np.bincount(rows["file"][overruled & first_of_file], minlength=files),
    )


def _grown(array: NDArray[Number], length: int, filling: int = 0) -> NDArray[Number]:
    """Return the array, or a longer copy filled up."""
    if length <= len(array):
        return array
    longer = np.full(max(length, 2 * len(array)), filling, array.dtype)
    longer[: len(array)] = array
    return longer


def _sorted(columns: Sequence[NDArray[np.generic]]) -> Int64Array:
    """Return the stable order of rows by columns, the first counting most; columns are packed into few numbers to sort by."""
    packed: list[Int64Array] = []
    bits = 64
    for column in columns:
        numbers = column.astype(np.int64)
        if len(numbers):
            numbers -= numbers.min()
        width = int(numbers.max(initial=0)).bit_length()
        if bits + width > 63:
            packed.append(numbers)
            bits = width
        else:
            packed[-1] = (packed[-1] << width) | numbers
            bits += width
    return np.lexsort(packed[::-1]) if len(packed) > 1 else np.argsort(packed[0], kind="stable")


def _starts(columns: Sequence[NDArray[np.generic]]) -> Int64Array:
    """Return where, in sorted columns, another value begins."""
    if not len(columns[0]):
        return np.zeros(0, np.int64)
    changes = np.zeros(len(columns[0]), np.bool_)
    changes[0] = True
    for column in columns:
        changes[1:] |= column[1:] != column[:-1]
    return np.flatnonzero(changes)


def _quantities(rows: Rows, starts: Int64Array, last: Int64Array) -> NDArray[np.float64]:
    """Return each event's quantity: the sum over the rows of the last file that holds it."""
    event = np.repeat(np.arange(len(starts)), last - starts + 1)
    counted = rows["file"] == rows["file"][last][event]
    sums = np.bincount(event[counted], rows["quantity"][counted], len(starts))
    return np.round(sums, _DIGITS)  # the order of adding shows in the last digits, and the next import must find them equal


def _values(rows: Rows, starts: Int64Array) -> NDArray[np.float64]:
    """Return each event's value: that of each file's last row, the latest file's that has one."""
    ends_file = np.append(np.diff(rows["file"]) != 0, True)
    ends_file[starts[1:] - 1] = True
    known = np.where(ends_file & ~np.isnan(rows["value"]), np.arange(len(rows)), -1)
    best = np.maximum.reduceat(known, starts)
    return np.where(best >= 0, rows["value"][best], np.nan)
