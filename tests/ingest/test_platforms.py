"""Files of known platforms, cut down to a few rows of our own."""

from __future__ import annotations

from pathlib import Path

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Interaction, Item, Kind
from recsys_desktop.ingest.platforms import PLATFORMS, by_name, recognise
from tests.ingest.reading import read_text


def test_every_platform_is_recognised_by_each_of_its_signatures() -> None:
    for platform in PLATFORMS:
        for signature in platform.signatures:
            assert recognise([f" {name.upper()} " for name in signature]) is platform
        assert by_name(platform.name) is platform
    assert recognise(["id", "title", "price"]) is None
    assert by_name("generic") is None


def test_online_retail_order_lines(tmp_path: Path) -> None:
    text = (
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
        "536365,85123A,WHITE HOLDER,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom\n"
        "536366,85123A,WHITE HOLDER,2,2010-12-01 08:26:00,2.95,17851.0,United Kingdom\n"
        "C536367,85123A,WHITE HOLDER,1,2010-12-01 08:26:00,2.95,17851.0,United Kingdom\n"
        "536368,POST,POSTAGE,1,2010-12-01 08:26:00,18.00,17851.0,France\n"
        "536369,22139,,56,2010-12-01 08:26:00,0.0,,United Kingdom\n"
        "536370,22139,RETRO TEA SET,3,2010-12-01 08:26:00,4.25,,United Kingdom\n"
    )
    outcome = read_text(tmp_path, text)
    assert (outcome.plan.platform, outcome.plan.role, outcome.plan.unused) == ("online_retail", "orders", ("Country",))
    assert outcome.interactions == [
        Interaction(UserId("17850"), ItemId("85123A"), Kind.PURCHASE, None, 6.0, 1_291_191_960, "536365"),
        Interaction(UserId("17851"), ItemId("85123A"), Kind.PURCHASE, None, 2.0, 1_291_191_960, "536366"),
    ]
    assert outcome.items == [
        Item(ItemId("85123A"), "WHITE HOLDER", price=2.95),
        Item(ItemId("22139"), "RETRO TEA SET", price=4.25),
    ]
    assert outcome.skipped == {"cancelled": 1, "non_product": 1, "no_price": 1, "no_customer": 1}


SHOPIFY = (
    "Handle,Title,Body (HTML),Vendor,Type,Tags,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price,"
    "Image Src,Image Position\n"
    'pot,Clay Pot,"<p>For\nplants</p>",Acme,Outdoor,"Pot, Plants",Size,Small,p1,1,9.99,https://a.example/1.jpg,1\n'
    "pot,,,,,,,Large,p2,3,7.50,https://a.example/2.jpg,2\n"
    "pot,,,,,,,,,,,https://a.example/3.jpg,3\n"
    "lamp ,Lamp ,,Acme,,,Title,Default Title,l1,2,59,,\n"
    "ghost,,,,,,,Red,g1,2,5,,\n"
)


def test_shopify_variants_and_pictures_collapse(tmp_path: Path) -> None:
    outcome = read_text(tmp_path, SHOPIFY)
    assert outcome.plan.platform == "shopify_products"
    assert outcome.items == [
        Item(
            ItemId("pot"),
            "Clay Pot",
            description="For plants",
            category="Outdoor",
            tags=("Pot", "Plants"),
            brand="Acme",
            price=7.5,
            stock=4,
            image="https://a.example/1.jpg",
        ),
        Item(ItemId("lamp"), "Lamp", brand="Acme", price=59.0, stock=2),
    ]
    assert outcome.skipped == {"variant": 2}
    assert outcome.faults() == [(7, "Title", "The row has no product name.")]


def test_shopify_orders_carry_an_orders_columns_down(tmp_path: Path) -> None:
    text = (
        "Name,Email,Financial Status,Paid at,Currency,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,"
        "Cancelled at\n"
        "#1001,ann@example.org,paid,,EUR,2026-09-03 10:15:00 -0400,2,Lamp - Red,5.00,L1,\n"
        "#1001,,,,,,1,Chair,7.00,,\n"
        "#1002,bob@example.org,refunded,,EUR,2026-09-04 10:15:00 -0400,1,Lamp - Red,5.00,L1,\n"
        "#1003,,paid,,EUR,2026-09-04 10:15:00 -0400,1,Lamp - Red,5.00,L1,\n"
        "#1004,cid@example.org,paid,,EUR,2026-09-04 10:15:00 -0400,1,Lamp - Red,5.00,L1,2026-09-05 10:15:00 -0400\n"
    )
    outcome = read_text(tmp_path, text)
    assert outcome.plan.platform == "shopify_orders"
    assert outcome.interactions == [
        Interaction(UserId("ann@example.org"), ItemId("L1"), Kind.PURCHASE, None, 2.0, 1_788_444_900, "#1001"),
        Interaction(UserId("ann@example.org"), ItemId("chair"), Kind.PURCHASE, None, 1.0, 1_788_444_900, "#1001"),
    ]
    assert outcome.skipped == {"cancelled": 2, "no_customer": 1}
    assert [(item.item_id, item.title, item.price, item.currency) for item in outcome.items] == [
        ("L1", "Lamp - Red", 5.0, "EUR"),
        ("chair", "Chair", 7.0, "EUR"),
    ]


