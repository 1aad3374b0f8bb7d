"""The shop file: made, opened by several threads, refused where it is not ours, and left as it was where it cannot be used."""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
from contextlib import closing
from pathlib import Path

import pytest

from recsys_desktop.domain.columns import UserId
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.store import database as module
from recsys_desktop.store.database import Database
from recsys_desktop.store.migrations import APPLICATION_ID, SCHEMA_VERSION
from recsys_desktop.store.users import Users
from tests.store.shops import EVENTS, ITEMS, on_another_thread, opened, take_in

POSIX = pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX's")


def pragma(database: Database, name: str) -> object:
    return database.read(f"PRAGMA {name}")[0][0]


def code_of_opening(path: Path) -> str:
    with pytest.raises(RecsysError) as caught:
        Database(path)
    assert str(path) in str(caught.value.message)
    assert str(caught.value.hint)
    return caught.value.code


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@POSIX
def test_only_the_owner_reads_the_shop(path: Path) -> None:
    with opened(path) as database:
        database.connection.execute("INSERT INTO users (user_id) VALUES ('u')")
        assert mode(path.parent) == 0o700
        assert {file.name: mode(file) for file in path.parent.iterdir()} == {
            "shop.db": 0o600,
            "shop.db-wal": 0o600,
            "shop.db-shm": 0o600,
        }


def test_every_connection_has_its_settings(database: Database) -> None:
    wanted = {"journal_mode": "wal", "synchronous": 1, "foreign_keys": 1, "secure_delete": 1, "busy_timeout": 5000}
    assert {name: pragma(database, name) for name in wanted} == wanted
    assert on_another_thread(lambda: {name: pragma(database, name) for name in wanted}) == wanted


def test_header_says_whose_file_it_is_and_which_schema(path: Path) -> None:
    with opened(path):
        pass
    header = path.read_bytes()[:100]
    assert header[:16] == b"SQLite format 3\0"
    assert int.from_bytes(header[60:64], "big") == SCHEMA_VERSION
    assert header[68:72] == b"RcSh" == APPLICATION_ID.to_bytes(4, "big")


def test_rows_are_there_after_reopening(path: Path) -> None:
    with opened(path) as database:
        Users(database).add(UserId("顾客 é 😀"))
    with opened(path) as database:
        assert Users(database).keys()[1] == ["顾客 é 😀"]


def test_a_closed_store_leaves_no_log_behind(path: Path) -> None:
    with opened(path):
        pass
    assert [file.name for file in path.parent.iterdir()] == ["shop.db"]


def test_an_empty_file_becomes_a_shop(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.touch()
    with opened(path) as database:
        assert pragma(database, "user_version") == SCHEMA_VERSION


class TestRefused:
    """Each is left byte for byte as it was."""

    def refuse(self, path: Path) -> str:
        before = path.read_bytes()
        code = code_of_opening(path)
        assert path.read_bytes() == before
        assert [file.name for file in path.parent.iterdir()] == ["shop.db"]
        return code

    def change(self, path: Path, *statements: str) -> None:
        with closing(sqlite3.connect(path)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()
            connection.execute("PRAGMA journal_mode = DELETE")

    def test_newer_schema_by_number(self, path: Path) -> None:
        with opened(path):
            pass
        self.change(path, "PRAGMA user_version = 999")
        assert self.refuse(path) == "newer_schema"

    def test_newer_schema_by_a_step_unknown_here(self, path: Path) -> None:
        with opened(path):
            pass
        self.change(
            path,
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('recsys_desktop', 'm777_of_tomorrow', '')",
        )
        assert self.refuse(path) == "newer_schema"

    def test_another_program_s_database(self, path: Path) -> None:
        path.parent.mkdir(parents=True)
        self.change(path, "CREATE TABLE bookmarks (url TEXT)")
        assert self.refuse(path) == "not_a_shop_file"

    def test_text(self, path: Path) -> None:
        path.parent.mkdir(parents=True)
        path.write_text("item_id,title\n" * 1000, encoding="utf-8")
        assert self.refuse(path) == "not_a_shop_file"

    @pytest.mark.parametrize("offset", [0, 16, 18, 46, 100])
    def test_damaged_header(self, path: Path, offset: int) -> None:
        """Magic, page size, read version, schema format, and the first page's own header."""
        with opened(path):
            pass
        damaged = bytearray(path.read_bytes())
        damaged[offset : offset + 2] = b"\xee\xee"
        path.write_bytes(damaged)
        assert self.refuse(path) == "not_a_shop_file"

    def test_cut_short(self, path: Path) -> None:
        with opened(path):
            pass
        path.write_bytes(path.read_bytes()[:5000])
        assert self.refuse(path) == "not_a_shop_file"


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "shop").write_bytes(b"in the way")
    assert code_of_opening(tmp_path / "shop" / "shop.db") == "read_only_folder"
    assert (tmp_path / "shop").read_bytes() == b"in the way"


def test_a_folder_in_place_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "shop.db").mkdir()
    assert code_of_opening(tmp_path / "shop.db") == "read_only_folder"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the owner of the computer writes everywhere")
