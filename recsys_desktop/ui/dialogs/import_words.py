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
    ":": message("import", "colons"),
    " ": message("import", "blanks"),
    "": message("import", "cells"),
}
#: Files whose cells no character separates.
KINDS: dict[str, Text] = {
    "spreadsheet": message("import", "Spreadsheet"),
    "json": message("import", "JSON"),
    "xml": message("import", "XML"),
    "html": message("import", "Table of a web page"),
}
#: What cells may stand in, so that a delimiter within them separates nothing.
QUOTES: tuple[tuple[str, Text], ...] = (
    ('"', message("import", 'Double: "cell"')),
    ("'", message("import", "Single: 'cell'")),
    ("", message("import", "None")),
)
#: Whether the day stands before the month.
DATE_ORDERS: tuple[tuple[bool, Text], ...] = (
    (True, message("import", "Day first: 31/12/2018")),
    (False, message("import", "Month first: 12/31/2018")),
)
#: Whether a comma stands before the decimals.
DECIMALS: tuple[tuple[bool, Text], ...] = (
    (False, message("import", "Point: 12.50")),
    (True, message("import", "Comma: 12,50")),
)
ROLES: tuple[tuple[str, Text], ...] = (
    ("catalogue", message("import", "Products")),
    ("behaviour", message("import", "What customers did")),
    ("orders", message("import", "Orders with products")),
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


def encoding_name(encoding: str) -> Text:
    """Return what an encoding is called; one without words of its own by Python's name."""
    return dict(ENCODINGS).get(encoding, message("import", "{name}").fill(name=encoding))


def delimiter_name(delimiter: str) -> Text:
    """Return what cells are separated by."""
    return DELIMITERS.get(delimiter, message("import", "the character {sign}").fill(sign=delimiter))
