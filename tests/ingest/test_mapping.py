from __future__ import annotations

import pytest

from recsys_desktop.domain.entities import Kind
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.ingest.columns.kinds import kind_of, means_withdrawal
from recsys_desktop.ingest.columns.mapping import guess, parse_mapping


def mapped(header: str, *rows: str) -> dict[str, str]:
    return guess(header.split(","), [row.split(",") for row in rows]).columns


def test_english_and_chinese_names_in_any_dress() -> None:
    assert mapped("Product ID,PRODUCT_NAME,Unit-Price,Brand", "1,Cup,3,X") == {
        "item_id": "Product ID",
        "title": "PRODUCT_NAME",
        "price": "Unit-Price",
        "brand": "Brand",
    }
    assert mapped("用户ID,商品ID,行为类型,时间戳", "u,1,浏览,1500000000") == {
        "user_id": "用户ID",
        "item_id": "商品ID",
        "kind": "行为类型",
        "time": "时间戳",
    }
    assert mapped("商品編號,商品名稱,價格（元）,分類", "1,杯子,3,廚房") == {
        "item_id": "商品編號",
        "title": "商品名稱",
        "price": "價格（元）",
        "category": "分類",
    }


def test_a_column_must_hold_what_its_name_promises() -> None:
    assert "price" not in mapped("id,title,price", "1,Cup,cheap", "2,Pot,dear", "3,Jug,free")
    assert mapped("id,title,price,unit_price", "1,Cup,cheap,3", "2,Pot,dear,4", "3,Jug,free,5")["price"] == "unit_price"
    assert mapped("user_id,item_id,type", "u,i,click", "u,j,cart")["kind"] == "type"
    assert mapped("item_id,title,type", "i,Cup,kitchen", "j,Pot,garden")["category"] == "type"
    assert "time" not in mapped("user_id,item_id,date", "u,i,soon", "u,j,later", "u,k,never")


def test_a_description_that_is_the_only_name_is_the_title() -> None:
    assert mapped("StockCode,Description,Quantity", "1,Cup,3") == {
        "item_id": "StockCode",
        "title": "Description",
        "stock": "Quantity",
    }
    assert mapped("id,name,description", "1,Cup,For tea")["title"] == "name"


def test_what_customers_wrote_is_no_name_of_a_product() -> None:
    rows = ["u1,A,Great,5", "u1,B,Poor,1", "u2,A,Fine,4", "u2,B,Great,5"]
    assert mapped("reviewerID,asin,summary,overall", *rows) == {
        "user_id": "reviewerID",
        "item_id": "asin",
        "value": "overall",
        "description": "summary",
    }


def test_a_name_beside_customers_may_be_the_customers() -> None:
    rows = ["1,Ann Lee,P1", "1,Ann Lee,P2", "2,Bob Ray,P1"]
    assert "title" not in mapped("customer_id,name,product_id", *rows)
    rows = ["1,Lamp,P1", "1,Chair,P2", "2,Lamp,P1"]
    assert mapped("customer_id,name,product_id", *rows)["title"] == "name"


def test_products_given_by_name_only() -> None:
    assert mapped("customer,product,date", "Ann,Red lamp,2024-01-01", "Bob,Blue chair,2024-01-02") == {
        "user_id": "customer",
        "time": "date",
        "title": "product",
    }


def test_an_id_beside_customers_is_the_rows_own() -> None:
    assert mapped("id,user_id,sku", "1,u,A") == {"user_id": "user_id", "item_id": "sku"}


def test_the_command_lines_mapping() -> None:
    assert parse_mapping("id=Nr,title=Bezeichnung des Artikels, user=Kunde").columns == {
        "item_id": "Nr",
        "title": "Bezeichnung des Artikels",
        "user_id": "Kunde",
    }
    for wrong in ("id", "colour=X", "id=", ""):
        with pytest.raises(RecsysError) as caught:
            parse_mapping(wrong)
        assert caught.value.code == "wrong_map"


def test_words_for_behaviour() -> None:
    words = ["view", "PV", "Add to Cart", "收藏", "购买", "加购", "transaction", "favorite", "rating", "dislike"]
    assert [kind_of(word) for word in words] == [
        Kind.VIEW,
        Kind.VIEW,
        Kind.CART,
        Kind.FAVOURITE,
        Kind.PURCHASE,
        Kind.CART,
        Kind.PURCHASE,
        Kind.FAVOURITE,
        Kind.RATING,
        Kind.DISLIKE,
    ]
    assert kind_of("dance") is None
    assert means_withdrawal("remove_from_cart")
