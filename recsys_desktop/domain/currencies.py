"""The signs of the currencies that shops name by code."""

from __future__ import annotations

#: Any other code is written as it is.
SIGNS = {"GBP": "£", "EUR": "€", "USD": "$", "CNY": "¥", "RMB": "¥", "JPY": "¥", "KRW": "₩", "INR": "₹", "RUB": "₽"}
#: Currencies whose prices have no smaller units.
WHOLE_UNITS = frozenset({"JPY", "KRW"})
