"""Damage stays in the row where it starts."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from recsys_desktop.ingest.readers.lines import split_lines
from recsys_desktop.ingest.readers.records import MOST_LINES, RecordSplitter
from recsys_desktop.ingest.rows import RowBlock
from recsys_desktop.ingest.text_format import TextFormat
from tests.ingest.reading import read_text

HEADER = ("id", "title", "price")
NEVER_CLOSED = "A quotation mark opened in this row is never closed."


def split(text: str, header: tuple[str, ...] = HEADER, delimiter: str = ",") -> RowBlock:
    block = RowBlock()
    RecordSplitter(TextFormat("utf-8", delimiter, '"', 0, True), header).split(split_lines(text), 1, final=True, block=block)
    return block


def test_rows_keep_the_line_they_start_on() -> None:
    block = split('1,"two\nlines",5\n2,Chair,6\n3,"a\r\nb\nc",7\n4,Desk,8\n')
    assert block.rows == [["1", "two\nlines", "5"], ["2", "Chair", "6"], ["3", "a\r\nb\nc", "7"], ["4", "Desk", "8"]]
    assert block.lines == [1, 3, 4, 7]
    assert block.bad == []


def test_one_unclosed_quote_costs_one_row_among_plain_rows() -> None:
    plain = [f"{number},Thing {number},{number}" for number in range(3, 3000)]
    block = split("\n".join(["1,Lamp,5", '2,"Chair,7', *plain]))
    assert [(row.line, row.column, str(row.reason), row.cells) for row in block.bad] == [
        (2, "title", NEVER_CLOSED, ("2", '"Chair', "7"))
    ]
    assert block.rows == [["1", "Lamp", "5"], *(line.split(",") for line in plain)]
    assert block.lines == [1, *range(3, 3000)]


def test_one_unclosed_quote_costs_one_row_among_quoted_rows() -> None:
    block = split('1,"Lamp, red",5\n2,"Chair,7\n3,"Table, oak",9\n4,"Desk ""old""",3\n5,"",1\n')
    assert [row.line for row in block.bad] == [2]
    assert block.rows == [["1", "Lamp, red", "5"], ["3", "Table, oak", "9"], ["4", 'Desk "old"', "3"], ["5", "", "1"]]
    assert block.lines == [1, 3, 4, 5]


def test_an_unclosed_quote_in_the_last_row() -> None:
    block = split('1,Lamp,5\n2,"Chair,7')
    assert block.rows == [["1", "Lamp", "5"]]
    assert [(row.line, str(row.reason)) for row in block.bad] == [(2, NEVER_CLOSED)]


def test_a_quote_that_happens_to_close_in_a_later_row_swallows_nothing(tmp_path: Path) -> None:
    outcome = read_text(tmp_path, 'id,title,price\n1,"Lamp,5\n2,Chair,6\n3,Desk 7","8",9\n4,Sofa,9\n')
    assert outcome.faults() == [(2, "title", NEVER_CLOSED), (4, "", "Cells in the row: 4; in the header: 3.")]
    assert [item.title for item in outcome.items] == ["Chair", "Sofa"]


def test_stray_quotes_within_a_row_are_kept_as_text() -> None:
    block = split('1,"Lamp "de luxe", red",5\n2,""Best" chair",6\n3,"Screen 24"",7\n4,Shelf 30" wide,8\n')
    assert block.rows == [
        ["1", 'Lamp "de luxe", red', "5"],
        ["2", '"Best" chair', "6"],
        ["3", 'Screen 24"', "7"],
        ["4", 'Shelf 30" wide', "8"],
    ]
    assert block.bad == []


def test_padding_behind_a_closing_quote_is_no_damage() -> None:
    block = split('1,"Lamp, red"   ,5\n2,"two\nlines"  ,6\n')
    assert block.rows == [["1", "Lamp, red", "5"], ["2", "two\nlines", "6"]]
    assert block.lines == [1, 2]


def test_a_record_open_at_the_end_of_a_block_waits_for_the_next() -> None:
    lines = split_lines('1,Lamp,5\n2,"two\nlines",6\n3,Desk,7\n')
    splitter, block = RecordSplitter(TextFormat("utf-8", ",", '"', 0, True), HEADER), RowBlock()
    assert splitter.split(lines[:2], 1, final=False, block=block) == 1
    assert splitter.split(lines[1:], 2, final=True, block=block) == 3
    assert block.rows == [["1", "Lamp", "5"], ["2", "two\nlines", "6"], ["3", "Desk", "7"]]
    assert block.lines == [1, 2, 4]


