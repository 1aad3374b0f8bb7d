"""Loyverse: items, one row per variant, each shop with columns of its own; receipts by item, and receipts, which list none."""

from __future__ import annotations

import re

from recsys_desktop.domain.columns import CATEGORY, DESCRIPTION, ITEM_ID, ORDER_ID, PRICE, QUANTITY, STOCK, TIME, TITLE, USER_ID
from recsys_desktop.domain.entities import Kind
from recsys_desktop.domain.texts import message
from recsys_desktop.ingest.platforms.entry import CANCELLED, Platform, SkipRule

LOYVERSE_ITEMS = Platform(
    name="loyverse_items",
    role="catalogue",
    signatures=(("Handle", "SKU", "Name", "Category", "Sold by weight", "Cost", "Barcode"),),
    columns={
        ITEM_ID: ("Handle", "SKU"),
        TITLE: ("Name",),
        DESCRIPTION: ("Description",),
        CATEGORY: ("Category",),
        PRICE: ("Price", "Default price", "Price [*"),
        STOCK: ("In stock*",),
    },
    summed=(STOCK,),
    continued=True,
    names=("SKU", "Barcode"),
    untracked=(SkipRule("Track stock", re.compile(r"\s*n", re.IGNORECASE)),),
)
LOYVERSE_SALES = Platform(
    name="loyverse_sales",
    role="orders",
    signatures=(("Receipt number", "Receipt type", ("Item", "Item name"), "SKU", "Quantity"),),
    columns={
        ORDER_ID: ("Receipt number",),
        USER_ID: ("Customer contacts", "Customer name"),
        TIME: ("Date",),
        ITEM_ID: ("SKU",),
        TITLE: ("Item", "Item name"),
        QUANTITY: ("Quantity",),
        CATEGORY: ("Category",),
    },
    kind=Kind.PURCHASE,
    title_is_id=True,
    needs_user=False,
    skip=(SkipRule("Receipt type", CANCELLED, "cancelled"), SkipRule("Status", CANCELLED, "cancelled")),
)
LOYVERSE_RECEIPTS = Platform(
    name="loyverse_receipts",
    role="orders",
    signatures=(("Receipt number", "Receipt type", "Payment type", "Description"),),
    columns={},
    declined=message("import", "it lists orders, but not the products in them."),
)
