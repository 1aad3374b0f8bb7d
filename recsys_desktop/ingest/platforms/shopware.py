"""Shopware 6: products as its export profile writes them. Categories and options are named by inner ids only, so they stay out."""

from __future__ import annotations

import re

from recsys_desktop.domain.columns import BRAND, DESCRIPTION, IMAGE, ITEM_ID, PRICE, STOCK, TITLE
from recsys_desktop.ingest.platforms.entry import Platform, SkipRule

SHOPWARE_PRODUCTS = Platform(
    name="shopware_products",
    role="catalogue",
    signatures=(("id", "parent_id", "product_number", "active", "stock", "name"),),
    columns={
        ITEM_ID: ("id",),
        TITLE: ("name",),
        DESCRIPTION: ("description",),
        BRAND: ("manufacturer_name",),
        PRICE: ("price_gross", "price_net"),
        STOCK: ("stock",),
        IMAGE: ("cover_media_url",),
    },
    names=("product_number",),
    parent=("parent_id",),
    parents_wait=True,
    unlisted=(SkipRule("active", re.compile(r"\s*(0|false)\s*$", re.IGNORECASE)),),
)
