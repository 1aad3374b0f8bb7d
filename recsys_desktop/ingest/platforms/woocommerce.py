"""WooCommerce: the core's product export in any language, and orders as its plugins write them, one line per item."""

from __future__ import annotations

import re

from recsys_desktop.domain.columns import (
    BRAND,
    CATEGORY,
    CURRENCY,
    DESCRIPTION,
    IMAGE,
    ITEM_ID,
    ORDER_ID,
    PRICE,
    QUANTITY,
    STOCK,
    TAGS,
    TIME,
    TITLE,
    USER_ID,
)
from recsys_desktop.domain.entities import Kind
from recsys_desktop.ingest.platforms.entry import CANCELLED, ColumnOrder, Platform, SalePrice, SkipRule
from recsys_desktop.ingest.platforms.woocommerce_words import ORDER, named

#: Columns that came later: "Low stock amount" with version 3.5, the numbers of trade with 9.2.
_LATER = ("GTIN, UPC, EAN, or ISBN", "Low stock amount")
_FLAG = re.compile("[01]")
#: These cells are the same in every language.
_FORMS = {
    "ID": re.compile(r"\d+"),
    "Type": re.compile(r"(simple|variable|variation|grouped|external|subscription|bundle)[\w, -]*"),
    "Published": re.compile("-?[01]"),
    "Is featured?": _FLAG,
    "Visibility in catalog": re.compile("visible|catalog|search|hidden"),
    "Tax status": re.compile("taxable|shipping|none"),
    "In stock?": re.compile("[01]|backorder"),
    "Backorders allowed?": re.compile("[01]|notify"),
    "Allow customer reviews?": _FLAG,
}

WOOCOMMERCE_PRODUCTS = Platform(
    name="woocommerce_products",
    role="catalogue",
    signatures=(
        ("ID", named("Type"), named("SKU"), named("Name"), named("Published")),
        (named("Type"), named("SKU"), named("Name"), named("Short description"), named("Regular price"), named("Categories")),
    ),
    orders_of_columns=tuple(
        ColumnOrder(tuple(name for name in ORDER if name not in missing), _FORMS, open_end=True)
        for missing in (_LATER, _LATER[:1], _LATER[1:], ())
    ),
    columns={
        ITEM_ID: ("ID", *named("SKU")),
        TITLE: named("Name"),
        DESCRIPTION: named("Description", "Short description"),
        BRAND: named("Brands", "Brand"),
        CATEGORY: named("Categories"),
        TAGS: named("Tags"),
        PRICE: named("Regular price"),
        STOCK: named("Stock"),
        IMAGE: named("Images"),
    },
    parent=named("Parent"),
    title_is_id=True,
    between=",",
    names=named("SKU", "GTIN, UPC, EAN, or ISBN"),
    sale=(SalePrice(named("Sale price"), starts=named("Date sale price starts"), ends=named("Date sale price ends")),),
    unlisted=(
        *(SkipRule(name, re.compile(r"\s*(-1|0)\s*$")) for name in named("Published")),
        *(SkipRule(name, re.compile(r"\s*hidden")) for name in named("Visibility in catalog")),
        *(SkipRule(name, re.compile(r"\s*0\s*$")) for name in named("In stock?")),
    ),
    untracked=tuple(SkipRule(name, re.compile(r"\s*backorder")) for name in named("In stock?")),
)
_QUANTITY = ("Quantity (- Refund)", "Item Quantity", "Quantity")
#: "Quantity (- Refund)" is what was kept. A guest's user number is 0, so customers go by their e-mail addresses.
WOOCOMMERCE_ORDERS = Platform(
    name="woocommerce_orders",
    role="orders",
    signatures=(
        (
            ("Order Number", "Order ID"),
            "Order Status",
            "Order Date",
            "Item Name",
            ("Quantity (- Refund)", "Item Quantity", "Quantity"),
        ),
        (("order_number", "order_id"), "item_name", "item_quantity", "billing_email"),
    ),
    columns={
        ORDER_ID: ("Order Number", "order_number", "Order ID", "order_id"),
        USER_ID: ("Email (Billing)", "Billing Email", "Billing Email Address", "billing_email", "Phone (Billing)", "Billing Phone"),
        TIME: ("Order Date", "order_date", "date", "Paid Date"),
        ITEM_ID: ("Product Id", "item_product_id", "SKU", "Item SKU", "item_sku"),
        TITLE: ("Item Name", "item_name"),
        QUANTITY: (*_QUANTITY, "item_quantity"),
        PRICE: ("Item Cost", "Item Price", "item_price"),
        CURRENCY: ("Order Currency", "Currency", "order_currency"),
    },
    kind=Kind.PURCHASE,
    title_is_id=True,
    filled_down=(
        *("Order Number", "Order ID", "Order Status", "Order Date", "Paid Date", "Order Currency", "Currency"),
        *("Email (Billing)", "Billing Email", "Billing Email Address", "Phone (Billing)", "Billing Phone"),
    ),
    returned=("item_refunded_qty",),
    skip=(
        SkipRule("Order Status", CANCELLED, "cancelled"),
        SkipRule("status", CANCELLED, "cancelled"),
        SkipRule("Order Status", re.compile(r"\s*(wc-)?(pending|checkout-draft|draft)", re.IGNORECASE), "unpaid"),
        SkipRule("status", re.compile(r"\s*(wc-)?(pending|checkout-draft|draft)", re.IGNORECASE), "unpaid"),
    ),
)
