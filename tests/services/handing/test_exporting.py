"""Catalogue, behaviour and lists as files: bytes, cells, lines; nothing half-written, and what a form cannot hold is told."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from recsys_desktop import cli
from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Interaction, Item, Kind
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Cancelled, Progress
from recsys_desktop.handouts import workbook
from recsys_desktop.handouts.tables import FORMS, write_table
from recsys_desktop.services.handing.exporting import export
from recsys_desktop.services.shop import Shop, open_shop
from tests.services.shops import prepared_shop

HEADER = "item_id,title,description,category,tags,brand,price,currency,stock,url,image"


def small(folder: Path) -> Shop:
    shop = open_shop(folder)
    shop.catalogue.upsert(
        [
            Item(
                ItemId("007"), "=Lamp", "bright, red", "Home > Light", ("a", "b"), "", 12.5, "EUR", 3, "https://a.example", "a.png"
            ),
            Item(ItemId("NULL"), "茶"),
        ]
    )
    shop.interactions.add_many(
        [
            Interaction(UserId("u1"), ItemId("007"), Kind.PURCHASE, None, 2.0, 1_788_444_900, "o1"),
            Interaction(UserId("u1"), ItemId("NULL"), Kind.RATING, 4.5),
        ]
    )
    return shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    opened = small(tmp_path / "shop")
    yield opened
    opened.close()


def test_catalogue_as_csv(shop: Shop, tmp_path: Path) -> None:
    report = export(shop, "catalogue", tmp_path / "c.csv", Progress())
    assert (report.rows, report.what) == (2, "catalogue")
    expected = (
        f'{HEADER}\r\n007,\'=Lamp,"bright, red",Home > Light,"a, b",,12.5,EUR,3,https://a.example,a.png\r\n\'\'NULL,茶,,,,,,,,,\r\n'
    )
    assert (tmp_path / "c.csv").read_bytes() == b"\xef\xbb\xbf" + expected.encode()


def test_behaviour_as_csv(shop: Shop, tmp_path: Path) -> None:
    assert export(shop, "behaviour", tmp_path / "b.csv", Progress()).rows == 2
    assert (tmp_path / "b.csv").read_text(encoding="utf-8-sig").splitlines() == [
        "user_id,item_id,kind,value,quantity,time,order_id",
        "u1,''NULL,rating,4.5,1.0,,",
        "u1,007,purchase,,2.0,2026-09-03 14:15:00,o1",
    ]


def test_catalogue_as_a_workbook(shop: Shop, tmp_path: Path) -> None:
    assert export(shop, "catalogue", tmp_path / "c.xlsx", Progress()).rows == 2
    rows = CalamineWorkbook.from_path(tmp_path / "c.xlsx").get_sheet_by_index(0).to_python()
    assert rows[0] == HEADER.split(",")
    assert rows[1] == ["007", "=Lamp", "bright, red", "Home > Light", "a, b", "", 12.5, "EUR", 3, "https://a.example", "a.png"]
    assert rows[2] == ["'NULL", "茶", "", "", "", "", "", "", "", "", ""]


def test_behaviour_as_a_workbook_has_moments(shop: Shop, tmp_path: Path) -> None:
    export(shop, "behaviour", tmp_path / "b.xlsx", Progress())
    rows = CalamineWorkbook.from_path(tmp_path / "b.xlsx").get_sheet_by_index(0).to_python()
    assert rows[2] == ["u1", "007", "purchase", "", 2, datetime(2026, 9, 3, 14, 15), "o1"]


def test_catalogue_and_behaviour_as_json_lines(shop: Shop, tmp_path: Path) -> None:
    export(shop, "catalogue", tmp_path / "c.jsonl", Progress())
    first = json.loads((tmp_path / "c.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert (first["item_id"], first["tags"], first["price"], first["stock"], first["brand"]) == ("007", ["a", "b"], 12.5, 3, "")
    export(shop, "behaviour", tmp_path / "b.jsonl", Progress())
    lines = (tmp_path / "b.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[1])["time"] == "2026-09-03 14:15:00"
    assert json.loads(lines[0])["time"] is None


def test_the_form_may_be_said_whatever_the_ending(shop: Shop, tmp_path: Path) -> None:
    export(shop, "catalogue", tmp_path / "c.txt", Progress(), "jsonl")
    assert (tmp_path / "c.txt").read_text(encoding="utf-8").startswith('{"item_id": "007"')


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), Cancelled()])
def test_an_interrupted_export_leaves_the_old_file(tmp_path: Path, form: str, error: BaseException) -> None:
    path = tmp_path / "t.out"
    path.write_text("old")

    def rows() -> Iterator[list[str]]:
        yield ["a"]
        raise error

    with pytest.raises((RecsysError, Cancelled)) as caught:
        write_table(path, form, ["name"], rows())  # type: ignore[arg-type]  # parametrized words
    if isinstance(error, OSError):
        assert isinstance(caught.value, RecsysError)
        assert caught.value.code == "cannot_write"
        assert "no space left on device" in str(caught.value.message)
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["t.out"]


@pytest.mark.parametrize("form", FORMS)
def test_a_folder_that_may_not_be_written(tmp_path: Path, form: str) -> None:
    if os.geteuid() == 0:
        path = tmp_path / "missing" / "t"
    else:
        (tmp_path / "closed").mkdir(mode=0o500)
        path = tmp_path / "closed" / "t"
    with pytest.raises(RecsysError) as caught:
        write_table(path, form, ["name"], [["a"]])  # type: ignore[arg-type]  # parametrized words
    assert caught.value.code == "cannot_write"


def test_a_workbook_holds_only_so_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(RecsysError) as caught:
        write_table(tmp_path / "t.xlsx", "xlsx", ["name"], [["x" * 32_768]])
    assert caught.value.code == "too_much_for_workbook"
    assert "a text of 32768 letters" in str(caught.value.message)
    write_table(tmp_path / "t.xlsx", "xlsx", ["name"], [["x" * 32_767]])
    monkeypatch.setattr(workbook, "_MOST_ROWS", 3)
    write_table(tmp_path / "t.xlsx", "xlsx", ["name"], [["a"], ["b"]])
    with pytest.raises(RecsysError, match="more than 2 rows"):
        write_table(tmp_path / "u.xlsx", "xlsx", ["name"], [["a"], ["b"], ["c"]])
    assert [entry.name for entry in tmp_path.iterdir()] == ["t.xlsx"]


def test_numbers_have_no_exponent(tmp_path: Path) -> None:
    write_table(tmp_path / "n.csv", "csv", ["n"], [[1e-7], [1e16], [-3.5]])
    assert (tmp_path / "n.csv").read_text(encoding="utf-8-sig").split() == ["n", "0.0000001", "10000000000000000", "-3.5"]


def test_lists_as_a_workbook_and_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    prepared_shop(tmp_path / "prepared").close()
    given = ["--data-dir", str(tmp_path / "prepared"), "export"]
    assert cli.main([*given, str(tmp_path / "lists.xlsx"), "-k", "2", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["rows"] == 120
    rows = CalamineWorkbook.from_path(tmp_path / "lists.xlsx").get_sheet_by_index(0).to_python()
    assert len(rows) == 121
    assert rows[1][:2] == ["u00", 1]
    assert cli.main([*given, str(tmp_path / "c.csv"), "--what", "catalogue", "--format", "csv"]) == 0
    assert capsys.readouterr().out == f"12 rows written to {tmp_path / 'c.csv'}.\n"
    assert cli.main([*given, str(tmp_path / "b.jsonl"), "--what", "behaviour", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"file": str(tmp_path / "b.jsonl"), "users": 0, "rows": 300, "what": "behaviour"}
