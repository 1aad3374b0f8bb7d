#!/usr/bin/env python3
"""Write the two sample shops. The same seed gives the same bytes on every computer.

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


def write_shop(shop: Shop, seed: int, out: Path) -> None:
    """Write products.csv and orders.csv of one shop."""
    dice = Dice(seed + shop.seed)
    words = WORDS / shop.folder
    products = stock_shelf(read_styles(words), read_ranges(words), shop.manner, dice)
    events = [event for event in Crowd(products, shop.calendar, dice).live(CUSTOMERS) if event.minute < DAYS * 1440]
    folder = out / shop.folder
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "products.csv", shop.product_header, (_product_row(shop, product) for product in products))
    _write(folder / "orders.csv", shop.order_header, _event_rows(shop, events))


def _product_row(shop: Shop, product: Product) -> list[str]:
    row = [product.product_id, product.title, product.description, product.category, shop.between_tags.join(product.tags)]
    row += [product.brand, shop.price.format(amount=product.price), str(product.stock)]
    if shop.currency:
        row.insert(-1, shop.currency)
    return row


def _event_rows(shop: Shop, events: Iterable[Event]) -> Iterable[list[str]]:
    orders: dict[tuple[int, int], str] = {}
    for event in events:
        if event.order:
            orders.setdefault((event.customer, event.order), shop.order.format(number=30001 + len(orders)))
        yield [
            shop.customer.format(number=1001 + event.customer),
            event.product.product_id,
            shop.kinds[event.kind],
            str(event.quantity or ""),
            str(event.stars or ""),
            (FIRST_DAY + timedelta(minutes=event.minute)).strftime("%Y-%m-%d %H:%M"),
            orders.get((event.customer, event.order), ""),
        ]


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main() -> int:
    """Write both shops and say how many rows they have."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--out", type=Path, default=OUT)
    chosen = parser.parse_args()
    for shop in (ENGLISH, CHINESE):
        write_shop(shop, chosen.seed, chosen.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
