"""Lists under rules, in a shop of six garden and six kitchen things: g0 is what u07 has not bought of the garden yet."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import FeedbackKind, Interaction, Item, Kind
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.rules import STANDARD, Boost, Rules, Scenario
from recsys_desktop.services.learning import giving_feedback
from recsys_desktop.services.listing import scenarios
from recsys_desktop.services.listing.list_steps import FROM_WISH
from recsys_desktop.services.listing.reasons import new
from recsys_desktop.services.listing.recommending import Recommendation, RecommendationList, Recommender
from recsys_desktop.services.shop import Shop
from tests.services.shops import DAY, START, filled_shop

ANNA = UserId("u07")
KITCHEN = {f"k{number}" for number in range(6)}


def ids(made: RecommendationList) -> list[str]:
    return [place.item.item_id for place in made.items]


def under(shop: Shop, **rules: object) -> RecommendationList:
    return Recommender(shop).recommend_with(ANNA, Rules(**rules))  # type: ignore[arg-type]  # the fields are those of Rules


def steps(made: RecommendationList) -> set[str]:
    return {str(place.step) for place in made.items}


def boosted(place: Recommendation) -> float:
    return sum(reason.share for reason in place.reasons if reason.kind == "rule")


def test_each_scenario_has_its_own_rules(shop: Shop) -> None:
    scenarios.save(shop, Scenario("Basket", Rules(list_length=2, only_categories=("Kitchen",))))
    recommender = Recommender(shop)
    assert set(ids(recommender.recommend(ANNA, scenario="Basket"))) < KITCHEN
    assert len(recommender.recommend(ANNA, scenario="Basket").items) == 2
    assert len(recommender.recommend(ANNA, 4, "Basket").items) == 4
    assert ids(recommender.recommend(ANNA))[0] == "g0"
    with pytest.raises(RecsysError) as caught:
        recommender.recommend(ANNA, scenario="Home")
    assert caught.value.code == "unknown_scenario"


def test_a_changed_rule_counts_from_the_next_list_on(shop: Shop) -> None:
    recommender = Recommender(shop)
    assert ids(recommender.recommend(ANNA))[0] == "g0"
    scenarios.hide(shop, ItemId("g0"), hidden=True)
    assert "g0" not in ids(recommender.recommend(ANNA))
    assert "g0" not in [one.item.item_id for one in recommender.similar(ItemId("g1"), 11)]
    assert len(recommender.similar(ItemId("g1"), 10)) == 10
    scenarios.hide(shop, ItemId("g0"), hidden=False)
    scenarios.save(shop, Scenario(STANDARD, Rules(blocked=(ItemId("g0"),))))
    assert sorted(ids(recommender.recommend(ANNA))) == sorted(KITCHEN)


def test_a_price_band(shop: Shop) -> None:
    assert sorted(ids(under(shop, price_low=8.0, price_high=10.0))) == ["k1", "k2", "k3"]  # k0 costs 7, k5 12


def test_what_stands_first_says_so_and_keeps_its_own_score(shop: Shop) -> None:
    plain = {str(place.item.item_id): place.score for place in under(shop).items}
    made = under(shop, pinned=(ItemId("k5"), ItemId("k0"), ItemId("g1")), price_high=7.0)
    assert ids(made) == ["k5", "k0", "g0"]  # k5 whatever it costs; g1 was bought
    assert [str(place.step) for place in made.items] == [
        "You put this product first", "You put this product first", "From what this customer did",
    ]  # fmt: skip
    assert made.items[0].score == pytest.approx(plain["k5"])


def test_boosts_are_a_share_of_the_score(shop: Shop) -> None:
    plain = under(shop)
    assert [boosted(place) for place in plain.items] == [0.0] * 7
    made = under(shop, boosts=(Boost("item", "k5", 1.0), Boost("category", "Garden", -1.0)))
    assert ids(made)[0] == "k5"
    share = {str(place.item.item_id): boosted(place) for place in made.items}
    assert share["k5"] == pytest.approx(-share["g0"]) != 0  # as much up as down
    assert {item_id for item_id in share if share[item_id]} == {"k5", "g0"}
    assert [
        str(place.step) for place in under(shop, list_length=1, boosts=(Boost("item", "k5", 1.0),), blocked=(ItemId("g0"),)).items
    ] == ["Your rules brought it into the list"]
    before = {place.item.item_id: place.score for place in plain.items}
    for place in made.items:
        assert sum(reason.share for reason in place.reasons) == pytest.approx(place.score, abs=1e-6)
        assert place.score - boosted(place) == pytest.approx(before[place.item.item_id], abs=1e-6)


def test_variety_takes_what_is_less_like_the_first(shop: Shop) -> None:
    history = [ItemId(f"g{number}") for number in range(3)]
    recommender = Recommender(shop)
    plain = recommender.recommend_for(history, 2)
    assert ids(plain) == ["g3", "g5"]
    scenarios.save(shop, Scenario("Varied", Rules(diversity=1.0)))
    varied = recommender.recommend_for(history, 2, "Varied")
    # Scores are .83, .53 of g5 and .12 of k1, stretched from -.04: g5 is like g3 by .46, k1 by .18.
    assert ids(varied) == ["g3", "k1"]
    assert [str(place.step) for place in varied.items] == [
        "From what this customer did", "For variety: it differs from the products above it",
    ]  # fmt: skip


class TestNeverEmpty:
    """Rules give way in a stated order; what is hidden, kept out or refused does not."""

    def test_price_then_category_then_stock(self, shop: Shop) -> None:
        shop.catalogue.upsert(
            [replace(item, stock=int(item.item_id == "k0")) for _, item in shop.catalogue.iterate() if item.item_id != "k1"]
        )
        made = under(shop, price_low=500.0)
        assert set(ids(made)) == {"k0", "k1"}  # k1's stock is not counted
        assert steps(made) == {"Outside your price band; nothing within it was left"}
        made = under(shop, price_low=500.0, only_categories=("Shoes",))
        assert set(ids(made)) == {"k0", "k1"}
        assert steps(made) == {"Outside your categories; nothing within them was left"}
        made = under(shop, blocked=(ItemId("k0"), ItemId("k1")))
        assert ids(made)[0] == "g0"
        assert steps(made) == {"Sold out; nothing in stock was left"}

    def test_what_they_had_comes_last_of_all(self, shop: Shop) -> None:
        made = under(shop, only_categories=("Garden",), blocked=(ItemId("g0"), *map(ItemId, sorted(KITCHEN))))
        assert sorted(ids(made)) == ["g1", "g2", "g3", "g4", "g5"]
        assert steps(made) == {"Had before; nothing new was left"}

    def test_what_is_refused_stays_away(self, shop: Shop) -> None:
        for number in range(1, 6):
            giving_feedback.give(shop, ANNA, ItemId(f"g{number}"), FeedbackKind.NEVER_SHOW)
        giving_feedback.give(shop, ANNA, ItemId("g0"), FeedbackKind.NOT_FOR_USER)
        scenarios.hide(shop, ItemId("k0"), hidden=True)
        assert ids(under(shop, blocked=tuple(ItemId(f"k{number}") for number in range(1, 6)))) == []

    def test_a_short_list_keeps_its_rules(self, shop: Shop) -> None:
        made = under(shop, price_high=1.0, list_length=10)
        assert ids(made) == ["g0"]
        assert steps(made) == {"From what this customer did"}


class TestRotation:
    """What was sent lately rests; what staff looked at does not."""

    def show(self, shop: Shop, channel: str, *item_ids: str) -> None:
        places = [(ItemId(item_id), rank) for rank, item_id in enumerate(item_ids, start=1)]
        shop.impressions.log(ANNA, places, channel, STANDARD, 1, START + 40 * DAY)  # type: ignore[arg-type]  # a Channel

    def test_the_last_mailing_rests(self, shop: Shop) -> None:
        first = ids(under(shop, list_length=3))
        self.show(shop, "mailing", *first)
        assert not set(ids(under(shop, list_length=3, rest_lists=1))) & set(first)
        assert ids(under(shop, list_length=3)) == first
        self.show(shop, "mailing", "k0")
        assert ids(under(shop, list_length=3, rest_lists=1))[0] == "g0"  # only the last one rests
        assert ids(under(shop, list_length=3, rest_lists=2))[0] != "g0"

    def test_what_staff_looked_at_does_not(self, shop: Shop) -> None:
        self.show(shop, "window", "g0")
        assert ids(under(shop, rest_lists=1))[0] == "g0"

    def test_it_comes_back_where_nothing_else_is_left(self, shop: Shop) -> None:
        self.show(shop, "mailing", "g0", "k0")
        made = under(shop, rest_lists=1, only_categories=("Garden",), pinned=(ItemId("k0"),))
        assert [(place.item.item_id, str(place.step)) for place in made.items] == [
            ("k0", "You put this product first"), ("g0", "Shown to this customer lately; nothing else was left"),
        ]  # fmt: skip


class TestWithoutTheirOwnHistory:
    """Someone else's basket, a wish, a customer of whom nothing is known."""

    def test_a_basket(self, shop: Shop) -> None:
        made = Recommender(shop).recommend_for([ItemId("k1"), ItemId("k2"), ItemId("unknown")], 3)
        assert set(ids(made)) <= KITCHEN - {"k1", "k2"}
        assert (made.user_id, str(made.step)) == ("", "From the products chosen")
        assert {reason.title for place in made.items for reason in place.reasons if reason.kind == "history"} == {
            "Oven glove", "Jam jar",
        }  # fmt: skip

    def test_an_empty_basket_is_bestsellers(self, shop: Shop) -> None:
        made = Recommender(shop).recommend_for([], 3)
        assert len(made.items) == 3
        assert steps(made) == {"What sells well now"}

    def test_any_scores_under_the_rules(self, shop: Shop) -> None:
        scenarios.save(shop, Scenario(STANDARD, Rules(blocked=(ItemId("k5"),), pinned=(ItemId("g0"),), diversity=1.0)))
        recommender = Recommender(shop)
        scores = np.arange(12) / 12  # by key: g0 to g5, then k0 to k5
        made = recommender.rank(scores, lambda row: new(row / 12), None, 3)
        assert ids(made) == ["k4", "k3", "k2"]
        assert [place.score for place in made.items] == [10 / 12, 9 / 12, 8 / 12]
        assert made.step == made.items[0].step == FROM_WISH
        assert "g4" not in ids(recommender.rank(scores, lambda row: new(row / 12), ANNA, 12))

    def test_what_came_after_the_fit_still_tells_the_categories(self, shop: Shop) -> None:
        shop.catalogue.upsert([Item(ItemId("k9"), "Whisk", category="Kitchen")])
        shop.interactions.add_many([Interaction(UserId("late"), ItemId("k9"), Kind.PURCHASE, time=START + 50 * DAY)])
        made = Recommender(shop).recommend(UserId("late"), 7)
        assert set(ids(made)[:6]) == KITCHEN
        assert [str(place.step) for place in made.items[5:]] == [
            "What sells well in the categories this customer likes", "What sells well now",
        ]  # fmt: skip


