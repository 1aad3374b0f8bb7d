"""Lists, reasons, similar products and audiences of a small shop whose right answers are known."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import FeedbackKind
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.rules import STANDARD, Rules, Scenario
from recsys_desktop.services.learning import giving_feedback
from recsys_desktop.services.listing import scenarios
from recsys_desktop.services.listing.recommending import Recommender
from recsys_desktop.services.shop import Shop
from tests.services.shops import filled_shop


def ids(recommender: Recommender, user: str, k: int = 3) -> list[str]:
    return [place.item.item_id for place in recommender.recommend(UserId(user), k).items]


def set_rules(shop: Shop, rules: Rules) -> None:
    scenarios.save(shop, Scenario(STANDARD, rules), STANDARD)


def test_the_missing_product_of_the_own_shelf_comes_first(shop: Shop) -> None:
    recommender = Recommender(shop)
    assert ids(recommender, "u07")[0] == "g0"  # bought g1 to g5
    assert ids(recommender, "u34")[0] == "k3"  # bought k4, k5, k0, k1, k2


def test_what_was_bought_is_not_listed_and_a_short_catalogue_gives_a_short_list(shop: Shop) -> None:
    listed = ids(Recommender(shop), "u07", 100)
    assert sorted(listed) == ["g0", "k0", "k1", "k2", "k3", "k4", "k5"]


def test_shares_sum_to_the_score(shop: Shop) -> None:
    recommender = Recommender(shop)
    for user in range(60):
        for place in recommender.recommend(UserId(f"u{user:02d}"), 7).items:
            assert sum(reason.share for reason in place.reasons) == pytest.approx(place.score, abs=1e-6)


def test_reasons_name_what_was_bought(shop: Shop) -> None:
    best = Recommender(shop).recommend(UserId("u07"), 1).items[0]
    named = {reason.item_id for reason in best.reasons if reason.kind == "history"}
    assert named == {"g1", "g2", "g3", "g4", "g5"}
    assert str(best.reasons[0].text) == f"Because of {best.reasons[0].title}"


def test_feedback_changes_the_next_list_without_a_reload(shop: Shop) -> None:
    recommender = Recommender(shop)
    before = ids(recommender, "u07", 7)
    assert before[0] == "g0"
    given = giving_feedback.give(shop, UserId("u07"), ItemId("g0"), FeedbackKind.NEVER_SHOW)
    assert "g0" not in ids(recommender, "u07", 7)
    giving_feedback.undo(shop, given.feedback_id)
    assert ids(recommender, "u07", 7) == before


def test_a_like_pulls_its_shelf_up(shop: Shop) -> None:
    recommender = Recommender(shop)
    before = {place.item.item_id: place.score for place in recommender.recommend(UserId("u07"), 7).items}
    giving_feedback.give(shop, UserId("u07"), ItemId("k0"), FeedbackKind.LIKE)
    after = {place.item.item_id: place.score for place in recommender.recommend(UserId("u07"), 7).items}
    assert all(after[item] > before[item] for item in ("k1", "k2", "k3"))


def test_bought_products_come_back_after_the_days_of_the_rules(shop: Shop) -> None:
    set_rules(shop, Rules(bring_back_days=20))
    listed = ids(Recommender(shop), "u07", 12)
    # u07 bought g1, g2, g3, g4, g5 a week apart, the last with the newest data: g1 (28 days ago) and g2 (21) are old enough
    assert {"g1", "g2"} <= set(listed)
    assert not {"g3", "g4", "g5"} & set(listed)


def set_stock(shop: Shop, stock: dict[str, int | None]) -> None:
    shop.catalogue.upsert([replace(item, stock=stock.get(item.item_id, item.stock)) for _, item in shop.catalogue.iterate()])


def test_what_is_sold_out_is_not_listed_from_the_next_list_on(shop: Shop) -> None:
    recommender = Recommender(shop)
    assert ids(recommender, "u07")[0] == "g0"
    set_stock(shop, {"g0": 0, "k0": 3})
    assert sorted(ids(recommender, "u07", 100)) == ["k0", "k1", "k2", "k3", "k4", "k5"]
    set_stock(shop, {"g0": None})
    assert ids(recommender, "u07")[0] == "g0"


def test_sold_out_products_are_listed_where_the_shop_wants_them_or_counts_none(shop: Shop) -> None:
    recommender = Recommender(shop)
    set_stock(shop, {"g0": 0})
    set_rules(shop, Rules(in_stock=False))
    assert ids(recommender, "u07")[0] == "g0"
    set_rules(shop, Rules())
    set_stock(shop, dict.fromkeys((f"{shelf}{number}" for shelf in "gk" for number in range(6)), 0))
    assert ids(recommender, "u07")[0] == "g0"


def test_a_customer_without_history_gets_what_sells_well(shop: Shop) -> None:
    shop.users.add(UserId("new"))
    made = Recommender(shop).recommend(UserId("new"), 4)
    assert [place.rank for place in made.items] == [1, 2, 3, 4]
    assert str(made.step).startswith("Nothing is known of this customer yet")
    assert {reason.kind for reason in made.items[0].reasons} == {"prior", "sentence"}


def test_unknown_ids_name_near_ones(shop: Shop) -> None:
    recommender = Recommender(shop)
    with pytest.raises(RecsysError) as caught:
        recommender.recommend(UserId("U07"), 3)
    assert caught.value.code == "unknown_user"
    assert "u07" in str(caught.value.hint)
    with pytest.raises(RecsysError) as caught:
        recommender.similar(ItemId("g9"), 3)
    assert caught.value.code == "unknown_item"


def test_before_the_first_preparation_lists_are_of_what_sells_where_the_customer_buys(tmp_path: Path) -> None:
    shop = filled_shop(tmp_path / "shop")
    try:
        recommender = Recommender(shop)
        assert not recommender.ready
        made = recommender.recommend(UserId("u07"), 3)  # bought g1 to g5
        best = made.items[0]
        assert (best.item.item_id, str(best.step)) == ("g0", "What sells well in the categories this customer likes")
        assert [str(place.step) for place in made.items[1:]] == ["What sells well now"] * 2
        assert all(sum(one.share for one in place.reasons) == pytest.approx(place.score) for place in made.items)
        with pytest.raises(RecsysError) as caught:
            recommender.similar(ItemId("g0"), 3)
        assert caught.value.code == "not_prepared"
    finally:
        shop.close()


def test_lists_survive_a_restart_and_a_damaged_space_only_asks_for_preparing(shop: Shop) -> None:
    first = ids(Recommender(shop), "u07", 7)
    assert ids(Recommender(Shop(shop.data_dir)), "u07", 7) == first
    for file in next(iter(shop.spaces_dir.iterdir())).iterdir():
        if file.name == "keys.npy":
            file.write_bytes(b"damaged")
    assert not Recommender(shop).ready


def test_audience_is_those_without_the_product_who_like_its_shelf(shop: Shop) -> None:
    found = Recommender(shop).audience(ItemId("g1"), 5)
    assert {user for user, _ in found} == {"u02", "u08", "u14", "u20", "u26"}  # exactly those who left g1 out
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)


def test_similar_products_share_the_shelf(shop: Shop) -> None:
    found = Recommender(shop).similar(ItemId("k2"), 3)
    assert [one.rank for one in found] == [1, 2, 3]
    assert all(one.item.category == "Kitchen" for one in found)


def test_without_a_purchase_the_product_would_stand_lower(shop: Shop) -> None:
    recommender = Recommender(shop)
    best = recommender.recommend(UserId("u07"), 1).items[0]
    found = recommender.without(UserId("u07"), best.item.item_id, ItemId("g1"))
    assert found.rank == 1
    assert found.rank_without >= 1