def test_read_only_folder(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.parent.chmod(0o500)
    try:
        assert code_of_opening(path) == "read_only_folder"
    finally:
        path.parent.chmod(0o700)


def add_and_fail(database: Database, name: str, *, nested: bool = False) -> None:
    with database.atomic() as db:
        if nested:
            with database.atomic() as inner:
                inner.execute("INSERT INTO users (user_id) VALUES (?)", (name,))
        else:
            db.execute("INSERT INTO users (user_id) VALUES (?)", (name,))
        raise ZeroDivisionError


def add_thousands(database: Database) -> None:
    with database.atomic() as db:
        db.conn.executemany("INSERT INTO users (user_id) VALUES (?)", ((f"customer {number}",) for number in range(10_000)))


class TestAtomic:
    def test_an_error_undoes_everything(self, database: Database) -> None:
        with pytest.raises(ZeroDivisionError):
            add_and_fail(database, "u")
        assert Users(database).count() == 0
        assert not database.connection.conn.in_transaction

    def test_an_inner_error_undoes_the_inner_part(self, database: Database) -> None:
        with database.atomic() as db:
            db.execute("INSERT INTO users (user_id) VALUES ('outer')")
            with pytest.raises(ZeroDivisionError):
                add_and_fail(database, "inner")
        assert Users(database).keys()[1] == ["outer"]

    def test_an_outer_error_undoes_the_inner_part_too(self, database: Database) -> None:
        with pytest.raises(ZeroDivisionError):
            add_and_fail(database, "inner", nested=True)
        assert Users(database).count() == 0

    def test_a_bug_is_not_explained_away(self, database: Database) -> None:
        with pytest.raises(sqlite3.IntegrityError), database.atomic() as db:
            db.execute("INSERT INTO users (user_id) VALUES (NULL)")
        with pytest.raises(sqlite3.OperationalError, match="no such table"):
            database.read("SELECT * FROM tomorrow")


class TestThreads:
    def test_each_has_its_own_connection(self, database: Database) -> None:
        own = database.connection
        other = on_another_thread(lambda: database.connection)
        assert other is not own
        assert database.connection is own

    def test_a_reader_sees_the_state_before_until_the_writer_is_done(self, database: Database) -> None:
        users = Users(database)
        with database.atomic() as db:
            db.execute("INSERT INTO users (user_id) VALUES ('u')")
            assert on_another_thread(users.count) == 0
        assert on_another_thread(users.count) == 1

    def test_a_reading_goes_on_while_another_thread_writes(self, database: Database) -> None:
        """Snapshot isolation: feedback is given while a training reads."""
        users = Users(database)
        for name in "abc":
            users.add(UserId(name))
        reading = database.connection.conn.execute("SELECT user_id FROM users ORDER BY key")
        assert reading.fetchone() == ("a",)
        on_another_thread(lambda: users.add(UserId("d")))
        assert reading.fetchall() == [("b",), ("c",)]
        assert users.count() == 4

    def test_writers_wait_for_each_other(self, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
        """A click during a long merge is late, never lost, however short the wait for other programs."""
        monkeypatch.setattr(module, "BUSY_TIMEOUT_MS", 1)
        users = Users(database)
        asked = threading.Event()

        def click() -> None:
            asked.set()
            users.add(UserId("clicked"))
            database.close_thread()

        clicker = threading.Thread(target=click)
        with database.atomic() as db:
            clicker.start()
            assert asked.wait(5)
            clicker.join(0.05)
            assert clicker.is_alive()
            db.execute("INSERT INTO users (user_id) VALUES ('merged')")
        clicker.join(5)
        assert users.keys()[1] == ["merged", "clicked"]

    def test_close_thread_closes_this_thread_s_only(self, database: Database) -> None:
        def use_and_close() -> sqlite3.Connection:
            connection = database.connection.conn
            database.close_thread()
            return connection

        closed = on_another_thread(use_and_close)
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            closed.execute("SELECT 1")
        assert Users(database).count() == 0

    def test_close_closes_those_of_ended_threads(self, path: Path) -> None:
        database = Database(path)
        left = on_another_thread(lambda: database.connection.conn)
        database.close()
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            left.execute("SELECT 1")
        assert [file.name for file in path.parent.iterdir()] == ["shop.db"]


class TestAnotherProgram:
    """A second connection of its own stands for it."""

    def test_a_write_waits_and_then_says_why(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(module, "BUSY_TIMEOUT_MS", 20)
        with opened(path) as database, closing(sqlite3.connect(path, isolation_level=None)) as other:
            users = Users(database)
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(RecsysError) as caught:
                users.add(UserId("u"))
            assert caught.value.code == "store_locked"
            assert users.count() == 0
            other.execute("ROLLBACK")
            users.add(UserId("u"))
            assert users.count() == 1

    def test_a_shop_opens_while_it_writes(self, path: Path) -> None:
        with opened(path), closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            with opened(path) as database:
                assert Users(database).count() == 0

    def test_a_new_shop_cannot_be_made_while_it_writes(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(module, "BUSY_TIMEOUT_MS", 20)
        path.parent.mkdir(parents=True)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            assert code_of_opening(path) == "store_locked"


def test_a_full_disk_changes_nothing_and_the_next_try_works(database: Database) -> None:
    users = Users(database)
    pages = pragma(database, "page_count")
    database.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(RecsysError) as caught:
        add_thousands(database)
    assert caught.value.code == "disk_full"
    assert "MB" in str(caught.value.message)
    assert users.count() == 0
    database.connection.execute("PRAGMA max_page_count = 1000000")
    users.add(UserId("u"))
    assert users.count() == 1
    assert pragma(database, "integrity_check") == "ok"


def test_damage_found_later_is_named(path: Path) -> None:
    """The header is whole, a page in the middle is not."""
    with opened(path) as database:
        add_thousands(database)
    damaged = bytearray(path.read_bytes())
    for page in range(len(damaged) // 4096 // 2, len(damaged) // 4096):
        damaged[page * 4096 : (page + 1) * 4096] = b"\xff" * 4096
    path.write_bytes(damaged)
    with opened(path) as database, pytest.raises(RecsysError) as caught:
        database.read("SELECT * FROM users")
    assert caught.value.code == "not_a_shop_file"


class TestTrusted:
    """References are neither checked nor followed inside, and as they were afterwards, however the block ends."""

    def test_the_block_keeps_references_itself(self, database: Database) -> None:
        take_in(database, ITEMS, EVENTS)
        with database.atomic(trusted=True) as db:
            db.execute("DELETE FROM items WHERE item_id = '01'")
        assert len(database.read("PRAGMA foreign_key_check")) == 2  # two events of a product that is gone
        assert database.read("PRAGMA foreign_keys") == [(1,)]
        with database.atomic() as db:
            db.execute("DELETE FROM users WHERE user_id = '007'")  # its events go with it
        assert database.read("SELECT count(*) FROM interactions") == [(2,)]

    def test_a_failure_inside_leaves_them_checked(self, database: Database) -> None:
        with pytest.raises(ZeroDivisionError), database.atomic(trusted=True):
            raise ZeroDivisionError
        assert database.read("PRAGMA foreign_keys") == [(1,)]
        assert not database.connection.conn.in_transaction
