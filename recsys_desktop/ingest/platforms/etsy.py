"""Etsy: listings ("Download data"), sold order items, sold orders. Listings carry no id, so orders find them by title."""

from __future__ import annotations

from recsys_desktop.domain.columns import (
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
from recsys_desktop.ingest.platforms.entry import Platform

ETSY_LISTINGS = Platform(
    name="etsy_listings",
    role="catalogue",
    signatures=(("TITLE", "DESCRIPTION", "PRICE", "CURRENCY_CODE", "TAGS", "MATERIALS"),),
    columns={
        TITLE: ("TITLE",),
        DESCRIPTION: ("DESCRIPTION",),
        PRICE: ("PRICE",),
        CURRENCY: ("CURRENCY_CODE",),
        STOCK: ("QUANTITY",),
        TAGS: ("TAGS",),
        IMAGE: ("IMAGE1",),
    },
    names=("SKU",),
    names_between=",",
)
ETSY_SOLD_ITEMS = Platform(
    name="etsy_sold_items",
    role="orders",
    day_first=False,
    signatures=(("Sale Date", "Item Name", "Buyer", "Quantity", "Price", "Listing ID", "Order ID"),),
    columns={
        TIME: ("Sale Date",),
        ITEM_ID: ("Listing ID", "SKU"),
        TITLE: ("Item Name",),
        USER_ID: ("Buyer",),
        QUANTITY: ("Quantity",),
        PRICE: ("Price",),
        CURRENCY: ("Currency",),
        ORDER_ID: ("Order ID",),
    },
    kind=Kind.PURCHASE,
    title_is_id=True,
)
ETSY_SOLD_ORDERS = Platform(
    name="etsy_sold_orders",
    role="orders",
    signatures=(("Sale Date", "Order ID", "Full Name", "Number of Items", "Order Value"),),
    columns={},
    declined=message("import", "it lists orders, but not the products in them."),
)
