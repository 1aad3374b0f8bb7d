"""Shop platforms known by their header, one declarative entry each.

A further one takes an entry in a file of this folder (entry.py tells what there is to say), its line in :data:`PLATFORMS`, a sample
with what it must give in ``tests/ingest/platforms``, and its name in words in ``ui/dialogs/platform_words.py``.
"""

from __future__ import annotations

from collections.abc import Sequence

from recsys_desktop.ingest.platforms.amazon import AMAZON_LISTINGS, AMAZON_ORDERS, AMAZON_SHIPMENTS
from recsys_desktop.ingest.platforms.bigcommerce import BIGCOMMERCE_NEW_PRODUCTS, BIGCOMMERCE_PRODUCTS
from recsys_desktop.ingest.platforms.chinese_orders import DOUYIN_ORDERS, JD_ORDERS, PINDUODUO_ORDERS
from recsys_desktop.ingest.platforms.ebay import EBAY_ACTIVE_LISTINGS, EBAY_LISTINGS, EBAY_ORDERS
from recsys_desktop.ingest.platforms.ecwid import ECWID_PRODUCTS
from recsys_desktop.ingest.platforms.entry import ColumnOrder, Platform, all_names
from recsys_desktop.ingest.platforms.etsy import ETSY_LISTINGS, ETSY_SOLD_ITEMS, ETSY_SOLD_ORDERS
from recsys_desktop.ingest.platforms.google_merchant import GOOGLE_MERCHANT
from recsys_desktop.ingest.platforms.gorse import GORSE_ITEMS
from recsys_desktop.ingest.platforms.header import find_columns, unnamed
from recsys_desktop.ingest.platforms.japanese_shops import BASE_PRODUCTS, ECCUBE_ORDERS, ECCUBE_PRODUCTS, YAHOO_JAPAN_PRODUCTS
from recsys_desktop.ingest.platforms.loyverse import LOYVERSE_ITEMS, LOYVERSE_RECEIPTS, LOYVERSE_SALES
from recsys_desktop.ingest.platforms.magento import MAGENTO_ORDERS, MAGENTO_PRODUCTS
from recsys_desktop.ingest.platforms.movielens import MOVIELENS_LINKS, MOVIELENS_MOVIES, MOVIELENS_RATINGS, MOVIELENS_TAGS
from recsys_desktop.ingest.platforms.next_item import NEXT_ITEM
from recsys_desktop.ingest.platforms.online_retail import ONLINE_RETAIL
from recsys_desktop.ingest.platforms.opencart import OPENCART_PRODUCTS
from recsys_desktop.ingest.platforms.own import OWN_BEHAVIOUR, OWN_CATALOGUE, OWN_LISTS
from recsys_desktop.ingest.platforms.prestashop import PRESTASHOP_LIST, PRESTASHOP_ORDERS, PRESTASHOP_PRODUCTS
from recsys_desktop.ingest.platforms.rakuten import RAKUTEN_ITEMS, RAKUTEN_ORDERS
from recsys_desktop.ingest.platforms.shop_apis import (
    SHOPIFY_API_ORDERS,
    SHOPIFY_API_PRODUCTS,
    WOOCOMMERCE_API_ORDERS,
    WOOCOMMERCE_API_PRODUCTS,
)
from recsys_desktop.ingest.platforms.shopify import (
    SHOPIFY_CUSTOMERS,
    SHOPIFY_NEW_PRODUCTS,
    SHOPIFY_ORDERS,
    SHOPIFY_PRODUCTS,
    SQUARESPACE_ORDERS,
)
from recsys_desktop.ingest.platforms.shopware import SHOPWARE_PRODUCTS
from recsys_desktop.ingest.platforms.southeast_asia import LAZADA_ORDERS, SHOPEE_ORDERS, TIKTOK_ORDERS
from recsys_desktop.ingest.platforms.square import SQUARE_LIBRARY, SQUARE_SALES
from recsys_desktop.ingest.platforms.squarespace import SQUARESPACE_PRODUCTS
from recsys_desktop.ingest.platforms.taobao import (
    TAOBAO_BEHAVIOUR,
    TAOBAO_ORDER_LINES,
    TAOBAO_ORDERS,
    TAOBAO_PRODUCTS,
    TAOBAO_SNAPSHOTS,
)
from recsys_desktop.ingest.platforms.wix import WIX_ORDERS, WIX_PRODUCTS
from recsys_desktop.ingest.platforms.woocommerce import WOOCOMMERCE_ORDERS, WOOCOMMERCE_PRODUCTS

