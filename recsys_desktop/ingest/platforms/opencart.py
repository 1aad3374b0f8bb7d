"""OpenCart's products, as its export tools write them. Categories are numbers there and stay out."""

from __future__ import annotations

import re

from recsys_desktop.domain.columns import BRAND, DESCRIPTION, IMAGE, ITEM_ID, PRICE, STOCK, TAGS, TITLE
from recsys_desktop.ingest.platforms.entry import Platform, SkipRule

OPENCART_PRODUCTS = Platform(
    name="opencart_products",
    role="catalogue",
    signatures=(("product_id", "name*", "model", "manufacturer", "image_name", "status"),),
    columns={
        ITEM_ID: ("product_id",),
        TITLE: ("name*",),
        DESCRIPTION: ("description*", "meta_description*"),
        BRAND: ("manufacturer",),
        TAGS: ("tags*", "meta_keyword*"),
        PRICE: ("price",),
        STOCK: ("quantity",),
        IMAGE: ("image_name",),
    },
    names=("model", "sku", "upc", "ean", "jan", "isbn", "mpn"),
    unlisted=(SkipRule("status", re.compile(r"\s*(0|false|disabled|no)", re.IGNORECASE)),),
)
