"""Squarespace's products. Its orders are written as Shopify's."""

from __future__ import annotations

import re

from recsys_desktop.domain.columns import CATEGORY, DESCRIPTION, IMAGE, ITEM_ID, PRICE, STOCK, TAGS, TITLE
from recsys_desktop.ingest.platforms.entry import Platform, SalePrice, SkipRule

#: One row per variant; the further ones may repeat the product's number or leave it empty.
SQUARESPACE_PRODUCTS = Platform(
    name="squarespace_products",
    role="catalogue",
    signatures=(("Product ID [Non Editable]", "Variant ID [Non Editable]", "Title", "SKU", "Price"),),
    columns={
        ITEM_ID: ("Product ID [Non Editable]",),
        TITLE: ("Title",),
        DESCRIPTION: ("Description",),
        CATEGORY: ("Categories",),
        TAGS: ("Tags",),
        PRICE: ("Price",),
        STOCK: ("Stock",),
        IMAGE: ("Hosted Image URLs",),
    },
    between=",",
    levels="/",
    continued=True,
    names=("Variant ID [Non Editable]", "SKU"),
    sale=(SalePrice(price="Sale Price", when="On Sale"),),
    unlisted=(SkipRule("Visible", re.compile(r"\s*(no|false)", re.IGNORECASE)),),
)