def test_woocommerce_variations_give_their_parent_a_price(tmp_path: Path) -> None:
    text = (
        'ID,Type,SKU,Name,Published,"Short description",Description,"Sale price","Regular price",Categories,Tags,Images,Parent'
        ",Stock\n"
        '44,variable,neck,V-Neck,1,Short,,,,"Sale, Clothing > Tshirts",cotton,"https://a.example/1.jpg, https://a.example/2.jpg"'
        ",,\n"
        "45,simple,cap,Cap,1,,Long,12,18,Clothing,,,,5\n"
        "46,simple,old,Old,-1,,Long,12,18,Clothing,,,,5\n"
        "60,variation,neck-red,V-Neck - Red,1,,,,20,,,,neck,3\n"
        "61,variation,neck-blue,V-Neck - Blue,1,,,,15,,,,id:44,4\n"
    )
    outcome = read_text(tmp_path, text)
    assert outcome.plan.platform == "woocommerce_products"
    assert outcome.items == [
        Item(ItemId("45"), "Cap", description="Long", category="Clothing", price=12.0, stock=5),
        Item(
            ItemId("44"),
            "V-Neck",
            description="Short",
            category="Clothing > Tshirts",
            tags=("cotton",),
            price=15.0,
            stock=7,
            image="https://a.example/1.jpg",
        ),
    ]
    assert outcome.skipped == {"variant": 2, "draft": 1}


def test_etsy_listings_and_sold_items_meet_by_title(tmp_path: Path) -> None:
    listings = (
        "TITLE,DESCRIPTION,PRICE,CURRENCY_CODE,QUANTITY,TAGS,MATERIALS,IMAGE1,SKU\n"
        'Red  Lamp!,Bright,39.99,USD,8,"red,lamp",,https://a.example/1.jpg,\n'
    )
    sold = (
        "Sale Date,Item Name,Buyer,Quantity,Price,Currency,Listing ID,Order ID,Ship Name\n"
        "08/14/25,Red Lamp,ann,1,$5.00,USD,77,9001,Ann Lee\n"
    )
    listed, bought = read_text(tmp_path, listings), read_text(tmp_path, sold)
    assert listed.items == [
        Item(
            ItemId("red-lamp"),
            "Red Lamp!",
            description="Bright",
            tags=("red", "lamp"),
            price=39.99,
            currency="USD",
            stock=8,
            image="https://a.example/1.jpg",
        )
    ]
    assert bought.plan.platform == "etsy_sold_items"
    assert bought.interactions == [Interaction(UserId("ann"), ItemId("red-lamp"), Kind.PURCHASE, None, 1.0, 1_755_129_600, "9001")]


def test_movielens(tmp_path: Path) -> None:
    movies = read_text(tmp_path, 'movieId,title,genres\n1,"Story, A (1995)",Comedy|Drama\n2,Plain,(no genres listed)\n')
    assert movies.items == [
        Item(ItemId("1"), "Story, A (1995)", category="Comedy", tags=("Comedy", "Drama")),
        Item(ItemId("2"), "Plain"),
    ]
    ratings = read_text(tmp_path, "userId,movieId,rating,timestamp\n1,1,4.5,964982703\n1,2,0.5,964982704\n")
    assert ratings.interactions == [
        Interaction(UserId("1"), ItemId("1"), Kind.RATING, 4.5, 1.0, 964_982_703),
        Interaction(UserId("1"), ItemId("2"), Kind.RATING, 0.5, 1.0, 964_982_704),
    ]
    links = read_text(tmp_path, "movieId,imdbId,tmdbId\n1,0114709,862\n")
    assert links.items == [Item(ItemId("1"), "", url="https://www.imdb.com/title/tt0114709/")]


def test_taobao_snapshots_in_gbk_with_crlf(tmp_path: Path) -> None:
    text = (
        "update_time,id,title,price,sale_count,comment_count,店名\r\n2016/11/14,A1,自然堂 保湿面霜,139,26719,2704,自然堂\r\n"
        "2016/11/15,A1,自然堂 保湿面霜,119,26800,2710,自然堂\r\n2016/11/15,A2,补水面膜,,1,1,自然堂\r\n"
    )
    outcome = read_text(tmp_path, text, "gbk")
    assert outcome.plan.platform == "taobao_snapshots"
    assert {item.item_id: (item.title, item.price, item.brand) for item in outcome.items} == {
        "A1": ("自然堂 保湿面霜", 119.0, "自然堂"),
        "A2": ("补水面膜", None, "自然堂"),
    }
    assert outcome.skipped == {"repeated": 1}
