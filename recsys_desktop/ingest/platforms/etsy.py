"""Etsy: listings ("Download data") and sold order items. Listings carry no id, so both are matched by title."""

from __future__ import annotations

from recsys_desktop.domain.columns import CURRENCY, DESCRIPTION, IMAGE, ORDER_ID, PRICE, QUANTITY, STOCK, TAGS, TIME, TITLE, USER_ID
from recsys_desktop.domain.entities import Kind
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
)
ETSY_SOLD_ITEMS = Platform(
    name="etsy_sold_items",
    role="orders",
    signatures=(("Sale Date", "Item Name", "Buyer", "Quantity", "Price", "Listing ID", "Order ID"),),
    columns={
        TIME: ("Sale Date",),
        TITLE: ("Item Name",),
        USER_ID: ("Buyer",),
        QUANTITY: ("Quantity",),
        PRICE: ("Price",),
        CURRENCY: ("Currency",),
        ORDER_ID: ("Order ID",),
    },
    kind=Kind.PURCHASE,
)
