#!/usr/bin/env python3
"""Write the samples: two shops, two film libraries, two magazines. The same seed gives the same bytes on every computer.

python3 packaging/sample_shop.py --seed 20261124 [--out resources/sample_data]
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from samples.customers import CART, FAVOURITE, PURCHASE, RATING, VIEW, Calendar, Crowd, Event
from samples.dice import Dice
from samples.shelf import Manner, Product, read_ranges, read_styles, stock_shelf

SEED = 20261124
CUSTOMERS = 500
FIRST_DAY = datetime(2025, 9, 22)
DAYS = (datetime(2026, 11, 22) - FIRST_DAY).days + 1
WORDS = Path(__file__).resolve().parent / "samples" / "words"
OUT = Path(__file__).resolve().parent.parent / "resources" / "sample_data"


@dataclass(frozen=True)
class Shop:
    """One sample shop: its folder, how it writes things down and when its year has its seasons."""

    folder: str
    seed: int  # added to the seed given, so that the shops differ in more than words
    manner: Manner
    calendar: Calendar
    customer: str  # how an id of a customer is written
    order: str
    product_header: Sequence[str]
    order_header: Sequence[str]
    kinds: dict[str, str]
    between_tags: str
    price: str  # how a price is written
    currency: str  # "" where the export has no such column
    customers: int = CUSTOMERS
    fields: Sequence[str] = ("product_id", "title", "description", "category", "tags", "brand", "price", "stock")
    event_fields: Sequence[str] = ("customer", "product", "kind", "quantity", "stars", "time", "order")


ENGLISH = Shop(
    folder="en",
    seed=0,
    manner=Manner("WW-", 1001, lambda price: round(price * 20) / 20, " ", DAYS),
    calendar=Calendar(
        DAYS,
        FIRST_DAY.timetuple().tm_yday,
        {"winter": (340, 40), "spring": (105, 50), "summer": (185, 45), "autumn": (300, 50)},
        {"celestial": 250, "japanese": 330, "kitchen-garden": 190},
    ),
    customer="C-{number}",
    order="A{number}",
    product_header=["product_id", "title", "description", "category", "tags", "brand", "price", "currency", "stock"],
    order_header=["customer_id", "product_id", "action", "quantity", "rating", "time", "order_id"],
    kinds={VIEW: "view", FAVOURITE: "favourite", CART: "cart", PURCHASE: "purchase", RATING: "rating"},
    between_tags=", ",
    price="{amount:.2f}",
    currency="GBP",
)
CHINESE = Shop(
    folder="zh",
    seed=1,
    manner=Manner("BS", 2001, lambda price: round(price) - (0.1 if price < 100 else 0), "", DAYS),
    calendar=Calendar(
        DAYS,
        FIRST_DAY.timetuple().tm_yday,
        {"winter": (15, 40), "spring": (105, 45), "summer": (175, 45), "autumn": (258, 45)},
        {"敦煌": 250, "猫咪": 330, "国潮": 150},
    ),
    customer="K{number}",
    order="D{number}",
    product_header=["商品编号", "商品名称", "描述", "类目", "标签", "品牌", "价格", "库存"],
    order_header=["客户编号", "商品编号", "行为", "数量", "评分", "时间", "订单号"],
    kinds={VIEW: "浏览", FAVOURITE: "收藏", CART: "加购", PURCHASE: "购买", RATING: "评分"},
    between_tags="，",
    price="{amount:.2f}元",
    currency="",
)


#: Nothing is for sale: what was watched or read to its end counts as a purchase does, and there is no basket.
_MEDIA_FIELDS = ("product_id", "title", "description", "category", "tags", "brand")
_MEDIA_EVENTS = ("customer", "product", "kind", "stars", "time")
_MEMBERS = 300


def _media(folder: str, seed: int, prefix: str, header: Sequence[str], behaviour: Sequence[str], consumed: str) -> Shop:
    """Return a film library or a magazine; ``consumed`` is its word for what was watched or read to the end."""
    is_chinese = folder.endswith("_zh")
    kinds = {VIEW: "浏览", FAVOURITE: "收藏", CART: "收藏", RATING: "评分"} if is_chinese else {
        VIEW: "viewed", FAVOURITE: "saved", CART: "saved", RATING: "rated"
    }  # fmt: skip
    return Shop(
        folder=folder,
        seed=seed,
        manner=Manner(prefix, 101, lambda price: price, "" if is_chinese else " ", DAYS),
        calendar=Calendar(DAYS, FIRST_DAY.timetuple().tm_yday, {"winter": (350, 45), "spring": (100, 45)}, {}),
        customer="M{number}",
        order="",
        product_header=header,
        order_header=behaviour,
        kinds={**kinds, PURCHASE: consumed},
        between_tags="，" if is_chinese else ", ",
        price="",
        currency="",
        customers=_MEMBERS,
        fields=_MEDIA_FIELDS,
        event_fields=_MEDIA_EVENTS,
    )


_ENGLISH_BEHAVIOUR, _CHINESE_BEHAVIOUR = ("action", "rating", "time"), ("行为", "评分", "时间")
MEDIA = (
    _media(
        "films_en", 2, "F", ["film_id", "title", "description", "genre", "tags", "producer"],
        ["member_id", "film_id", *_ENGLISH_BEHAVIOUR], "watched",
    ),
    _media(
        "films_zh", 3, "P", ["影片编号", "片名", "简介", "类型", "标签", "出品方"],
        ["会员编号", "影片编号", *_CHINESE_BEHAVIOUR], "看完",
    ),
    _media(
        "articles_en", 4, "A", ["article_id", "title", "description", "section", "tags", "author"],
        ["member_id", "article_id", *_ENGLISH_BEHAVIOUR], "finished",
    ),
    _media(
        "articles_zh", 5, "W", ["文章编号", "标题", "摘要", "栏目", "标签", "作者"],
        ["会员编号", "文章编号", *_CHINESE_BEHAVIOUR], "读完",
    ),
)  # fmt: skip


def write_shop(shop: Shop, seed: int, out: Path) -> None:
    """Write products.csv and orders.csv of one shop."""
    dice = Dice(seed + shop.seed)
    words = WORDS / shop.folder
    products = stock_shelf(read_styles(words), read_ranges(words), shop.manner, dice)
    events = [event for event in Crowd(products, shop.calendar, dice).live(shop.customers) if event.minute < DAYS * 1440]
    folder = out / shop.folder
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "products.csv", shop.product_header, (_product_row(shop, product) for product in products))
    _write(folder / "orders.csv", shop.order_header, _event_rows(shop, events))


def _product_row(shop: Shop, product: Product) -> list[str]:
    values = {
        "product_id": product.product_id,
        "title": product.title,
        "description": product.description,
        "category": product.category,
        "tags": shop.between_tags.join(product.tags),
        "brand": product.brand,
        "price": shop.price.format(amount=product.price),
        "stock": str(product.stock),
    }
    row = [values[field] for field in shop.fields]
    if shop.currency:
        row.insert(-1, shop.currency)
    return row


def _event_rows(shop: Shop, events: Iterable[Event]) -> Iterable[list[str]]:
    orders: dict[tuple[int, int], str] = {}
    for event in events:
        if event.order:
            orders.setdefault((event.customer, event.order), shop.order.format(number=30001 + len(orders)))
        values = {
            "customer": shop.customer.format(number=1001 + event.customer),
            "product": event.product.product_id,
            "kind": shop.kinds[event.kind],
            "quantity": str(event.quantity or ""),
            "stars": str(event.stars or ""),
            "time": (FIRST_DAY + timedelta(minutes=event.minute)).strftime("%Y-%m-%d %H:%M"),
            "order": orders.get((event.customer, event.order), ""),
        }
        yield [values[field] for field in shop.event_fields]


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main() -> int:
    """Write all samples and say how many rows they have."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--out", type=Path, default=OUT)
    chosen = parser.parse_args()
    for shop in (ENGLISH, CHINESE, *MEDIA):
        write_shop(shop, chosen.seed, chosen.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
