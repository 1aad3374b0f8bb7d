"""Google Merchant and Meta product feeds, as tab-separated text or as XML (whose elements carry the same names)."""

from __future__ import annotations

import re

from recsys_desktop.domain.columns import BRAND, CATEGORY, DESCRIPTION, IMAGE, ITEM_ID, PRICE, STOCK, TITLE, URL
from recsys_desktop.ingest.platforms.entry import Platform, SkipRule

#: Rows of one item group are variants of a product; orders name the variant, whose id stays known as a further name.
GOOGLE_MERCHANT = Platform(
    name="google_merchant",
    role="catalogue",
    signatures=(("id", "title", "link", "image link", "price"), ("id", "title", "link", "image link", "availability")),
    columns={
        ITEM_ID: ("item group id", "id"),
        TITLE: ("title",),
        DESCRIPTION: ("description",),
        BRAND: ("brand",),
        CATEGORY: ("product type", "google product category"),
        PRICE: ("sale price", "price"),
        STOCK: ("quantity to sell on facebook", "sell on google quantity", "inventory"),
        URL: ("link",),
        IMAGE: ("image link",),
    },
    names=("id", "gtin", "mpn"),
    continued=True,
    between=",",
    unlisted=(
        SkipRule("availability", re.compile(r"\s*(out.of.stock|discontinued)", re.IGNORECASE)),
        SkipRule("status", re.compile(r"\s*archived", re.IGNORECASE)),
    ),
)
