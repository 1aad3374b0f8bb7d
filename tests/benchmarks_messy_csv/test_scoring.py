"""The benchmark of damaged files scores what it says it scores."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.messy_csv import corpus, ours
from tests.benchmarks.messy_csv.scoring import share

RIGHT = [["id", "title"], ["1", "Lamp"], ["2", "Desk"], ["3", "Rug"]]


@pytest.mark.parametrize(
    ("found", "cells", "rows"),
    [
        (RIGHT, 1.0, 1.0),
        ([], 0.0, 0.0),
        ([*RIGHT[:2], RIGHT[3]], 6 / 8, 3 / 4),  # a row is missing
        ([*RIGHT, ["4", "Bed"]], 8 / 10, 4 / 5),  # one is too many
        ([*RIGHT[:3], ["3", "rug"]], 7 / 9, 3 / 5),  # a cell is wrong
        ([*RIGHT[:3], ["3", "Rug", ""]], 8 / 9, 3 / 5),  # a row has a cell too many
        ([["title", "id"], *RIGHT[1:]], 6 / 10, 3 / 5),
    ],
)
def test_shares(found: list[list[str]], cells: float, rows: float) -> None:
    assert share(found, RIGHT) == pytest.approx((cells, rows))


def test_two_empty_tables_agree() -> None:
    assert share([], []) == (1.0, 1.0)


def test_half_of_every_kind_is_set_aside_and_always_the_same_half() -> None:
    names = [f"row_{kind}{number}.csv" for kind in ("extra_quote", "less_sep") for number in range(9)] + [
        "file_a.csv",
        "source.csv",
    ]
    aside = corpus._set_aside(names)
    assert aside == corpus._set_aside(names)
    assert sorted(map(corpus.kind_of, aside)) == ["file", *["row_extra_quote"] * 4, *["row_less_sep"] * 4]


def test_a_row_reported_as_bad_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,title,price\n1,Lamp,5\n2,Desk\n3,Rug,6\n")
    reading = ours.read(path)
    assert reading.rows == [["id", "title", "price"], ["1", "Lamp", "5"], ["3", "Rug", "6"]]
    assert reading.bad == [(3, "Cells in the row: 2; in the header: 3.")]
    path.write_text("Dear Sir,\nthe lamp, which I bought, is broken.\n")
    assert ours.read(path).refusal == "a.csv is not a table: it looks like running text."
