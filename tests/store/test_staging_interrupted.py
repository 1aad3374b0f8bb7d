"""However an import ends, the store is whole: left, failed, refused or cancelled at any moment."""

from __future__ import annotations

import sqlite3

import pytest

from recsys_desktop.domain.columns import UserId
from recsys_desktop.domain.entities import Interaction
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Cancelled, Progress
from recsys_desktop.store import database as database_module
from recsys_desktop.store import merging, merging_events
from recsys_desktop.store.database import Database
from recsys_desktop.store.interactions import Interactions
from recsys_desktop.store.staging import Staging
from recsys_desktop.store.users import Users
from tests.store.shops import EVENTS, ITEMS, attached, contents, event, item, on_another_thread, take_in


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
        monkeypatch.setattr(merging_events, "_ROWS_A_REPORT", 300)
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
        assert progress.asked > 10

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
