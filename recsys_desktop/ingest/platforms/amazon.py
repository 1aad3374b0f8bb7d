"""Amazon's reports for sellers: listings, all orders (which name no buyer), and shipments and orders with the buyer's address."""

from __future__ import annotations

import re

from recsys_desktop.domain.columns import (
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

_SKUS = ("seller-sku", "Händler-SKU", "sku-vendeur", "SKU venditore", "SKU del vendedor", "出品者SKU", "卖家 SKU")
_CANCELLED = re.compile(r"\s*cancel", re.IGNORECASE)

#: The report is written in the language of the marketplace.
AMAZON_LISTINGS = Platform(
    name="amazon_listings",
    role="catalogue",
    signatures=(
        ("item-name", "seller-sku", "price", "quantity", "product-id"),
        ("item-name", "seller-sku", "price", "asin1"),
        ("Artikelbezeichnung", "Händler-SKU", "Preis", "Menge"),
        ("nom-produit", "sku-vendeur"),
        ("Nome dell'articolo", "SKU venditore"),
        ("Título del producto", "SKU del vendedor"),
        ("商品名", "出品者SKU", "価格", "数量"),
        ("商品名称", "卖家 SKU", "商品编码"),
    ),
    columns={
        ITEM_ID: ("asin1", "ASIN 1", *_SKUS),
        TITLE: (
            "item-name",
            "Artikelbezeichnung",
            "nom-produit",
            "Nome dell'articolo",
            "Título del producto",
            "商品名",
            "商品名称",
        ),
        DESCRIPTION: ("item-description", "Artikelbeschreibung"),
        CATEGORY: ("zshop-browse-path",),
        PRICE: ("price", "Preis", "prix", "Prezzo", "Precio", "価格", "价格"),
        STOCK: ("quantity", "Menge", "quantité", "Quantità", "Cantidad", "数量"),
        IMAGE: ("image-url", "Bild-URL"),
    },
    names=(*_SKUS, "listing-id", "product-id"),
    unlisted=(SkipRule("status", re.compile(r"\s*(inactive|incomplete)", re.IGNORECASE)),),
)
#: Its item-price is the sum of a line, so no price is taken from it.
AMAZON_ORDERS = Platform(
    name="amazon_orders",
    role="orders",
    signatures=(("amazon-order-id", "purchase-date", "product-name", "sku", "asin", "item-status"),),
    columns={
        ORDER_ID: ("amazon-order-id",),
        TIME: ("purchase-date",),
        ITEM_ID: ("asin", "sku"),
        TITLE: ("product-name",),
        QUANTITY: ("quantity",),
        CURRENCY: ("currency",),
    },
    kind=Kind.PURCHASE,
    needs_user=False,
    skip=(SkipRule("item-status", _CANCELLED, "cancelled"), SkipRule("order-status", _CANCELLED, "cancelled")),
)
AMAZON_SHIPMENTS = Platform(
    name="amazon_shipments",
    role="orders",
    signatures=(
        ("amazon-order-id", "buyer-email", "sku", "product-name", "quantity-shipped"),
        ("order-id", "buyer-email", "sku", "product-name", "quantity-purchased"),
    ),
    columns={
        ORDER_ID: ("amazon-order-id", "order-id"),
        USER_ID: ("buyer-email",),
        TIME: ("purchase-date", "payments-date"),
        ITEM_ID: ("sku",),
        TITLE: ("product-name",),
        QUANTITY: ("quantity-shipped", "quantity-purchased"),
        CURRENCY: ("currency",),
    },
    kind=Kind.PURCHASE,
)
