"""Scenarios as the window and the command line change them: every refusal says why, and changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.rules import STANDARD, Boost, Rules, Scenario
from recsys_desktop.services.listing import scenarios
from recsys_desktop.services.shop import Shop, open_shop
from tests.services.shops import items


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A shop of twelve products, not prepared."""
    opened = open_shop(tmp_path / "shop")
    opened.catalogue.upsert(items())
    yield opened
    opened.close()


def refused(shop: Shop, scenario: Scenario, former: str | None = None) -> str:
    before = scenarios.scenarios(shop)
    with pytest.raises(RecsysError) as caught:
        scenarios.save(shop, scenario, former)
    assert scenarios.scenarios(shop) == before
    return caught.value.code


def test_the_standard_one_is_changed_with_and_without_its_former_name(shop: Shop) -> None:
    scenarios.save(shop, Scenario(STANDARD, Rules(list_length=5)), STANDARD)
    assert scenarios.scenario(shop, STANDARD).rules.list_length == 5
    scenarios.save(shop, Scenario(STANDARD, Rules(list_length=6)))
    assert scenarios.scenarios(shop) == (Scenario(STANDARD, Rules(list_length=6)),)


def test_new_renamed_deleted(shop: Shop) -> None:
    scenarios.save(shop, Scenario("  Newsletter ", Rules(list_length=4)))
    scenarios.save(shop, Scenario("Basket", Rules()))
    assert [one.name for one in scenarios.scenarios(shop)] == [STANDARD, "Basket", "Newsletter"]
    scenarios.save(shop, Scenario("newsletter", Rules(list_length=3)), "Newsletter")  # another spelling of its own name
    assert scenarios.scenario(shop, "newsletter").rules.list_length == 3
    scenarios.delete(shop, "Basket")
    assert [one.name for one in scenarios.scenarios(shop)] == [STANDARD, "newsletter"]


def test_names_are_taken_whatever_their_case(shop: Shop) -> None:
    scenarios.save(shop, Scenario("Mail", Rules()))
    scenarios.save(shop, Scenario("Basket", Rules()))
    assert refused(shop, Scenario("mail", Rules())) == "name_taken"
    assert refused(shop, Scenario("MAIL", Rules()), "Basket") == "name_taken"
    assert refused(shop, Scenario("Standard", Rules())) == "name_taken"
    assert refused(shop, Scenario(" ", Rules())) == "name_missing"
    assert refused(shop, Scenario("x" * 61, Rules())) == "name_missing"


def test_the_standard_one_stays(shop: Shop) -> None:
    scenarios.save(shop, Scenario("Mail", Rules()))
    assert refused(shop, Scenario("Other", Rules()), STANDARD) == "standard_stays"
    assert refused(shop, Scenario(STANDARD, Rules()), "Mail") == "standard_stays"
    with pytest.raises(RecsysError) as caught:
        scenarios.delete(shop, STANDARD)
    assert caught.value.code == "standard_stays"


def test_unknown_ones(shop: Shop) -> None:
    assert refused(shop, Scenario("New", Rules()), "Old") == "unknown_scenario"
    for ask in (scenarios.scenario, scenarios.delete):
        with pytest.raises(RecsysError) as caught:
            ask(shop, "Mail")
        assert (caught.value.code, str(caught.value.hint)) == ("unknown_scenario", "There are: standard")


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        (Rules(price_low=5, price_high=2.5), "No product costs at least 5 and at most 2.5."),
        (Rules(list_length=0), "0 is not between 1 and 100."),
        (Rules(diversity=1.5), "1.5 is not between 0 and 1."),
        (Rules(long_tail=float("nan")), "nan is not between 0 and 1."),
        (Rules(price_high=-1.0), "-1.0 is not between 0 and 1e+12."),
        (Rules(rest_lists=11), "11 is not between 0 and 10."),
        (Rules(pinned=(ItemId("g1"),), blocked=(ItemId("g1"),)), "Product g1 cannot stand first and be kept out at once."),
        (Rules(boosts=(Boost("item", "g1", 1.01),)), "A product is lifted or lowered by 1 at most."),
    ],
)
def test_rules_that_cannot_be(shop: Shop, rules: Rules, said: str) -> None:
    assert refused(shop, Scenario("Mail", rules)) == "rules_impossible"
    with pytest.raises(RecsysError) as caught:
        scenarios.check(rules)
    assert str(caught.value.message) == said


def test_hiding(shop: Shop) -> None:
    scenarios.hide(shop, ItemId("g1"), hidden=True)
    assert scenarios.hidden(shop) == ("g1",)
    scenarios.hide(shop, ItemId("g1"), hidden=False)
    assert scenarios.hidden(shop) == ()
    with pytest.raises(RecsysError) as caught:
        scenarios.hide(shop, ItemId("G1"), hidden=True)
    assert caught.value.code == "unknown_item"


def test_what_is_suggested_can_be_saved(shop: Shop) -> None:
    for name, rules in scenarios.SUGGESTED:
        scenarios.save(shop, Scenario(str(name), rules))
    assert [one.name for one in scenarios.scenarios(shop)] == [STANDARD, "Basket", "E-mail", "Home page"]
