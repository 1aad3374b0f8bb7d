"""Products found, filtered and sorted, against rows written by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Interaction, Item, Kind
from recsys_desktop.services.listing.scenarios import hide
from recsys_desktop.services.products.finding_products import Wanted, categories_in_use, find_products
from recsys_desktop.services.shop import Shop, open_shop

ITEMS = (
    Item(ItemId("1"), "Mug", category="Home > Kitchen", price=8.0, stock=0),
    Item(ItemId("2"), "apron", category="Home > Kitchen", price=12.0, stock=5),
    Item(ItemId("3"), "Bench", category="Garden", stock=2, tags=("oak", "ÉTÉ")),
    Item(ItemId("4"), "Card", price=2.0, brand="Ayla"),
    Item(ItemId("5"), "Rug", category="Homeware > Kitchen", price=2.0),
)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """Five products, the bench bought once, the card hidden."""
    opened = open_shop(tmp_path / "shop")
    opened.catalogue.upsert(ITEMS)
    opened.interactions.add_many([Interaction(UserId("u"), ItemId("3"), Kind.PURCHASE, time=5)])
    hide(opened, ItemId("4"), True)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), "23415"),
        (Wanted(falling=True), "51432"),
        (Wanted(sort_by="price"), "45123"),
        (Wanted(sort_by="price", falling=True), "21453"),
        (Wanted(sort_by="stock"), "13245"),
        (Wanted(sort_by="stock", falling=True), "23145"),
        (Wanted(sort_by="category"), "32154"),
        (Wanted(show="in_stock"), "2345"),
        (Wanted(show="sold_out"), "1"),
        (Wanted(show="hidden"), "4"),
        (Wanted(show="unknown"), "2415"),
        (Wanted(category="Home"), "21"),
        (Wanted(category="Home > Kitchen", show="in_stock"), "2"),
        (Wanted(category="Homeware"), "5"),
        (Wanted(search="OAK"), "3"),
        (Wanted(search="été"), "3"),
        (Wanted(search="kitchen u"), "15"),
        (Wanted(search="%"), ""),
    ],
)
def test_what_is_found_and_in_which_order(shop: Shop, wanted: Wanted, found: str) -> None:
    answer = find_products(shop, wanted)
    assert "".join(answer.ids) == found
    assert answer.total == 5
    assert answer.hidden == {"4"}


def test_changes_are_seen(shop: Shop) -> None:
    assert len(find_products(shop, Wanted(search="spoon")).ids) == 0
    shop.catalogue.upsert([Item(ItemId("6"), "Spoon")])
    assert find_products(shop, Wanted(search="spoon")).ids == ("6",)
    hide(shop, ItemId("6"), True)
    assert find_products(shop, Wanted(show="hidden")).ids == ("4", "6")


def test_a_language_may_have_its_own_order(shop: Shop) -> None:
    backwards = {"Mug": 1, "apron": 2, "Bench": 3, "Card": 4, "Rug": 5}
    assert "".join(find_products(shop, Wanted(), lambda title: -backwards[title]).ids) == "54321"


def test_categories_with_those_above_them(shop: Shop) -> None:
    assert categories_in_use(shop) == ("Garden", "Home", "Home > Kitchen", "Homeware", "Homeware > Kitchen")
