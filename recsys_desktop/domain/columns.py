"""Names of columns and kinds of ids, spelled once."""

from __future__ import annotations

from typing import NewType

#: The shop's own identifiers, always text: "01234" is not 1234.
UserId = NewType("UserId", str)
ItemId = NewType("ItemId", str)
#: Integer keys of the store's rows, stable for the life of a shop file.
UserKey = NewType("UserKey", int)
ItemKey = NewType("ItemKey", int)
#: Position in the arrays of one :class:`~recsys_desktop.engine.item_space.ItemSpace`.
Row = NewType("Row", int)

ITEM_ID = "item_id"
USER_ID = "user_id"
TITLE = "title"
DESCRIPTION = "description"
CATEGORY = "category"
TAGS = "tags"
BRAND = "brand"
PRICE = "price"
CURRENCY = "currency"
STOCK = "stock"
URL = "url"
IMAGE = "image"
KIND = "kind"
VALUE = "value"
QUANTITY = "quantity"
TIME = "time"
ORDER_ID = "order_id"

#: A catalogue row's columns, in the order in which they are stored and exported.
ITEM_COLUMNS = (ITEM_ID, TITLE, DESCRIPTION, CATEGORY, TAGS, BRAND, PRICE, CURRENCY, STOCK, URL, IMAGE)
#: A behaviour row's columns.
INTERACTION_COLUMNS = (USER_ID, ITEM_ID, KIND, VALUE, QUANTITY, TIME, ORDER_ID)
