"""Items: read back as they were, in pages, and found by what a person types."""

from __future__ import annotations

import numpy as np
import pytest

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import FeedbackKind, Item
from recsys_desktop.store.catalogue import Catalogue
from recsys_desktop.store.database import Database
from recsys_desktop.store.feedback import FeedbackLog
from recsys_desktop.store.interactions import Interactions
from tests.store.shops import event, item

FULL = Item(
    ItemId("01234"), "蜡烛 Kerze 🕯", "Zeile 1\nline 2", "Home > Candles", ("vintage, red", "a|b", '"q"'), "Brand's", 9.99, "EUR", 0,
    "https://shop.example/01234", "01234.jpg",
)  # fmt: skip


@pytest.fixture
def catalogue(database: Database) -> Catalogue:
    return Catalogue(database)


def ids(items: list[Item]) -> list[str]:
    return [one.item_id for one in items]


def test_an_item_comes_back_whole(catalogue: Catalogue) -> None:
    catalogue.upsert([FULL])
    assert catalogue.get(ItemId("01234")) == FULL
    assert catalogue.get(ItemId("1234")) is None


def test_what_the_shop_does_not_say_stays_unsaid(catalogue: Catalogue) -> None:
    bare = item("b", "Bare")
    catalogue.upsert([bare])
    found = catalogue.get(ItemId("b"))
    assert found == bare
    assert (bare.price, bare.stock, bare.tags) == (None, None, ())


def test_ids_are_texts(catalogue: Catalogue) -> None:
    numbers = ["7", "007", "7.0", "12345678901234567890", "A7", "a7"]
    catalogue.upsert(item(number, number) for number in numbers)
    assert catalogue.keys()[1] == numbers


def test_upsert_replaces_all_fields_and_keeps_the_key(catalogue: Catalogue) -> None:
    catalogue.upsert([item("first", "First"), FULL])
    key = catalogue.key_of(FULL.item_id)
    catalogue.upsert([item("01234", "New")])
    assert catalogue.count() == 2
    assert catalogue.key_of(FULL.item_id) == key
    assert catalogue.get(FULL.item_id) == item("01234", "New")


def test_keys_titles_and_iteration_agree(catalogue: Catalogue) -> None:
    catalogue.upsert([item("b", "Bee"), item("a", "Ay"), item("c", "Sea")])
    keys, item_ids = catalogue.keys()
    assert keys.dtype == np.int64
    assert keys.tolist() == [1, 2, 3]
    assert item_ids == ["b", "a", "c"]
    assert [(key, one.item_id) for key, one in catalogue.iterate()] == [(1, "b"), (2, "a"), (3, "c")]
    assert catalogue.key_of(ItemId("c")) == 3
    assert catalogue.key_of(ItemId("d")) is None
    assert catalogue.titles(np.array([3, 99, 1, 3], np.int64)) == ["Sea", "", "Bee", "Sea"]


def test_an_empty_catalogue(catalogue: Catalogue) -> None:
    keys, item_ids = catalogue.keys()
    assert (keys.shape, keys.dtype.name, item_ids) == ((0,), "int64", [])
    assert catalogue.count() == 0
    assert catalogue.page("", 10) == []
    assert list(catalogue.iterate()) == []
    assert catalogue.titles(np.zeros(0, np.int64)) == []


def test_get_many_keeps_the_order_asked_for(catalogue: Catalogue) -> None:
    catalogue.upsert(item(str(number), "x") for number in range(1500))
    wanted = [ItemId(str(number)) for number in range(1499, -1, -1)]
    assert ids(catalogue.get_many([*wanted, ItemId("absent"), ItemId("7")])) == [*wanted, "7"]
    assert catalogue.get_many([]) == []


def test_iteration_crosses_its_blocks(catalogue: Catalogue) -> None:
    catalogue.upsert(item(str(number), "x") for number in range(5_001))
    assert [key for key, _ in catalogue.iterate()] == list(range(1, 5_002))


def test_items_may_be_written_while_iterating(catalogue: Catalogue) -> None:
    catalogue.upsert(item(str(number), "x") for number in range(3))
    for _, one in catalogue.iterate():
        catalogue.upsert([item(one.item_id, "seen")])
    assert catalogue.titles(np.array([1, 2, 3], np.int64)) == ["seen", "seen", "seen"]


