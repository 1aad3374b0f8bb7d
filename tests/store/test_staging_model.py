"""Imports against a plain model of their rules: dictionaries."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recsys_desktop.domain.entities import Interaction, Item, Kind
from recsys_desktop.domain.progress import Progress
from recsys_desktop.store.catalogue import Catalogue
from recsys_desktop.store.database import Database
from recsys_desktop.store.imports import Imports
from recsys_desktop.store.merge_counts import MergeCounts
from recsys_desktop.store.policy import POLICIES, Policy
from recsys_desktop.store.staging import Staging
from tests.store.shops import event, item, opened, rows_of

Row = Item | Interaction
EventKey = tuple[str, str, int, int, str]
Event = tuple[float | None, float]


@dataclass(frozen=True)
class File:
    """A catalogue, or order lines (``learnt``), or behaviour, as its rows come."""

    learnt: bool
    rows: list[Row]


@dataclass(frozen=True)
class Files:
    """One import."""

    policy: Policy
    files: list[File]


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
catalogues_or_behaviour = st.builds(File, st.just(False), st.lists(items | events, max_size=15))
order_lines = st.builds(File, st.just(True), st.lists(items.filter(lambda one: one.title) | events, max_size=15))
several_files = st.lists(catalogues_or_behaviour | order_lines, min_size=1, max_size=3)
imports = st.lists(st.builds(Files, st.sampled_from(POLICIES), several_files), min_size=1, max_size=4)


def fresher(old: Item, new: Item) -> Item:
    """Return the old item with what the new one says."""
    said = {name: value for name, value in vars(new).items() if value not in ("", None, ())}
    return Item(**{**vars(old), **said})


class Model:
    """A store of dictionaries."""

    def __init__(self) -> None:
        self.items: dict[str, Item] = {}
        self.made_up: set[str] = set()
        self.users: dict[str, int] = {}
        self.events: dict[EventKey, Event] = {}

    def take_in(self, files: Files) -> MergeCounts:
        told = [events_of(file) for file in files.files]
        happened: dict[EventKey, Event] = {}
        for events in told:
            for key, (value, quantity) in events.items():
                happened[key] = (happened.get(key, (None,))[0] if value is None else value, quantity)
        new_items, changed_items, unchanged_items = self._take_in_items(files, {key[1] for key in happened})
        users = {key[0] for key in happened}
        new_users = len(users - self.users.keys())
        for user in users:
            self.users[user] = max(self.users.get(user, -1), *(key[3] for key in happened if key[0] == user))
        before = dict(self.events)
        for key, (value, quantity) in happened.items():
            if key not in before or files.policy != "add":
                self.events[key] = (before.get(key, (None,))[0] if value is None else value, quantity)
        new = len(happened.keys() - before.keys())
        changed = sum(key in before and before[key] != self.events[key] for key in happened)
        return MergeCounts(new_items, changed_items, unchanged_items, new_users, new, changed, sum(map(len, told)) - new - changed)

    def _take_in_items(self, files: Files, named: set[str]) -> tuple[int, int, int]:
        described, learnt = (items_of(files, wanted) for wanted in (False, True))
        before = dict(self.items)
        for item_id, new in described.items():
            self._describe(item_id, new, files.policy)
        changed = {item_id for item_id in described if item_id in before and self.items[item_id] != before[item_id]}
        for item_id, new in learnt.items():
            self._learn(item_id, new, files.policy)
        changed |= {name for name in learnt.keys() - described.keys() if name in before and self.items[name] != before[name]}
        for item_id in named - self.items.keys():
            self.items[item_id] = item(item_id, item_id)
            self.made_up.add(item_id)
        known = (described.keys() | learnt.keys()) & before.keys()
        return len(self.items) - len(before), len(changed), len(known - changed)

    def _describe(self, item_id: str, new: Item, policy: Policy) -> None:
        old = self.items.get(item_id)
        if old is not None and (policy == "add" or (policy == "keep" and item_id not in self.made_up)):
            return
        both = fresher(old or item(item_id), new)
        self.items[item_id] = both if both.title else replace(both, title=item_id)
        self.made_up.discard(item_id)

    def _learn(self, item_id: str, new: Item, policy: Policy) -> None:
        old = self.items.get(item_id)
        if old is None:
            self.items[item_id] = new
            self.made_up.add(item_id)
        elif policy == "update" and item_id in self.made_up:
            self.items[item_id] = fresher(old, new)
        elif policy == "update":
            unnamed = replace(old, title="") if old.title == item_id else old
            self.items[item_id] = fresher(new, unnamed)


def items_of(files: Files, learnt: bool) -> dict[str, Item]:
    """Return what catalogues, or order lines, say about products."""
    said: dict[str, Item] = {}
    for file in files.files:
        for row in file.rows:
            if isinstance(row, Item) and file.learnt == learnt:
                said[row.item_id] = fresher(said.get(row.item_id, item(row.item_id)), row)
    return said


def events_of(file: File) -> dict[EventKey, Event]:
    """Return the events of one file, in which quantities add up and the last row's value counts."""
    happened: dict[EventKey, Event] = {}
    for row in file.rows:
        if isinstance(row, Interaction):
            key = (row.user_id, row.item_id, int(row.kind), -1 if row.time is None else row.time, row.order_id)
            happened[key] = (row.value, row.quantity + happened.get(key, (None, 0.0))[1])
    return happened


