"""What fills a place of a list, in words: a list is never empty, and each place says how it came about.

From what a customer did; from that in words; from what sells in the categories they like; from bestsellers; from what is new. Where
rules leave nothing they give way, one after another: rest, price, category, stock, at last what was bought already. What is hidden,
kept out or never to be shown to a customer stays away.
"""

from __future__ import annotations

from recsys_desktop.domain.texts import message
from recsys_desktop.engine.rules import Soft

FROM_HISTORY = message("reasons", "From what this customer did")
FROM_SENTENCE = message("reasons", "From this customer's behaviour in words")
FROM_POPULARITY = message("reasons", "Nothing is known of this customer yet: what sells well now")
FROM_CATEGORIES = message("reasons", "What sells well in the categories this customer likes")
FROM_PRODUCTS = message("reasons", "From the products chosen")
FROM_WISH = message("reasons", "What fits the wish")
SELLS_WELL = message("reasons", "What sells well now")
NEWEST = message("reasons", "What is new in the shop")
FIRST = message("reasons", "You put this product first")
VARIED = message("reasons", "For variety: it differs from the products above it")
LIFTED = message("reasons", "Your rules brought it into the list")
RESTED = message("reasons", "Shown to this customer lately; nothing else was left")
GIVEN_UP = {
    Soft.PRICE: message("reasons", "Outside your price band; nothing within it was left"),
    Soft.CATEGORY: message("reasons", "Outside your categories; nothing within them was left"),
    Soft.STOCK: message("reasons", "Sold out; nothing in stock was left"),
}
HAD = message("reasons", "Had before; nothing new was left")

#: What puts a product into a list beside or against its score: said on its card, where the score alone would mislead.
SPECIAL = frozenset(step.template for step in (FIRST, VARIED, LIFTED, RESTED, HAD, NEWEST, FROM_CATEGORIES, *GIVEN_UP.values()))
