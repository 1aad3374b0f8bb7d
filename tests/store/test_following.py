"""What names a product follows it when a catalogue tells which one it is, and goes back when that import is undone."""

from __future__ import annotations

import pytest

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.rules import Boost, Rules, Scenario
from recsys_desktop.store.database import Database
from recsys_desktop.store.imports import Imports
from recsys_desktop.store.impressions import Impressions
from recsys_desktop.store.scenarios import Scenarios
from recsys_desktop.store.staging import Staging
from recsys_desktop.store.users import Users
from tests.store.shops import event, item

BEFORE = Rules(
    pinned=(ItemId("blue mug"), ItemId("pot")),
    blocked=(ItemId("old mug"), ItemId("blue mug")),
    boosts=(Boost("item", "blue mug", 0.5), Boost("brand", "blue mug", 0.25), Boost("item", "P-1", -1.0)),
)


def bring(database: Database, name: str, *, catalogue: bool) -> None:
    with Staging(database, str.lower) as staging:
        if catalogue:
            staging.add_items([item("P-1", "Mug"), item("P-2", "Pot")])
            staging.add_names([("blue mug", ItemId("P-1")), ("old mug", ItemId("P-1"))])
            staging.add_interactions([event("later", "P-2", 300)])
        else:
            staging.add_interactions([event("anna", "blue mug", 100), event("anna", "old mug", 100), event("anna", "lid", 200)])
        staging.merge(Progress(), [name])


@pytest.fixture
def filled(database: Database) -> Database:
    """A shop of products that only orders name: two are hidden, all were shown, rules name them."""
    bring(database, "orders.csv", catalogue=False)
    scenarios = Scenarios(database)
    scenarios.put(Scenario("standard", BEFORE), "standard")
    scenarios.hide(ItemId("blue mug"), hidden=True)
    places = [(ItemId("lid"), 1), (ItemId("blue mug"), 2), (ItemId("old mug"), 3)]
    Impressions(database).log(UserId("anna"), places, "window", "standard", 1, 1_000)
    return database


def state(database: Database) -> tuple[object, ...]:
    tables = (
        "SELECT items.item_id, time FROM hidden_items JOIN items ON key = item ORDER BY 1",
        "SELECT rank, items.item_id FROM impressions JOIN items ON key = item ORDER BY 1",
    )
    return (*(database.read(sql) for sql in tables), Scenarios(database).list())


def test_it_follows(filled: Database) -> None:
    (hidden,) = filled.read("SELECT time FROM hidden_items")
    bring(filled, "products.csv", catalogue=True)
    assert filled.read("SELECT items.item_id, time FROM hidden_items JOIN items ON key = item") == [("P-1", *hidden)]
    assert filled.read("SELECT rank, items.item_id FROM impressions JOIN items ON key = item ORDER BY 1") == [
        (1, "lid"), (2, "P-1"), (3, "P-1"),
    ]  # fmt: skip
    assert Scenarios(filled).list()[0].rules == Rules(
        pinned=(ItemId("P-1"), ItemId("pot")),
        blocked=(ItemId("P-1"),),
        boosts=(Boost("item", "P-1", 0.5), Boost("brand", "blue mug", 0.25)),
    )
    assert filled.read("PRAGMA foreign_key_check") == []


def test_it_goes_back_with_the_import(filled: Database) -> None:
    before = state(filled)
    bring(filled, "products.csv", catalogue=True)
    assert state(filled) != before
    Imports(filled).undo(Progress())
    assert state(filled) == before
    assert filled.read("PRAGMA foreign_key_check") == []


def test_rules_changed_since_stay(filled: Database) -> None:
    bring(filled, "products.csv", catalogue=True)
    Scenarios(filled).put(Scenario("standard", Rules(list_length=3)), "standard")
    Imports(filled).undo(Progress())
    assert Scenarios(filled).list() == [Scenario("standard", Rules(list_length=3))]


def test_what_an_undo_takes_away_leaves_nothing_behind(filled: Database) -> None:
    bring(filled, "products.csv", catalogue=True)
    Scenarios(filled).hide(ItemId("P-2"), hidden=True)
    Impressions(filled).log(UserId("anna"), [(ItemId("P-2"), 1)], "window", "standard", 1, 2_000)
    Impressions(filled).log(UserId("later"), [(ItemId("lid"), 1)], "window", "standard", 1, 2_000)
    Imports(filled).undo(Progress())
    assert Scenarios(filled).hidden() == ["blue mug"]
    assert filled.read("SELECT count(*) FROM impressions") == [(3,)]
    assert filled.read("PRAGMA foreign_key_check") == []


def test_lists_shown_under_another_id_of_a_customer_stay(filled: Database) -> None:
    Users(filled).add(UserId("code"))
    Users(filled).rename([(UserId("anna"), UserId("code"))])
    assert len(Impressions(filled).of_user(UserId("code"))) == 3
