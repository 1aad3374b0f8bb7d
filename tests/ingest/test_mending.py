"""Damaged rows are read where the columns leave one way to do it, and reported where they leave none or several."""

from __future__ import annotations

import pytest

from recsys_desktop.ingest.readers.column_forms import exact_shape, learn, rough_shape
from recsys_desktop.ingest.readers.mending import Mender
from recsys_desktop.ingest.readers.tokens import Token, Tokenizer
from recsys_desktop.ingest.text_format import TextFormat

COMMA = TextFormat("utf-8", ",", '"', 0, True)
TITLES = (
    "Lamp",
    "Old chair",
    "Tea cup and pot",
    "T-light",
    "Set of 6 mugs",
    "Rug 2 x 3 m",
    "Men's hat",
    "24 h clock",
    "A4 frame",
    "Bed",
)
#: Number, title, price, date, a note that is never filled; twenty rows of them.
GOOD = [f'{100 + n},"{TITLES[n % 10]}, {TITLES[n % 7]}",{n}.5,2024-01-{n:02},' for n in range(1, 21)]


def mender(lines: list[str] = GOOD, text_format: TextFormat = COMMA) -> Mender:
    splitter = Tokenizer(text_format.delimiter, text_format.quote, text_format.escape)
    return Mender(text_format, learn([splitter.tokens(line) or [] for line in lines]))


@pytest.mark.parametrize(
    "line",
    [
        '200,"Desk, oak",7.5,2024-02-01,,',  # a delimiter too many at the end
        '200,"Desk, oak",,7.5,2024-02-01,',  # in the middle
        '200,"Desk, oak",7.5,2024-02-01',  # the last one missing
        '200"Desk, oak",7.5,2024-02-01,',  # missing before a quoted cell
        '200,"Desk, oak"7.5,2024-02-01,',  # behind one
        '200,"Desk, oak",7.52024-02-01,',  # between two bare ones: dates are ten characters long
        '200 "Desk, oak" 7.5 2024-02-01 ',  # blanks instead of commas
        '200;"Desk, oak";7.5;2024-02-01;',
        '200\t"Desk, oak"\t7.5\t2024-02-01\t',
    ],
)
def test_delimiters_that_are_wrong_in_one_row(line: str) -> None:
    assert mender().mend(line + "\r\n") == ["200", "Desk, oak", "7.5", "2024-02-01", ""]


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ('"200,"Desk, oak",7.5,2024-02-01,', ['"200', "Desk, oak", "7.5", "2024-02-01", ""]),
        ('200,"Desk, oak","7.5,2024-02-01,', ["200", "Desk, oak", '"7.5', "2024-02-01", ""]),
        ('200,"Desk, oak",7.5,2024-02-01,"', ["200", "Desk, oak", "7.5", "2024-02-01", '"']),
    ],
)
def test_a_quotation_mark_too_many_stays_in_its_cell(line: str, row: list[str]) -> None:
    assert mender().mend(line) == row


def test_a_title_that_should_have_been_quoted() -> None:
    bare = mender([f"{100 + n},{TITLES[n % 10]},{n}.5,2024-01-{n:02}" for n in range(1, 21)])
    assert bare.mend("200,Desk, oak, big,7.5,2024-02-01") == ["200", "Desk, oak, big", "7.5", "2024-02-01"]


@pytest.mark.parametrize(
    "line",
    [
        "200,Desk,never,2024-02-01,,",  # no price: dropping a cell does not help
        "200,7.5,2024-02-01,",  # a title is missing, and titles are never empty
        "200,Desk,7.5",
        "Total 900",
        "",
    ],
)
def test_what_fits_nowhere_is_not_mended(line: str) -> None:
    assert mender().mend(line) is None


def test_two_ways_are_no_way() -> None:
    """Which of two titles holds the comma cannot be told."""
    two = mender([f"{100 + n},{TITLES[n % 10]},nice {TITLES[n % 7]}" for n in range(1, 21)])
    assert two.mend("200,Desk, oak,fine") is None
    # and a number is not cut within its digits
    numbers = mender([f"{n * n},{n * 7}.5" for n in range(1, 31)])
    assert numbers.mend("12345.5") is None


def test_few_rows_teach_nothing() -> None:
    assert learn([[Token("1", False)]] * 9) == ()
    assert not mender(GOOD[:9]).knows
    assert mender(GOOD[:9]).mend('200,"Desk, oak",7.5,2024-02-01,,') is None


def test_a_column_that_is_always_quoted_is_told_from_the_one_before_it() -> None:
    """The delimiter before the description is missing; read plainly, its comma would make the same number of cells."""
    lines = [f'{100 + n},{TITLES[n % 10]},"Bright, {TITLES[n % 7]}.",{n}.5' for n in range(1, 21)]
    damaged = '200,Desk"Long, and wide.",7.5'
    assert len(Tokenizer(",", '"').tokens(damaged) or []) == 4
    assert not mender(lines).fits(damaged)
    assert mender(lines).mend(damaged) == ["200", "Desk", "Long, and wide.", "7.5"]


def test_shapes() -> None:
    assert exact_shape("MG-8769é") == "aa-0000a"
    assert rough_shape("$00.00") == rough_shape("$0") == "$0"
    assert rough_shape("00.00.0000") == "0.0.0"


def test_tokens() -> None:
    split = Tokenizer("::", '"', "\\")
    assert split.tokens('1::"a::b \\"c\\""  ::x') == [("1", False), ('a::b "c"', True), ("x", False)]
    assert split.tokens('1::"a') is None
    assert split.tokens('1::"a"b::c') is None
    assert Tokenizer(",", "'").tokens("'it''s', 'b'") == [("it's", True), (" 'b'", False)]
    assert Tokenizer(",", "'", skip_blanks=True).tokens("'it''s', 'b'") == [("it's", True), ("b", True)]
