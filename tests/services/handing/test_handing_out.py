"""Exported lists: bytes, the formula guard, and nothing half-written."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Cancelled, Progress
from recsys_desktop.handouts.csv_file import write_csv
from recsys_desktop.services.handing.exporting import export_lists
from recsys_desktop.services.listing.recommending import Recommender
from recsys_desktop.services.shop import Shop
from tests.services.shops import items


def test_bytes_of_a_small_table(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    assert write_csv(path, ["a", "b"], [["=1+1", 2], ["茶", None], ["-3", -3]]) == 3
    assert path.read_bytes() == "\ufeffa,b\r\n'=1+1,2\r\n茶,\r\n'-3,-3\r\n".encode()
    assert [entry.name for entry in tmp_path.iterdir()] == ["t.csv"]


def test_a_failed_export_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("old")

    def rows() -> list[list[str]]:
        raise OSError(28, "No space left on device")

    with pytest.raises(RecsysError) as caught:
        write_csv(path, ["a"], (row for _ in [0] for row in rows()))
    assert caught.value.code == "cannot_write"
    assert "no space left" in str(caught.value.message)
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["t.csv"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RecsysError) as caught:
        write_csv(tmp_path / "nowhere" / "t.csv", ["a"], [])
    assert caught.value.code == "cannot_write"


def test_every_customer_gets_the_list_that_the_window_shows(shop: Shop, tmp_path: Path) -> None:
    shop.catalogue.upsert([replace(items()[0], title="=cmd|' /C calc'!A0")])
    recommender = Recommender(shop)
    report = export_lists(shop, recommender, tmp_path / "lists.csv", 2, Progress())
    assert (report.users, report.rows) == (60, 120)
    with (tmp_path / "lists.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    mine = [row for row in rows if row["user_id"] == "u07"]
    shown = recommender.recommend("u07", 2).items  # type: ignore[arg-type]  # a plain string serves here
    assert [row["item_id"] for row in mine] == [place.item.item_id for place in shown]
    assert mine[0]["title"] == "'=cmd|' /C calc'!A0"
    assert mine[0]["rank"] == "1"
    assert mine[0]["because_of"]


def test_a_cancelled_export_leaves_nothing(shop: Shop, tmp_path: Path) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        export_lists(shop, Recommender(shop), tmp_path / "lists.csv", 2, progress)
    assert not list(tmp_path.glob("*.csv*"))
