"""Files of every schema open, the schema is copied before it changes, and a step that fails changes nothing."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
import sqlite_utils
from sqlite_utils.migrations import Migrations

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import CurvePoint
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.settings import SHOP_NAME
from recsys_desktop.store import backup
from recsys_desktop.store import database as module
from recsys_desktop.store.catalogue import Catalogue
from recsys_desktop.store.database import Database
from recsys_desktop.store.feedback import FeedbackLog
from recsys_desktop.store.interactions import Interactions
from recsys_desktop.store.migrations import SCHEMA_VERSION, STEPS
from recsys_desktop.store.model_versions import ModelVersions
from recsys_desktop.store.runs import Runs
from recsys_desktop.store.shop_settings import ShopSettings
from recsys_desktop.store.users import Users
from recsys_desktop.store.vectors import Vectors
from tests.store.schema_samples import EVENTS, ITEMS, VECTORS, sample
from tests.store.shops import opened

VERSIONS = range(1, SCHEMA_VERSION + 1)


def objects(database: Database) -> dict[str, str]:
    """Return the SQL of all tables and indexes, without blanks that only tell how it was written down."""
    rows = database.read("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: re.sub(r"\s+", " ", sql) for name, sql in rows}


class TestSamples:
    @pytest.mark.parametrize("version", VERSIONS)
    def test_every_schema_has_one(self, version: int) -> None:
        assert sample(version).is_file(), "write it: python -m tests.store.schema_samples"
        assert 0 < sample(version).stat().st_size < 90_000
        with closing(sqlite3.connect(f"{sample(version).as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            assert connection.execute("PRAGMA user_version").fetchone() == (version,)

    @pytest.mark.parametrize("version", VERSIONS)
    def test_becomes_what_a_new_shop_is(self, path: Path, tmp_path: Path, version: int) -> None:
        """Fails where a step was edited after its sample was written."""
        path.parent.mkdir(parents=True)
        shutil.copy(sample(version), path)
        with opened(path) as old, opened(tmp_path / "new.db") as new:
            assert objects(old) == objects(new)
            assert old.read("PRAGMA integrity_check") == [("ok",)]
            assert old.read("PRAGMA foreign_key_check") == []

    @pytest.mark.parametrize("version", VERSIONS)
    def test_keeps_its_rows(self, path: Path, version: int) -> None:
        path.parent.mkdir(parents=True)
        shutil.copy(sample(version), path)
        with opened(path) as database:
            assert [one for _, one in Catalogue(database).iterate()] == list(ITEMS)
            assert Users(database).keys()[1] == ["017850", "客户"]
            assert Users(database).search("") == ["客户", "017850"]
            assert Interactions(database).of_user(UserId("017850")) == list(EVENTS[:2])
            assert Interactions(database).of_user(UserId("客户")) == [EVENTS[2]]
            answers = [(one.feedback_id, one.user_id, one.value, one.retracted) for one in FeedbackLog(database).recent(5)]
            assert answers == [(2, "客户", None, True), (1, "017850", 5.0, False)]
            assert ModelVersions(database).active().metrics == {"ndcg@10": 0.25}
            np.testing.assert_array_equal(Vectors(database).load(2)[2], VECTORS)
            assert Vectors(database).load_sentences(1)[1] == ["s2"]
            (run,) = Runs(database).list(5)
            assert (run.settings, run.result, run.model_version) == ({"epochs": 1}, {"kept": True}, 2)
            assert Runs(database).points(1) == [CurvePoint("loss", 1, 0.5)]
            assert ShopSettings(database).get(SHOP_NAME) == "店铺"
            assert ShopSettings(database).get_json("item_space") == {"folder": "spaces/a"}
            assert database.read("SELECT files FROM imports") == [('["products.csv", "orders.csv"]',)]


class NextVersion:
    """The program after one more step of the schema."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._patch = monkeypatch
        self._steps = list(STEPS)

    def add(self, step: object) -> None:
        self._steps.append(step)  # type: ignore[arg-type]  # a step
        migrations = Migrations("recsys_desktop")
        for one in self._steps:
            migrations()(one)
        self._patch.setattr(module, "STEPS", tuple(self._steps))
        self._patch.setattr(module, "SCHEMA_VERSION", len(self._steps))
        self._patch.setattr(module, "migrations", migrations)


def m900_colour(db: sqlite_utils.Database) -> None:
    db.execute("ALTER TABLE items ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'")


def m901_size(db: sqlite_utils.Database) -> None:
    db.execute("ALTER TABLE items ADD COLUMN size TEXT")


def m902_broken(db: sqlite_utils.Database) -> None:
    db.execute("DELETE FROM items")
    db.execute("ALTER TABLE items ADD COLUMN weight REAL")
    raise ZeroDivisionError


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> NextVersion:
    return NextVersion(monkeypatch)


@pytest.fixture
def old(path: Path) -> Path:
    """A shop written by this version."""
    with opened(path) as database:
        Catalogue(database).upsert(ITEMS)
    return path


def copies(path: Path) -> list[Path]:
    return sorted((path.parent / "backups").glob("*"))


