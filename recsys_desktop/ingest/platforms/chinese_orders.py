"""Orders of Douyin's and Pinduoduo's shops, which name no buyer, and of JD's."""

from __future__ import annotations

import re

from recsys_desktop.domain.columns import CATEGORY, ITEM_ID, ORDER_ID, PRICE, QUANTITY, TIME, TITLE, USER_ID
from recsys_desktop.domain.entities import Kind
from recsys_desktop.ingest.platforms.entry import Platform, SkipRule

_UNPAID = re.compile(r"\s*(待支付|待付款|未支付)")

#: The recipient's name and telephone are masked, so they tell nobody apart. Several items of an order may stand in one row.
DOUYIN_ORDERS = Platform(
    name="douyin_orders",
    role="orders",
    signatures=(("主订单编号", "子订单编号", "选购商品", "商品数量"), ("订单编号", "子订单编号", "选购商品", "商品数量")),
    columns={
        ORDER_ID: ("主订单编号", "订单编号"),
        ITEM_ID: ("商品ID", "商家编码"),
        TITLE: ("选购商品",),
        QUANTITY: ("商品数量",),
        PRICE: ("商品单价",),
        TIME: ("支付完成时间", "订单提交时间"),
    },
    kind=Kind.PURCHASE,
    title_is_id=True,
    needs_user=False,
    listed=(ITEM_ID, TITLE, QUANTITY, PRICE),
    list_between=";",
    skip=(
        SkipRule("订单状态", re.compile(r"\s*(已关闭|已取消)"), "cancelled"),
        SkipRule("售后状态", re.compile(r".*(退款成功|已全额退款)"), "cancelled"),
        SkipRule("取消原因", re.compile(r"\s*[^\s\-]"), "cancelled"),
        SkipRule("订单状态", _UNPAID, "unpaid"),
    ),
)
#: Only the sum of a line is told, so no price is taken from it.
PINDUODUO_ORDERS = Platform(
    name="pinduoduo_orders",
    role="orders",
    signatures=(("商品", "订单号", "订单状态", "商品数量(件)", "商品id"),),
    columns={
        ORDER_ID: ("订单号",),
        ITEM_ID: ("商品id", "商家编码-商品维度", "商家编码-规格维度"),
        TITLE: ("商品",),
        QUANTITY: ("商品数量(件)",),
        TIME: ("支付时间", "订单成交时间"),
        CATEGORY: ("商品三级类目", "商品二级类目", "商品一级类目"),
    },
    kind=Kind.PURCHASE,
    needs_user=False,
    skip=(
        SkipRule("订单状态", re.compile(r".*(取消|退款成功)"), "cancelled"),
        SkipRule("售后状态", re.compile(r".*退款成功"), "cancelled"),
        SkipRule("订单状态", _UNPAID, "unpaid"),
    ),
)
JD_ORDERS = Platform(
    name="jd_orders",
    role="orders",
    signatures=(("订单号", "商品ID", "商品名称", "订购数量", "下单时间", "京东价"),),
    columns={
        ORDER_ID: ("订单号",),
        USER_ID: ("下单帐号", "下单账号"),
        ITEM_ID: ("商品ID", "货号"),
        TITLE: ("商品名称",),
        QUANTITY: ("订购数量",),
        PRICE: ("京东价",),
        TIME: ("付款确认时间", "下单时间"),
    },
    kind=Kind.PURCHASE,
    needs_user=False,
    skip=(SkipRule("订单状态", re.compile(r".*(取消|删除)"), "cancelled"), SkipRule("订单状态", _UNPAID, "unpaid")),
)
