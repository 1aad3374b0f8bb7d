"""Shopify: products (the classic export and the template of 2024), orders, customers. Squarespace writes nearly the same orders."""

from __future__ import annotations

import re
from dataclasses import replace

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
from recsys_desktop.domain.texts import message
from recsys_desktop.ingest.platforms.entry import Platform, SkipRule

_NOT_FOR_SALE = re.compile(r"\s*(draft|archived|unlisted)", re.IGNORECASE)
_FALSE = re.compile(r"\s*false", re.IGNORECASE)
_EMPTY = re.compile(r"\s*$")

SHOPIFY_PRODUCTS = Platform(
    name="shopify_products",
    role="catalogue",
    signatures=(("Handle", "Title", "Body (HTML)", "Variant Price"), ("Handle", "Title", "Variant SKU", "Variant Price")),
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
    names=("Variant SKU", "Variant Barcode"),
    unlisted=(SkipRule("Status", _NOT_FOR_SALE), SkipRule("Published", _FALSE)),
    untracked=(SkipRule("Variant Inventory Tracker", _EMPTY), SkipRule("Variant Inventory Policy", re.compile("continue"))),
)
SHOPIFY_NEW_PRODUCTS = Platform(
    name="shopify_products_new",
    role="catalogue",
    signatures=(("Title", "URL handle", "Description", "Product image URL"), ("Title", "URL handle", "SKU", "Price")),
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
    names=("SKU", "Barcode"),
    unlisted=(SkipRule("Status", _NOT_FOR_SALE), SkipRule("Published on online store", _FALSE)),
    untracked=(
        SkipRule("Inventory tracker", _EMPTY),
        SkipRule("Continue selling when out of stock", re.compile(r"\s*(continue|true|yes)", re.IGNORECASE)),
    ),
)
#: "Refunded Amount" does not say which line came back, so an order paid back in part keeps its lines, but for those put back on
#: the shelf, which say so themselves.
SHOPIFY_ORDERS = Platform(
    name="shopify_orders",
    role="orders",
    signatures=(
        ("Name", "Email", "Financial Status", "Lineitem name"),
        ("Name", "Created at", "Lineitem quantity", "Lineitem name"),
    ),
    columns={
        ORDER_ID: ("Name",),
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
        SkipRule("Financial Status", re.compile(r"\s*(refunded|voided|expired)", re.IGNORECASE), "cancelled"),
        SkipRule("Lineitem fulfillment status", re.compile(r"\s*restocked", re.IGNORECASE), "cancelled"),
    ),
)
SQUARESPACE_ORDERS = replace(
    SHOPIFY_ORDERS,
    name="squarespace_orders",
    signatures=(("Order ID", "Email", "Lineitem name"),),
    columns={**SHOPIFY_ORDERS.columns, ORDER_ID: ("Order ID",), USER_ID: ("Email", "Billing Phone")},
)
SHOPIFY_CUSTOMERS = Platform(
    name="shopify_customers",
    role="behaviour",
    signatures=(("First Name", "Last Name", "Email", "Total Spent", "Total Orders"),),
    columns={},
    declined=message("import", "it holds customers' names and addresses, which are not needed."),
)
