"""Files and folders as they are dropped: which tables are meant."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.ui.operations.found_files import find_files


def test_a_file_named_by_itself_is_looked_into_whatever_its_name(tmp_path: Path) -> None:
    odd = tmp_path / "export.download"
    odd.write_text("id,title\n1,Cup\n", encoding="utf-8")
    found = find_files([odd, odd], Progress())
    assert found.paths == (odd,)
    assert found.left_out == ()


def test_a_folder_stands_for_its_tables_and_says_what_is_left_out(tmp_path: Path) -> None:
    for name in ("b.CSV", "a.tsv", "photo.jpg", ".hidden.csv", "~$open.xlsx"):
        (tmp_path / name).write_text("id\ttitle\n1\tCup\n", encoding="utf-8")
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "c.csv").write_text("id,title\n1,Cup\n", encoding="utf-8")
    found = find_files([tmp_path], Progress())
    assert found.paths == (tmp_path / "a.tsv", tmp_path / "b.CSV")
    assert found.origin == {tmp_path / "a.tsv": tmp_path, tmp_path / "b.CSV": tmp_path}
    assert [(path.name, str(reason)) for path, reason in found.left_out] == [("photo.jpg", "photo.jpg is not a table by its name.")]


def test_an_archive_stands_for_its_tables(tmp_path: Path) -> None:
    archive = tmp_path / "export.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("shop/products.csv", "id,title\n1,Cup\n2,Jug\n")
        packed.writestr("shop/orders.csv", "customer_id,product_id\nK1,1\nK2,2\n")
        packed.writestr("shop/cup.png", b"\x89PNG\r\n\x1a\n")
    found = find_files([archive], Progress())
    assert sorted(path.name for path in found.paths) == ["orders.csv", "products.csv"]
    assert set(found.origin.values()) == {archive}
    assert [path.name for path, _ in found.left_out] == ["cup.png"]


def test_a_folder_that_cannot_be_opened_is_a_known_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(RecsysError) as raised:
        find_files([tmp_path], Progress())
    assert raised.value.code == "unreadable_file"
