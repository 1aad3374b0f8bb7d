"""Square: the item library and the details of items sold. Sales name an item by its name, so both go by that."""

from __future__ import annotations

import re

from recsys_desktop.domain.columns import CATEGORY, DESCRIPTION, ORDER_ID, PRICE, QUANTITY, STOCK, TIME, TITLE, USER_ID
from recsys_desktop.domain.entities import Kind
from recsys_desktop.ingest.platforms.entry import Platform, SkipRule

#: One row per variation, each location with columns of its own. "Sellable" N marks what is bought in only to make other things.
SQUARE_LIBRARY = Platform(
    name="square_library",
    role="catalogue",
    signatures=(("Token", "Item Name", "Variation Name", "SKU", "Price"),),
    columns={
        TITLE: ("Item Name",),
        DESCRIPTION: ("Description",),
        CATEGORY: ("Category", "Categories", "Reporting Category"),
        PRICE: ("Price",),
        STOCK: ("Current Quantity *",),
    },
    between=",",
    summed=(STOCK,),
    continued=True,
    names=("Token", "SKU", "GTIN", "Reference Handle"),
    unlisted=(
        SkipRule("Sellable", re.compile(r"\s*n", re.IGNORECASE)),
        SkipRule("Archived", re.compile(r"\s*y", re.IGNORECASE)),
    ),
)
SQUARE_SALES = Platform(
    name="square_sales",
    role="orders",
    signatures=(("Date", "Time", "Item", "Qty", "Price Point Name", "Transaction ID"),),
    columns={
        TITLE: ("Item",),
        USER_ID: ("Customer ID",),
        QUANTITY: ("Qty",),
        CATEGORY: ("Category",),
        ORDER_ID: ("Transaction ID",),
    },
    joined={TIME: ("Date", "Time")},
    kind=Kind.PURCHASE,
    needs_user=False,
    skip=(SkipRule("Event Type", re.compile(r"\s*refund", re.IGNORECASE), "cancelled"),),
)
