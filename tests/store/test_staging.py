"""Imports: one transaction, counted, idempotent, and nothing known is ever erased."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable

import pytest

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Interaction, Item, Kind
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Cancelled, Progress, ProgressState
from recsys_desktop.store import database as database_module
from recsys_desktop.store import merging
from recsys_desktop.store.catalogue import Catalogue
from recsys_desktop.store.database import Database
from recsys_desktop.store.interactions import Interactions
from recsys_desktop.store.merging import MergeCounts
from recsys_desktop.store.staging import Staging
from recsys_desktop.store.users import Users
from tests.store.shops import contents, event, item, on_another_thread, take_in

ITEMS = [
    item(
        "01",
        "Red mug",
        description="Holds tea",
        category="Kitchen",
        tags=("red", "mug"),
        brand="Acme",
        price=4.5,
        currency="EUR",
        stock=7,
    ),
    item("02", "Lantern"),
]
EVENTS = [
    event("007", "01", 100, order_id="A", quantity=2.0),
    event("007", "03", 200, order_id="B"),
    event("8", "01", 150, Kind.RATING, value=4.0),
    event("8", "02", None, Kind.VIEW),
]


def attached(database: Database) -> list[str]:
    return [row[1] for row in database.read("PRAGMA database_list")]


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


def stage_and_leave(database: Database) -> None:
    with Staging(database) as staging:
        staging.add_items(ITEMS)
        raise ZeroDivisionError


class TestLeaving:
    """However an import ends, the store is whole and takes the next one."""

    def test_without_merging(self, database: Database) -> None:
        before = contents(database)
        with pytest.raises(ZeroDivisionError):
            stage_and_leave(database)
        assert contents(database) == before
        assert attached(database) == ["main"]
        assert take_in(database, ITEMS).new_items == 2

    def test_nothing_is_left_beside_the_store(self, database: Database) -> None:
        with Staging(database) as staging:
            staging.add_interactions([event(f"u{number}", "p", number) for number in range(10_000)])
            staging.merge(Progress())
            assert {file.name for file in database.path.parent.iterdir()} <= {"shop.db", "shop.db-wal", "shop.db-shm"}

    def test_a_row_that_cannot_be_stored_undoes_its_chunk_only(self, database: Database) -> None:
        broken = event("u", "p", 2**70)
        with Staging(database) as staging:
            staging.add_interactions([event("u", "p", 1)])
            with pytest.raises(OverflowError):
                staging.add_interactions([event("u", "q", 2), broken])
            staging.add_interactions([event("u", "p", 3)])
            assert staging.merge(Progress()).new_interactions == 2

    def test_tables_that_cannot_be_made(self, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("recsys_desktop.store.staging._TABLES", ("CREATE nonsense",))
        with pytest.raises(sqlite3.OperationalError), Staging(database):
            pass
        assert attached(database) == ["main"]

    def test_a_failure_inside_the_merge(self, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
        take_in(database, ITEMS, EVENTS)
        before = contents(database)
        monkeypatch.setattr(merging, "count_change", fail)
        with pytest.raises(ZeroDivisionError):
            take_in(database, [item("9", "Nine")], [event("9", "9")])
        assert contents(database) == before

    def test_a_full_disk(self, database: Database) -> None:
        take_in(database, ITEMS, EVENTS)
        before, pages = contents(database), database.read("PRAGMA page_count")[0][0]
        events = [event(f"u{number}", f"p{number}", number) for number in range(5_000)]
        database.connection.execute(f"PRAGMA main.max_page_count = {pages + 5}")
        with pytest.raises(RecsysError) as caught:
            take_in(database, events=events)
        assert caught.value.code == "disk_full"
        assert contents(database) == before
        assert attached(database) == ["main"]
        database.connection.execute("PRAGMA main.max_page_count = 1000000")
        assert take_in(database, events=events).new_interactions == 5_000

    def test_another_program_writes(self, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(database_module, "BUSY_TIMEOUT_MS", 20)

        def refused() -> str:
            with pytest.raises(RecsysError) as caught:
                take_in(database, ITEMS)
            return caught.value.code

        other = sqlite3.connect(database.path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert on_another_thread(refused) == "store_locked"
        other.close()
        assert take_in(database, ITEMS).new_items == 2

    def test_staging_locks_no_one_out(self, database: Database) -> None:
        """A click during the reading of a file is stored at once; only the merge makes it wait."""
        with Staging(database) as staging:
            staging.add_interactions(EVENTS)
            staging.counts()
            assert on_another_thread(lambda: Users(database).add(UserId("new"))) == 1
            assert staging.merge(Progress()).new_users == 2


def fail(*_: object) -> None:
    raise ZeroDivisionError


class CancelledAfter(Progress):
    """Cancels itself when it was asked so many times whether to go on."""

    def __init__(self, times: int) -> None:
        super().__init__()
        self.times = times
        self.asked = 0

    def raise_if_cancelled(self) -> None:
        self.asked += 1
        if self.asked > self.times:
            self.cancel()
        super().raise_if_cancelled()


class TestCancelling:
    def events(self) -> list[Interaction]:
        return [event(f"u{number % 50}", f"p{number % 90}", number) for number in range(2_000)]

    def test_at_any_moment_leaves_the_old_state(self, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
        """SQLite asks every 5,000 instructions here, so that each statement of the merge is stopped at some point."""
        monkeypatch.setattr(merging, "_INSTRUCTIONS", 5_000)
        monkeypatch.setattr(merging, "_ROWS_A_REPORT", 300)
        take_in(database, ITEMS, EVENTS)
        before = contents(database)
        times, done = 0, False
        while not done:
            progress = CancelledAfter(times)
            try:
                take_in(database, [item("01", "Blue"), item("9", "Nine")], self.events(), progress)
                done = True
            except Cancelled:
                assert contents(database) == before
                assert attached(database) == ["main"]
                times += 1
        assert times > 20
        assert contents(database)["interactions"] != before["interactions"]
        assert database.read("PRAGMA main.integrity_check") == [("ok",)]

    def test_a_long_statement_hears_it(self, database: Database) -> None:
        """With the real number of instructions a merge of 30,000 rows is asked often enough."""
        progress = CancelledAfter(10**9)
        take_in(database, events=[event(f"u{number}", f"p{number % 90}", number) for number in range(30_000)], progress=progress)
        assert progress.asked > 20

    def test_what_is_staged_can_still_be_merged(self, database: Database) -> None:
        with Staging(database) as staging:
            staging.add_interactions(EVENTS)
            cancelled = Progress()
            cancelled.cancel()
            with pytest.raises(Cancelled):
                staging.merge(cancelled)
            assert staging.merge(Progress()).new_interactions == 4

    def test_the_connection_no_longer_listens_afterwards(self, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(merging, "_INSTRUCTIONS", 1)
        progress = Progress()
        take_in(database, ITEMS, EVENTS, progress)
        progress.cancel()
        assert Interactions(database).count() == 4


def test_progress_ends_complete(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merging, "_ROWS_A_REPORT", 3)
    states: list[ProgressState] = []
    report: Callable[[ProgressState], None] = states.append
    take_in(database, ITEMS, EVENTS, Progress(report, interval=0.0))
    assert [(state.done, state.total) for state in states] == [(0, 0), (0, 4), (3, 4), (4, 4)]


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
