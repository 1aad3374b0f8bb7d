"""BigCommerce's product exports: products, each followed by its SKUs, variants, pictures and rules."""

from __future__ import annotations

import re

from recsys_desktop.domain.columns import BRAND, CATEGORY, DESCRIPTION, IMAGE, ITEM_ID, PRICE, STOCK, TAGS, TITLE
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
#: The export since 2022: variants and pictures in rows of their own. Brands and categories may be numbers.
BIGCOMMERCE_NEW_PRODUCTS = Platform(
    name="bigcommerce_products_new",
    role="catalogue",
    signatures=(("Item", "ID", "Name", "Type", "SKU", "Options", "Inventory Tracking", "Current Stock"),),
    columns={
        ITEM_ID: ("ID", "SKU"),
        TITLE: ("Name",),
        DESCRIPTION: ("Description", "Meta Description"),
        CATEGORY: ("Categories Names", "Category Names"),
        TAGS: ("Search Keywords",),
        PRICE: ("Price",),
        STOCK: ("Current Stock",),
        IMAGE: ("Internal Image URL (Export)", "Image URL (Import)", "Variant Image URL"),
    },
    between=";",
    levels="/",
    names=("SKU", "UPC/EAN", "Global Trade Number"),
    sale=(SalePrice(price="Sale Price"),),
    variant_rows=(SkipRule("Item", re.compile(r"\s*(variant|image|video)", re.IGNORECASE)),),
    unlisted=(SkipRule("Is Visible", _NO),),
    untracked=(SkipRule("Inventory Tracking", re.compile(r"\s*none", re.IGNORECASE)),),
)
