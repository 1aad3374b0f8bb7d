"""How a file writes dates and numbers: what a person says counts, then its cells, then the platform's way; else one asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from recsys_desktop.ingest.pipeline import inspect
from recsys_desktop.ingest.plan import FilePlan
from recsys_desktop.ingest.wishes import NO_WISHES, Wishes
from tests.ingest.reading import read_text


def planned(folder: Path, dates: list[str], wishes: Wishes = NO_WISHES) -> FilePlan:
    path = folder / "orders.csv"
    path.write_text("customer_id,sku,date\n" + "".join(f"u{number},i,{date}\n" for number, date in enumerate(dates)))
    return inspect(path, wishes)


@pytest.mark.parametrize(
    ("dates", "day_first", "asked"),
    [
        (["03/04/2026", "28/04/2026"], True, False),  # there is no month 28
        (["04/03/2026", "04/28/2026"], False, False),
        (["03.04.2026", "05.04.2026"], True, False),  # points are written where the day stands first
        (["2026-04-03", "2026-05-04"], True, False),
        (["01/02/2026", "02/02/2026", "03/02/2026"], True, True),  # in order of time both ways
        (
            ["01/02/2026", "05/02/2026", "01/03/2026"],
            True,
            False,
        ),  # day first: 1 and 5 February, 1 March; else January, May, January
        (["01/03/2026", "05/02/2026", "01/02/2026"], True, False),  # newest first
        (["02/01/2026", "02/05/2026", "03/01/2026"], False, False),
        (["03/04/2026", "01/02/2026", "05/06/2026"], True, True),  # in no order either way
        (["05/05/2026", "06/06/2026"], True, False),  # both readings are one day
        (["03/04/2026"], True, True),
        ([""], True, False),
    ],
)
def test_which_number_is_the_month(tmp_path: Path, dates: list[str], day_first: bool, asked: bool) -> None:
    plan = planned(tmp_path, dates)
    assert plan.questions == (("day_first",) if asked else ())
    if not asked:
        assert plan.conventions.day_first is day_first


def test_what_a_person_says_settles_it(tmp_path: Path) -> None:
    for said in (True, False):
        plan = planned(tmp_path, ["03/04/2026"], Wishes(day_first=said))
        assert (plan.questions, plan.conventions.day_first) == ((), said)


def test_the_question_names_a_date_of_the_file(tmp_path: Path) -> None:
    plan = planned(tmp_path, ["05/05/2026", "03/04/2026"])
    assert "Dates such as 03/04/2026 can be read day first or month first, and nothing in the file tells which." in map(
        str, plan.problems
    )


def test_a_platform_that_writes_one_way_everywhere_is_not_asked_about(tmp_path: Path) -> None:
    header = "Sale Date,Item Name,Buyer,Quantity,Price,Currency,Listing ID,Order ID\n"
    outcome = read_text(tmp_path, header + "03/04/25,Red Lamp,ann,1,$5.00,USD,77,9001\n")
    assert outcome.plan.questions == ()
    assert outcome.interactions[0].time == 1_741_046_400  # the fourth of March 2025


def test_a_column_of_day_numbers(tmp_path: Path) -> None:
    outcome = read_text(tmp_path, "customer_id,sku,date\nu,i,45123.5\nu,j,45124\nu,k,45125\n")
    assert [one.time for one in outcome.interactions] == [1_689_508_800, 1_689_552_000, 1_689_638_400]  # 16 July 2023, noon


def test_decimal_commas_hold_for_all_numbers_of_a_file(tmp_path: Path) -> None:
    text = "customer_id;sku;title;quantity;price;date\nu;i;Tea;1,000;12,50;2026-01-02\nu;j;Cup;2,000;1.299,00;2026-01-03\n"
    outcome = read_text(tmp_path, text)
    assert outcome.plan.conventions.decimal_comma
    assert [(one.item_id, one.quantity) for one in outcome.interactions] == [("i", 1.0), ("j", 2.0)]
    assert [item.price for item in outcome.items] == [12.5, 1299.0]


def test_a_person_may_say_what_the_comma_is(tmp_path: Path) -> None:
    path = tmp_path / "c.csv"
    path.write_text("id;title;price\n1;Cup;1,299\n2;Pot;2,500\n")
    assert not inspect(path).conventions.decimal_comma  # thousands: three digits behind each
    assert inspect(path, Wishes(decimal_comma=True)).conventions.decimal_comma


@pytest.mark.parametrize(("ratings", "stars"), [([0, 5, 9], [0, 2.5, 4.5]), ([1, 5, 3], [1, 5, 3]), ([20, 80, 100], [1, 4, 5])])
def test_a_few_ratings_show_their_scale(tmp_path: Path, ratings: list[int], stars: list[float]) -> None:
    rows = "".join(f"u,i{number},{rating}\n" for number, rating in enumerate(ratings))
    outcome = read_text(tmp_path, f"user_id,item_id,rating\n{rows}")
    assert [one.value for one in outcome.interactions] == stars


def test_nobody_is_no_customer(tmp_path: Path) -> None:
    outcome = read_text(tmp_path, "user_id,item_id,date\nNA,x,2026-01-02\nu,NA,2026-01-02\n")
    assert [(one.user_id, one.item_id) for one in outcome.interactions] == [("u", "NA")]
    assert outcome.skipped == {"no_customer": 1}


@pytest.mark.parametrize(
    ("delimiter", "prices", "read"),
    [
        (";", ["1.234", "2.500", "10.000"], [1234.0, 2500.0, 10000.0]),  # cells between semicolons: the comma is for decimals
        (",", ["950", "1.234", "10.000"], [950.0, 1234.0, 10000.0]),  # what is below a thousand has no point
        (",", ["1.234", "2.500", "10.000"], [1.234, 2.5, 10.0]),
        (";", ["0.500", "1.250", "12.000"], [0.5, 1.25, 12.0]),  # no thousand begins with a zero
        (";", ["1.234", "2.5", "10.000"], [1.234, 2.5, 10.0]),
    ],
)
def test_points_before_three_digits(tmp_path: Path, delimiter: str, prices: list[str], read: list[float]) -> None:
    rows = [delimiter.join((f"P{number}", f"Lamp {number}", price)) for number, price in enumerate(prices)]
    outcome = read_text(tmp_path, "\n".join([delimiter.join(("sku", "name", "price")), *rows, ""]))
    assert [item.price for item in outcome.items] == read
