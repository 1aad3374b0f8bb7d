"""The map of a shop, kept beside the space it was drawn from."""

from __future__ import annotations

from pathlib import Path

import pytest

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.services.fitting import current_folder, fit
from recsys_desktop.services.products import catalogue_map
from recsys_desktop.services.products.catalogue_map import shop_map
from recsys_desktop.services.shop import Shop, open_shop
from tests.services.shops import store_vectors


def test_every_product_has_a_place(shop: Shop) -> None:
    drawn = shop_map(shop, Progress())
    assert sorted(drawn.item_ids) == sorted(shop.catalogue.keys()[1])
    assert drawn.titles[drawn.item_ids.index(ItemId("g0"))] == "Clay pot"
    assert drawn.points.shape == (12, 2)
    garden = [item_id.startswith("g") for item_id in drawn.item_ids]
    # gardeners buy no kitchen things: the two shelves are two lands
    across = drawn.points[garden].mean(axis=0) - drawn.points[[not is_garden for is_garden in garden]].mean(axis=0)
    along = drawn.points @ across
    assert min(along[garden]) > max(along[[not is_garden for is_garden in garden]])


def test_it_is_drawn_once(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    first = shop_map(shop, Progress())
    monkeypatch.setattr(catalogue_map, "draw_map", lambda *_: pytest.fail("drawn twice"))
    second = shop_map(shop, Progress())
    assert second.points.tolist() == first.points.tolist()
    assert second.names == first.names


def test_a_damaged_file_is_drawn_again(shop: Shop) -> None:
    first = shop_map(shop, Progress())
    folder = current_folder(shop)
    assert folder is not None
    (folder / "map" / "meta.json").write_text("{", encoding="utf-8")
    assert shop_map(shop, Progress()).points.tolist() == first.points.tolist()


def test_another_space_has_another_map(shop: Shop) -> None:
    shop_map(shop, Progress())
    former = current_folder(shop)
    shop.catalogue.upsert([Item(ItemId("g9"), "Garden fork", category="Garden")])
    store_vectors(shop)
    fit(shop, Progress())
    assert current_folder(shop) != former
    assert ItemId("g9") in shop_map(shop, Progress()).item_ids


def test_a_shop_that_was_not_prepared(tmp_path: Path) -> None:
    empty = open_shop(tmp_path / "empty")
    with pytest.raises(RecsysError) as caught:
        shop_map(empty, Progress())
    assert caught.value.code == "not_prepared"
    empty.close()
