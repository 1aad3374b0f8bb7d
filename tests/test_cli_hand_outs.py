"""Hand-outs and moving on the command line."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from recsys_desktop import cli
from recsys_desktop.services.shop import open_shop
from tests.services.shops import prepared_shop


@pytest.fixture
def given(tmp_path: Path) -> list[str]:
    prepared_shop(tmp_path / "shop").close()
    return ["--data-dir", str(tmp_path / "shop")]


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_mailing_and_the_next_one(given: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = [*given, "export", "--what", "mailing", "-k", "2"]
    assert cli.main([*command, str(tmp_path / "1.csv"), "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["what"], document["rows"], document["empty_places"]) == ("mailing", 60, 0)
    assert cli.main([*command, str(tmp_path / "2.csv")]) == 0
    assert capsys.readouterr().out == f"60 rows written to {tmp_path / '2.csv'}.\n"
    first, second = rows_of(tmp_path / "1.csv")[0], rows_of(tmp_path / "2.csv")[0]
    assert not {first["product_1_id"], first["product_2_id"]} & {second["product_1_id"], second["product_2_id"]}
    addresses = tmp_path / "a.csv"
    addresses.write_text("customer,email\nu07,ann@example.org\n")
    assert cli.main([*command, str(tmp_path / "3.csv"), "--addresses", str(addresses)]) == 0
    assert [(row["customer"], row["email"]) for row in rows_of(tmp_path / "3.csv")] == [("u07", "ann@example.org")]


def test_letters_are_as_long_as_the_rules_of_their_place_say(given: list[str], tmp_path: Path) -> None:
    assert cli.main([*given, "set-rules", "list_length=3", "--scenario", "E-mail"]) == 0
    for place, products in (("E-mail", 3), ("standard", 5)):
        assert cli.main([*given, "export", "--what", "mailing", "--scenario", place, str(tmp_path / "m.csv")]) == 0
        assert len(rows_of(tmp_path / "m.csv")[0]) == 1 + 5 * products


def test_an_audience_and_a_table_for_a_shop_system(given: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([*given, "export", "--what", "audience", "--item", "g0", "-k", "5", str(tmp_path / "a.csv")]) == 0
    assert {row["customer"] for row in rows_of(tmp_path / "a.csv")} == {"u01", "u07", "u13", "u19", "u25"}
    assert cli.main([*given, "export", "--what", "similar", "--for", "woocommerce", str(tmp_path / "s.csv")]) == 0
    assert list(rows_of(tmp_path / "s.csv")[0]) == ["ID", "SKU", "Upsells"]
    assert cli.main([*given, "export", "--what", "price-drop", str(tmp_path / "p.csv"), "--json"]) == 1
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["error"]["code"] == "no_news"


def test_a_page(given: list[str], tmp_path: Path) -> None:
    assert cli.main([*given, "export", "--what", "page", str(tmp_path / "p.html")]) == 0
    assert (tmp_path / "p.html").read_text(encoding="utf-8").count("<section>") == 60


def test_a_shop_moves(given: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, there = str(tmp_path / "x.recsys-shop"), ["--data-dir", str(tmp_path / "there")]
    assert cli.main([*given, "move", file]) == 0
    assert capsys.readouterr().out.startswith("12 products, 60 customers and 300 things they did are packed in ")
    assert cli.main([*there, "move", file, "--bring-in", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["users"] == 60
    assert cli.main([*there, "recommend", "--user", "u07", "-k", "1", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["user"] == "u07"
    opened = open_shop(tmp_path / "there")
    assert opened.users.count() == 60
    opened.close()
