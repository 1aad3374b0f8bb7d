"""What shops write where a number in stock stands."""

from __future__ import annotations

import re

from recsys_desktop.ingest.cleaning.caching import UNREADABLE, UnreadableValue
from recsys_desktop.ingest.cleaning.numbers import parse_number

#: The stock of what never runs out, or is not counted. No shop holds so many of one thing, and several of them still add up.
ENDLESS = 10**15
_SOME = (
    r"in[\W_]?stock|available|unlimited|yes|y|true|on[\W_]?backorder|backorder|pre[\W_]?order|有货|有貨|現貨|在庫あり|auf lager"
    r"|lieferbar|vorrätig|en stock|disponible|disponibile|in magazzino|em estoque|op voorraad|dostępny|w magazynie|в наличии"
)
_NONE = (
    r"out[\W_]?of[\W_]?stock|unavailable|sold[\W_]?out|discontinued|no|n|false|无货|無貨|缺货|售罄|在庫なし|品切れ|ausverkauft"
    r"|nicht vorrätig|épuisé|rupture|agotado|esaurito|esgotado|uitverkocht|brak|niedostępny|нет в наличии"
)
_SOME_WORD, _NO_WORD = re.compile(_SOME, re.IGNORECASE), re.compile(_NONE, re.IGNORECASE)


def in_stock(text: str) -> float | UnreadableValue | None:
    """Return the number in stock; ENDLESS where a word says there is some, 0 where one says there is none, None: nobody says.

    >>> in_stock("12"), in_stock("In Stock") == ENDLESS, in_stock("OutOfStock"), in_stock("")
    (12.0, True, 0.0, None)
    """
    number = parse_number(text)
    if number is not UNREADABLE:
        return number
    word = text.strip()
    if _SOME_WORD.fullmatch(word):
        return float(ENDLESS)
    return 0.0 if _NO_WORD.fullmatch(word) else UNREADABLE
