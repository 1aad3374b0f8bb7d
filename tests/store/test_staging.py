"""Imports: one transaction, counted, idempotent, and nothing known is ever erased."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Interaction, Item, Kind
from recsys_desktop.domain.progress import Progress, ProgressState
from recsys_desktop.store import merging_events
from recsys_desktop.store.catalogue import Catalogue
from recsys_desktop.store.database import Database
from recsys_desktop.store.interactions import Interactions
from recsys_desktop.store.merge_counts import MergeCounts
from recsys_desktop.store.staging import Staging
from recsys_desktop.store.users import Users
from tests.store.shops import EVENTS, ITEMS, attached, contents, event, item, take_in


def test_a_first_import(database: Database) -> None:
    assert take_in(database, ITEMS, EVENTS) == MergeCounts(3, 0, 0, 2, 4, 0, 0)  # the third item is named by behaviour only
    assert Catalogue(database).get_many([ItemId(name) for name in ("01", "02", "03")]) == [*ITEMS, item("03", "03")]
    assert Interactions(database).of_user(UserId("007")) == [EVENTS[1], EVENTS[0]]
    assert Interactions(database).of_user(UserId("8")) == [EVENTS[2], EVENTS[3]]
    assert database.read("SELECT user_id, last_time FROM users ORDER BY key") == [("007", 200), ("8", 150)]
    assert attached(database) == ["main"]


def test_keys_follow_the_files(database: Database) -> None:
    take_in(database, [item("b", "B"), item("a", "A")], [event("y", "d"), event("x", "c")])
    assert Catalogue(database).keys()[1] == ["b", "a", "d", "c"]
    assert Users(database).keys()[1] == ["y", "x"]
    take_in(database, [item("0", "0")], [event("w", "a")])
    assert Catalogue(database).keys()[1] == ["b", "a", "d", "c", "0"]


def test_the_same_files_again_change_nothing(database: Database) -> None:
    take_in(database, ITEMS, EVENTS)
    before = contents(database)
    assert take_in(database, ITEMS, EVENTS) == MergeCounts(0, 0, 2, 0, 0, 0, 4)
    assert contents(database) == before


def test_thirds_are_found_equal_again(database: Database) -> None:
    """Sums of fractions depend on the order of adding in their last digits."""
    events = [event("u", "p", 100, quantity=quantity) for quantity in (0.1, 0.2, 0.3, 1 / 3, 1e-9)]
    take_in(database, events=events)
    assert database.read("SELECT quantity FROM interactions") == [(0.933333,)]
    assert take_in(database, events=reversed(events)) == MergeCounts(0, 0, 0, 0, 0, 0, 1)


def test_ids_are_texts(database: Database) -> None:
    ids = [
        "0",
        "00",
        "01",
        "1",
        "1.0",
        "12345678901234567890",
        "012345678901234567890",
        "1e3",
        "A1",
        "a1",
        "Ａ１",
        "\u00e9",
        "e\u0301",
    ]
    counts = take_in(database, [item(name, "x") for name in ids], [event(name, name) for name in ids])
    assert counts == MergeCounts(13, 0, 0, 13, 13, 0, 0)
    assert Catalogue(database).keys()[1] == ids
    assert Users(database).keys()[1] == ids


class TestItems:
    def test_empty_fields_erase_nothing(self, database: Database) -> None:
        take_in(database, ITEMS)
        assert take_in(database, [item("01", ""), item("02", "", price=3.0)]) == MergeCounts(0, 1, 1, 0, 0, 0, 0)
        assert Catalogue(database).get_many([ItemId("01"), ItemId("02")]) == [ITEMS[0], item("02", "Lantern", price=3.0)]

    def test_nought_is_something(self, database: Database) -> None:
        take_in(database, ITEMS)
        assert take_in(database, [item("01", "", price=0.0, stock=0)]).changed_items == 1
        found = Catalogue(database).get(ItemId("01"))
        assert found is not None
        assert (found.price, found.stock, found.title) == (0.0, 0, "Red mug")

    def test_stock_that_is_no_longer_counted(self, database: Database) -> None:
        """A catalogue that tells the stock at all means by an empty cell that there is some; another one says nothing about it."""
        take_in(database, [item("01", "Mug", stock=0, price=2.0), item("02", "Jug", stock=4)])
        stocks = []
        for says_stock, rows in ((False, [item("01", "Mug")]), (True, [item("01", "Mug")]), (True, [item("02", "", stock=9)])):
            with Staging(database) as staging:
                staging.begin_file(says_stock=says_stock)
                staging.add_items(rows)
                changed = staging.merge(Progress()).changed_items
            stocks.append((changed, [(one.stock, one.price) for _, one in Catalogue(database).iterate()]))
        assert stocks == [(0, [(0, 2.0), (4, None)]), (1, [(None, 2.0), (4, None)]), (1, [(None, 2.0), (9, None)])]

    def test_each_field_alone_is_a_change(self, database: Database) -> None:
        take_in(database, ITEMS)
        changes: list[dict[str, object]] = [
            {"title": "RED mug"}, {"description": "new"}, {"category": "new"}, {"tags": ("new",)}, {"brand": "new"},
            {"price": 4.51}, {"currency": "USD"}, {"stock": 8}, {"url": "new"}, {"image": "new"},
        ]  # fmt: skip
        for change in changes:
            changed = Item(**{**vars(item("01")), **change})
            assert [take_in(database, [changed]).changed_items for _ in range(2)] == [1, 0], change

    def test_an_id_twice_in_a_file(self, database: Database) -> None:
        rows = [item("1", "First", brand="B", price=1.0), item("1", "", category="C"), item("1", "Last", price=2.0)]
        assert take_in(database, rows).new_items == 1
        assert Catalogue(database).get(ItemId("1")) == item("1", "Last", category="C", brand="B", price=2.0)

    def test_without_a_title_the_id_stands_in_until_one_comes(self, database: Database) -> None:
        assert take_in(database, [item("01", "", price=1.0)]) == MergeCounts(1, 0, 0, 0, 0, 0, 0)
        assert Catalogue(database).get(ItemId("01")) == item("01", "01", price=1.0)
        assert take_in(database, [item("01", "", price=1.0)]) == MergeCounts(0, 0, 1, 0, 0, 0, 0)
        assert take_in(database, [item("01", "Mug")]) == MergeCounts(0, 1, 0, 0, 0, 0, 0)
        assert Catalogue(database).titles(Catalogue(database).keys()[0]) == ["Mug"]

    def test_one_named_by_behaviour_is_described_later(self, database: Database) -> None:
        take_in(database, events=[event("u", "01", 100)])
        assert take_in(database, [item("01", "Mug", price=1.0)]) == MergeCounts(0, 1, 0, 0, 0, 0, 0)
        assert Catalogue(database).keys()[0].tolist() == [1]
        assert len(Interactions(database).of_user(UserId("u"))) == 1


class TestEvents:
    def test_lines_of_one_event_add_up(self, database: Database) -> None:
        rows = [
            event("u", "p", 100, order_id="A", quantity=2.0),
            event("u", "q", 100, order_id="A", quantity=1.0),
            event("u", "p", 100, order_id="A", quantity=3.5),
        ]
        assert take_in(database, events=rows).new_interactions == 2
        assert [(one.item_id, one.quantity) for one in Interactions(database).of_user(UserId("u"))] == [("p", 5.5), ("q", 1.0)]

    def test_the_last_value_wins(self, database: Database) -> None:
        take_in(database, events=[event("u", "p", 100, Kind.RATING, value=stars) for stars in (5.0, 1.0, 3.0)])
        assert [one.value for one in Interactions(database).of_user(UserId("u"))] == [3.0]

    @pytest.mark.parametrize(
        "other",
        [
            event("v", "p", 100, order_id="A"),
            event("u", "q", 100, order_id="A"),
            event("u", "p", 101, order_id="A"),
            event("u", "p", None, order_id="A"),
            event("u", "p", 100, order_id="B"),
            event("u", "p", 100),
            event("u", "p", 100, Kind.CART, order_id="A"),
        ],
        ids=["user", "item", "time", "no time", "order", "no order", "kind"],
    )
    def test_what_makes_two_events_of_them(self, database: Database, other: Interaction) -> None:
        assert take_in(database, events=[event("u", "p", 100, order_id="A"), other]).new_interactions == 2

    def test_unknown_times_are_equal_to_each_other(self, database: Database) -> None:
        assert take_in(database, events=[event("u", "p"), event("u", "p")]).new_interactions == 1
        assert take_in(database, events=[event("u", "p", quantity=2.0)]) == MergeCounts(0, 0, 0, 0, 0, 0, 1)

    def test_a_corrected_file_replaces_and_does_not_add(self, database: Database) -> None:
        take_in(database, events=[event("u", "p", 100, quantity=2.0), event("u", "q", 100, Kind.RATING, value=2.0)])
        fixed = [event("u", "p", 100, quantity=3.0), event("u", "q", 100, Kind.RATING, value=5.0), event("u", "r", 100)]
        assert take_in(database, events=fixed) == MergeCounts(1, 0, 0, 0, 1, 2, 0)
        assert [one.quantity for one in Interactions(database).of_user(UserId("u"))] == [1.0, 1.0, 3.0]
        assert [one.value for one in Interactions(database).of_user(UserId("u"))] == [None, 5.0, None]

    def test_an_absent_value_erases_nothing(self, database: Database) -> None:
        take_in(database, events=[event("u", "p", 100, Kind.RATING, value=2.0)])
        assert take_in(database, events=[event("u", "p", 100, Kind.RATING)]) == MergeCounts(0, 0, 0, 0, 0, 0, 1)
        assert [one.value for one in Interactions(database).of_user(UserId("u"))] == [2.0]

    def test_an_older_file_leaves_the_last_time(self, database: Database) -> None:
        take_in(database, events=[event("u", "p", 500)])
        take_in(database, events=[event("u", "p", 100), event("u", "p")])
        assert database.read("SELECT last_time FROM users") == [(500,)]

    def test_equal_times_keep_the_order_of_the_file(self, database: Database) -> None:
        take_in(database, events=[event("u", name, 100) for name in ("c", "a", "b")])
        assert [one.item_id for one in Interactions(database).of_user(UserId("u"))] == ["b", "a", "c"]


class TestCounts:
    def test_a_dry_run_tells_what_the_merge_does(self, database: Database) -> None:
        take_in(database, ITEMS, EVENTS)
        before = contents(database)
        with Staging(database) as staging:
            staging.add_items([item("01", "Blue mug"), item("02", ""), item("04", "New"), item("05", "New")])
            staging.add_interactions([EVENTS[0], event("8", "01", 150, Kind.RATING, value=1.0), event("9", "05"), event("9", "06")])
            wanted = MergeCounts(3, 1, 1, 1, 2, 1, 1)
            assert staging.counts() == staging.counts() == wanted
            assert contents(database) == before
            staging.add_interactions([event("10", "06")])
            assert staging.counts() == MergeCounts(3, 1, 1, 2, 3, 1, 1)
            assert staging.merge(Progress()) == MergeCounts(3, 1, 1, 2, 3, 1, 1)

    def test_nothing(self, database: Database) -> None:
        nothing = MergeCounts(0, 0, 0, 0, 0, 0, 0)
        with Staging(database) as staging:
            staging.add_items([])
            assert staging.counts() == nothing
            assert staging.merge(Progress()) == nothing

    def test_many_chunks_are_one_import(self, database: Database) -> None:
        with Staging(database) as staging:
            for start in range(0, 1000, 100):
                staging.add_interactions([event(f"u{number % 7}", f"p{number}", number) for number in range(start, start + 100)])
            assert staging.merge(Progress()) == MergeCounts(1000, 0, 0, 7, 1000, 0, 0)
        newest = database.read("SELECT user_id, last_time FROM users ORDER BY last_time")
        assert newest == [(f"u{number % 7}", number) for number in range(993, 1000)]

    def test_an_import_is_noted_with_its_files(self, database: Database) -> None:
        with Staging(database) as staging:
            staging.add_items(ITEMS)
            staging.merge(Progress(), ["/数据/products.csv"])
        ((files, counts),) = database.read("SELECT files, counts FROM imports")
        assert json.loads(files) == ["/数据/products.csv"]
        assert json.loads(counts)["new_items"] == 2


def test_progress_ends_complete(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merging_events, "_ROWS_A_REPORT", 3)
    states: list[ProgressState] = []
    report: Callable[[ProgressState], None] = states.append
    take_in(database, ITEMS, EVENTS, Progress(report, interval=0.0))
    assert [(state.done, state.total) for state in states] == [*[(0, 0)] * 6, (0, 4), (3, 4), (4, 4), (4, 4)]


def test_items_come_back_as_they_were_staged(database: Database) -> None:
    strange = Item(
        ItemId("\u200b"),
        "=1+1",
        "a\0b",
        "A > B",
        ("", "a,b", "\x1f"),
        "'; DROP TABLE items; --",
        1e-300,
        "€",
        -5,
        "\U0010ffff",
        "\\",
    )
    take_in(database, [strange])
    assert Catalogue(database).get(strange.item_id) == strange
