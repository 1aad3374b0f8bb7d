"""Ecwid's products, each followed by its options and variations."""

from __future__ import annotations

import re

from recsys_desktop.domain.columns import BRAND, CATEGORY, DESCRIPTION, IMAGE, ITEM_ID, PRICE, STOCK, TITLE
from recsys_desktop.ingest.platforms.entry import Platform, SkipRule

ECWID_PRODUCTS = Platform(
    name="ecwid_products",
    role="catalogue",
    signatures=(("type", "product_internal_id", "product_name", "product_price"),),
    columns={
        ITEM_ID: ("product_internal_id", "product_sku"),
        TITLE: ("product_name",),
        DESCRIPTION: ("product_description",),
        BRAND: ("product_brand",),
        CATEGORY: ("product_category_1",),
        PRICE: ("product_price",),
        STOCK: ("product_quantity",),
        IMAGE: ("product_media_main_image_url",),
    },
    levels="/",
    names=("product_sku", "product_variation_sku"),
    variant_rows=(SkipRule("type", re.compile(r"\s*product_(variation|option)", re.IGNORECASE)),),
    unlisted=(SkipRule("product_is_available", re.compile(r"\s*false", re.IGNORECASE)),),
)
