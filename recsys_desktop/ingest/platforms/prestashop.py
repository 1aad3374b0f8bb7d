"""PrestaShop: products in the form of its import template and exports, and the list of orders, which holds no products."""

from __future__ import annotations

import re

from recsys_desktop.domain.columns import BRAND, CATEGORY, DESCRIPTION, IMAGE, ITEM_ID, PRICE, STOCK, TAGS, TITLE
from recsys_desktop.domain.texts import message
from recsys_desktop.ingest.platforms.entry import Platform, SalePrice, SkipRule

_ZERO = re.compile(r"\s*0")

PRESTASHOP_PRODUCTS = Platform(
    name="prestashop_products",
    role="catalogue",
    signatures=(
        ("Product ID", "Active (0/1)", "Name *", "Reference #", "Price tax*"),
        ("ID", "Active (0/1)", "Name *", "Reference #", "Price tax*"),
    ),
    columns={
        ITEM_ID: ("Product ID", "ID", "Reference #"),
        TITLE: ("Name *",),
        DESCRIPTION: ("Description", "Summary", "Short description"),
        BRAND: ("Manufacturer", "Brand"),
        CATEGORY: ("Categories *",),
        TAGS: ("Tags *",),
        PRICE: ("Price tax included", "Price tax excluded"),
        STOCK: ("Quantity",),
        IMAGE: ("Image URLs *",),
    },
    between=",",
    levels="/",
    names=("Reference #", "EAN13", "UPC", "MPN"),
    sale=(
        SalePrice(
            amount="Discount amount",
            percent="Discount percent",
            starts="Discount from (yyyy-mm-dd)",
            ends="Discount to (yyyy-mm-dd)",
        ),
    ),
    unlisted=(
        SkipRule("Active (0/1)", _ZERO),
        SkipRule("Available for order*", _ZERO),
        SkipRule("Visibility", re.compile(r"\s*none", re.IGNORECASE)),
    ),
    untracked=(SkipRule("Out of stock action", re.compile(r"\s*1")),),
)
#: The list of products as the shop's back office shows and exports it.
PRESTASHOP_LIST = Platform(
    name="prestashop_list",
    role="catalogue",
    signatures=((("Product ID", "ID"), "Name", "Reference", ("Price (tax excl.)", "Price (tax incl.)"), "Quantity", "Status"),),
    columns={
        ITEM_ID: ("Product ID", "ID"),
        TITLE: ("Name",),
        CATEGORY: ("Category",),
        PRICE: ("Price (tax incl.)", "Price (tax excl.)"),
        STOCK: ("Quantity",),
        IMAGE: ("Image",),
    },
    names=("Reference",),
    unlisted=(SkipRule("Status", re.compile(r"\s*(0|no|disabled)", re.IGNORECASE)),),
)
PRESTASHOP_ORDERS = Platform(
    name="prestashop_orders",
    role="orders",
    signatures=(("Reference", "New client", "Customer", "Total", "Payment", "Status"),),
    columns={},
    declined=message("import", "it lists orders, but not the products in them."),
)
