"""Shopify: products (the classic export and the template of 2024), orders."""

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
from recsys_desktop.ingest.platforms.entry import Platform, SkipRule

SHOPIFY_PRODUCTS = Platform(
    name="shopify_products",
    role="catalogue",
    signatures=(("Handle", "Title", "Body (HTML)", "Variant Price"),),
    columns={
        ITEM_ID: ("Handle",),
        TITLE: ("Title",),
        DESCRIPTION: ("Body (HTML)", "SEO Description"),
        BRAND: ("Vendor",),
        CATEGORY: ("Product Category", "Type", "Google Shopping / Google Product Category"),
        TAGS: ("Tags",),
        PRICE: ("Variant Price",),
        STOCK: ("Variant Inventory Qty",),
        IMAGE: ("Image Src", "Variant Image"),
    },
    continued=True,
)
SHOPIFY_NEW_PRODUCTS = Platform(
    name="shopify_products_new",
    role="catalogue",
    signatures=(("Title", "URL handle", "Description", "Product image URL"),),
    columns={
        ITEM_ID: ("URL handle",),
        TITLE: ("Title",),
        DESCRIPTION: ("Description", "SEO description"),
        BRAND: ("Vendor",),
        CATEGORY: ("Product category", "Type", "Google Shopping / Google product category"),
        TAGS: ("Tags",),
        PRICE: ("Price",),
        STOCK: ("Inventory quantity",),
        IMAGE: ("Product image URL", "Variant image URL"),
    },
    continued=True,
)
#: Squarespace writes nearly the same file with "Order ID" in front.
SHOPIFY_ORDERS = Platform(
    name="shopify_orders",
    role="orders",
    signatures=(("Name", "Email", "Financial Status", "Lineitem name"), ("Order ID", "Email", "Lineitem name")),
    columns={
        ORDER_ID: ("Order ID", "Name"),
        USER_ID: ("Email", "Phone", "Billing Phone"),
        TIME: ("Created at", "Paid at"),
        ITEM_ID: ("Lineitem sku",),
        TITLE: ("Lineitem name",),
        QUANTITY: ("Lineitem quantity",),
        PRICE: ("Lineitem price",),
        CURRENCY: ("Currency",),
        BRAND: ("Vendor",),
    },
    kind=Kind.PURCHASE,
    title_is_id=True,
    filled_down=("Email", "Phone", "Billing Phone", "Created at", "Paid at", "Financial Status", "Cancelled at", "Currency"),
    skip=(
        SkipRule("Cancelled at", re.compile(r"\s*\S"), "cancelled"),
        SkipRule("Financial Status", re.compile(r"\s*(refunded|voided)", re.IGNORECASE), "cancelled"),
    ),
)
