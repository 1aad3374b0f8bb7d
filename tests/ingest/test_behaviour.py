from __future__ import annotations

from pathlib import Path

import pytest

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Interaction, Kind
from recsys_desktop.ingest.columns.products import is_product, leading_digits
from tests.ingest.reading import Outcome, read_text

NEW_YEAR = 1_704_067_200  # 2024-01-01 00:00:00 UTC


def one(
    user: str, item: str, kind: Kind, *, value: float | None = None, quantity: float = 1.0, time: int | None = None, order: str = ""
) -> Interaction:
    return Interaction(UserId(user), ItemId(item), kind, value, quantity, time, order)


def test_an_event_log(tmp_path: Path) -> None:
    text = (
        "user_id,item_id,event,timestamp\nu1,i1,view,2024-01-01 00:00:10\nu1,i2,purchase,2024-01-01\n"
        "017.0,i1,add_to_cart,1704067201\n"
        "u2,i1,dance,2024-01-01\nu2,i3,cart,notadate\n,i3,cart,2024-01-01\nu3,,cart,2024-01-01\nu3,i1,,2024-01-01\nu3,i1,remove_from_cart,\n"
    )
    outcome = read_text(tmp_path, text)
    assert outcome.plan.role == "behaviour"
    assert outcome.interactions == [
        one("u1", "i1", Kind.VIEW, time=NEW_YEAR + 10),
        one("u1", "i2", Kind.PURCHASE, time=NEW_YEAR),
        one("017", "i1", Kind.CART, time=NEW_YEAR + 1),
    ]
    assert outcome.faults() == [
        (5, "event", "dance is not a known kind of behaviour."),
        (6, "timestamp", "notadate is not a date."),
        (8, "item_id", "The row has no product number."),
        (9, "event", "The row has no kind of behaviour."),
    ]
    assert outcome.skipped == {"no_customer": 1, "withdrawn": 1}


def test_ratings_become_stars_of_five(tmp_path: Path) -> None:
    def values(text: str) -> list[tuple[Kind, float | None]]:
        return [(row.kind, row.value) for row in read_text(tmp_path, text).interactions]

    assert values("user,item_id,rating\na,x,0.5\nb,x,5\n") == [(Kind.RATING, 0.5), (Kind.RATING, 5.0)]
    assert values("user,item_id,rating\na,x,9\nb,x,10\n") == [(Kind.RATING, 4.5), (Kind.RATING, 5.0)]
    assert values("user,item_id,rating\na,x,90\nb,x,40\n") == [(Kind.RATING, 4.5), (Kind.RATING, 2.0)]
    outcome = read_text(tmp_path, "user,item_id,rating\na,x,4\nb,x,\nc,x,-1\n")
    assert [row.value for row in outcome.interactions] == [4.0]
    assert outcome.faults() == [(3, "rating", "The row has no rating."), (4, "rating", "-1 is not a rating.")]


def test_stars_count_only_for_ratings(tmp_path: Path) -> None:
    outcome = read_text(tmp_path, "user_id,item_id,kind,value\na,x,view,3\na,x,rating,3\na,y,view,\n")
    assert [(row.kind, row.value) for row in outcome.interactions] == [(Kind.VIEW, None), (Kind.RATING, 3.0), (Kind.VIEW, None)]


ORDERS = (
    "order_id,customer_id,sku,title,quantity,price,order_date\n"
    "1,A,X1,Lamp,2,5.00,2024-01-01\n"
    "1,A,X2,Chair ,1,7.00,2024-01-01\n"
    "2,B,X1,Lamp red,1,6.00,2024-01-02\n"
    "3,C,X1,Lamp,1,6.50,2024-01-03\n"
    "C4,A,X1,Lamp,-2,5.00,2024-01-04\n"
    "5,B,POST,Postage,1,3.00,2024-01-04\n"
    "6,B,X3,Free gift,1,0,2024-01-04\n"
    "7,,X4,Desk,1,9.00,2024-01-05\n"
    "8,D,X5,Rug,one,9.00,2024-01-05\n"
)


def orders(folder: Path) -> Outcome:
    return read_text(folder, ORDERS)


def test_order_lines_hold_behaviour(tmp_path: Path) -> None:
    outcome = orders(tmp_path)
    assert outcome.plan.role == "orders"
    day = 86_400
    assert outcome.interactions == [
        one("A", "X1", Kind.PURCHASE, quantity=2.0, time=NEW_YEAR, order="1"),
        one("A", "X2", Kind.PURCHASE, time=NEW_YEAR, order="1"),
        one("B", "X1", Kind.PURCHASE, time=NEW_YEAR + day, order="2"),
        one("C", "X1", Kind.PURCHASE, time=NEW_YEAR + 2 * day, order="3"),
    ]
    assert outcome.skipped == {"cancelled": 1, "non_product": 1, "no_price": 1, "no_customer": 1}
    assert outcome.faults() == [(10, "quantity", "one is not a number.")]
    assert (outcome.rows, outcome.balance()) == (9, 4)


