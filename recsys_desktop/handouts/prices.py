"""Prices as a letter or a page shows them, the same on every computer."""

from __future__ import annotations

from recsys_desktop.domain.currencies import SIGNS, WHOLE_UNITS
from recsys_desktop.domain.entities import Item


def price_text(item: Item) -> str:
    """Return the price with its sign, "" where the shop does not say.

    >>> price_text(Item("a", "Mug", price=4.5, currency="GBP")), price_text(Item("a", "Mug", price=1200.0, currency="SEK"))
    ('£4.50', '1200.00 SEK')
    """
    if item.price is None:
        return ""
    code = item.currency.strip()
    amount = f"{item.price:.{0 if code.upper() in WHOLE_UNITS else 2}f}"
    sign = SIGNS.get(code.upper(), code if len(code) == 1 else "")
    return f"{sign}{amount}" if sign else f"{amount} {code}".rstrip()
