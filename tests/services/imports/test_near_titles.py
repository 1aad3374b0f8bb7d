from __future__ import annotations

import json
from pathlib import Path

import pytest

from recsys_desktop import cli
from recsys_desktop.services.imports.near_titles import NearPair, near_titles
from recsys_desktop.services.shop import open_shop

CATALOGUE = 'id,title\n1,Lantern tin\n2,Mug red\n3,Lantren tin\n4,Mug blue\n5,"mug, RED"\n'


def test_a_shop_is_told_and_nothing_is_joined(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, folder = tmp_path / "catalogue.csv", tmp_path / "shop"
    file.write_text(CATALOGUE)
    assert cli.main(["--data-dir", str(folder), "import", str(file)]) == 0
    assert "2 pairs of products have nearly the same name" in capsys.readouterr().out
    assert cli.main(["--data-dir", str(folder), "import", str(file), "--json"]) == 0
    assert "near_titles" not in json.loads(capsys.readouterr().out)  # nothing new came in
    assert cli.main(["--data-dir", str(folder), "near-titles", "--json", "--most", "1"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["slips"], found["variants"], len(found["pairs"])) == (2, 2, 1)
    assert cli.main(["--data-dir", str(folder), "near-titles"]) == 0
    assert "  Lantern tin (1)  ~  Lantren tin (3)\n" in capsys.readouterr().out
    shop = open_shop(folder)
    assert near_titles(shop).slips[0] == NearPair("2", "Mug red", "5", "mug, RED", 1.0, "same")  # type: ignore[arg-type]  # plain ids
    assert shop.catalogue.count() == 5
    shop.close()
