"""Order lines of files that no platform wrote: what became of the order, several items in a row, by which ids they may be known."""

from __future__ import annotations

from pathlib import Path

import pytest

from recsys_desktop.ingest.building.names import AlternativeIds, title_ids
from tests.ingest.reading import read_text


@pytest.mark.parametrize(
    ("title", "ids"),
    [
        ("Mug - Blue / Large", ["mug-blue-large", "mug-blue", "mug"]),
        ("V-Neck T-Shirt - Red, Large", ["v-neck-t-shirt-red-large", "v-neck-t-shirt-red", "v-neck-t-shirt"]),
        ("No Wifi - Long Sleeve - M", ["no-wifi-long-sleeve-m", "no-wifi-long-sleeve", "no-wifi"]),
        ("Pen (black)", ["pen-black", "pen"]),
        ("连衣裙【红色】", ["连衣裙-红色", "连衣裙"]),
        ("Rice, brown / 1 kg", ["rice-brown-1-kg"]),
        ("- ", []),
        ("a - b - c - d - e - f - g - h", ["a-b-c-d-e-f-g-h"[: 15 - 2 * cut] for cut in range(6)]),
    ],
)
def test_ids_from_the_title_of_a_line(title: str, ids: list[str]) -> None:
    assert title_ids(title) == ids


def test_alternatives_are_told_once_for_each_product() -> None:
    alternatives = AlternativeIds()
    first = alternatives.of_lines(["p1", "p2", "cup"], [["p1", "", ""], ["S-1", "p2", ""]], ["Mug - Blue", "", "Cup"])
    assert first == [("p1", ("S-1", "mug-blue", "mug"))]
    assert alternatives.of_lines(["p1", "p3"], [], ["Mug - Red", "Pot"]) == [("p3", ("pot",))]


def test_an_order_that_came_to_nothing_is_left_out_of_any_file(tmp_path: Path) -> None:
    text = (
        "order_id,customer_id,sku,title,quantity,price,order_date,status\n"
        "1,A,X1,Lamp,2,5.00,2024-01-01,completed\n2,A,X2,Cup,1,5.00,2024-01-02,Refunded\n3,B,X2,Cup,1,5.00,2024-01-03,Storniert\n"
        "4,B,X1,Lamp,1,x,2024-01-03,cancelled\n"
    )
    outcome = read_text(tmp_path, text)
    assert [(row.user_id, row.item_id) for row in outcome.interactions] == [("A", "X1")]
    assert (outcome.skipped, outcome.bad) == ({"cancelled": 3}, [])


def test_a_return_is_left_out_and_the_purchase_stays(tmp_path: Path) -> None:
    """Who sent something back had wanted it: such customers buy the same product again more often than any other customer does."""
    text = "order_id,customer_id,sku,title,quantity,order_date\n1,A,X1,Lamp,2,2024-01-01\n2,A,X1,Lamp,-2,2024-01-05\n"
    outcome = read_text(tmp_path, text)
    assert [(row.user_id, row.item_id, row.quantity) for row in outcome.interactions] == [("A", "X1", 2.0)]
    assert outcome.skipped == {"cancelled": 1}


def test_several_items_of_a_row_become_rows_of_their_own(tmp_path: Path) -> None:
    text = (
        "主订单编号,子订单编号,选购商品,商品数量,商家编码,订单提交时间,订单状态\n"
        "1,1,杯子;盘子,1;2,C1;P1,2026-01-25 10:00:00,已完成\n2,2,杯子,1,C1,2026-01-25 11:00:00,已完成\n"
    )
    outcome = read_text(tmp_path, text)
    assert outcome.plan.platform == "douyin_orders"
    assert [(item.item_id, item.title) for item in outcome.items] == [("C1", "杯子"), ("P1", "盘子")]
    assert outcome.rows == 3


def test_a_line_without_an_order_number_goes_on_with_the_order_above(tmp_path: Path) -> None:
    text = (
        "Order number,Date created,Time,Contact email,Item,SKU,Qty,Payment status\n"
        "7,2026-01-25,14:30,ann@example.org,Tee,T,1,Paid\n,,,,Cap,C,2,\n8,2026-01-26,09:00,bob@example.org,Bag,B,1,Refunded\n,,,,Cap,C,1,\n"
    )
    outcome = read_text(tmp_path, text)
    lines = [(row.user_id, row.item_id, row.quantity, row.time, row.order_id) for row in outcome.interactions]
    assert lines == [("ann@example.org", "T", 1.0, 1_769_351_400, "7"), ("ann@example.org", "C", 2.0, 1_769_351_400, "7")]
    assert outcome.skipped == {"cancelled": 2}


def test_order_lines_of_a_platform_that_names_no_customer_tell_about_products(tmp_path: Path) -> None:
    header = "Date,Time,Category,Item,Qty,Price Point Name,Transaction ID,Event Type\n"
    outcome = read_text(tmp_path, header + "2026-01-25,14:30:05,Coffee,House Blend,1.0,250 g,t1,Payment\n", as_="orders")
    assert (outcome.plan.platform, outcome.plan.role, outcome.interactions) == ("square_sales", "catalogue", [])
    assert [(item.item_id, item.title, item.category) for item in outcome.items] == [("house-blend", "House Blend", "Coffee")]
    assert str(outcome.plan.problems[-1]) == "No column says who bought, so only the products are imported."