#: In this order: the first whose signature the header holds is taken.
PLATFORMS: tuple[Platform, ...] = (
    OWN_CATALOGUE,
    OWN_BEHAVIOUR,
    OWN_LISTS,
    SHOPIFY_PRODUCTS,
    SHOPIFY_NEW_PRODUCTS,
    SHOPIFY_ORDERS,
    SHOPIFY_CUSTOMERS,
    SHOPIFY_API_PRODUCTS,
    SHOPIFY_API_ORDERS,
    WOOCOMMERCE_API_PRODUCTS,
    WOOCOMMERCE_API_ORDERS,
    WOOCOMMERCE_PRODUCTS,
    WOOCOMMERCE_ORDERS,
    MAGENTO_PRODUCTS,
    MAGENTO_ORDERS,
    PRESTASHOP_PRODUCTS,
    PRESTASHOP_LIST,
    PRESTASHOP_ORDERS,
    ETSY_LISTINGS,
    ETSY_SOLD_ITEMS,
    ETSY_SOLD_ORDERS,
    SQUARE_LIBRARY,
    SQUARE_SALES,
    WIX_PRODUCTS,
    WIX_ORDERS,
    SQUARESPACE_PRODUCTS,
    SQUARESPACE_ORDERS,
    BIGCOMMERCE_PRODUCTS,
    BIGCOMMERCE_NEW_PRODUCTS,
    OPENCART_PRODUCTS,
    ECWID_PRODUCTS,
    LOYVERSE_ITEMS,
    LOYVERSE_SALES,
    LOYVERSE_RECEIPTS,
    ONLINE_RETAIL,
    MOVIELENS_MOVIES,
    MOVIELENS_RATINGS,
    MOVIELENS_TAGS,
    MOVIELENS_LINKS,
    EBAY_LISTINGS,
    EBAY_ACTIVE_LISTINGS,
    EBAY_ORDERS,
    AMAZON_LISTINGS,
    AMAZON_ORDERS,
    AMAZON_SHIPMENTS,
    TIKTOK_ORDERS,
    SHOPEE_ORDERS,
    LAZADA_ORDERS,
    GOOGLE_MERCHANT,
    SHOPWARE_PRODUCTS,
    TAOBAO_SNAPSHOTS,
    TAOBAO_BEHAVIOUR,
    TAOBAO_PRODUCTS,
    TAOBAO_ORDERS,
    TAOBAO_ORDER_LINES,
    DOUYIN_ORDERS,
    PINDUODUO_ORDERS,
    JD_ORDERS,
    RAKUTEN_ITEMS,
    RAKUTEN_ORDERS,
    ECCUBE_PRODUCTS,
    ECCUBE_ORDERS,
    YAHOO_JAPAN_PRODUCTS,
    BASE_PRODUCTS,
    NEXT_ITEM,
    GORSE_ITEMS,
)
#: Any other table: its columns are found by their names.
GENERIC = "generic"


def recognise(header: Sequence[str]) -> Platform | None:
    """Return the platform whose export has this header, None for any other table."""
    for platform in PLATFORMS:
        if any(all(find_columns(header, all_names(names)) for names in signature) for signature in platform.signatures):
            return platform
    return None


def named_by_place(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the header with the usual names of a platform whose columns' order and cells the table has, else as it is."""
    for platform in PLATFORMS:
        for order in platform.orders_of_columns:
            if _stands_so(order, header, rows):
                return [*order.names, *header[len(order.names) :]]
    return list(header)


def is_row_of_known_form(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Return whether what was taken for the header is the first row of a well-known kind of file that has none."""
    names = [unnamed(number) for number in range(1, len(header) + 1)]
    orders = [order for platform in PLATFORMS for order in platform.orders_of_columns if order.unnamed]
    return any(_stands_so(order, names, [header]) and _stands_so(order, names, rows) for order in orders)


def _stands_so(order: ColumnOrder, header: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    if len(header) < len(order.names) or (len(header) > len(order.names) and not order.open_end):
        return False
    if order.unnamed and any(name != unnamed(number) for number, name in enumerate(header, 1)):
        return False
    for name, form in order.forms.items():
        index = order.names.index(name)
        cells = {row[index].strip() for row in rows} - {""}
        if not cells or not all(form.fullmatch(cell) for cell in cells):
            return False
    return True


def by_name(name: str) -> Platform | None:
    """Return the platform of this name, None for "generic"."""
    return next((platform for platform in PLATFORMS if platform.name == name), None)