def test_before_preparation_rules_hold_too(tmp_path: Path) -> None:
    shop = filled_shop(tmp_path / "shop")
    try:
        shop.catalogue.upsert([Item(ItemId("n1"), "Newest", category="Toys", price=3.0)])
        scenarios.hide(shop, ItemId("g0"), hidden=True)
        made = Recommender(shop).recommend(ANNA, 20)
        assert "g0" not in ids(made)
        assert (made.items[-1].item.item_id, str(made.items[-1].step)) == ("n1", "What is new in the shop")
        assert made.items[-1].score == sum(reason.share for reason in made.items[-1].reasons) == 1.0
        basket = Recommender(shop).recommend_for([ItemId("k1")], 5)
        assert set(ids(basket)) == KITCHEN - {"k1"}
    finally:
        shop.close()


def test_the_rank_without_a_purchase_is_that_of_the_list(shop: Shop) -> None:
    scenarios.save(shop, Scenario(STANDARD, Rules(pinned=(ItemId("k5"),), list_length=3)))
    recommender = Recommender(shop)
    assert recommender.without(ANNA, ItemId("k5"), ItemId("g1")).rank == 1
    found = recommender.without(ANNA, ItemId("g0"), ItemId("g1"))
    assert found.rank == 2
    behind = next(item_id for item_id in sorted(KITCHEN) if item_id not in ids(recommender.recommend(ANNA)))
    assert recommender.without(ANNA, ItemId(behind), ItemId("g1")).rank > 3
