"""eBay: listings for upload (File Exchange, Seller Hub templates), the report of active listings, and orders."""

from __future__ import annotations

import re

from recsys_desktop.domain.columns import (
    BRAND,
    CATEGORY,
    CURRENCY,
    DESCRIPTION,
    IMAGE,
    ITEM_ID,
    ORDER_ID,
    PRICE,
    QUANTITY,
    STOCK,
    TIME,
    TITLE,
    USER_ID,
)
from recsys_desktop.domain.entities import Kind
from recsys_desktop.ingest.platforms.entry import Platform, SkipRule

#: The first cell of the header carries parameters, "*Action(SiteID=US|Country=US|...)"; a "*" marks columns that must be filled.
EBAY_LISTINGS = Platform(
    name="ebay_listings",
    role="catalogue",
    signatures=(
        ("CustomLabel", "Category", "Title", "StartPrice", "PicURL"),
        ("Custom label (SKU)", "Category ID", "Title", "Item photo URL"),
        ("Custom label", "Category ID", "Title", "Item photo URL"),
    ),
    columns={
        ITEM_ID: ("Item number", "ItemID", "CustomLabel", "Custom label (SKU)", "Custom label"),
        TITLE: ("Title",),
        DESCRIPTION: ("Description", "Subtitle"),
        BRAND: ("C:Brand", "Product:Brand", "C:Marke", "C:Marque"),
        CATEGORY: ("Category name", "Store category name"),
        PRICE: ("Price", "Start price", "StartPrice", "Buy It Now price", "BuyItNowPrice"),
        CURRENCY: ("Currency",),
        STOCK: ("Quantity", "Available quantity"),
        IMAGE: ("Item photo URL", "PicURL"),
    },
    names=("CustomLabel", "Custom label (SKU)", "Custom label"),
    variant_rows=(SkipRule("Relationship", re.compile(r"\s*Variation", re.IGNORECASE), "variant"),),
    title_is_id=True,
)
#: A listing with variations has a row of its own and one per variation, all with its number and title. The first one lists all
#: values ("Colour=Red;Blue") and the sum of the variations' stock.
EBAY_ACTIVE_LISTINGS = Platform(
    name="ebay_active_listings",
    role="catalogue",
    signatures=(("Item number", "Title", "Custom label (SKU)", "Available quantity"),),
    columns={
        ITEM_ID: ("Item number",),
        TITLE: ("Title",),
        CATEGORY: ("eBay category 1 name",),
        PRICE: ("Current price", "Start price"),
        CURRENCY: ("Currency",),
        STOCK: ("Available quantity",),
    },
    names=("Custom label (SKU)",),
    continued=True,
    skip=(SkipRule("Variation details", re.compile(r".*;[^=;|]*(;|\||$)"), "variant"),),
)
#: An order with several items has a line with the buyer and the totals, then one per item with the order's number.
EBAY_ORDERS = Platform(
    name="ebay_orders",
    role="orders",
    signatures=(
        ("Sales Record Number", "Order Number", "Buyer Username", "Item Number"),
        ("Sales Record Number", "Order Number", "Buyer Username", "Item Title"),
        ("Verkaufsprotokollnummer", "Bestellnummer", "Nutzername des Käufers"),
    ),
    columns={
        ORDER_ID: ("Order Number", "Bestellnummer"),
        USER_ID: ("Buyer Username", "Nutzername des Käufers"),
        ITEM_ID: ("Item Number", "Artikelnummer", "Custom Label", "Bestandseinheit"),
        TITLE: ("Item Title", "Angebotstitel", "Artikelbezeichnung"),
        QUANTITY: ("Quantity", "Anzahl", "Stückzahl"),
        PRICE: ("Sold For", "Verkauft für"),
        TIME: ("Sale Date", "Paid On Date", "Verkauft am", "Zahlungsdatum"),
    },
    kind=Kind.PURCHASE,
    title_is_id=True,
    filled_down=("Buyer Username", "Sale Date", "Paid On Date", "Nutzername des Käufers", "Verkauft am", "Zahlungsdatum"),
    skip=(
        SkipRule("Item Number", re.compile(r"\s*$"), "order_head"),
        SkipRule("Artikelnummer", re.compile(r"\s*$"), "order_head"),
    ),
)
