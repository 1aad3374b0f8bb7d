"""Products over several rows, of platforms made up for the purpose: what no real sample holds, or holds only by the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.reading import Outcome, read_text


def told(outcome: Outcome) -> list[tuple[str, str, float | None, int | None]]:
    return [(item.item_id, item.title, item.price, item.stock) for item in outcome.items]


WOO = "ID,Type,SKU,Name,Published,Regular price,Stock,Parent\n"


def test_variations_whose_product_is_not_in_the_file_make_one(tmp_path: Path) -> None:
    rows = "60,variation,s-red,Shirt - Red,1,20,3,id:44\n61,variation,s-blue,Shirt - Blue,1,15,4,id:44\n"
    outcome = read_text(tmp_path, WOO + rows)
    assert told(outcome) == [("44", "Shirt", 15.0, 7)]
    assert dict(outcome.names) == {"60": "44", "s-red": "44", "61": "44", "s-blue": "44"}


def test_variations_may_stand_before_their_product_which_may_have_a_price_of_its_own(tmp_path: Path) -> None:
    rows = "61,variation,s-blue,Shirt - Blue,1,15,4,s\n44,variable,s,Shirt,1,,,\n"
    rows += "45,variable,t,Tie,1,9,,\n62,variation,t-1,Tie - 1,1,8,2,t\n"
    outcome = read_text(tmp_path, WOO + rows)
    assert told(outcome) == [("45", "Tie", 9.0, None), ("44", "Shirt", 15.0, 4)]
    assert dict(outcome.names) == {"s": "44", "t": "45", "61": "44", "s-blue": "44", "62": "45", "t-1": "45"}


def test_a_product_that_is_not_for_sale_has_nothing_in_stock_whatever_its_variants_say(tmp_path: Path) -> None:
    rows = "44,variable,s,Shirt,-1,,,\n61,variation,s-blue,Shirt - Blue,1,15,4,s\n"
    rows += "45,variable,t,Tie,1,,,\n62,variation,t-1,Tie - 1,0,8,2,t\n"
    assert told(read_text(tmp_path, WOO + rows)) == [("44", "Shirt", 15.0, 0), ("45", "Tie", 8.0, 0)]


SHOPIFY = "Handle,Title,Variant SKU,Variant Price,Variant Inventory Tracker,Variant Inventory Qty\n"


def test_a_price_of_nothing_is_none_beside_a_price(tmp_path: Path) -> None:
    rows = "pot,Pot,p1,0.00,shopify,2\npot,,p2,7.50,shopify,0\nfree,Free,f1,0.00,shopify,1\n"
    assert told(read_text(tmp_path, SHOPIFY + rows)) == [("pot", "Pot", 7.5, 2), ("free", "Free", 0.0, 1)]


def test_rows_without_id_and_name_go_on_with_the_product_above(tmp_path: Path) -> None:
    outcome = read_text(tmp_path, SHOPIFY + ",,x0,1,shopify,1\npot,Pot,p1,8,shopify,2\n,,,,,\n,,p2,7.50,shopify,1\n")
    assert told(outcome) == [("pot", "Pot", 7.5, 3)]
    assert outcome.faults() == [(2, "Handle", "The row has no product number.")]
    assert (outcome.rows, outcome.skipped) == (3, {"variant": 1})


def test_a_product_told_twice_in_different_places_counts_as_it_is_told_last(tmp_path: Path) -> None:
    outcome = read_text(tmp_path, SHOPIFY + "pot,Pot,p1,8,shopify,2\ncup,Cup,c1,3,shopify,1\npot,Pot,p1,9,shopify,5\n")
    assert told(outcome) == [("pot", "Pot", 8.0, 2), ("cup", "Cup", 3.0, 1), ("pot", "Pot", 9.0, 5)]
    assert outcome.skipped == {"repeated": 1}


def test_variants_of_any_file_are_told_apart_by_a_further_number(tmp_path: Path) -> None:
    text = "product_id,name,price,stock,sku\n1,Lamp,9,2,L-1\n1,Lamp,8,3,L-2\n2,Chair,5,1,C-1\n"
    outcome = read_text(tmp_path, text)
    assert told(outcome) == [("1", "Lamp", 8.0, 5), ("2", "Chair", 5.0, 1)]
    assert dict(outcome.names) == {"L-1": "1", "L-2": "1", "C-1": "2"}
    assert (outcome.skipped, outcome.plan.unused) == ({"variant": 1}, ())


def test_the_same_product_on_another_day_is_no_variant(tmp_path: Path) -> None:
    text = "product_id,name,price,stock,sku\n1,Lamp,9,2,L-1\n1,Lamp,8,3,L-1\n1,Lamp,7,5,\n2,Chair,5,1,C-1\n"
    outcome = read_text(tmp_path, text)
    assert told(outcome) == [("1", "Lamp", 9.0, 2), ("1", "Lamp", 8.0, 3), ("1", "Lamp", 7.0, 5), ("2", "Chair", 5.0, 1)]
    assert outcome.skipped == {"repeated": 2}


@pytest.mark.parametrize(
    ("cell", "stock"),
    [("7", 7), ("in stock", None), ("In Stock", None), ("Unlimited", None), ("out of stock", 0), ("OutOfStock", 0), ("", None)],
)
def test_words_for_what_is_in_stock(tmp_path: Path, cell: str, stock: int | None) -> None:
    assert read_text(tmp_path, f"id,title,stock\n1,Lamp,{cell}\n2,Cup,1\n3,Pot,2\n4,Rug,3\n5,Bed,4\n").items[0].stock == stock


def test_a_sale_price_is_valid_from_its_first_to_its_last_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    header = "ID,Type,SKU,Name,Published,Date sale price starts,Date sale price ends,Sale price,Regular price\n"
    text = header + "1,simple,a,A,1,2026-05-02,2026-05-03,7,9\n2,simple,b,B,1,,,8,\n3,simple,c,C,1,,,12,9\n"

    def prices(day: str) -> list[float | None]:
        moments = {"first": 1_777_680_000, "last": 1_777_852_799, "before": 1_777_679_999, "after": 1_777_852_800}
        monkeypatch.setattr("recsys_desktop.ingest.building.sale_prices.time.time", lambda: float(moments[day]))
        return [item.price for item in read_text(tmp_path, text).items]

    assert prices("before") == [9.0, 8.0, 9.0] == prices("after")  # 2026-05-02 00:00 UTC is 1,777,680,000
    assert prices("first") == [7.0, 8.0, 9.0] == prices("last")
