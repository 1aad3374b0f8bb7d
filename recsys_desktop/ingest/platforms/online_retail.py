"""Order lines in the form of the UCI "Online Retail" sets, which many shops' and courses' exports copy."""

from __future__ import annotations

import re

from recsys_desktop.domain.columns import ITEM_ID, ORDER_ID, PRICE, QUANTITY, TIME, TITLE, USER_ID
from recsys_desktop.ingest.platforms.entry import Platform, SkipRule

#: Postage, manual lines, discounts, samples, charges: codes of this shop that may be products elsewhere.
_NO_PRODUCT = re.compile(r"\s*(post|dot|m|d|b|s|c2|c3|pads|cruk)\s*$", re.IGNORECASE)

ONLINE_RETAIL = Platform(
    name="online_retail",
    role="orders",
    signatures=(
        ("InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID"),
        ("Invoice", "StockCode", "Description", "Quantity", "InvoiceDate", "Price", "Customer ID"),
    ),
    columns={
        ORDER_ID: ("InvoiceNo", "Invoice"),
        ITEM_ID: ("StockCode",),
        TITLE: ("Description",),
        QUANTITY: ("Quantity",),
        TIME: ("InvoiceDate",),
        PRICE: ("UnitPrice", "Price"),
        USER_ID: ("CustomerID", "Customer ID"),
    },
    skip=(
        SkipRule("InvoiceNo", re.compile("[cC]"), "cancelled"),
        SkipRule("Invoice", re.compile("[cC]"), "cancelled"),
        SkipRule("StockCode", _NO_PRODUCT, "non_product"),
    ),
)
