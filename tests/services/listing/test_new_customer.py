"""A customer typed in by hand."""

from __future__ import annotations

import pytest

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import FeedbackKind, Interaction, Kind
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.services.listing.new_customer import free_id, keep, take_back
from recsys_desktop.services.listing.profiling import profile
from recsys_desktop.services.listing.recommending import Recommender
from recsys_desktop.services.shop import Shop
from tests.services.shops import START

THREE = (ItemId("g0"), ItemId("g1"), ItemId("g2"))


def test_an_id_in_the_manner_of_those_there_are(shop: Shop) -> None:
    assert free_id(shop) == "u60"


def test_the_list_before_and_after_keeping_is_the_same(shop: Shop) -> None:
    recommender = Recommender(shop)
    before = [place.item.item_id for place in recommender.recommend_for(THREE).items]
    assert before[0].startswith("g")
    user_id = keep(shop, "  Anna  from the market ", THREE)
    assert user_id == "Anna from the market"
    assert [place.item.item_id for place in recommender.recommend(user_id).items] == before
    answers = shop.feedback.of_user(user_id)
    assert {(one.item_id, one.kind) for one in answers} == {(item_id, FeedbackKind.BOUGHT) for item_id in THREE}
    assert str(profile(shop, recommender, user_id).sentence) == "Mostly likes Garden."


def test_taking_back_leaves_no_trace(shop: Shop) -> None:
    before = (shop.users.count(), shop.feedback.recent(10))
    take_back(shop, keep(shop, "u60", THREE))
    assert (shop.users.count(), shop.feedback.recent(10)) == before
    take_back(shop, UserId("u60"))  # once more changes nothing


def test_a_customer_with_orders_of_their_own_stays(shop: Shop) -> None:
    user_id = keep(shop, "u60", THREE)
    shop.interactions.add_many([Interaction(user_id, ItemId("g3"), Kind.PURCHASE, None, 1.0, START, "o1")])
    take_back(shop, user_id)
    assert shop.users.key_of(user_id) is not None


@pytest.mark.parametrize(
    ("said", "code"), [("", "customer_incomplete"), ("u07", "customer_id_taken"), ("x" * 101, "customer_incomplete")]
)
def test_what_cannot_be_kept_is_refused_and_nothing_stored(shop: Shop, said: str, code: str) -> None:
    with pytest.raises(RecsysError) as refused:
        keep(shop, said, THREE)
    assert refused.value.code == code
    assert (shop.users.count(), shop.feedback.recent(10)) == (60, [])


def test_an_unknown_product_takes_the_customer_back_too(shop: Shop) -> None:
    with pytest.raises(RecsysError, match="nothing"):
        keep(shop, "u60", (ItemId("g0"), ItemId("nothing")))
    assert shop.users.key_of(UserId("u60")) is None


def test_an_address_becomes_a_code_and_is_found_by_it_again(shop: Shop) -> None:
    user_id = keep(shop, "Ann@Mail.example", THREE)
    assert user_id.startswith("c-")
    with pytest.raises(RecsysError) as refused:
        keep(shop, "ann@mail.example", THREE)
    assert refused.value.code == "customer_id_taken"
