from __future__ import annotations

from pathlib import Path

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from tests.ingest.reading import read_text


def test_every_field_of_a_product(tmp_path: Path) -> None:
    text = (
        "sku,name,description,category,tags,brand,price,stock,url,image\n"
        '007,"Tea &amp; Co, red",<p>Fine<br>tea</p>,Food>Tea,"hot, black",Acme,€3.50,12,https://a.example/7,a.png;b.png\n'
    )
    assert read_text(tmp_path, text).items == [
        Item(
            ItemId("007"),
            "Tea & Co, red",
            description="Fine tea",
            category="Food > Tea",
            tags=("hot", "black"),
            brand="Acme",
            price=3.5,
            currency="EUR",
            stock=12,
            url="https://a.example/7",
            image="a.png",
        )
    ]


def test_wrong_rows_are_listed_with_line_column_and_reason(tmp_path: Path) -> None:
    text = (
        "id,title,price,stock\n1,Lamp,5,1\n2,Chair,abc,1\n3,,7,1\n,Desk,8,1\n5,Sofa,-3,1\n6,Bed,,many\n9.7E+12,Book,1,1\n7,Rug,,\n"
    )
    outcome = read_text(tmp_path, text)
    assert [(item.item_id, item.price, item.stock) for item in outcome.items] == [("1", 5.0, 1), ("7", None, None)]
    assert outcome.faults() == [
        (3, "price", "abc is not a price."),
        (4, "title", "The row has no product name."),
        (5, "id", "The row has no product number."),
        (6, "price", "-3 is not a price."),
        (7, "stock", "many is not a number."),
        (8, "id", "A spreadsheet has rounded the number 9.7E+12; its digits are lost."),
    ]
    assert outcome.bad[0].cells == ("2", "Chair", "abc", "1")
    assert (outcome.rows, outcome.balance()) == (8, 2)


def test_the_newest_of_several_rows_counts(tmp_path: Path) -> None:
    outcome = read_text(tmp_path, "id,title,price\n1,Lamp,5\n2,Chair,7\n1,Lamp,6\n")
    assert [(item.item_id, item.price) for item in outcome.items] == [("1", 5.0), ("2", 7.0), ("1", 6.0)]
    assert outcome.skipped == {"repeated": 1}
    assert outcome.balance() == 2


def test_a_header_repeated_among_the_rows_is_left_out(tmp_path: Path) -> None:
    outcome = read_text(tmp_path, "id,title,price\n1,Lamp,5\nid,title,price\n2,Chair,7\n")
    assert [item.item_id for item in outcome.items] == ["1", "2"]
    assert (outcome.bad, outcome.skipped) == ([], {"header": 1})


def test_products_without_numbers_are_told_apart_by_name(tmp_path: Path) -> None:
    outcome = read_text(tmp_path, "name,price\nRed lamp,5\nBlue chair,7\n")
    assert [item.item_id for item in outcome.items] == ["red-lamp", "blue-chair"]
    assert [str(text) for text in outcome.plan.problems] == [
        "No column holds product numbers; products are told apart by their names."
    ]


def test_repeated_and_unnamed_columns_are_told_apart(tmp_path: Path) -> None:
    outcome = read_text(tmp_path, "id,title,price,price,\n1,Lamp,5,6,x\n")
    assert outcome.plan.header == ("id", "title", "price", "price (2)", "column 5")
    assert outcome.plan.unused == ("price (2)", "column 5")
    assert outcome.items[0].price == 5.0


def test_a_chinese_catalogue(tmp_path: Path) -> None:
    outcome = read_text(
        tmp_path, '商品编号,商品名称,类别,价格\n001,夏季新款连衣裙,女装,￥１２９\n002,保湿面霜,美妆,"￥1,299"\n', "gbk"
    )
    assert [(item.item_id, item.title, item.category, item.price) for item in outcome.items] == [
        ("001", "夏季新款连衣裙", "女装", 129.0),
        ("002", "保湿面霜", "美妆", 1299.0),
    ]
