"""Orders of TikTok Shop, Shopee and Lazada."""

from __future__ import annotations

import re

from recsys_desktop.domain.columns import CATEGORY, ITEM_ID, ORDER_ID, PRICE, QUANTITY, TIME, TITLE, USER_ID
from recsys_desktop.domain.entities import Kind
from recsys_desktop.ingest.platforms.entry import CANCELLED, Platform, SkipRule

_UNPAID = re.compile(r"\s*unpaid", re.IGNORECASE)

#: The line below the header says what each column means; there the order's number has no digit.
TIKTOK_ORDERS = Platform(
    name="tiktok_orders",
    role="orders",
    signatures=(("Order ID", "Order Status", "SKU ID", "Seller SKU", "Product Name", "Quantity", "Buyer Username"),),
    columns={
        ORDER_ID: ("Order ID",),
        USER_ID: ("Buyer Username",),
        ITEM_ID: ("Seller SKU", "SKU ID"),
        TITLE: ("Product Name",),
        CATEGORY: ("Product Category",),
        QUANTITY: ("Quantity",),
        PRICE: ("SKU Unit Original Price",),
        TIME: ("Paid Time", "Created Time"),
    },
    kind=Kind.PURCHASE,
    title_is_id=True,
    returned=("Sku Quantity of return",),
    skip=(
        SkipRule("Order ID", re.compile(r"\s*[^\d\s][^\d]*$"), "header"),
        SkipRule("Order Status", _UNPAID, "unpaid"),
        SkipRule("Order Status", CANCELLED, "cancelled"),
    ),
)
SHOPEE_ORDERS = Platform(
    name="shopee_orders",
    role="orders",
    signatures=(("Order ID", "Order Status", "Product Name", "SKU Reference No.", "Variation Name", "Quantity"),),
    columns={
        ORDER_ID: ("Order ID",),
        USER_ID: ("Username (Buyer)",),
        ITEM_ID: ("Parent SKU Reference No.", "SKU Reference No."),
        TITLE: ("Product Name",),
        QUANTITY: ("Quantity",),
        PRICE: ("Deal Price", "Original Price"),
        TIME: ("Order Paid Time", "Order Creation Date"),
    },
    kind=Kind.PURCHASE,
    title_is_id=True,
    returned=("Returned quantity",),
    skip=(SkipRule("Order Status", _UNPAID, "unpaid"), SkipRule("Order Status", CANCELLED, "cancelled")),
)
#: One row for each piece, so that two pieces are two rows.
LAZADA_ORDERS = Platform(
    name="lazada_orders",
    role="orders",
    signatures=(("orderItemId", "sellerSku", "createTime", "orderNumber", "itemName"),),
    columns={
        ORDER_ID: ("orderNumber",),
        USER_ID: ("customerEmail", "customerName"),
        ITEM_ID: ("sellerSku", "lazadaSku"),
        TITLE: ("itemName",),
        PRICE: ("unitPrice", "paidPrice"),
        TIME: ("createTime",),
    },
    kind=Kind.PURCHASE,
    title_is_id=True,
    skip=(
        SkipRule("status", _UNPAID, "unpaid"),
        SkipRule("status", re.compile(r"\s*(cancel|return|fail|lost|damaged)", re.IGNORECASE), "cancelled"),
    ),
)