def test_order_lines_hold_the_catalogue_too(tmp_path: Path) -> None:
    """The most frequent name and the latest price; what was sold without a name counts, free gifts do not."""
    items = {item.item_id: (item.title, item.price) for item in orders(tmp_path).items}
    assert items == {"X1": ("Lamp", 6.5), "X2": ("Chair", 7.0), "X4": ("Desk", 9.0)}


def test_a_role_can_be_asked_for(tmp_path: Path) -> None:
    only_behaviour = read_text(tmp_path, ORDERS, as_="behaviour")
    assert (only_behaviour.interactions, only_behaviour.items) == (orders(tmp_path).interactions, [])
    only_products = read_text(tmp_path, ORDERS, as_="catalogue")
    assert (only_products.interactions, only_products.items) == ([], orders(tmp_path).items)
    assert only_products.skipped == {"cancelled": 1, "non_product": 1, "no_price": 1}


def test_an_unsold_spelling_of_a_bought_code_is_no_product(tmp_path: Path) -> None:
    text = "customer_id,sku,title,quantity\nA,15056BL,Umbrella,1\n,15056bl,Umbrella,1\n,15057bl,Parasol,1\n"
    assert [item.item_id for item in read_text(tmp_path, text).items] == ["15056BL", "15057bl"]


def test_codes_that_are_no_products() -> None:
    codes = [f"{number}{letter}" for number in range(20_000, 20_040) for letter in ("", "A")]
    assert leading_digits([*codes, "POST", "M"]) == 5
    assert leading_digits([*codes, *(f"AB{number}" for number in range(9))]) == 0
    assert leading_digits(codes[:49]) == 0
    assert leading_digits(map(str, range(1, 20_000))) == 0  # a row's number is no scheme
    assert leading_digits([f"LAMP-{number}" for number in range(99)]) == 0
    assert [code for code in ("85123A", "POST", "DCGS0003", "gift_0001_20", "C2", "8512") if is_product(code, 5)] == [
        "85123A",
        "8512",
    ]
    assert [
        code for code in ("LAMP", "A-1", "post", "Bank Charges", "AMAZONFEE", "运费", "gift_0001_20") if is_product(code, 0)
    ] == ["LAMP", "A-1"]


@pytest.mark.parametrize(("rows", "expected"), [(("05/04/2024", "28/04/2024"), 5), (("04/05/2024", "04/28/2024"), 5)])
def test_the_month_is_settled_over_the_whole_column(tmp_path: Path, rows: tuple[str, str], expected: int) -> None:
    outcome = read_text(tmp_path, "user_id,item_id,date\n" + "".join(f"u,i,{row}\n" for row in rows))
    assert outcome.interactions[0].time == 1_711_929_600 + (expected - 1) * 86_400  # the fifth of April 2024
    assert outcome.plan.questions == ()


def test_dates_that_stay_ambiguous_are_said_aloud(tmp_path: Path) -> None:
    outcome = read_text(tmp_path, "user_id,item_id,date\nu,i,01/02/2024\nu,j,02/02/2024\nu,k,03/02/2024\n")
    assert outcome.plan.questions == ("day_first",)
    assert "Dates such as 01/02/2024 can be read day first or month first, and nothing in the file tells which." in [
        str(text) for text in outcome.plan.problems
    ]


def test_a_file_that_says_little_says_so(tmp_path: Path) -> None:
    outcome = read_text(tmp_path, "user,item\na,x\nb,y\n")
    assert outcome.interactions == [one("a", "x", Kind.PURCHASE), one("b", "y", Kind.PURCHASE)]
    assert [str(text) for text in outcome.plan.problems] == [
        "No column says what the customers did; every row counts as a purchase.",
        "No column holds a time; old and new behaviour count alike.",
    ]
    outcome = read_text(tmp_path, "order_id,sku,title,quantity\n1,x,Lamp,1\n2,x,Lamp red,1\n3,x,Lamp,1\n4,POST,Postage,1\n")
    assert [(item.item_id, item.title) for item in outcome.items] == [("x", "Lamp")]
    assert [str(text) for text in outcome.plan.problems] == ["No column says who bought, so only the products are imported."]
