"""Rules as arrays: which of five products may be listed, what gives way, what is lifted."""

from __future__ import annotations

import numpy as np
import pytest

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.rules import Boost, Rules
from recsys_desktop.engine.rules import ItemFacts, Soft, compile_rules

IDS = ("pan", "pot", "toy", "car", "bag")


def facts(**changed: object) -> ItemFacts:
    """Five products: two of the kitchen, one toy and one below toys, one of no category and no known price."""
    values: dict[str, object] = {
        "row_of": {ItemId(item_id): row for row, item_id in enumerate(IDS)},
        "listable": np.ones(5, np.bool_),
        "prices": np.array([10.0, 20.0, 5.0, 30.0, np.nan]),
        "in_stock": np.array([True, False, True, True, True]),
        "categories": np.array([0, 0, 1, 2, 3]),
        "category_names": ("Home > Kitchen", "Toys", "Toys > Cars", ""),
        "brands": np.array([0, 1, 1, 2, 2]),
        "brand_names": ("Acme", "Zed", ""),
        "common": lambda: np.array([1.0, 0.0, 0.5, 0.0, 0.0]),
    }
    return ItemFacts(**{**values, **changed})  # type: ignore[arg-type]  # the fields are those of ItemFacts


def allowed(rules: Rules, **changed: object) -> list[str]:
    return [IDS[row] for row in np.flatnonzero(compile_rules(rules, facts(**changed)).stages[0][1])]


@pytest.mark.parametrize(
    ("rules", "left"),
    [
        (Rules(), "pan toy car bag"),
        (Rules(in_stock=False), "pan pot toy car bag"),
        (Rules(price_high=10.0), "pan toy"),  # what has no price keeps no band
        (Rules(price_low=10.0, price_high=30.0), "pan car"),
        (Rules(only_categories=("Home",)), "pan"),
        (Rules(only_categories=("Toys", "Home > Kitchen")), "pan toy car"),
        (Rules(only_categories=("Toy",)), ""),  # a category is no beginning of a word
        (Rules(without_categories=("Toys",)), "pan bag"),
        (Rules(only_categories=("Toys",), without_categories=("Toys > Cars",)), "toy"),
        (Rules(blocked=(ItemId("toy"), ItemId("unknown"))), "pan car bag"),
    ],
)
def test_what_may_be_listed(rules: Rules, left: str) -> None:
    assert allowed(rules) == left.split()


def test_a_shop_that_has_nothing_in_stock_does_not_keep_its_stock() -> None:
    assert allowed(Rules(), in_stock=np.zeros(5, np.bool_)) == list(IDS)


def test_hidden_products_are_never_listed() -> None:
    compiled = compile_rules(Rules(in_stock=False), facts(listable=np.array([True, False, True, True, True])))
    assert compiled.listable.tolist() == [True, False, True, True, True]


def test_rules_give_way_in_their_order_but_never_what_is_kept_out() -> None:
    rules = Rules(price_high=5.0, only_categories=("Home",), blocked=(ItemId("car"),))
    stages = [(soft, [IDS[row] for row in np.flatnonzero(mask)]) for soft, mask in compile_rules(rules, facts()).stages]
    assert stages == [
        (None, []),
        (Soft.PRICE, ["pan"]),
        (Soft.CATEGORY, ["pan", "toy", "bag"]),
        (Soft.STOCK, ["pan", "pot", "toy", "bag"]),
    ]


def test_only_rules_that_are_there_give_way() -> None:
    assert [soft for soft, _ in compile_rules(Rules(in_stock=False), facts()).stages] == [None]
    assert [soft for soft, _ in compile_rules(Rules(), facts()).stages] == [None, Soft.STOCK]


def test_what_stands_first_is_there_once_in_its_order_and_in_stock() -> None:
    rules = Rules(pinned=tuple(map(ItemId, ("car", "pot", "pan", "car", "unknown"))), price_high=1.0)
    assert compile_rules(rules, facts()).pinned.tolist() == [3, 0]


def test_boosts_add_up_to_one_at_most() -> None:
    boosts = (
        Boost("category", "Toys", 0.75),
        Boost("brand", "zed", 0.5),
        Boost("item", "bag", -1.0),
        Boost("item", "unknown", 1.0),
        Boost("brand", "Nobody", 1.0),
    )
    compiled = compile_rules(Rules(boosts=boosts), facts())
    assert compiled.boosts is not None
    assert compiled.boosts.tolist() == [0.0, 0.5, 1.0, 0.75, -1.0]
    assert compiled.tail is None


def test_boosts_that_are_about_nothing_are_none() -> None:
    assert compile_rules(Rules(boosts=(Boost("item", "unknown", 1.0),)), facts()).boosts is None


def test_the_long_tail_takes_from_what_suits_everybody() -> None:
    compiled = compile_rules(Rules(long_tail=0.5), facts())
    assert compiled.tail is not None
    assert compiled.tail.tolist() == [-0.5, 0.0, -0.25, 0.0, 0.0]


def test_an_empty_catalogue_has_no_rows() -> None:
    none = np.zeros(0, np.int64)
    empty = ItemFacts({}, none > 0, np.zeros(0), none > 0, none, (), none, (), lambda: np.zeros(0))
    compiled = compile_rules(Rules(price_low=1.0, only_categories=("a",), boosts=(Boost("brand", "b", 1.0),), long_tail=1.0), empty)
    assert len(compiled.listable) == 0
