"""Bought together, read from a shop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Interaction, Item, Kind
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.services.products.together import all_together, together
from recsys_desktop.services.shop import Shop, open_shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """Four products; tea and cup in three orders, tea and pot in two, tea alone in one."""
    opened = open_shop(tmp_path / "shop")
    opened.catalogue.upsert(Item(ItemId(name), name.title()) for name in ("tea", "cup", "pot", "hat"))
    for number, basket in enumerate((("tea", "cup", "pot"), ("tea", "cup", "pot"), ("tea", "cup"), ("tea",))):
        opened.interactions.add_many(
            Interaction(UserId("u"), ItemId(item), Kind.PURCHASE, None, 1.0, 1_000_000, f"o{number}") for item in basket
        )
    yield opened
    opened.close()


def test_shares_are_of_the_baskets_with_this_product(shop: Shop) -> None:
    found = [(place.item.title, place.baskets, place.share) for place in together(shop, ItemId("tea"), 5)]
    assert found == [("Cup", 3, 0.75), ("Pot", 2, 0.5)]
    assert [place.share for place in together(shop, ItemId("pot"), 5)] == [1.0, 1.0]
    assert together(shop, ItemId("hat"), 5) == ()


def test_new_orders_are_counted(shop: Shop) -> None:
    assert len(together(shop, ItemId("hat"), 5)) == 0
    for number in range(2):
        shop.interactions.add_many(
            Interaction(UserId("v"), ItemId(item), Kind.PURCHASE, None, 1.0, 2_000_000, f"n{number}") for item in ("hat", "pot")
        )
    assert [(place.item.title, place.baskets) for place in together(shop, ItemId("hat"), 5)] == [("Pot", 2)]


def test_every_product_is_named(shop: Shop) -> None:
    table = {item_id: [place.item.item_id for place in places] for item_id, places in all_together(shop, 1, Progress())}
    # tea and cup are beside pot equally often; cup is in fewer baskets
    assert table == {"tea": ["cup"], "cup": ["tea"], "pot": ["cup"], "hat": []}


def test_a_changed_title_is_shown(shop: Shop) -> None:
    together(shop, ItemId("tea"), 1)
    shop.catalogue.upsert([Item(ItemId("cup"), "Big cup")])
    assert together(shop, ItemId("tea"), 1)[0].item.title == "Big cup"


def test_an_unknown_product(shop: Shop) -> None:
    with pytest.raises(RecsysError) as caught:
        together(shop, ItemId("nothing"), 3)
    assert caught.value.code == "unknown_item"
