"""What the report says, counted by hand: sixty lists of three products each."""

from __future__ import annotations

from dataclasses import replace

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.rules import Rules, Scenario
from recsys_desktop.services.handing.shop_report import CategoryShare, shop_report
from recsys_desktop.services.listing.recommending import Recommender
from recsys_desktop.services.listing.scenarios import hide, save
from recsys_desktop.services.shop import Shop


def test_what_lists_show_and_never_show(shop: Shop) -> None:
    # One place: each customer is shown the one product of their shelf that they lack; five lack each.
    save(shop, Scenario("One", Rules(list_length=1)))
    found = shop_report(shop, Recommender(shop), Progress(), "One")
    assert (found.customers, found.places, found.shown, found.never_count) == (60, 60, 12, 0)
    assert [one.lists for one in found.top] == [5] * 12
    assert [one.item.item_id for one in found.top][:2] == ["g0", "g1"]
    assert found.categories == (CategoryShare("Garden", 0.5, 0.5), CategoryShare("Kitchen", 0.5, 0.5))
    assert (found.state.items, found.state.users) == (12, 60)
    assert found.evaluation is None


def test_what_is_kept_out_is_not_said_to_be_overlooked(shop: Shop) -> None:
    save(shop, Scenario("One", Rules(list_length=1)))
    gone = shop.catalogue.get(ItemId("k0"))
    assert gone is not None
    shop.catalogue.upsert([replace(gone, stock=0)])
    hide(shop, ItemId("g0"), True)
    found = shop_report(shop, Recommender(shop), Progress(), "One")
    assert found.never_count == 0
    assert not {"g0", "k0"} & {one.item.item_id for one in found.top}
    assert found.shown == 10
