"""Behaviour on its way from a file to the store: columns instead of objects, as a million objects cost seconds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Interaction, Kind


@dataclass
class EventColumns:
    """n interactions as parallel columns of length n, in the meaning of :class:`Interaction`'s fields."""

    user_ids: Sequence[str] = field(default_factory=list)
    item_ids: Sequence[str] = field(default_factory=list)
    kinds: Sequence[Kind] = field(default_factory=list)
    values: Sequence[float | None] = field(default_factory=list)
    quantities: Sequence[float] = field(default_factory=list)
    times: Sequence[int | None] = field(default_factory=list)
    order_ids: Sequence[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.user_ids)

    @classmethod
    def of(cls, rows: Iterable[Interaction]) -> EventColumns:
        """Return the columns of some interactions."""
        fields = [(row.user_id, row.item_id, row.kind, row.value, row.quantity, row.time, row.order_id) for row in rows]
        return cls(*map(list, zip(*fields, strict=True))) if fields else cls()

    def rows(self) -> list[Interaction]:
        """Return the interactions one by one."""
        columns = zip(
            self.user_ids, self.item_ids, self.kinds, self.values, self.quantities, self.times, self.order_ids, strict=True
        )
        return [Interaction(UserId(user), ItemId(item), *rest) for user, item, *rest in columns]
