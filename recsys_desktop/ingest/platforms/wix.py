"""Wix: products with their variants, orders with one line per item."""

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
    TIME,
    TITLE,
    USER_ID,
)
from recsys_desktop.domain.entities import Kind
from recsys_desktop.ingest.platforms.entry import CANCELLED, Platform, SalePrice, SkipRule

#: A variant's surcharge comes on top of the product's price, which is what the shop shows; the template of 2025 has prices of
#: variants instead.
WIX_PRODUCTS = Platform(
    name="wix_products",
    role="catalogue",
    signatures=(
        ("handleId", "fieldType", "name", "price", "visible"),
        ("handle", "fieldType", "name", "price", "sku", "inventory"),
    ),
    columns={
        ITEM_ID: ("handleId", "handle"),
        TITLE: ("name",),
        DESCRIPTION: ("description", "plainDescription"),
        BRAND: ("brand",),
        CATEGORY: ("collection",),
        PRICE: ("price",),
        STOCK: ("inventory",),
        IMAGE: ("productImageUrl", "media"),
    },
    between=";",
    names=("sku", "barcode"),
    variant_rows=(SkipRule("fieldType", re.compile(r"\s*(variant|media)", re.IGNORECASE)),),
    unlisted=(SkipRule("visible", re.compile(r"\s*false", re.IGNORECASE)),),
    sale=(SalePrice(amount="discountValue", mode="discountMode"),),
)
WIX_ORDERS = Platform(
    name="wix_orders",
    role="orders",
    signatures=(("Order number", "Date created", "Contact email", "Item", "Qty"),),
    columns={
        ORDER_ID: ("Order number",),
        USER_ID: ("Contact email",),
        ITEM_ID: ("SKU",),
        TITLE: ("Item",),
        QUANTITY: ("Qty",),
        PRICE: ("Price",),
        CURRENCY: ("Currency",),
    },
    joined={TIME: ("Date created", "Time")},
    kind=Kind.PURCHASE,
    title_is_id=True,
    filled_down=("Order number", "Date created", "Time", "Contact email", "Payment status", "Currency"),
    returned=("Quantity refunded",),
    skip=(SkipRule("Payment status", CANCELLED, "cancelled"),),
)
