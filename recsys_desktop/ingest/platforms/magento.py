"""Magento 2 and Adobe Commerce: the product export, and the grid of orders, which holds no products."""

from __future__ import annotations

import re

from recsys_desktop.domain.columns import CATEGORY, DESCRIPTION, IMAGE, ITEM_ID, PRICE, STOCK, TAGS, TITLE
from recsys_desktop.domain.texts import message
from recsys_desktop.ingest.platforms.entry import Platform, SalePrice, SkipRule

#: Sizes and colours are rows of their own, above the product that claims them. Bundles and grouped products consist of others
#: that are for sale by themselves, so they stay products beside them.
MAGENTO_PRODUCTS = Platform(
    name="magento_products",
    role="catalogue",
    signatures=(
        ("sku", "attribute_set_code", "product_type", "name", "price"),
        ("sku", "product_type", "name", "product_websites"),
    ),
    columns={
        ITEM_ID: ("sku",),
        TITLE: ("name",),
        DESCRIPTION: ("description", "short_description", "meta_description"),
        CATEGORY: ("categories",),
        TAGS: ("additional_attributes",),
        PRICE: ("price",),
        STOCK: ("qty",),
        IMAGE: ("base_image", "small_image", "thumbnail_image"),
    },
    between=",",
    levels="/",
    category_root="Default Category",
    keyed_tags=True,
    sale=(SalePrice(price="special_price", starts="special_price_from_date", ends="special_price_to_date"),),
    skip=(SkipRule("store_view_code", re.compile(r"\s*\S"), "translation"),),
    unlisted=(SkipRule("product_online", re.compile(r"\s*[02]")), SkipRule("is_in_stock", re.compile(r"\s*0"))),
    untracked=(SkipRule("manage_stock", re.compile(r"\s*0")),),
    variant_rows=(SkipRule("visibility", re.compile(r"\s*Not Visible Individually", re.IGNORECASE)),),
    children=("configurable_variations", re.compile(r"\bsku=([^,|]+)")),
)
MAGENTO_ORDERS = Platform(
    name="magento_orders",
    role="orders",
    signatures=(("ID", "Purchase Point", "Purchase Date", "Bill-to Name"),),
    columns={},
    declined=message("import", "it lists orders, but not the products in them."),
)
