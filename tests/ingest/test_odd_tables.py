"""What stands around a table and is no row of it: preambles, several header lines, footers, further tables."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.ingest.formats.sniffing import best_guess, sniff
from recsys_desktop.ingest.readers import tables
from recsys_desktop.ingest.readers.footers import is_footer
from recsys_desktop.ingest.readers.header_place import Place, header_place, joined
from recsys_desktop.ingest.wishes import NO_WISHES, Wishes
from tests.ingest.reading import read_text

ROWS = "".join(f"{100 + n},Lamp {n},{n}.50,{n % 3}\n" for n in range(12))
TABLE = "id,title,price,stock\n" + ROWS


class Seen(NamedTuple):
    """What was read of a file."""

    header: list[str]
    rows: list[list[str]]
    bad: list[int]
    skipped: Counter[str]


def see(folder: Path, text: str, wishes: Wishes = NO_WISHES, encoding: str = "utf-8") -> Seen:
    path = folder / "file.csv"
    path.write_bytes(text.encode(encoding))
    table = tables.sample(path, sniff(path, wishes), wishes)
    seen = Seen(table.header, [], [], Counter())
    for block in tables.blocks(path, table.format, table.header):
        seen.rows.extend(block.rows)
        seen.bad.extend(row.line for row in block.bad)
        seen.skipped.update(block.skipped)
    return seen


def rows_of(text: str) -> list[list[str]]:
    return [line.split(",") for line in text.splitlines()]


def test_an_ebay_report(tmp_path: Path) -> None:
    """A blank first line, one below the header, and two lines at the end that say how many records were downloaded and whose."""
    lines = "".join(f'"{n}","12-{n:05}","ann{n}","Mug {n}","1","Jul-{n:02}-25"\n' for n in range(1, 6))
    names = '"Sales Record Number","Order Number","Buyer Username","Item Title","Quantity","Sale Date"'
    seen = see(tmp_path, f'\n{names}\n\n{lines}\n"83","record(s) downloaded"\n"Seller ID : foo"\n')
    assert seen.header[0] == "Sales Record Number"
    assert seen.rows == [[f"{n}", f"12-{n:05}", f"ann{n}", f"Mug {n}", "1", f"Jul-{n:02}-25"] for n in range(1, 6)]
    assert (seen.bad, seen.skipped) == ([], {"footer": 2})


@pytest.mark.parametrize(
    "footer", ["Total,,66.00,\n", "\n,Summe,66.00,11\n", "合计,,66.00,\n", "12 rows,,,\n", "Printed by : Ann\n", "\n\nTotal\n"]
)
def test_totals_and_remarks_below_the_table(tmp_path: Path, footer: str) -> None:
    seen = see(tmp_path, TABLE + footer)
    assert seen.rows == rows_of(ROWS)
    assert (seen.bad, seen.skipped) == ([], {"footer": 1})


def test_a_row_cut_off_at_the_end_is_reported_and_no_footer(tmp_path: Path) -> None:
    seen = see(tmp_path, TABLE + "200,Des")
    assert (len(seen.rows), seen.bad, seen.skipped) == (12, [14], {})
    assert not is_footer(["7", "Total"], 2, fits=True)
    assert is_footer(["Total", "7"], 2, fits=True)


def test_footers_are_told_in_the_import(tmp_path: Path) -> None:
    outcome = read_text(tmp_path, TABLE + "Total,,66.00,\n")
    assert (outcome.rows, outcome.skipped, outcome.bad) == (13, {"footer": 1}, [])
    assert len(outcome.items) == 12


def test_a_header_that_comes_again_between_two_exports(tmp_path: Path) -> None:
    more = ROWS.replace("Lamp", "Desk")
    seen = see(tmp_path, TABLE + "id,title,price,stock\n" + more)
    assert seen.rows == rows_of(ROWS + more)
    assert seen.skipped == {"header": 1}


def test_the_same_table_written_twice_is_read_once(tmp_path: Path) -> None:
    seen = see(tmp_path, TABLE + TABLE)
    assert seen.rows == rows_of(ROWS)
    assert seen.skipped == {"header": 1, "other_table": 12}


def test_a_further_table_is_told_and_not_mixed_in(tmp_path: Path) -> None:
    seen = see(tmp_path, TABLE + "\nregion,sales\nnorth,12\nsouth,14\n")
    assert (seen.rows, seen.bad, seen.skipped) == (rows_of(ROWS), [], {"other_table": 3})
    wider = "id,title,price,stock,colour\n" + "".join(f"{n},Lamp {n},{n}.5,1,red\n" for n in range(11))
    seen = see(tmp_path, TABLE + wider)
    assert (seen.rows, seen.bad, seen.skipped) == (rows_of(ROWS), [], {"other_table": 12})


@pytest.mark.parametrize(
    "above",
    [
        "Sales report 2024\nShop: Foo, Bar & Co\nFrom 2024-01-01, to 2024-02-01\n\n",
        "\n\n\n",
        "REPORT,,,\n,,,\n",
        "sep=,\n",
        '"sep=,"\n',
        "\n\t\ufeff",
        "\ufeff",
    ],
)
def test_what_stands_above_the_table(tmp_path: Path, above: str) -> None:
    seen = see(tmp_path, above + TABLE)
    assert (seen.header, seen.rows, seen.bad) == (["id", "title", "price", "stock"], rows_of(ROWS), [])


def test_padded_names_and_empty_ones_at_the_end(tmp_path: Path) -> None:
    seen = see(tmp_path, " id , title , price , stock , , \n" + ROWS)
    assert (seen.header, seen.rows) == (["id", "title", "price", "stock"], rows_of(ROWS))


def test_names_in_two_languages(tmp_path: Path) -> None:
    """As Taobao Assistant writes it: a version, English names, Chinese ones with empty cells at the end; UTF-16 with tabs."""
    names = ["title", "price", "num", "outer_id"]
    text = "version 1.00\n" + "\t".join(names) + "\n宝贝名称\t宝贝价格\t宝贝数量\t商家编码\t\t\n"
    text += "".join(f"连衣裙 {n}\t{n}.50\t{n}\tA-{n:03}\n" for n in range(12))
    seen = see(tmp_path, text, encoding="utf-16")
    assert seen.header == names
    assert seen.rows == [[f"连衣裙 {n}", f"{n}.50", f"{n}", f"A-{n:03}"] for n in range(12)]
    assert seen.bad == []


def test_headers_of_several_rows() -> None:
    data = [[str(n), f"Lamp {n}", f"{n}.5"] for n in range(5)]
    assert header_place([["id", "title", "price"], *data]) == Place(0, 1)
    assert header_place([["alpha", "beta", "gamma"], ["uno", "dos", "tres"], *data]) == Place(0, 2)
    assert header_place([["Export", "of May"], ["编号", "标题", "价格"], *data]) == Place(1, 1)
    assert header_place([["alpha", "beta", "gamma"], *data]) == Place(0, 1)
    assert header_place(data) == Place(0, 0)
    assert header_place([["1", "2", "3"], ["4", "5", "6"]]) == Place(0, 0)
    assert joined([["Product", "", "Price"], ["id", "title", ""]]) == ["Product id", "Product title", "Price"]
    assert joined([["id", "title"], ["编号", "标题", ""]]) == ["id", "title"]


@pytest.mark.parametrize("delimiter", [",", "\t", "::"])
def test_a_file_without_names(tmp_path: Path, delimiter: str) -> None:
    seen = see(tmp_path, ROWS.replace(",", delimiter))
    assert (seen.header, seen.rows) == (["", "", "", ""], rows_of(ROWS))


def test_delimiters_of_several_characters(tmp_path: Path) -> None:
    seen = see(tmp_path, "id||title||price\n" + "".join(f"{n}||Lamp, {n}||{n}.5\n" for n in range(12)))
    assert seen.rows == [[f"{n}", f"Lamp, {n}", f"{n}.5"] for n in range(12)]
    seen = see(tmp_path, 'id::title::price\n1::"Lamp::x\ny"::5\n2::Chair::6\n3::"Desk::7\n4::Rug::8\n')
    assert seen.rows == [["1", "Lamp::x\ny", "5"], ["2", "Chair", "6"], ["4", "Rug", "8"]]
    assert seen.bad == [5]
    seen = see(tmp_path, "id<>title\n1<>Lamp\n", Wishes(delimiter="<>"))
    assert (seen.header, seen.rows) == (["id", "title"], [["1", "Lamp"]])


def test_what_a_person_says_is_obeyed(tmp_path: Path) -> None:
    text = "a;b\n1;x,y\n2;x,z\n"
    assert see(tmp_path, text, Wishes(delimiter=",", header_line=1)).header == ["a;b", ""]
    assert see(tmp_path, text, Wishes(delimiter=";")).rows == [["1", "x,y"], ["2", "x,z"]]
    text = "id,title\n1,'Lamp, red'\n"
    assert see(tmp_path, text, Wishes(quote="'")).rows == [["1", "Lamp, red"]]
    text = 'id,title\n1,"Lamp"\n2,6" pipe\n'
    assert see(tmp_path, text, Wishes(quote="")).rows == [["1", '"Lamp"'], ["2", '6" pipe']]
    assert see(tmp_path, TABLE, Wishes(header_line=3)).header == ["101", "Lamp 1", "1.50", "1"]
    seen = see(tmp_path, TABLE, Wishes(header_line=0))
    assert (seen.header, seen.rows[0]) == (["", "", "", ""], ["id", "title", "price", "stock"])
    assert see(tmp_path, "sep=;\nid;title\n1;Lamp\n", Wishes(header_line=2)).rows == [["1", "Lamp"]]
    assert see(tmp_path, "id,title\n1,Thé\n", Wishes(encoding="latin-1")).rows == [["1", "ThÃ©"]]


def test_where_it_is_not_certain_a_person_is_asked_and_shown_the_best_guess(tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("column_a,column_b,column_c\n1,27,,too long\n,too short\n0,mixed,17\n")
    with pytest.raises(RecsysError) as caught:
        sniff(path)
    assert caught.value.code == "unsure_format"
    assert str(caught.value) == "It is not certain what separates the columns of odd.csv; most likely a comma does."
    assert "--delimiter" in str(caught.value.hint)
    guess = best_guess(path)
    assert (guess.delimiter, guess.confident) == (",", False)
    assert sniff(path, Wishes(delimiter=",")).confident


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("date\n2024-01-02\n2024-01-03\n", "a single column"),
        ("hello\n", "a single line"),
        ("select id, title from items;\nselect 2;\n", "commands for a database"),
        (
            "".join(f"{'Lamp ' + str(n):<20}{n:>8}{n * 7:>8}\n" for n in range(9)),
            "columns of fixed width without delimiters",
        ),
    ],
)
def test_refusals_say_what_the_text_is(tmp_path: Path, text: str, kind: str) -> None:
    path = tmp_path / "thing.txt"
    path.write_text(text)
    with pytest.raises(RecsysError) as caught:
        sniff(path)
    assert str(caught.value) == f"thing.txt is not a table: it looks like {kind}."
