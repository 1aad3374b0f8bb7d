"""Scenarios and hidden products: kept, renamed, and the default where the file holds nonsense."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.rules import Boost, Rules, Scenario
from recsys_desktop.store.database import Database
from recsys_desktop.store.scenarios import Scenarios, rules_of, text_of
from tests.store.schema_samples import sample
from tests.store.shops import ITEMS, opened, take_in

EVERYTHING = Rules(
    list_length=5,
    in_stock=False,
    price_low=1.0,
    price_high=9.5,
    only_categories=("Home > Kitchen",),
    without_categories=("Toys",),
    bring_back_days=30,
    pinned=(ItemId("01"),),
    blocked=(ItemId("02"), ItemId("é“")),
    boosts=(Boost("brand", "Acme", -0.5), Boost("item", "01", 1.0)),
    rest_lists=2,
    diversity=0.25,
    long_tail=1.0,
)


@pytest.fixture
def scenarios(database: Database) -> Scenarios:
    return Scenarios(database)


def test_a_new_shop_has_the_standard_one(scenarios: Scenarios) -> None:
    assert scenarios.list() == [Scenario("standard", Rules())]


def test_all_rules_come_back_after_reopening(database: Database, scenarios: Scenarios) -> None:
    scenarios.put(Scenario("b", EVERYTHING), "b")
    scenarios.put(Scenario("A", Rules()), "A")
    with opened(database.path) as again:
        assert [(one.name, one.rules) for one in Scenarios(again).list()] == [
            ("standard", Rules()), ("A", Rules()), ("b", EVERYTHING),
        ]  # fmt: skip


def test_the_file_names_only_what_differs() -> None:
    assert text_of(Rules()) == "{}"
    assert json.loads(text_of(Rules(diversity=0.5, boosts=(Boost("item", "a", 0.5),)))) == {
        "diversity": 0.5, "boosts": [{"target": "item", "name": "a", "strength": 0.5}],
    }  # fmt: skip


def test_renaming_keeps_one(scenarios: Scenarios) -> None:
    scenarios.put(Scenario("mail", Rules(list_length=3)), "mail")
    before = scenarios.signature()
    scenarios.put(Scenario("letter", Rules(list_length=4)), "mail")
    assert [one.name for one in scenarios.list()] == ["standard", "letter"]
    assert scenarios.get("letter") == Scenario("letter", Rules(list_length=4))
    assert scenarios.get("mail") is None
    assert scenarios.signature() != before
    scenarios.delete("letter")
    assert scenarios.list() == [Scenario("standard", Rules())]


@pytest.mark.parametrize(
    "nonsense",
    [
        "", "{", "[]", "null", "7", '{"list_length": 0}', '{"list_length": 101}', '{"list_length": 5.5}', '{"list_length": true}',
        '{"in_stock": 1}', '{"price_low": -1}', '{"price_high": 1e999}', '{"price_low": "3"}', '{"diversity": 1.5}',
        '{"diversity": NaN}', '{"pinned": "01"}', '{"pinned": [1, null]}',
        '{"boosts": [{"target": "shop", "name": "a", "strength": 1}]}',
        '{"boosts": [{"target": "item", "name": "a", "strength": 2}, 3, {}]}', '{"rest_lists": -1}', '{"unheard_of": 1}',
    ],
)  # fmt: skip
def test_nonsense_in_the_file_is_the_default(nonsense: str) -> None:
    assert rules_of(nonsense) == Rules()


def test_a_whole_number_may_stand_for_a_price() -> None:
    assert rules_of('{"price_low": 3, "long_tail": 1}') == Rules(price_low=3.0, long_tail=1.0)


@pytest.mark.parametrize(
    ("stored", "rules"),
    [
        ({}, Rules()),
        ({"list_length": "25", "bring_back_days": "30", "in_stock_only": "false"}, Rules(25, False, bring_back_days=30)),
        ({"list_length": "ten", "bring_back_days": "", "in_stock_only": '"x"'}, Rules()),
        ({"list_length": "1000", "in_stock_only": "true"}, Rules()),
    ],
)
def test_what_were_settings_of_the_shop_are_rules_now(path: Path, stored: dict[str, str], rules: Rules) -> None:
    path.parent.mkdir(parents=True)
    shutil.copy(sample(2), path)
    with closing(sqlite3.connect(path)) as old, old:
        old.executemany("INSERT INTO settings (key, value) VALUES (?, ?)", stored.items())
    with opened(path) as database:
        assert Scenarios(database).list() == [Scenario("standard", rules)]
        assert database.read("SELECT key FROM settings WHERE key IN ('list_length', 'bring_back_days', 'in_stock_only')") == []


def test_the_standard_one_is_there_even_where_the_file_lost_it(database: Database, scenarios: Scenarios) -> None:
    with database.atomic() as db:
        db.execute("DELETE FROM scenarios")
    assert scenarios.list() == [Scenario("standard", Rules())]
    scenarios.put(Scenario("standard", Rules(list_length=7)), "standard")
    assert scenarios.get("standard") == Scenario("standard", Rules(list_length=7))


def test_products_are_hidden_and_shown_again(database: Database, scenarios: Scenarios) -> None:
    take_in(database, ITEMS)
    scenarios.hide(ItemId("02"), hidden=True)
    scenarios.hide(ItemId("02"), hidden=True)
    scenarios.hide(ItemId("unknown"), hidden=True)
    assert scenarios.hidden() == ["02"]
    assert scenarios.hidden_keys().tolist() == [2]
    scenarios.hide(ItemId("02"), hidden=False)
    assert scenarios.hidden() == []


def test_rules_nested_beyond_reading_are_the_default() -> None:
    assert rules_of("[" * 100_000) == Rules()
