"""Taobao and Tmall: products of the seller's assistant, orders and their lines, daily snapshots of products."""

from __future__ import annotations

import re

from recsys_desktop.domain.columns import BRAND, DESCRIPTION, ITEM_ID, KIND, ORDER_ID, PRICE, QUANTITY, STOCK, TIME, TITLE, USER_ID
from recsys_desktop.domain.entities import Kind
from recsys_desktop.ingest.platforms.entry import ColumnOrder, Platform, SkipRule

_CLOSED = re.compile(r"\s*交易关闭")
_UNPAID = re.compile(r"\s*等待买家付款")

#: One row per product and day; the newest row counts.
TAOBAO_SNAPSHOTS = Platform(
    name="taobao_snapshots",
    role="catalogue",
    signatures=(("update_time", "id", "title", "price", "sale_count", "店名"),),
    columns={ITEM_ID: ("id",), TITLE: ("title",), PRICE: ("price",), BRAND: ("店名",)},
)
#: Logs that are widely used for research, without a header: customer, product, category, what was done, seconds.
TAOBAO_BEHAVIOUR = Platform(
    name="taobao_behaviour",
    role="behaviour",
    signatures=(("user_id", "item_id", "category_id", "behavior_type", "timestamp"),),
    columns={USER_ID: ("user_id",), ITEM_ID: ("item_id",), KIND: ("behavior_type",), TIME: ("timestamp",)},
    orders_of_columns=(
        ColumnOrder(
            ("user_id", "item_id", "category_id", "behavior_type", "timestamp"),
            {
                "user_id": re.compile(r"\d+"),
                "item_id": re.compile(r"\d+"),
                "behavior_type": re.compile("pv|buy|cart|fav"),
                "timestamp": re.compile(r"\d{10}"),
            },
            unnamed=True,
        ),
    ),
)
#: The header stands twice, in English and in Chinese, below a line that names the version. Categories are numbers and stay out.
TAOBAO_PRODUCTS = Platform(
    name="taobao_products",
    role="catalogue",
    signatures=(
        ("title", "cid", "seller_cids", "stuff_status", "price", "num", "outer_id"),
        ("宝贝名称", "宝贝类目", "店铺类目", "宝贝价格", "宝贝数量", "商家编码"),
    ),
    columns={
        ITEM_ID: ("num_id", "数字ID", "outer_id", "商家编码"),
        TITLE: ("title", "宝贝名称"),
        DESCRIPTION: ("description", "宝贝描述", "subtitle", "宝贝卖点"),
        PRICE: ("price", "宝贝价格"),
        STOCK: ("num", "宝贝数量"),
    },
    names=("outer_id", "商家编码", "barcode", "商品条形码"),
    title_is_id=True,
)
#: One row per order, the names of all its items in one cell. An order that is open says "订单未关闭" as the reason of its closing.
TAOBAO_ORDERS = Platform(
    name="taobao_orders",
    role="orders",
    signatures=(("订单编号", "买家会员名", "宝贝标题", "订单状态"),),
    columns={
        ORDER_ID: ("订单编号",),
        USER_ID: ("买家会员名",),
        TITLE: ("宝贝标题",),
        QUANTITY: ("宝贝总数量",),
        TIME: ("订单付款时间", "订单创建时间"),
    },
    kind=Kind.PURCHASE,
    listed=(TITLE, QUANTITY),
    list_between="，",
    skip=(
        SkipRule("订单状态", _CLOSED, "cancelled"),
        SkipRule("订单状态", _UNPAID, "unpaid"),
        SkipRule("订单关闭原因", re.compile(r"(?!\s*订单未关闭)\s*\S"), "cancelled"),
    ),
)
TAOBAO_ORDER_LINES = Platform(
    name="taobao_order_lines",
    role="orders",
    signatures=(("订单编号", "标题", "价格", "购买数量", "外部系统编号"),),
    columns={
        ORDER_ID: ("订单编号",),
        ITEM_ID: ("商家编码", "外部系统编号"),
        TITLE: ("标题",),
        PRICE: ("价格",),
        QUANTITY: ("购买数量",),
    },
    kind=Kind.PURCHASE,
    title_is_id=True,
    needs_user=False,
    skip=(SkipRule("订单状态", _CLOSED, "cancelled"), SkipRule("订单状态", _UNPAID, "unpaid")),
)
