"""Products typed in by hand: read by the language model and placed among the others at once, without a new fit."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass, replace

import numpy as np

from recsys_desktop.domain.columns import BRAND, CATEGORY, CURRENCY, ItemId, ItemKey
from recsys_desktop.domain.entities import Float32Array, Item
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.engine.history import rows_of
from recsys_desktop.engine.item_space import ItemSpace
from recsys_desktop.engine.text.item_text import item_text, text_hash
from recsys_desktop.services import encoding
from recsys_desktop.services.fitting import CurrentSpace, load_current, swap_in
from recsys_desktop.services.imports.leaving_items import take_out, without
from recsys_desktop.services.shop import Shop
from recsys_desktop.services.unknown_ids import unknown_item

#: Categories and brands offered while one types; what a shop has more of is found by typing on.
_MOST_OFFERED = 2_000
#: An id that ends in digits: what stands before them, and the digits.
_NUMBERED = re.compile(r"(.*?)(\d+)$", re.DOTALL)
_FIRST_ID = "N-1"
#: Where the store remembers the ids of the products typed in by hand.
_ADDED = "products_added_by_hand"
_PLACING = message("products", "Finding the product's place among the others")


@dataclass(frozen=True)
class Suggestions:
    """What a new product may be given: an id that is free, the shop's categories and brands, the commonest first, its currency."""

    item_id: ItemId
    categories: tuple[str, ...]
    brands: tuple[str, ...]
    currency: str


def suggestions(shop: Shop) -> Suggestions:
    """Read what the shop's other products suggest for the next one."""
    currency = shop.catalogue.common_values(CURRENCY, 1)
    return Suggestions(
        next_id(shop.catalogue.keys()[1]),
        tuple(shop.catalogue.common_values(CATEGORY, _MOST_OFFERED)),
        tuple(shop.catalogue.common_values(BRAND, _MOST_OFFERED)),
        currency[0] if currency else "",
    )


def next_id(taken: list[ItemId]) -> ItemId:
    """Return a free id in the manner of those taken: the commonest beginning, and a number one above the highest after it.

    >>> next_id([ItemId("P-008"), ItemId("P-009"), ItemId("gift")])
    'P-010'
    >>> next_id([])
    'N-1'
    """
    numbered = [found.groups() for item_id in taken if (found := _NUMBERED.fullmatch(item_id))]
    if not numbered:
        return _free(_FIRST_ID[:-1], 1, 1, taken)
    beginning, _ = Counter(before for before, _ in numbered).most_common(1)[0]
    digits = max((digits for before, digits in numbered if before == beginning), key=int)
    return _free(beginning, int(digits) + 1, len(digits), taken)


def add_product(shop: Shop, item: Item, progress: Progress) -> bool:
    """Store a product that is not in the shop yet, with its vector and its place; return whether it can be listed now.

    It cannot before the shop was prepared for the first time; then it is only stored, and preparing reads it.

    Raises: Cancelled, or RecsysError product_incomplete, product_id_taken and those of the language model; nothing is stored then.
    """
    check(item)
    if shop.catalogue.key_of(item.item_id) is not None:
        raise RecsysError(
            "product_id_taken",
            message("products", "There is already a product with the number {id}.").fill(id=item.item_id),
            message("products", "Choose another number, for example {free}.").fill(free=next_id(shop.catalogue.keys()[1])),
        )
    placed_now = _store(shop, item, progress)
    _remember(shop, {*_remembered(shop), item.item_id})
    return placed_now


def change_product(shop: Shop, item: Item, progress: Progress) -> bool:
    """Replace all that is known of a product; return whether it can be listed now.

    One without buyers is placed anew by its words; one with buyers keeps the place that they gave it.

    Raises: Cancelled, or RecsysError unknown_item, product_incomplete and those of the language model; nothing is changed then.
    """
    check(item)
    if shop.catalogue.key_of(item.item_id) is None:
        raise unknown_item(item.item_id)
    return _store(shop, item, progress)


