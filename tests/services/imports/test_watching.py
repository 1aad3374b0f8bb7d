"""The watched folder: what is new and whole comes in by itself, once, as one step; what cannot is told once."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from recsys_desktop.domain.progress import Cancelled, Progress
from recsys_desktop.services.imports.import_history import history, undo_last_import
from recsys_desktop.services.imports.watching import SETTLED_SECONDS, import_new_files, new_files, settled_files
from recsys_desktop.services.shop import Shop, open_shop
from recsys_desktop.settings import WATCHED_FOLDER


@pytest.fixture
def shop(tmp_shop_dir: Path) -> Iterator[Shop]:
    opened = open_shop(tmp_shop_dir)
    yield opened
    opened.close()


@pytest.fixture
def folder(shop: Shop, tmp_path: Path) -> Path:
    """An empty folder that the shop watches."""
    folder = tmp_path / "exports 导出"
    folder.mkdir()
    shop.settings.set(WATCHED_FOLDER, str(folder))
    return folder


def put(path: Path, text: str, seconds_ago: float = 3_600) -> Path:
    path.write_text(text, encoding="utf-8")
    moment = path.stat().st_mtime - seconds_ago
    os.utime(path, (moment, moment))
    return path


def names(paths: list[Path]) -> list[str]:
    return [path.name for path in paths]


def test_nothing_is_watched_unless_a_person_wants_it(shop: Shop, tmp_path: Path) -> None:
    put(tmp_path / "a.csv", "sku,name\n1,Vase\n")
    assert new_files(shop) == []
    shop.settings.set(WATCHED_FOLDER, str(tmp_path / "not there"))
    assert new_files(shop) == []


def test_two_exports_come_in_as_one_step_and_only_once(shop: Shop, folder: Path) -> None:
    put(folder / "products.csv", "sku,name\nX1,Vase\n")
    put(folder / "orders.csv", "user_id,item_id,date\nu,X1,2024-01-01\n")
    put(folder / "picture.png", "no table")
    put(folder / ".orders.csv", "hidden")
    put(folder / "~$orders.xlsx", "a spreadsheet's lock")
    (folder / "more.csv").mkdir()
    assert names(new_files(shop)) == ["orders.csv", "products.csv"]
    done = import_new_files(shop, Progress())
    assert done.refused == ()
    assert done.report is not None
    assert (done.report.counts.new_items, done.report.counts.new_interactions) == (1, 1)
    assert new_files(shop) == []
    assert import_new_files(shop, Progress()).report is None
    assert len(history(shop)) == 1
    undo_last_import(shop, Progress())
    assert shop.catalogue.count() == 0
    assert new_files(shop) == []  # what a person took back does not come in again by itself
    put(folder / "products.csv", "sku,name\nX1,Vase\nX2,Jug\n")
    assert names(new_files(shop)) == ["products.csv"]


def test_a_file_that_is_still_being_written_waits(shop: Shop, folder: Path) -> None:
    path = put(folder / "orders.csv", "user_id,item_id\nu,X1\n", seconds_ago=5)
    now = path.stat().st_mtime + 5
    assert settled_files(shop, folder, lambda: now) == []
    put(path, "user_id,item_id\nu,X1\nu,X2\n", seconds_ago=4)
    assert settled_files(shop, folder, lambda: now) == []
    assert settled_files(shop, folder, lambda: now) == [path]  # as it was at the last look
    fresh = put(folder / "fresh.csv", "user_id,item_id\nu,X1\n", seconds_ago=0)
    written = fresh.stat().st_mtime
    assert settled_files(shop, folder, lambda: written + SETTLED_SECONDS - 1) == [path]
    (folder / "orders.csv").unlink()
    assert settled_files(shop, folder, lambda: written + SETTLED_SECONDS) == [fresh]


def test_what_cannot_be_imported_is_told_once_until_it_changes(shop: Shop, folder: Path) -> None:
    put(folder / "letter.txt", "Dear shop,\n\nthis is no table.\n")
    put(folder / "which.csv", "user_id,item_id,date\nu,X1,03/04/2024\n")
    put(folder / "good.csv", "sku,name\nX1,Vase\n")
    done = import_new_files(shop, Progress())
    assert [(path.name, error.code) for path, error in done.refused] == [
        ("letter.txt", "not_a_table"),
        ("which.csv", "question_open"),
    ]
    assert shop.catalogue.count() == 1
    assert new_files(shop) == []
    put(folder / "which.csv", "user_id,item_id,date\nu,X1,2024-04-03\n")
    assert names(new_files(shop)) == ["which.csv"]
    assert import_new_files(shop, Progress()).refused == ()


def test_a_file_that_breaks_off_does_not_keep_the_others_out(shop: Shop, folder: Path) -> None:
    whole = gzip.compress("".join(f"{number},Thing {number * 7919 % 10_007}\n" for number in range(30_000)).encode())
    (folder / "broken.csv.gz").write_bytes(gzip.compress(b"sku,name\n") + whole[:-20_000])
    put(folder / "good.csv", "sku,name\nX1,Vase\n")
    os.utime(folder / "broken.csv.gz", (1, 1))
    done = import_new_files(shop, Progress())
    assert [(path.name, error.code) for path, error in done.refused] == [("broken.csv.gz", "unreadable_file")]
    assert shop.catalogue.keys()[1] == ["X1"]
    assert new_files(shop) == []


def test_a_fault_of_the_computer_is_tried_again(shop: Shop, folder: Path) -> None:
    put(folder / "good.csv", "sku,name\n" + "".join(f"X{number},Vase {number}\n" for number in range(5_000)))
    pages = shop.database.read("PRAGMA page_count")[0][0]
    shop.database.connection.execute(f"PRAGMA main.max_page_count = {pages + 5}")
    done = import_new_files(shop, Progress())
    assert (done.report, [(path.name, error.code) for path, error in done.refused]) == (None, [("good.csv", "disk_full")])
    shop.database.connection.execute("PRAGMA main.max_page_count = 1000000")
    again = import_new_files(shop, Progress())
    assert again.report is not None
    assert again.report.counts.new_items == 5_000


def test_a_cancel_leaves_the_files_for_the_next_time(shop: Shop, folder: Path) -> None:
    put(folder / "good.csv", "sku,name\nX1,Vase\n")
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        import_new_files(shop, progress)
    assert names(new_files(shop)) == ["good.csv"]
