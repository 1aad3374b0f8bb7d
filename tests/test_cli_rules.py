"""Rules on the command line: shown, changed, refused; lists for a scenario and for a basket."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from recsys_desktop import cli
from tests.services.shops import filled_shop


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A shop that was not prepared."""
    filled_shop(tmp_path / "shop").close()
    return tmp_path / "shop"


def run(folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any]:
    code = cli.main(["--data-dir", str(folder), *arguments, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_rules_are_set_shown_and_deleted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    values = ("list_length=2", "price_high=9.5", 'only_categories=["Kitchen"]', "in_stock=false")
    code, made = run(folder, capsys, "set-rules", "--scenario", "Mail", *values)
    assert (code, made["rules"]["list_length"], made["rules"]["only_categories"]) == (0, 2, ["Kitchen"])
    assert cli.main(["--data-dir", str(folder), "rules"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "standard: nothing special",
        'Mail: list_length=2  in_stock=false  price_high=9.5  only_categories=["Kitchen"]',
    ]
    assert run(folder, capsys, "set-rules", "--scenario", "Mail", "only_categories=Kitchen")[1] == made  # one needs no list
    _, listed = run(folder, capsys, "recommend", "--user", "u07", "--scenario", "Mail")
    assert [item["item_id"] for item in listed["items"]] == ["k2", "k1"]  # of those up to 9.50, the latest bought first
    assert run(folder, capsys, "set-rules", "--scenario", "Mail", "price_high=", "in_stock=true")[1]["rules"]["price_high"] is None
    assert run(folder, capsys, "set-rules", "--scenario", "Mail", "--delete") == (0, {"deleted": "Mail"})
    assert [one["name"] for one in run(folder, capsys, "rules")[1]["scenarios"]] == ["standard"]


@pytest.mark.parametrize("value", ["list_length=0", "list_length=many", "diversity=2", "in_stock=7", "unheard_of=1", "boosts=a"])
def test_what_cannot_be_is_refused(folder: Path, capsys: pytest.CaptureFixture[str], value: str) -> None:
    code, document = run(folder, capsys, "set-rules", value)
    assert (code, document["error"]["code"]) == (1, "rules_impossible")
    assert cli.main(["--data-dir", str(folder), "set-rules", "list_length"]) == 2
    capsys.readouterr()


def test_a_product_is_hidden_and_shown_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, capsys, "hide", "g0") == (0, {"item_id": "g0", "hidden": True})
    assert run(folder, capsys, "rules")[1]["hidden"] == ["g0"]
    assert run(folder, capsys, "hide", "g0", "--no-longer")[1]["hidden"] is False
    assert run(folder, capsys, "hide", "nothing")[1]["error"]["code"] == "unknown_item"


def test_a_basket(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, listed = run(folder, capsys, "recommend", "--item", "k1", "--item", "k2", "-k", "4")
    assert sorted(item["item_id"] for item in listed["items"]) == ["k0", "k3", "k4", "k5"]
    assert run(folder, capsys, "recommend", "--item", "k1", "--scenario", "Home")[1]["error"]["code"] == "unknown_scenario"
    assert cli.main(["--data-dir", str(folder), "recommend"]) == 2
    assert cli.main(["--data-dir", str(folder), "recommend", "--user", "u07", "--item", "k1"]) == 2
    capsys.readouterr()
    code, document = run(folder, capsys, "recommend", "--item", "k1", "--item", "nothing")
    assert (code, document["error"]["code"]) == (1, "unknown_item")
