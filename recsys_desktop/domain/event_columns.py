"""Behaviour on its way from a file to the store: columns instead of objects, as a million objects cost seconds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import NO_TIME, Int64Array, Interaction, Kind

Int32Array = NDArray[np.int32]


@dataclass
class EventColumns:
    """n interactions as parallel columns of length n, in the meaning of :class:`Interaction`'s fields.

    Ids are numbered: ``user_ids[users[i]]`` is the customer of row i. A file's blocks share their lists of ids, which grow.
    """

    users: Int32Array = field(default_factory=lambda: np.zeros(0, np.int32))
    user_ids: Sequence[str] = ()
    items: Int32Array = field(default_factory=lambda: np.zeros(0, np.int32))
    item_ids: Sequence[str] = ()
    kinds: NDArray[np.int8] = field(default_factory=lambda: np.zeros(0, np.int8))
    values: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))  # NaN: none
    quantities: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))
    times: Int64Array = field(default_factory=lambda: np.zeros(0, np.int64))  # NO_TIME: not known
    orders: Int32Array = field(default_factory=lambda: np.zeros(0, np.int32))
    order_ids: Sequence[str] = ()

    def __len__(self) -> int:
        return len(self.users)

    @classmethod
    def of(cls, rows: Iterable[Interaction]) -> EventColumns:
        """Return the columns of some interactions. Raises OverflowError for a time that no number holds."""
        rows = list(rows)
        (users, user_ids), (items, item_ids), (orders, order_ids) = (
            _numbered(texts) for texts in ([r.user_id for r in rows], [r.item_id for r in rows], [r.order_id for r in rows])
        )
        return cls(
            users,
            user_ids,
            items,
            item_ids,
            np.array([row.kind for row in rows], np.int8),
            np.array([row.value for row in rows], np.float64),  # None becomes NaN
            np.array([row.quantity for row in rows], np.float64),
            np.array([NO_TIME if row.time is None else row.time for row in rows], np.int64),
            orders,
            order_ids,
        )

    def rows(self) -> list[Interaction]:
        """Return the interactions one by one."""
        columns = zip(
            self.users.tolist(),
            self.items.tolist(),
            self.kinds.tolist(),
            self.values.tolist(),
            self.quantities.tolist(),
            self.times.tolist(),
            self.orders.tolist(),
            strict=True,
        )
        return [
            Interaction(
                UserId(self.user_ids[user]),
                ItemId(self.item_ids[item]),
                Kind(kind),
                None if value != value else value,
                quantity,
                None if time == NO_TIME else time,
                self.order_ids[order],
            )
            for user, item, kind, value, quantity, time, order in columns
        ]


def _numbered(texts: Sequence[str]) -> tuple[Int32Array, list[str]]:
    codes: dict[str, int] = {}
    numbers = np.array([codes.setdefault(text, len(codes)) for text in texts], np.int32)
    return numbers, list(codes)
