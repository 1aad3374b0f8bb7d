"""Loyverse's items: one row per variant, each shop with columns of its own."""

from __future__ import annotations

import re

from recsys_desktop.domain.columns import CATEGORY, DESCRIPTION, ITEM_ID, PRICE, STOCK, TITLE
from recsys_desktop.ingest.platforms.entry import Platform, SkipRule

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
