"""What is told before rules are kept is what the program's own lists do in a shop that holds only the past."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Interaction, Kind
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Cancelled, Progress
from recsys_desktop.domain.rules import Boost, Rules
from recsys_desktop.services.choosing import current_choice
from recsys_desktop.services.fitting import fit
from recsys_desktop.services.listing import scenarios
from recsys_desktop.services.listing.recommending import Recommender
from recsys_desktop.services.listing.rule_costs import Replay, forecast, replay
from recsys_desktop.services.shop import Shop, open_shop
from tests.services.shops import DAY, START, filled_shop, interactions, items, store_vectors

#: In the last week customer u buys the product (u + 4) mod 6 of the shelf; of four weeks before it they had all but two.
LAST_WEEK = START + 28 * DAY


@pytest.fixture
def past(tmp_path: Path, shop: Shop) -> Iterator[Shop]:
    """The shop of the tests as it was before its last week, its lists made in the same way."""
    earlier = open_shop(tmp_path / "past")
    earlier.catalogue.upsert(items())
    earlier.interactions.add_many(one for one in interactions() if one.time is not None and one.time < LAST_WEEK)
    store_vectors(earlier)
    choice = current_choice(shop)
    assert choice is not None
    earlier.settings.set_json("list_settings", asdict(replace(choice, events=earlier.interactions.count())))
    fit(earlier, Progress())
    yield earlier
    earlier.close()


def realised(past: Shop, rules: Rules) -> tuple[int, set[str]]:
    recommender = Recommender(past)
    hits = 0
    shown: set[str] = set()
    for one in interactions():
        if one.time is not None and one.time >= LAST_WEEK:
            listed = {place.item.item_id for place in recommender.recommend_with(one.user_id, rules).items}
            hits += one.item_id in listed
            shown |= listed
    return hits, shown


@pytest.mark.parametrize(
    "rules",
    [
        Rules(list_length=1),
        Rules(list_length=2, diversity=1.0),
        Rules(list_length=2, long_tail=1.0),
        Rules(list_length=2, only_categories=("Garden",)),
        Rules(list_length=2, price_high=4.0, blocked=(ItemId("g1"),)),
        Rules(list_length=2, pinned=(ItemId("k0"),), boosts=(Boost("item", "g3", 0.75),)),
    ],
)
def test_promised_is_realised(shop: Shop, past: Shop, rules: Rules) -> None:
    told = forecast(replay(shop, Progress()), rules)
    hits, shown = realised(past, rules)
    assert told.customers == 60
    assert told.hits == hits
    assert told.coverage == len(shown) / 12


def test_one_place_in_two_hits_and_figures_are_of_hand(shop: Shop) -> None:
    # Each customer lacks two products of their shelf and takes one of them: lists of two of the shelf hold it.
    told = forecast(replay(shop, Progress()), Rules(list_length=2))
    assert (told.customers, told.hits, told.hits_plain) == (60, 60, 60)
    assert (told.coverage, told.kinds) == (1.0, 1.0)
    # The fifth of twelve products that is bought most is two of them; ten of twelve places are of the others.
    assert told.long_tail == pytest.approx(10 / 12)
    assert str(told.sentence).startswith("Of 60 customers 60 would have seen something they then bought (60 without variety, ")


def test_bestsellers_keep_what_is_kept_out(shop: Shop) -> None:
    replayed = replay(shop, Progress())
    assert forecast(replayed, Rules(list_length=12)).hits_bestsellers == 60
    gone = forecast(replayed, Rules(list_length=12, blocked=(ItemId("g4"),)))
    assert gone.hits_bestsellers == gone.hits == 55  # five customers took g4


def test_bought_products_that_come_back_are_targets_too(shop: Shop) -> None:
    shop.interactions.add_many([Interaction(UserId("u00"), ItemId("g0"), Kind.PURCHASE, time=LAST_WEEK + DAY)])  # again
    replayed = replay(shop, Progress())
    assert forecast(replayed, Rules(list_length=12)).customers == 60
    assert forecast(replayed, Rules(list_length=1, bring_back_days=7, pinned=(ItemId("g0"),))).hits >= 1


def test_it_is_kept_until_the_shop_changes(shop: Shop) -> None:
    first = replay(shop, Progress())
    assert replay(shop, Progress()) is first
    scenarios.hide(shop, ItemId("g4"), hidden=True)
    changed: Replay = replay(shop, Progress())
    assert changed is not first
    assert forecast(changed, Rules(list_length=12)).hits == 55


def test_too_little_to_replay(tmp_path: Path) -> None:
    shop = open_shop(tmp_path / "shop")
    shop.catalogue.upsert(items())
    with pytest.raises(RecsysError) as caught:
        replay(shop, Progress())
    assert caught.value.code == "too_little_data"
    shop.close()


def test_a_cancel_leaves_nothing(tmp_path: Path) -> None:
    shop = filled_shop(tmp_path / "shop")
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        replay(shop, progress)
    assert forecast(replay(shop, Progress()), Rules()).customers == 60
    shop.close()
