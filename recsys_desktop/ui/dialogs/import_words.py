"""What the import window calls encodings, delimiters, columns and what a file holds."""

from __future__ import annotations

from recsys_desktop.domain import columns as c
from recsys_desktop.domain.texts import Text, message

#: Shown in this order; the value is Python's name.
ENCODINGS: tuple[tuple[str, Text], ...] = (
    ("utf-8", message("import", "UTF-8")),
    ("utf-8-sig", message("import", "UTF-8 with byte order mark")),
    ("gb18030", message("import", "GB18030 / GBK (Simplified Chinese)")),
    ("big5", message("import", "Big5 (Traditional Chinese)")),
    ("utf-16", message("import", 'UTF-16 (Excel "Unicode text")')),
    ("cp1252", message("import", "Windows-1252 (Western Europe)")),
    ("shift_jis", message("import", "Shift JIS (Japanese)")),
    ("euc_kr", message("import", "EUC-KR (Korean)")),
    ("cp1251", message("import", "Windows-1251 (Cyrillic)")),
)
DELIMITERS: dict[str, Text] = {
    ",": message("import", "commas"),
    ";": message("import", "semicolons"),
    "\t": message("import", "tabs"),
    "|": message("import", "vertical bars"),
    "": message("import", "cells"),
}
ROLES: tuple[tuple[str, Text], ...] = (
    ("catalogue", message("import", "Products")),
    ("behaviour", message("import", "What customers did")),
    ("orders", message("import", "Orders with product names")),
)
#: Every field a column can be mapped to, in the order of the drop-downs: what says most first.
FIELDS: tuple[tuple[str, Text], ...] = (
    (c.ITEM_ID, message("import", "Product number")),
    (c.TITLE, message("import", "Product name")),
    (c.USER_ID, message("import", "Customer")),
    (c.KIND, message("import", "What they did")),
    (c.TIME, message("import", "Time")),
    (c.QUANTITY, message("import", "Quantity")),
    (c.VALUE, message("import", "Rating")),
    (c.ORDER_ID, message("import", "Order number")),
    (c.DESCRIPTION, message("import", "Description")),
    (c.CATEGORY, message("import", "Category")),
    (c.TAGS, message("import", "Tags")),
    (c.BRAND, message("import", "Brand")),
    (c.PRICE, message("import", "Price")),
    (c.CURRENCY, message("import", "Currency")),
    (c.STOCK, message("import", "Stock")),
    (c.URL, message("import", "Web address")),
    (c.IMAGE, message("import", "Picture")),
)
PLATFORMS: dict[str, Text] = {
    "online_retail": message("import", "Order lines (Online Retail)"),
    "etsy_listings": message("import", "Etsy listings"),
    "etsy_sold_items": message("import", "Etsy sold items"),
    "movielens_movies": message("import", "MovieLens films"),
    "movielens_ratings": message("import", "MovieLens ratings"),
    "movielens_tags": message("import", "MovieLens tags"),
    "movielens_links": message("import", "MovieLens links"),
    "woocommerce_products": message("import", "WooCommerce products"),
    "taobao_snapshots": message("import", "Taobao products"),
    "shopify_products": message("import", "Shopify products"),
    "shopify_products_new": message("import", "Shopify products"),
    "shopify_orders": message("import", "Shopify orders"),
}


def encoding_name(encoding: str) -> Text:
    """Return what an encoding is called; one without words of its own by Python's name."""
    if encoding == "xlsx":
        return message("import", "Spreadsheet")
    return dict(ENCODINGS).get(encoding, message("import", "{name}").fill(name=encoding))


def delimiter_name(delimiter: str) -> Text:
    """Return what cells are separated by."""
    return DELIMITERS.get(delimiter, message("import", "the character {sign}").fill(sign=delimiter))


def platform_name(platform: str) -> Text | None:
    """Return where a file comes from, None where its columns name no platform."""
    return PLATFORMS.get(platform)
