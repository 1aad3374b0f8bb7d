"""The watched folder: imported by itself while nothing else goes on, refusals told once."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from recsys_desktop.domain.texts import message
from recsys_desktop.jobs.runner import Lane
from recsys_desktop.settings import WATCHED_FOLDER
from recsys_desktop.ui.folder_watch import FolderWatch
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.workplace import Notice, Workplace


@pytest.fixture
def folder(workplace: Workplace, tmp_path: Path) -> Path:
    """An empty watched folder."""
    made = tmp_path / "nightly"
    made.mkdir()
    workplace.shop.settings.set(WATCHED_FOLDER, str(made))
    return made


def look(qtbot: QtBot, workplace: Workplace, watch: FolderWatch) -> None:
    watch.look()
    qtbot.waitUntil(lambda: not workplace.runner.jobs)


def test_a_file_that_has_settled_is_imported_with_the_way_back_and_once(qtbot: QtBot, workplace: Workplace, folder: Path) -> None:
    notices: list[Notice] = []
    workplace.notified.connect(notices.append)
    watch = FolderWatch(workplace)
    (folder / "products.csv").write_text("id,title\nA1,Cup\nA2,Jug\n", encoding="utf-8")
    for _ in range(3):  # the first look sees its size, the second that it is no longer written
        look(qtbot, workplace, watch)
    assert workplace.shop.catalogue.count() == 2
    (told,) = notices
    assert words(told.text) == "Imported products.csv: new products: 2"
    assert told.undo is not None


def test_what_cannot_be_imported_is_told_once(qtbot: QtBot, workplace: Workplace, folder: Path) -> None:
    notices: list[Notice] = []
    workplace.notified.connect(notices.append)
    watch = FolderWatch(workplace)
    (folder / "odd.csv").write_text("aaa;bbb\nA1;Red cup\nA2;Blue plate\nA4;White jug\n", encoding="utf-8")
    for _ in range(4):
        look(qtbot, workplace, watch)
    (told,) = notices
    assert words(told.text).startswith("Not imported from the watched folder: odd.csv. odd.csv has no column for")
    assert told.undo is None


def test_it_waits_while_long_work_goes_on(qtbot: QtBot, workplace: Workplace, folder: Path) -> None:
    gate = threading.Event()
    job = workplace.runner.submit(Lane.COMPUTE, lambda _progress: gate.wait(10), title=message("t", "Reading"))
    FolderWatch(workplace).look()
    assert workplace.runner.jobs == [job]
    gate.set()
    with qtbot.waitSignal(job.finished):
        pass
    assert folder.exists()
