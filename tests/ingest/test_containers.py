"""What lies in packed folders and workbooks, and what is left out of them."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.ingest import containers
from recsys_desktop.ingest.containers import contents, inspect_all
from recsys_desktop.ingest.pipeline import inspect
from tests.ingest.containers import CATALOGUE, EVENTS, write_zip
from tests.ingest.reading import read_file
from tests.ingest.workbooks import write_sheets, write_workbook

LETTER = "This is a letter.\nIt has lines, but no table.\nNothing more.\n"


def test_an_ordinary_file_is_its_own_only_table(tmp_path: Path) -> None:
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(CATALOGUE.encode()))
    assert contents(path) == containers.Contents((path,))


def test_the_tables_of_a_packed_folder(tmp_path: Path) -> None:
    write_workbook(tmp_path / "book.xlsx", [["id", "title"], ["1", "Lamp"]])
    inner = write_zip(
        tmp_path / "inner.zip", {"b.csv": EVENTS, "deepest.zip": (write_zip(tmp_path / "d", {"c.csv": EVENTS})).read_bytes()}
    )
    path = write_zip(
        tmp_path / "export.zip",
        {
            "shop/catalogue.csv": CATALOGUE,
            "book.xlsx": (tmp_path / "book.xlsx").read_bytes(),
            "items.json.gz": gzip.compress(b'[{"id": 1, "title": "Lamp"}]'),
            "inner.zip": inner.read_bytes(),
            "picture.jpg": b"\xff\xd8\xff",
            "named.csv": b"\x89PNG\r\n\x1a\n" + bytes(50),
            "README.txt": LETTER,
            "nothing.csv": "",
            "__MACOSX/shop/._catalogue.csv": "x",
            ".DS_Store": "x",
        },
    )
    found = contents(path)
    assert [table.relative_to(path).as_posix() for table in found.tables] == [
        "book.xlsx", "inner.zip/b.csv", "items.json.gz", "shop/catalogue.csv",
    ]  # fmt: skip
    assert [(one.path.relative_to(path).as_posix(), str(one.reason)) for one in found.left_out] == [
        ("README.txt", "README.txt is not a table: it looks like running text."),
        ("inner.zip/deepest.zip", "deepest.zip is a folder packed within packed folders."),
        ("named.csv", "named.csv is not a table: it looks like a picture."),
        ("nothing.csv", "nothing.csv is empty."),
        ("picture.jpg", "picture.jpg is not a table."),
    ]
    assert [item.title for item in read_file(path / "book.xlsx").items] == ["Lamp"]
    assert [item.title for item in read_file(path / "items.json.gz").items] == ["Lamp"]


def test_many_pictures_are_told_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "_MOST_TABLES", 2)
    members: dict[str, bytes | str] = {f"{number:02}.png": "x" for number in range(13)}
    path = write_zip(tmp_path / "a.zip", {**members, "a.csv": CATALOGUE, "b.csv": EVENTS, "c.csv": EVENTS})
    found = contents(path)
    assert found.tables == (path / "a.csv", path / "b.csv")
    assert [str(one.reason) for one in found.left_out[-3:]] == [
        "09.png is not a table.",
        "Further files that are not tables: 3.",
        "More tables than can be looked into at once: 1.",
    ]


def test_a_folder_without_tables_is_refused(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "a.zip", {"README.txt": LETTER, "b.png": "x"})
    with pytest.raises(RecsysError) as caught:
        contents(path)
    assert str(caught.value) == "a.zip is not a table: it looks like a packed folder without tables."


def test_tables_that_lack_columns_are_left_out_as_long_as_others_do_not(tmp_path: Path) -> None:
    customers = "email,phone\na@example.com,1\nb@example.com,2\n"
    path = write_zip(tmp_path / "a.zip", {"catalogue.csv": CATALOGUE, "customers.csv": customers, "events.csv": EVENTS})
    found = inspect_all(path, inspect)
    assert [(plan.path.name, plan.role) for plan in found.plans] == [("catalogue.csv", "catalogue"), ("events.csv", "behaviour")]
    assert [one.path.name for one in found.left_out] == ["customers.csv"]
    alone = write_zip(tmp_path / "b.zip", {"customers.csv": customers, "more.csv": customers})
    with pytest.raises(RecsysError) as caught:
        inspect_all(alone, inspect)
    assert caught.value.code == "missing_column"


def test_a_damaged_member_stops_the_import_of_its_folder(tmp_path: Path) -> None:
    packed = gzip.compress((CATALOGUE * 5000).encode())[:-20]
    path = write_zip(tmp_path / "a.zip", {"catalogue.csv": CATALOGUE, "cut.csv.gz": packed})
    assert contents(path).tables == (path / "catalogue.csv", path / "cut.csv.gz")
    with pytest.raises(RecsysError) as caught:
        [read_file(table) for table in contents(path).tables]
    assert str(caught.value) == "cut.csv.gz cannot be read: it ends too early, as if its download had been interrupted."


def test_the_sheets_of_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    products = [["id", "title"], ["1", "Lamp"], ["2", "Chair"]]
    write_sheets(
        path,
        {
            "Notes": [["Exported by the shop"]],
            "Products": [["Our products"], [], *products],
            "Orders": [["customer_id", "product_id", "quantity"], ["C1", "1", 2.0]],
            "Old": products,
            "Empty": [],
        },
        hidden=("Old",),
    )
    found = contents(path)
    assert found.tables == (path / "Products", path / "Orders")
    assert [str(one.reason) for one in found.left_out] == [
        "The sheet Notes holds no table.",
        "The sheet Old is hidden.",
        "The sheet Empty holds no table.",
    ]
    assert [item.title for item in read_file(path / "Products").items] == ["Lamp", "Chair"]
    assert [(row.user_id, row.quantity) for row in read_file(path / "Orders").interactions] == [("C1", 2.0)]
    assert [item.title for item in read_file(path).items] == ["Lamp", "Chair"]  # without a choice: the first table
    packed = write_zip(tmp_path / "a.zip", {"book.xlsx": path.read_bytes()})
    assert contents(packed).tables == (packed / "book.xlsx" / "Products", packed / "book.xlsx" / "Orders")
    assert [(row.user_id, row.quantity) for row in read_file(packed / "book.xlsx" / "Orders").interactions] == [("C1", 2.0)]
    with pytest.raises(RecsysError) as caught:
        inspect(path / "None")
    assert caught.value.code == "file_not_found"


def test_a_workbook_with_one_table_is_that_table(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    write_sheets(path, {"Notes": [["Hello"]], "Products": [["id", "title"], ["1", "Lamp"]]})
    found = contents(path)
    assert found.tables == (path,)
    assert [str(one.reason) for one in found.left_out] == ["The sheet Notes holds no table."]