def test_a_record_that_grows_beyond_all_cells_is_an_unclosed_quote() -> None:
    lines = split_lines('1,"Lamp,5\n' + "x\n" * (MOST_LINES + 5))
    block = RowBlock()
    used = RecordSplitter(TextFormat("utf-8", ",", '"', 0, True), HEADER).split(lines, 1, final=False, block=block)
    assert used == len(lines)
    assert [row.line for row in block.bad] == [1]
    assert block.lines == list(range(2, len(lines) + 1))


def test_damage_in_many_rows_is_confined_to_each(tmp_path: Path) -> None:
    """Titles without a pattern of their own: what an opened quotation mark belongs to is certain from the price behind it."""
    lines = ["id,title,price", *(f'{number},"Thing {number}' + (",5" if number % 3 else '",5') for number in range(1, 301))]
    outcome = read_text(tmp_path, "\n".join(lines))
    assert [item.item_id for item in outcome.items] == [str(number) for number in range(1, 301)]
    assert {item.price for item in outcome.items} == {5.0}
    assert outcome.bad == []
    few = read_text(tmp_path, "\n".join(lines[:20]))  # six rows in order teach nothing
    assert [item.item_id for item in few.items] == [str(number) for number in range(3, 20, 3)]
    assert [row.line for row in few.bad] == [number + 1 for number in range(1, 20) if number % 3]


def test_rows_of_another_width_are_reported_and_harmless_differences_mended(tmp_path: Path) -> None:
    outcome = read_text(tmp_path, "id,title,price\n1,Lamp,5\n2,Chair\n3,Desk,7,9\n4,Sofa,7,,\n\n   \n,,\n5,Bed,8\n")
    assert [item.item_id for item in outcome.items] == ["1", "4", "5"]
    assert outcome.faults() == [
        (3, "", "Cells in the row: 2; in the header: 3."),
        (4, "", "Cells in the row: 4; in the header: 3."),
    ]
    assert outcome.rows == 5  # blank lines are no rows


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("id,title,price,", "{},Lamp,5"),  # a delimiter too many
        ("id,,title,price", "{},Lamp,5"),
        ("id,title,price", "{},Lamp,5,x"),  # a name too few
    ],
)
def test_a_header_of_another_width_than_all_rows_is_fitted(tmp_path: Path, header: str, row: str) -> None:
    outcome = read_text(tmp_path, "\n".join([header, *(row.format(number) for number in range(5, 9))]))
    assert [(item.item_id, item.title, item.price) for item in outcome.items] == [
        (str(number), "Lamp", 5.0) for number in range(5, 9)
    ]
    assert outcome.bad == []


def test_a_nameless_counter_before_the_rows_shifts_nothing(tmp_path: Path) -> None:
    outcome = read_text(tmp_path, "id title price\n1 A7 Lamp 5\n2 A8 Desk 6\n3 A9 Rug 7\n")
    assert [(item.item_id, item.title, item.price) for item in outcome.items] == [
        ("A7", "Lamp", 5.0),
        ("A8", "Desk", 6.0),
        ("A9", "Rug", 7.0),
    ]


def test_a_backslash_may_take_a_quotes_meaning_away(tmp_path: Path) -> None:
    outcome = read_text(tmp_path, 'id,title,price\n1,"Lamp \\"de luxe\\", red",5\n2,"Screen 24\\"",6\n3,"Rug",7\n')
    assert [item.title for item in outcome.items] == ['Lamp "de luxe", red', 'Screen 24"', "Rug"]
    outcome = read_text(tmp_path, 'id,title,price\n1,"C:\\",5\n2,"D:\\Lamp",6\n')
    assert [item.title for item in outcome.items] == ["C:\\", "D:\\Lamp"]


def test_a_cell_beyond_pythons_own_limit_and_nul_bytes(tmp_path: Path) -> None:
    long = "x" * 300_000
    outcome = read_text(tmp_path, f'id,title,description\n1,Lamp,"{long}"\n2,Ch\x00air,ok\n')
    assert [(item.title, len(item.description)) for item in outcome.items] == [("Lamp", 300_000), ("Chair", 2)]


def test_the_splitter_agrees_with_pythons_reader_on_valid_files() -> None:
    rows = [["1", 'a "b" c', ""], ["", "x\ny", ","], ['"', "\n", '""'], [" padded ", "\t", "end"]]
    target = io.StringIO(newline="")
    csv.writer(target, lineterminator="\n").writerows(rows)
    assert split(target.getvalue()).rows == rows
