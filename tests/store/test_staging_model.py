"""Imports against a plain model of their rules: dictionaries."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recsys_desktop.domain.entities import Interaction, Item, Kind
from recsys_desktop.domain.progress import Progress
from recsys_desktop.store.catalogue import Catalogue
from recsys_desktop.store.merging import MergeCounts
from recsys_desktop.store.staging import Staging
from tests.store.shops import event, item, opened

Row = Item | Interaction
File = list[Row]
EventKey = tuple[str, str, int, int, str]

# Few ids and times, so that rows meet; quarters, so that sums are exact.
ids = st.sampled_from(["1", "01", "é", "A", "a"])
items = st.builds(
    item, ids, st.sampled_from(["", "Mug", "mug"]), brand=st.sampled_from(["", "B"]), tags=st.sampled_from([(), ("x", "y")]),
    price=st.sampled_from([None, 0.0, 2.5]), stock=st.sampled_from([None, 0, 3]),
)  # fmt: skip
events = st.builds(
    event, ids, ids, st.sampled_from([None, 0, 50, 60]), st.sampled_from([Kind.VIEW, Kind.RATING]),
    value=st.sampled_from([None, 1.0, 4.5]), quantity=st.sampled_from([0.25, 1.0, 2.0]), order_id=st.sampled_from(["", "X"]),
)  # fmt: skip
files = st.lists(st.lists(items | events, max_size=25), min_size=1, max_size=4)


def fresher(old: Item, new: Item) -> Item:
    """Return the old item with what the new one says."""
    said = {name: value for name, value in vars(new).items() if value not in ("", None, ())}
    return Item(**{**vars(old), **said})


class Model:
    """A store of dictionaries."""

    def __init__(self) -> None:
        self.items: dict[str, Item] = {}
        self.users: dict[str, int] = {}
        self.events: dict[EventKey, tuple[float | None, float]] = {}

    def take_in(self, file: File) -> MergeCounts:
        described: dict[str, Item] = {}
        happened: dict[EventKey, tuple[float | None, float]] = {}
        for row in file:
            if isinstance(row, Item):
                described[row.item_id] = fresher(described.get(row.item_id, item(row.item_id)), row)
            else:
                key: EventKey = (row.user_id, row.item_id, int(row.kind), -1 if row.time is None else row.time, row.order_id)
                happened[key] = (row.value, row.quantity + happened.get(key, (None, 0.0))[1])
        new_items, changed_items = self._take_in_items(described, {key[1] for key in happened})
        users = {key[0] for key in happened}
        new_users = len(users - self.users.keys())
        for user in users:
            self.users[user] = max(self.users.get(user, -1), *(key[3] for key in happened if key[0] == user))
        new_events = len(happened.keys() - self.events.keys())
        before = dict(self.events)
        for key, (value, quantity) in happened.items():
            self.events[key] = (self.events.get(key, (None,))[0] if value is None else value, quantity)
        changed = sum(key in before and before[key] != self.events[key] for key in happened)
        return MergeCounts(
            new_items, changed_items, len(described.keys() & self._known) - changed_items, new_users,
            new_events, changed, len(happened) - new_events - changed,
        )  # fmt: skip

    def _take_in_items(self, described: dict[str, Item], named: set[str]) -> tuple[int, int]:
        self._known = set(self.items)
        changed = 0
        for item_id, new in described.items():
            old = self.items.get(item_id, item(item_id))
            both = fresher(old, new)
            self.items[item_id] = both if both.title else item(item_id, item_id, **rest_of(both))
            changed += item_id in self._known and self.items[item_id] != old
        for item_id in named:
            self.items.setdefault(item_id, item(item_id, item_id))
        return len(self.items) - len(self._known), changed


def rest_of(one: Item) -> dict[str, object]:
    return {name: value for name, value in vars(one).items() if name not in ("item_id", "title")}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(files)
def test_imports_follow_the_model(several: list[File]) -> None:
    model = Model()
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder) / "shop.db") as database:
        for file in several:
            with Staging(database) as staging:
                staging.add_items([row for row in file if isinstance(row, Item)])
                for half in (file[:9], file[9:]):  # as two chunks of it
                    staging.add_interactions([row for row in half if isinstance(row, Interaction)])
                foreseen = staging.counts()
                counts = staging.merge(Progress())
            assert counts == foreseen == model.take_in(file)
            assert {one.item_id: one for _, one in Catalogue(database).iterate()} == model.items
            assert dict(database.read("SELECT user_id, last_time FROM users")) == model.users
            rows = database.read(
                "SELECT user_id, item_id, kind, time, order_id, value, quantity FROM interactions"
                " JOIN users ON users.key = user JOIN items ON items.key = item"
            )
            assert {row[:5]: row[5:] for row in rows} == model.events
