from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.ingest.formats.sniffing import sniff
from tests.ingest.reading import read_file, read_text


def refusal(path: Path) -> RecsysError:
    with pytest.raises(RecsysError) as caught:
        sniff(path)
    return caught.value


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "::", "^"])
def test_delimiters(tmp_path: Path, delimiter: str) -> None:
    rows = [["sku", "name", "price"], ["A1", "Lamp", "5"], ["A2", "Chair", "7"]]
    outcome = read_text(tmp_path, "".join(delimiter.join(row) + "\n" for row in rows))
    assert outcome.plan.format.delimiter == delimiter
    assert [(item.item_id, item.title, item.price) for item in outcome.items] == [("A1", "Lamp", 5.0), ("A2", "Chair", 7.0)]


def test_a_semicolon_table_full_of_decimal_commas(tmp_path: Path) -> None:
    outcome = read_text(tmp_path, "id;titel;preis\n1;Lampe, rot;3,50\n2;Stuhl, blau;4,00\n3;Tisch;1.299,00\n")
    assert [(item.title, item.price) for item in outcome.items] == [("Lampe, rot", 3.5), ("Stuhl, blau", 4.0), ("Tisch", 1299.0)]


def test_single_quotes_and_blanks_behind_delimiters(tmp_path: Path) -> None:
    outcome = read_text(tmp_path, "'id', 'title'\n'1', 'Lamp, red'\n'2', 'Chair, blue'\n")
    assert (outcome.plan.format.quote, outcome.plan.format.skip_blanks) == ("'", True)
    assert [item.title for item in outcome.items] == ["Lamp, red", "Chair, blue"]


def test_the_header_may_stand_below_a_preamble(tmp_path: Path) -> None:
    text = "Sales report\nGenerated 2024-01-01\n\ncustomer_id;product_id;product_name;date\nC1;P1;Lamp;2024-01-02\n"
    outcome = read_text(tmp_path, text)
    assert outcome.plan.format.header_line == 3
    assert [item.title for item in outcome.items] == ["Lamp"]


def test_a_separator_line_is_obeyed(tmp_path: Path) -> None:
    outcome = read_text(tmp_path, "sep=;\nid;title\n1;Lamp\n2;Chair\n")
    assert (outcome.plan.format.delimiter, outcome.plan.format.header_line) == (";", 1)
    assert [item.title for item in outcome.items] == ["Lamp", "Chair"]


def test_a_header_cell_may_hold_a_line_end(tmp_path: Path) -> None:
    outcome = read_text(tmp_path, 'id,title,"price\n(EUR)"\n1,Lamp,5\nx,,7\n')
    assert outcome.plan.header == ("id", "title", "price (EUR)")
    assert outcome.items[0].price == 5.0
    assert outcome.faults() == [(4, "title", "The row has no product name.")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(tmp_path: Path, end: str) -> None:
    outcome = read_text(tmp_path, end.join(["id,title,price", "1,Lamp,5", "2,Chair,x", "3,Desk,6"]) + end)
    assert [item.title for item in outcome.items] == ["Lamp", "Desk"]
    assert outcome.faults() == [(3, "price", "x is not a price.")]


def test_gzip(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.csv.gz"
    path.write_bytes(gzip.compress(b"id,title\n1,Lamp\n2,Chair\n"))
    assert [item.title for item in read_file(path).items] == ["Lamp", "Chair"]
    path.write_bytes(path.read_bytes()[:-9])
    assert refusal(path).code == "unreadable_file"


@pytest.mark.parametrize("content", [b"", b"\n\n  \n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "empty.csv"
    path.write_bytes(content)
    error = refusal(path)
    assert (error.code, str(error)) == ("empty_file", "empty.csv is empty.")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(500), "a picture"),
        (b"\xff\xd8\xff\xe0" + bytes(range(256)), "a picture"),
        (b"%PDF-1.7\nstream\n", "a PDF document"),
        (bytes(index * index % 251 for index in range(4000)), "a file of another program"),
        (b"<!DOCTYPE html><html><body>Hi, you, all</body></html>", "a web page"),
        (b'{\n"id": 1,\n"title": "Lamp"\n}\n', "JSON data without a list of records"),
        (b"This is a letter.\nIt has lines, but no table.\nNothing more.\n", "running text"),
        (b"Dear Sir,\nthe lamp, which I bought, is broken.\nPlease help me.\n\nYours, Ann\n", "running text"),
    ],
)
def test_other_files_named_csv_are_refused_in_words(tmp_path: Path, content: bytes, kind: str) -> None:
    path = tmp_path / "thing.csv"
    path.write_bytes(content)
    error = refusal(path)
    assert (error.code, str(error)) == ("not_a_table", f"thing.csv is not a table: it looks like {kind}.")
    assert str(error.hint) == "Choose a CSV, TSV or Excel file with one product or one purchase per row. Nothing was changed."


def test_files_that_are_not_there_or_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refusal(tmp_path / "gone.csv").code == "file_not_found"
    assert refusal(tmp_path).code == "unreadable_file"
    path = tmp_path / "locked.csv"
    path.write_text("id,title\n1,Lamp\n")

    def refuse(*_args: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    error = refusal(path)
    assert (error.code, str(error)) == ("unreadable_file", "locked.csv cannot be read: Permission denied.")


def test_apostrophes_that_guard_formulas_wrap_no_cells(tmp_path: Path) -> None:
    path = tmp_path / "guarded.csv"
    path.write_text("id,name,note\n'+49,Lamp,'=1+1\nQ1,Vase,\n&E+12',Bowl,'-->\n", encoding="utf-8")
    assert sniff(path).quote == '"'
