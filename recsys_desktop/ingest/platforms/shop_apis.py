"""Products and orders as Shopify's and WooCommerce's programming interfaces give them: JSON, saved by an app or a script.

Nested values have dotted names; an order is one row per line (readers/objects.py).
"""

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
    URL,
    USER_ID,
)
from recsys_desktop.domain.entities import Kind
from recsys_desktop.ingest.platforms.entry import CANCELLED, Platform, SkipRule

_ANYTHING = re.compile(r"\s*\S")

SHOPIFY_API_PRODUCTS = Platform(
    name="shopify_api_products",
    role="catalogue",
    signatures=(("id", "title", "body_html", "variants.price"),),
    columns={
        ITEM_ID: ("id",),
        TITLE: ("title",),
        DESCRIPTION: ("body_html",),
        BRAND: ("vendor",),
        CATEGORY: ("product_type",),
        TAGS: ("tags",),
        PRICE: ("variants.price",),
        STOCK: ("variants.inventory_quantity",),
        IMAGE: ("image.src", "images.src"),
    },
    names=("handle", "variants.sku"),
    unlisted=(SkipRule("status", re.compile(r"\s*(draft|archived)", re.IGNORECASE)),),
)
#: Customers go by their e-mail addresses, as in the shop's own export of orders.
SHOPIFY_API_ORDERS = Platform(
    name="shopify_api_orders",
    role="orders",
    signatures=(("id", "line_items.title", "line_items.quantity", "created_at", ("email", "customer.id", "customer.email")),),
    columns={
        ORDER_ID: ("name", "id"),
        USER_ID: ("email", "customer.email", "customer.id"),
        TIME: ("created_at",),
        ITEM_ID: ("line_items.product_id", "line_items.sku"),
        TITLE: ("line_items.title",),
        QUANTITY: ("line_items.quantity",),
        PRICE: ("line_items.price",),
        CURRENCY: ("currency",),
    },
    kind=Kind.PURCHASE,
    title_is_id=True,
    skip=(
        SkipRule("cancelled_at", _ANYTHING, "cancelled"),
        SkipRule("financial_status", CANCELLED, "cancelled"),
    ),
)
WOOCOMMERCE_API_PRODUCTS = Platform(
    name="woocommerce_api_products",
    role="catalogue",
    signatures=(("id", "name", "permalink", "regular_price", ("categories.name", "catalog_visibility")),),
    columns={
        ITEM_ID: ("id",),
        TITLE: ("name",),
        DESCRIPTION: ("description", "short_description"),
        BRAND: ("brands.name",),
        CATEGORY: ("categories.name",),
        TAGS: ("tags.name",),
        PRICE: ("price", "regular_price"),
        STOCK: ("stock_quantity",),
        IMAGE: ("images.src",),
        URL: ("permalink",),
    },
    between=",",
    names=("sku",),
    unlisted=(
        SkipRule("status", re.compile(r"\s*(draft|pending|private)", re.IGNORECASE)),
        SkipRule("catalog_visibility", re.compile(r"\s*hidden", re.IGNORECASE)),
        SkipRule("stock_status", re.compile(r"\s*outofstock", re.IGNORECASE)),
    ),
)
#: A guest's customer_id is 0, so customers go by their e-mail addresses.
WOOCOMMERCE_API_ORDERS = Platform(
    name="woocommerce_api_orders",
    role="orders",
    signatures=(("id", "line_items.name", "line_items.product_id", "billing.email", "date_created"),),
    columns={
        ORDER_ID: ("number", "id"),
        USER_ID: ("billing.email", "billing.phone"),
        TIME: ("date_created_gmt", "date_created"),
        ITEM_ID: ("line_items.product_id", "line_items.sku"),
        TITLE: ("line_items.name",),
        QUANTITY: ("line_items.quantity",),
        PRICE: ("line_items.price",),
        CURRENCY: ("currency",),
    },
    kind=Kind.PURCHASE,
    title_is_id=True,
    skip=(
        SkipRule("status", CANCELLED, "cancelled"),
        SkipRule("status", re.compile(r"\s*(pending|checkout-draft|trash)", re.IGNORECASE), "unpaid"),
    ),
)
