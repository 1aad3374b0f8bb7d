"""What becomes cheaper or can be bought again is written down by imports and by hand, and taken back with an import."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.progress import Progress
from recsys_desktop.services.shop import Shop, open_shop
from recsys_desktop.store.imports import Imports
from recsys_desktop.store.staging import Staging

FILES = ["products.csv"]


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    opened = open_shop(tmp_path / "shop")
    bring(opened, item("a", 10.0, 0), item("b", 5.0, 3), item("c", 8.0, None))
    yield opened
    opened.close()


def item(item_id: str, price: float | None, stock: int | None) -> Item:
    return Item(ItemId(item_id), item_id.upper(), price=price, stock=stock)


def bring(shop: Shop, *items: Item) -> None:
    with Staging(shop.database) as staging:
        staging.add_items(list(items))
        staging.merge(Progress(), FILES)


def test_new_products_are_no_change(shop: Shop) -> None:
    assert shop.item_changes.count() == 0


def test_a_sale_is_no_change_but_the_first_and_last_piece_are(shop: Shop) -> None:
    bring(shop, item("b", 5.0, 2))
    assert shop.item_changes.count() == 0
    bring(shop, item("b", 5.0, 0))
    assert shop.item_changes.count() == 1
    assert shop.item_changes.back_in_stock(0) == []
    bring(shop, item("b", 5.0, 7), item("a", 10.0, 4))
    assert {one.item_id for one in shop.item_changes.back_in_stock(0)} == {"a", "b"}
    bring(shop, item("a", 10.0, 0))
    assert [one.item_id for one in shop.item_changes.back_in_stock(0)] == ["b"]


def test_a_price_that_fell_twice_is_compared_with_the_first(shop: Shop) -> None:
    bring(shop, item("c", 7.0, None))
    bring(shop, item("c", 6.0, None), item("b", 6.0, 3))
    (drop,) = shop.item_changes.price_drops(0)
    assert (drop.item_id, drop.price_before) == ("c", 8.0)
    bring(shop, item("c", 8.0, None))
    assert shop.item_changes.price_drops(0) == []


def test_what_is_sold_out_is_no_bargain(shop: Shop) -> None:
    bring(shop, item("a", 2.0, 0))
    assert shop.item_changes.count() == 1
    assert shop.item_changes.price_drops(0) == []


def test_only_what_happened_lately_counts(shop: Shop) -> None:
    bring(shop, item("c", 7.0, None))
    (drop,) = shop.item_changes.price_drops(0)
    assert shop.item_changes.price_drops(drop.time) == [drop]
    assert shop.item_changes.price_drops(drop.time + 1) == []


def test_a_change_by_hand(shop: Shop) -> None:
    shop.catalogue.upsert([item("a", 9.0, 1), item("new", 1.0, 1)])
    assert [one.item_id for one in shop.item_changes.back_in_stock(0)] == ["a"]
    assert [(one.item_id, one.price_before) for one in shop.item_changes.price_drops(0)] == [("a", 10.0)]


def test_an_import_taken_back_changed_nothing(shop: Shop) -> None:
    shop.catalogue.upsert([item("c", 7.5, None)])
    bring(shop, item("b", 4.0, 3))
    assert shop.item_changes.count() == 2
    Imports(shop.database).undo(Progress())
    assert [one.item_id for one in shop.item_changes.price_drops(0)] == ["c"]


def test_a_dry_run_writes_nothing_down(shop: Shop) -> None:
    with Staging(shop.database) as staging:
        staging.add_items([item("b", 4.0, 3)])
        staging.counts()
    assert shop.item_changes.count() == 0


def test_many_changed_products_are_not_compared_with_each_other(shop: Shop) -> None:
    # One report for each 1,000 instructions: every row read for every product would be some ten thousand reports.
    many = [item(f"p{number}", 1.0, 1) for number in range(2_000)]
    bring(shop, *many)
    with Staging(shop.database) as staging:
        staging.add_items([item(one.item_id, 2.0, 1) for one in many])
        steps = 0

        def count() -> None:
            nonlocal steps
            steps += 1

        connection = shop.database.connection.conn
        kept = connection.set_progress_handler

        def counting(_handler: object, _every: int) -> None:
            kept(count, 1_000)

        progress = Progress()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("recsys_desktop.store.merging.stopped_by", _counted(counting))
            staging.merge(progress, FILES)
    connection.set_progress_handler(None, 0)
    assert shop.item_changes.count() == 2_000
    assert 0 < steps < 1_000


def _counted(begin: Callable[[object, int], None]) -> Callable[..., AbstractContextManager[None]]:
    @contextmanager
    def watched(_progress: Progress, _db: object) -> Iterator[None]:
        begin(None, 0)
        yield

    return watched
