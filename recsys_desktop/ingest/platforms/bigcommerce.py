"""BigCommerce's product export: products, each followed by its SKUs and rules."""

from __future__ import annotations

import re

from recsys_desktop.domain.columns import BRAND, CATEGORY, DESCRIPTION, IMAGE, ITEM_ID, PRICE, STOCK, TITLE, URL
from recsys_desktop.ingest.platforms.entry import Platform, SalePrice, SkipRule

_NO = re.compile(r"\s*(n|false|0)", re.IGNORECASE)

#: SKU rows are named "[S]Size=XL"; rules change prices of options and say nothing about the product.
BIGCOMMERCE_PRODUCTS = Platform(
    name="bigcommerce_products",
    role="catalogue",
    signatures=(("Item Type", "Product ID", "Product Name", "Product Code/SKU", "Price"),),
    columns={
        ITEM_ID: ("Product ID", "Product Code/SKU"),
        TITLE: ("Product Name",),
        DESCRIPTION: ("Product Description",),
        BRAND: ("Brand Name",),
        CATEGORY: ("Category",),
        PRICE: ("Price",),
        STOCK: ("Current Stock Level", "Stock Level"),
        URL: ("Product URL",),
        IMAGE: ("Product Image URL - 1", "Product Image File - 1"),
    },
    between=";",
    levels="/",
    names=("Product Code/SKU", "Product UPC/EAN"),
    sale=(SalePrice(price="Sale Price"),),
    skip=(SkipRule("Item Type", re.compile(r"\s*rule", re.IGNORECASE), "variant"),),
    variant_rows=(SkipRule("Item Type", re.compile(r"\s*sku", re.IGNORECASE)),),
    unlisted=(SkipRule("Product Visible?", _NO), SkipRule("Allow Purchases?", _NO)),
    untracked=(SkipRule("Track Inventory", re.compile(r"\s*none", re.IGNORECASE)),),
)