class TestMigrating:
    def test_the_file_is_copied_first(self, old: Path, next_version: NextVersion) -> None:
        next_version.add(m900_colour)
        with opened(old) as database:
            assert database.read("SELECT item_id, colour FROM items") == [("01234", "red"), ("12345678901234567890", "red")]
            assert database.read("PRAGMA user_version") == [(SCHEMA_VERSION + 1,)]
        (copy,) = copies(old)
        assert re.fullmatch(rf"v{SCHEMA_VERSION:03d}_\d{{8}}T\d{{6}}Z\.db", copy.name)
        if os.name == "posix":
            assert stat.S_IMODE(copy.stat().st_mode) == 0o600
            assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
        with closing(sqlite3.connect(copy)) as connection:
            assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            names = [row[1] for row in connection.execute("PRAGMA table_info(items)")]
            assert "colour" not in names
            assert connection.execute("SELECT count(*) FROM items").fetchone() == (2,)

    def test_a_copy_can_be_put_back(self, old: Path, next_version: NextVersion) -> None:
        next_version.add(m900_colour)
        with opened(old):
            pass
        shutil.copy(copies(old)[0], old)
        with opened(old) as database:
            assert Catalogue(database).get(ItemId("01234")) == ITEMS[0]

    def test_what_is_still_in_the_log_is_copied(self, path: Path, next_version: NextVersion) -> None:
        """As after a killed program: the rows are in shop.db-wal only."""
        with opened(path) as database:
            Catalogue(database).upsert(ITEMS)
            crashed = path.parent / "crashed"
            crashed.mkdir()
            for file in ("shop.db", "shop.db-wal"):
                shutil.copy(path.parent / file, crashed / file)
        next_version.add(m900_colour)
        with opened(crashed / "shop.db") as database:
            assert Catalogue(database).count() == 2
        with closing(sqlite3.connect(copies(crashed / "shop.db")[0])) as connection:
            assert connection.execute("SELECT count(*) FROM items").fetchone() == (2,)

    def test_nothing_is_copied_without_need(self, old: Path) -> None:
        with opened(old):
            pass
        assert not (old.parent / "backups").exists()

    def test_several_steps_are_one_migration(self, old: Path, next_version: NextVersion) -> None:
        next_version.add(m900_colour)
        next_version.add(m901_size)
        with opened(old) as database:
            assert database.read("SELECT colour, size FROM items WHERE item_id = '01234'") == [("red", None)]
        assert len(copies(old)) == 1

    def test_a_step_that_fails_changes_nothing(self, old: Path, next_version: NextVersion, monkeypatch: pytest.MonkeyPatch) -> None:
        with monkeypatch.context() as patch:
            tomorrow = NextVersion(patch)
            tomorrow.add(m900_colour)
            tomorrow.add(m902_broken)
            with pytest.raises(ZeroDivisionError):
                Database(old)
        with opened(old) as database:
            assert Catalogue(database).get(ItemId("01234")) == ITEMS[0]
            assert "colour" not in objects(database)["items"]
        next_version.add(m900_colour)
        with opened(old) as database:
            assert "colour" in objects(database)["items"]

    def test_today_s_program_refuses_the_next_version_s_file(self, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        with monkeypatch.context() as patch:
            NextVersion(patch).add(m900_colour)
            with opened(old):
                pass
        with pytest.raises(RecsysError) as caught:
            Database(old)
        assert caught.value.code == "newer_schema"
        assert (caught.value.message.values["found"], caught.value.message.values["known"]) == (SCHEMA_VERSION + 1, SCHEMA_VERSION)

    def test_two_programs_open_a_new_shop_at_once(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The second one finds no version yet, waits, and then finds all steps taken."""
        original = Database.atomic

        def after_the_other(database: Database) -> object:
            monkeypatch.setattr(Database, "atomic", original)
            with opened(path):
                return original(database)

        monkeypatch.setattr(Database, "atomic", after_the_other)
        with opened(path) as database:
            assert len(database.read("SELECT * FROM _sqlite_migrations")) == SCHEMA_VERSION


class TestCopies:
    def test_the_newest_five_stay(self, old: Path, next_version: NextVersion) -> None:
        folder = old.parent / "backups"
        folder.mkdir()
        for day, version in ((1, 9), (2, 8), (3, 7), (4, 6), (5, 5), (6, 4)):
            (folder / f"v{version:03d}_2020010{day}T000000Z.db").write_bytes(b"old")
        (folder / "mine.db").write_bytes(b"not ours to delete")
        next_version.add(m900_colour)
        with opened(old):
            pass
        assert backup.KEPT == 5
        kept = [copy.name for copy in copies(old)]
        assert {name for name in kept if name.startswith("v") and "_2020" in name} == {
            "v004_20200106T000000Z.db",
            "v005_20200105T000000Z.db",
            "v006_20200104T000000Z.db",
            "v007_20200103T000000Z.db",
        }
        assert (folder / "mine.db").read_bytes() == b"not ours to delete"
        assert len(kept) == 6

    def test_no_room_for_the_copy_stops_the_migration(self, old: Path, next_version: NextVersion) -> None:
        """A folder that cannot be made stands for it."""
        (old.parent / "backups").write_bytes(b"in the way")
        next_version.add(m900_colour)
        with pytest.raises(RecsysError) as caught:
            Database(old)
        assert caught.value.code == "read_only_folder"
        with closing(sqlite3.connect(old)) as connection:
            assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