def stage(staging: Staging, files: Files) -> None:
    for file in files.files:
        staging.begin_file(learnt=file.learnt)
        staging.add_items([row for row in file.rows if isinstance(row, Item)])
        for half in (file.rows[:9], file.rows[9:]):  # as two chunks of it
            staging.add_interactions([row for row in half if isinstance(row, Interaction)])


def check(database: Database, model: Model) -> None:
    assert {one.item_id: one for _, one in Catalogue(database).iterate()} == model.items
    assert {name for (name,) in database.read("SELECT item_id FROM items WHERE made_up")} == model.made_up
    assert dict(database.read("SELECT user_id, last_time FROM users")) == model.users
    rows = database.read(
        "SELECT user_id, item_id, kind, time, order_id, value, quantity FROM interactions"
        " JOIN users ON users.key = user JOIN items ON items.key = item"
    )
    assert {row[:5]: row[5:] for row in rows} == model.events
    assert database.read("PRAGMA foreign_key_check") == []


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(imports)
def test_imports_follow_the_model(several: list[Files]) -> None:
    model = Model()
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder) / "shop.db") as database:
        for files in several:
            before = rows_of(database)
            with Staging(database) as staging:
                stage(staging, files)
                foreseen = staging.foresee(Progress(), files.policy)
                assert rows_of(database) == before
                merged = staging.merge_files(Progress(), ["file"], files.policy)
            assert (merged.counts, merged.files) == (foreseen.counts, foreseen.files)
            assert merged.counts == model.take_in(files)
            rows = [sum(isinstance(row, Interaction) for row in file.rows) for file in files.files]
            assert [one.new_rows + one.changed_rows + one.unchanged_rows for one in merged.files] == rows
            check(database, model)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(imports)
def test_the_last_import_can_be_undone_and_made_again(several: list[Files]) -> None:
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder) / "shop.db") as database:
        for files in several:
            before = rows_of(database)
            first = take(database, files)
            after = rows_of(database)
            if after == before:
                assert first.changes_nothing
                continue
            again = take(database, files)
            assert again.changes_nothing, "what is imported again changes nothing"
            assert rows_of(database) == after
            Imports(database).undo(Progress())
            assert rows_of(database) == before
            assert take(database, files) == first
            assert rows_of(database) == after


def take(database: Database, files: Files) -> MergeCounts:
    with Staging(database) as staging:
        stage(staging, files)
        return staging.merge(Progress(), ["file"], files.policy)
