"""The text coach: where a better text would help most, and what words are worth."""

from __future__ import annotations

from pathlib import Path

import pytest

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Interaction, Item, Kind
from recsys_desktop.domain.progress import Progress
from recsys_desktop.engine.text.faults import Fault
from recsys_desktop.services.listing.scenarios import hide
from recsys_desktop.services.products import text_gain
from recsys_desktop.services.products.text_coach import coach
from recsys_desktop.services.products.text_gain import TextGain, measure_gain
from recsys_desktop.services.shop import Shop, open_shop
from tests.services.shops import HashedEncoder


def _named(shop: Shop) -> list[str]:
    return [one.item.item_id for one in coach(shop, Progress()).faults]


def test_those_few_customers_know_come_first(tmp_path: Path) -> None:
    shop = open_shop(tmp_path / "shop")
    shop.catalogue.upsert([
        Item(ItemId("known"), "Vase", category="Home"), Item(ItemId("new"), "Bowl", category="Home"),
        Item(ItemId("gone"), "Dish", category="Home", stock=0), Item(ItemId("code"), "4711", category="Home"),
        Item(ItemId("good"), "Oak table for six", category="Home"), Item(ItemId("bare"), "Pine table for two"),
    ])  # fmt: skip
    shop.interactions.add_many(Interaction(UserId(user), ItemId("known"), Kind.PURCHASE, time=9) for user in ("a", "b"))
    # code 1 / 1, thin .6 / 1, thin .6 / 3, no category .2 / 1, thin .6 / 1 out of sale .2
    assert _named(shop) == ["code", "new", "bare", "known", "gone"]
    advice = coach(shop, Progress())
    assert (advice.items, advice.counts) == (6, {Fault.CODE: 1, Fault.THIN: 3, Fault.NO_CATEGORY: 1})
    assert [one.buyers for one in advice.faults] == [0, 0, 0, 2, 0]
    assert str(advice.faults[0].what) == "The title is only a number or a code."
    hide(shop, ItemId("new"), True)
    assert _named(shop) == ["code", "bare", "known", "new", "gone"]
    shop.close()


def test_words_are_worth_something_where_they_tell_who_buys(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_gain, "load_encoder", lambda *_: HashedEncoder())
    assert measure_gain(shop, Progress()) is None, "twelve products are too few"
    monkeypatch.setattr(text_gain, "_FEWEST_ITEMS", 1)
    monkeypatch.setattr(text_gain, "_TENTH", 0.5)  # of sixty customers, half are gardeners
    monkeypatch.setattr(text_gain, "is_thin", lambda _: False)  # their titles have two words
    gain = measure_gain(shop, Progress())
    assert gain is not None
    assert gain.items == 3
    assert gain.buyers == 3 * 25
    # "category: Garden" tells gardeners from cooks; a number does not
    assert gain.full > gain.code


def test_a_shop_without_behaviour_measures_nothing(tmp_path: Path) -> None:
    empty = open_shop(tmp_path / "empty")
    assert measure_gain(empty, Progress()) is None
    empty.close()


def test_the_sentence() -> None:
    said = str(TextGain(193, 15110, 0.536, 0.372, 0.189).sentence)
    assert said.startswith("Measured on 193 of your products")
    assert "54 of 100 buyers" in said
    assert "with two words, 37; with a number only, 19" in said
