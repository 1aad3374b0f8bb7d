"""A killed program and a damaged disk: the state before, the state after, or a sentence; never a crash."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from recsys_desktop.domain.columns import UserId
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.settings import ALL_SETTINGS
from recsys_desktop.store.catalogue import Catalogue
from recsys_desktop.store.database import Database
from recsys_desktop.store.feedback import FeedbackLog
from recsys_desktop.store.imports import Imports
from recsys_desktop.store.interactions import Interactions
from recsys_desktop.store.migrations import SCHEMA_VERSION
from recsys_desktop.store.model_versions import ModelVersions
from recsys_desktop.store.runs import Runs
from recsys_desktop.store.shop_settings import ShopSettings
from recsys_desktop.store.users import Users
from recsys_desktop.store.vectors import Vectors
from tests.conftest import ROOT
from tests.store.killed_import import rows
from tests.store.schema_samples import sample
from tests.store.shops import contents, opened, rows_of, take_in


def killed_at(path: Path, question: int, work: str = "import") -> int:
    """Run the work killed at a question and return -9; unkilled, return how many questions there were."""
    command = [sys.executable, "-m", "tests.store.killed_import", str(path), str(question), work]
    done = subprocess.run(command, cwd=ROOT, check=False, timeout=60, capture_output=True, text=True)
    return done.returncode or int(done.stdout)


@pytest.fixture
def half_known(path: Path) -> Path:
    """A shop that knows some of the rows of the import, two of them with other quantities."""
    with opened(path) as database:
        take_in(database, events=[*rows()[:98], *(replace(row, quantity=5.0) for row in rows()[98:100])])
    return path


@pytest.mark.skipif(os.name != "posix", reason="kills by a POSIX signal")
@pytest.mark.parametrize("share", [0.01, 0.3, 0.6, 0.8, 0.99])
def test_killed_during_an_import(half_known: Path, share: float, tmp_path: Path) -> None:
    """The questions are asked from the first look at the store to the last row that goes into it."""
    copy = tmp_path / "copy.db"
    shutil.copy(half_known, copy)
    questions = killed_at(copy, 10**9)
    assert questions > 50
    with opened(half_known) as database:
        before = contents(database)
    assert killed_at(half_known, max(1, round(share * questions))) == -9
    assert {file.name for file in half_known.parent.iterdir()} <= {"shop.db", "shop.db-wal", "shop.db-shm"}
    with opened(half_known) as database:
        assert contents(database) == before
        assert database.read("PRAGMA integrity_check") == [("ok",)]
        counts = take_in(database, events=rows())
        assert (counts.new_interactions, counts.changed_interactions, counts.unchanged_interactions) == (2_900, 2, 98)


@pytest.mark.skipif(os.name != "posix", reason="kills by a POSIX signal")
@pytest.mark.parametrize("share", [0.01, 0.3, 0.6, 0.8, 0.99])
def test_killed_during_an_undo(half_known: Path, share: float, tmp_path: Path) -> None:
    """The import stands, and can be undone all the same."""
    with opened(half_known) as database:
        before = rows_of(database)
    killed_at(half_known, 10**9)
    copy = tmp_path / "copy.db"
    shutil.copy(half_known, copy)
    questions = killed_at(copy, 10**9, "undo")
    assert questions > 20
    with opened(half_known) as database:
        imported = contents(database)
    assert killed_at(half_known, max(1, round(share * questions)), "undo") == -9
    with opened(half_known) as database:
        assert contents(database) == imported
        assert database.read("PRAGMA integrity_check") == [("ok",)]
        assert Imports(database).undo(Progress()).interactions == 2_900
        assert rows_of(database) == before


def use_everything(path: Path) -> None:
    with opened(path) as database:
        list(Catalogue(database).iterate())
        Catalogue(database).page("lantern", 10)
        Users(database).search("")
        Users(database).near_ids(UserId("17850"))
        Interactions(database).load()
        Interactions(database).of_user(UserId("017850"))
        FeedbackLog(database).recent(10)
        FeedbackLog(database).load()
        ModelVersions(database).active()
        for version in (1, 2):
            assert Vectors(database).load(version)[2].dtype == np.float32
        Vectors(database).load_sentences(1)
        Imports(database).list()
        for run in Runs(database).list(10):
            Runs(database).points(run.number)
        for setting in ALL_SETTINGS:
            ShopSettings(database).get(setting)
        ShopSettings(database).get_json("item_space")
        Users(database).add(UserId("new"))


@pytest.mark.parametrize("bytes_changed", [1, 8, 64])
def test_bytes_changed_anywhere(tmp_path: Path, bytes_changed: int) -> None:
    """It works, or says that the file is damaged. A column's name that was hit looks like a fault of ours: that is let pass."""
    whole = sample(SCHEMA_VERSION).read_bytes()
    outcomes = set()
    for seed in range(40):
        chance = random.Random(f"{bytes_changed} {seed}")
        damaged = bytearray(whole)
        for _ in range(bytes_changed):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        path = tmp_path / str(seed) / "shop.db"
        path.parent.mkdir()
        path.write_bytes(damaged)
        try:
            use_everything(path)
            outcomes.add("works")
        except RecsysError as error:
            outcomes.add(error.code)
        except sqlite3.OperationalError as error:
            assert "no such" in str(error)  # noqa: PT017  # one of three ways out
    assert "not_a_shop_file" in outcomes
    assert outcomes <= {"works", "not_a_shop_file"}


def test_rows_that_are_no_longer_text(database: Database) -> None:
    Users(database).add(UserId("u"))
    database.connection.execute("UPDATE users SET user_id = CAST(x'ff41' AS TEXT)")
    with pytest.raises(RecsysError) as caught:
        Users(database).keys()
    assert caught.value.code == "not_a_shop_file"


def test_the_log_was_lost(path: Path) -> None:
    """What had reached the file itself is there; what was in the log only is gone, and nothing is damaged."""
    with opened(path) as database:
        Users(database).add(UserId("kept"))
    with opened(path) as database:
        Users(database).add(UserId("lost"))
        copy = path.parent / "copy" / "shop.db"
        copy.parent.mkdir()
        copy.write_bytes(path.read_bytes())
    with opened(copy) as database:
        assert Users(database).keys()[1] == ["kept"]
        assert database.read("PRAGMA integrity_check") == [("ok",)]