def remove_product(shop: Shop, item_id: ItemId, progress: Progress) -> None:
    """Take a product out of the shop that nobody has bought, looked at or judged.

    Raises: RecsysError unknown_item, product_in_use.
    """
    progress.raise_if_cancelled()
    key = shop.catalogue.key_of(item_id)
    if key is None:
        raise unknown_item(item_id)
    if shop.catalogue.is_used(item_id):
        raise RecsysError(
            "product_in_use",
            message("products", "Product {id} stays: customers have bought, looked at or judged it.").fill(id=item_id),
            message("products", "Set its stock to 0 if it is no longer sold."),
        )
    shop.catalogue.remove(item_id)
    _remember(shop, _remembered(shop) - {item_id})
    take_out(shop, [key])


def newcomers(shop: Shop, space: ItemSpace) -> frozenset[ItemId]:
    """Return the products typed in by hand that had no buyers when the space was fitted."""
    keys = [(item_id, shop.catalogue.key_of(item_id)) for item_id in _remembered(shop)]
    rows = rows_of(space.item_keys, np.array([-1 if key is None else key for _, key in keys], np.int64))
    return frozenset(item_id for (item_id, _), row in zip(keys, rows, strict=True) if row >= 0 and not space.warm[row])


def check(item: Item) -> None:
    """Raise RecsysError product_incomplete where a product lacks what lists cannot do without."""
    if not item.item_id.strip():
        raise _incomplete("number")
    if not item.title.strip():
        raise _incomplete("title")
    if item.price is not None and not (math.isfinite(item.price) and item.price >= 0):
        raise _incomplete("price")


def _store(shop: Shop, item: Item, progress: Progress) -> bool:
    """Read the text first: where that fails, nothing was stored."""
    current = load_current(shop)
    text = item_text(item)
    vector = None if current is None else _vector(shop, current, text, progress)
    progress.report(0, 1, _PLACING)
    with shop.database.atomic():
        shop.catalogue.upsert([item])
        key = shop.catalogue.key_of(item.item_id)
        assert key is not None
        if current is not None and vector is not None:
            shop.vectors.put_many(current.model_version, np.array([key], np.int64), [text_hash(text)], vector)
    if current is not None and vector is not None:
        read = current.space.read(vector, [text], progress)
        swap_in(shop, placed(current.space, key, read, progress), current.model_version, current.now)
    progress.report(1, 1, _PLACING)
    return vector is not None


def placed(space: ItemSpace, key: ItemKey, text: Float32Array, progress: Progress) -> ItemSpace:
    """Return the space with the item at the place of its unit text (1, e); an item with buyers stays where it is."""
    (row,) = rows_of(space.item_keys, np.array([key], np.int64))
    if row >= 0 and space.warm[row]:
        texts = np.array(space.texts)
        texts[row] = text[0]
        return replace(space, texts=texts)
    return without(space, [key]).with_new_items(np.array([key], np.int64), text, progress)


def _vector(shop: Shop, current: CurrentSpace, text: str, progress: Progress) -> Float32Array | None:
    """Return the unit text (1, e) in the model of the space; None where that space knows no texts."""
    if not current.space.texts.shape[1]:
        return None
    return encoding.load_encoder(shop, current.model_version).encode([text], progress)


def _remembered(shop: Shop) -> set[ItemId]:
    found = shop.settings.get_json(_ADDED)
    return {ItemId(str(item_id)) for item_id in found} if isinstance(found, list) else set()


def _remember(shop: Shop, added: set[ItemId]) -> None:
    shop.settings.set_json(_ADDED, sorted(added))


def _free(beginning: str, number: int, digits: int, taken: list[ItemId]) -> ItemId:
    used = set(taken)
    while (candidate := ItemId(f"{beginning}{number:0{digits}d}")) in used:
        number += 1
    return candidate


def _incomplete(what: str) -> RecsysError:
    messages = {
        "number": message("products", "The product needs a number."),
        "title": message("products", "The product needs a title."),
        "price": message("products", "The price is not an amount."),
    }
    return RecsysError("product_incomplete", messages[what], message("products", "Nothing was stored; fill it in and try again."))