class TestPages:
    def test_follow_each_other_without_gap_or_repeat(self, catalogue: Catalogue) -> None:
        """Equal titles, and titles that differ in case only, straddle the pages."""
        titles = ["apple", "Apple", "APPLE", "apple", "Banana", "banana", "éclair", "Zebra", "苹果"]
        catalogue.upsert(item(f"i{number}", title) for number, title in enumerate(titles))
        # NOCASE folds ASCII letters only: the accent and the Chinese title come last, by code point
        wanted = ["i0", "i1", "i2", "i3", "i4", "i5", "i7", "i6", "i8"]
        assert ids(catalogue.page("", 100)) == wanted
        for size in (1, 2, 4):
            seen: list[Item] = []
            while page := catalogue.page("", size, (seen[-1].title, seen[-1].item_id) if seen else None):
                assert len(page) <= size
                seen += page
            assert ids(seen) == wanted

    def test_seek_in_the_index(self, database: Database, catalogue: Catalogue) -> None:
        """The last page of a large catalogue takes no longer than the first."""
        queries: list[str] = []
        database.connection.conn.set_trace_callback(queries.append)
        catalogue.page("", 200, ("m", ItemId("1")))
        database.connection.conn.set_trace_callback(None)
        (step,) = database.read(f"EXPLAIN QUERY PLAN {queries[0]}")
        assert step[3] == "SEARCH items USING INDEX items_by_title ((title,item_id)>(?,?))"

    @pytest.mark.parametrize(
        ("search", "found"),
        [
            ("candle", ["1", "2"]),  # in a title, in a category, in any case
            ("red candle", ["2"]),  # every word, wherever
            ("50%", ["3"]),
            ("a_b", ["3"]),
            ("\\", ["4"]),
            ("'", ["4"]),
            ("sku-4", ["4"]),
            ("acme", ["2"]),
            ("vintage", ["3"]),
            ("灯笼", ["5"]),
            ("灯 笼", ["5"]),
            ("  ", ["1", "2", "3", "4", "5"]),
            ("nothing", []),
        ],
    )
    def test_search(self, catalogue: Catalogue, search: str, found: list[str]) -> None:
        catalogue.upsert(
            [
                item("1", "A Candle"),
                item("2", "B red holder", category="Home > CANDLES", brand="Acme"),
                item("3", "C 50% off a_b", tags=("Vintage",)),
                item("sku-4", "D o'clock \\ watch"),
                item("5", "E 红灯笼"),
            ]
        )
        assert [one.item_id.removeprefix("sku-") for one in catalogue.page(search, 10)] == found

    def test_search_goes_on_after_a_page(self, catalogue: Catalogue) -> None:
        catalogue.upsert(item(str(number), f"{'mug' if number % 2 else 'cup'} {number}") for number in range(10))
        first = catalogue.page("mug", 3)
        assert ids(first) == ["1", "3", "5"]
        assert ids(catalogue.page("mug", 3, (first[-1].title, first[-1].item_id))) == ["7", "9"]


def test_common_values_come_most_frequent_first(catalogue: Catalogue) -> None:
    catalogue.upsert(
        item(f"{number}", category=category, currency="EUR") for number, category in enumerate(["B", "A", "B", "", "C", "A", "B"])
    )
    assert catalogue.common_values("category", 9) == ["B", "A", "C"]
    assert catalogue.common_values("category", 1) == ["B"]
    assert catalogue.common_values("brand", 9) == []
    assert catalogue.common_values("currency", 9) == ["EUR"]
    assert catalogue.counted_values("category") == [("A", 2), ("B", 3), ("C", 1)]
    with pytest.raises(ValueError, match="title"):
        catalogue.common_values("title", 9)


def test_only_what_nothing_names_is_removed(catalogue: Catalogue, database: Database) -> None:
    catalogue.upsert([item("used"), item("judged"), item("free")])
    Interactions(database).add_many([event("u", "used")])
    FeedbackLog(database).append(UserId("u"), ItemId("judged"), FeedbackKind.LIKE, None, 1, 1)
    assert [catalogue.is_used(ItemId(name)) for name in ("used", "judged", "free", "absent")] == [True, True, False, False]
    for name in ("used", "judged"):
        with pytest.raises(ValueError, match=name):
            catalogue.remove(ItemId(name))
    catalogue.remove(ItemId("free"))
    catalogue.remove(ItemId("absent"))
    assert catalogue.keys()[1] == ["used", "judged"]
