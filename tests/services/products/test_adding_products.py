"""Products typed in by hand: they find their customers at once, and can be taken back without a trace."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import FeedbackKind, Float32Array, Interaction, Item, Kind
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Cancelled, Progress
from recsys_desktop.engine.item_space import ItemSpace
from recsys_desktop.services import encoding
from recsys_desktop.services.fitting import fit, load_current
from recsys_desktop.services.learning import giving_feedback
from recsys_desktop.services.listing.recommending import Recommender
from recsys_desktop.services.listing.standing import standing
from recsys_desktop.services.products import adding_products
from recsys_desktop.services.products.adding_products import (
    add_product,
    change_product,
    newcomers,
    next_id,
    remove_product,
    suggestions,
)
from recsys_desktop.services.shop import Shop
from tests.services.shops import DAY, START, HashedEncoder, filled_shop

POT = Item(ItemId("g6"), "Clay pot for the garden", category="Garden", price=5.0, currency="GBP")
TOWEL = Item(ItemId("k6"), "Tea towel, linen", category="Kitchen")


@pytest.fixture(autouse=True)
def encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "load_encoder", lambda shop, version: HashedEncoder())  # noqa: ARG005  # the real one's


def arrays(space: ItemSpace) -> dict[str, np.ndarray]:
    values = {field.name: getattr(space, field.name) for field in fields(space)}
    return {name: value for name, value in values.items() if isinstance(value, np.ndarray)}


def listed(shop: Shop, user: str, k: int = 2) -> list[str]:
    return [place.item.item_id for place in Recommender(shop).recommend(UserId(user), k).items]


def test_a_new_product_stands_in_the_lists_of_those_who_buy_its_like_and_in_no_others(shop: Shop) -> None:
    """Everyone has all but one product of their shelf, so there is room for one more in a list of two."""
    assert add_product(shop, POT, Progress())
    assert add_product(shop, TOWEL, Progress())
    for user in range(60):
        shelf, left_out = ("g" if user < 30 else "k"), (user + 5) % 6
        assert set(listed(shop, f"u{user:02d}")) == {f"{shelf}{left_out}", f"{shelf}6"}


def test_nothing_is_fitted_anew(shop: Shop) -> None:
    before = load_current(shop)
    add_product(shop, POT, Progress())
    after = load_current(shop)
    assert before is not None
    assert after is not None
    assert (after.model_version, after.now, len(after.space)) == (before.model_version, before.now, 13)
    np.testing.assert_array_equal(after.space.keys[:12], before.space.keys)
    assert after.space.item_keys[-1] == shop.catalogue.key_of(ItemId("g6"))
    assert not after.space.warm[-1]


def test_who_would_like_it_and_where_it_stands(shop: Shop) -> None:
    add_product(shop, POT, Progress())
    recommender = Recommender(shop)
    assert {int(user[1:]) < 30 for user, _ in recommender.audience(ItemId("g6"), 30)} == {True}
    found = standing(recommender, ItemId("g6"), 2, Progress())
    assert found.looked_at == 60
    assert {place.user_id for place in found.places} >= {f"u{user:02d}" for user in range(30)}
    assert [place.rank for place in found.places] == sorted(place.rank for place in found.places)
    assert str(found.sentence) == f"It is in the lists of {len(found.places)} of the 60 customers most likely to want it."


def test_taking_it_back_leaves_no_trace_and_its_key_may_be_used_again(shop: Shop) -> None:
    before = load_current(shop)
    add_product(shop, POT, Progress())
    key = shop.catalogue.key_of(ItemId("g6"))
    remove_product(shop, ItemId("g6"), Progress())
    after = load_current(shop)
    assert before is not None
    assert after is not None
    assert after.space.placing is not None
    assert before.space.placing is not None
    for old, new in ((before.space, after.space), (before.space.placing, after.space.placing)):
        for field in fields(old):
            if field.name != "placing":
                np.testing.assert_array_equal(getattr(new, field.name), getattr(old, field.name))
    assert len(shop.vectors.load(1)[0]) == 12
    add_product(shop, TOWEL, Progress())
    assert shop.catalogue.key_of(ItemId("k6")) == key
    assert "k6" in listed(shop, "u41")
    assert Recommender(shop).audience(ItemId("k6"), 1)[0][0] >= "u30"


def test_a_change_of_words_moves_a_product_without_buyers(shop: Shop) -> None:
    add_product(shop, POT, Progress())
    assert Recommender(shop).audience(ItemId("g6"), 1)[0][0] < "u30"
    change_product(shop, Item(ItemId("g6"), TOWEL.title, category=TOWEL.category), Progress())
    assert Recommender(shop).audience(ItemId("g6"), 1)[0][0] >= "u30"
    assert "g6" in listed(shop, "u41")
    assert shop.catalogue.count() == 13


def test_a_change_of_words_leaves_a_product_with_buyers_where_they_put_it(shop: Shop) -> None:
    before = listed(shop, "u07")
    change_product(shop, Item(ItemId("g0"), TOWEL.title, category=TOWEL.category), Progress())
    assert listed(shop, "u07") == before
    after = load_current(shop)
    assert after is not None
    np.testing.assert_allclose(after.space.texts[0], HashedEncoder().encode(["Tea towel, linen. category: Kitchen"], Progress())[0])


@pytest.mark.parametrize(
    ("item", "code"),
    [
        (Item(ItemId("g0"), "Another pot"), "product_id_taken"),
        (Item(ItemId(" "), "Pot"), "product_incomplete"),
        (Item(ItemId("x"), "  "), "product_incomplete"),
        (Item(ItemId("x"), "Pot", price=-1.0), "product_incomplete"),
        (Item(ItemId("x"), "Pot", price=float("nan")), "product_incomplete"),
    ],
)
def test_what_cannot_be_added_changes_nothing(shop: Shop, item: Item, code: str) -> None:
    with pytest.raises(RecsysError) as caught:
        add_product(shop, item, Progress())
    assert caught.value.code == code
    assert shop.catalogue.count() == 12


def test_a_cancel_stores_nothing(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stopped(HashedEncoder):
        def encode(self, texts: list[str], progress: Progress) -> Float32Array:
            progress.cancel()
            return super().encode(texts, progress)

    monkeypatch.setattr(encoding, "load_encoder", lambda shop, version: Stopped())  # noqa: ARG005  # the real one's
    with pytest.raises(Cancelled):
        add_product(shop, POT, Progress())
    assert shop.catalogue.key_of(ItemId("g6")) is None


def test_before_the_shop_is_prepared_it_is_stored_only(tmp_path: Path) -> None:
    shop = filled_shop(tmp_path / "bare")
    assert not add_product(shop, POT, Progress())
    assert shop.catalogue.get(ItemId("g6")) == POT
    shop.close()


def test_what_customers_know_is_not_removed(shop: Shop) -> None:
    add_product(shop, POT, Progress())
    giving_feedback.give(shop, UserId("u07"), ItemId("g6"), FeedbackKind.LIKE)
    for item_id in ("g6", "g0"):
        with pytest.raises(RecsysError) as caught:
            remove_product(shop, ItemId(item_id), Progress())
        assert caught.value.code == "product_in_use"
    with pytest.raises(RecsysError) as caught:
        remove_product(shop, ItemId("nothing"), Progress())
    assert caught.value.code == "unknown_item"


def test_a_product_is_new_until_it_has_buyers(shop: Shop) -> None:
    def new() -> set[str]:
        current = load_current(shop)
        assert current is not None
        return set(newcomers(shop, current.space))

    assert new() == set()
    add_product(shop, POT, Progress())
    add_product(shop, TOWEL, Progress())
    assert new() == {"g6", "k6"}
    remove_product(shop, ItemId("k6"), Progress())
    assert new() == {"g6"}
    shop.interactions.add_many([Interaction(UserId("u07"), ItemId("g6"), Kind.PURCHASE, time=START + 40 * DAY)])
    fit(shop, Progress())
    assert new() == set()


def test_suggestions_come_from_the_shop(shop: Shop) -> None:
    found = suggestions(shop)
    assert (found.item_id, found.categories, found.brands, found.currency) == ("g6", ("Garden", "Kitchen"), (), "GBP")


@pytest.mark.parametrize(
    ("taken", "free"),
    [
        ([], "N-1"),
        (["gift", "card"], "N-1"),
        (["N-1"], "N-2"),
        (["0098", "0099"], "0100"),
        (["A1", "A2", "B9"], "A3"),
        (["A1", "A01"], "A2"),
        (["85123A", "22423", "22424"], "22425"),
    ],
)
def test_the_next_number_follows_the_manner_of_the_others(taken: list[str], free: str) -> None:
    assert next_id([ItemId(item_id) for item_id in taken]) == free


def test_every_array_of_a_space_loses_the_row(shop: Shop) -> None:
    current = load_current(shop)
    assert current is not None
    space = current.space
    assert space.width != len(space), "else the test cannot tell rows from coordinates"
    smaller = adding_products.without(space, shop.catalogue.key_of(ItemId("g3")))  # type: ignore[arg-type]  # it is there
    for name, array in arrays(space).items():
        if len(array) == len(space):
            np.testing.assert_array_equal(arrays(smaller)[name], np.delete(array, 3, axis=0))
