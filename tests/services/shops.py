"""Small shops for tests, prepared without a language model: words are hashed into vectors."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Float32Array, Interaction, Item, Kind
from recsys_desktop.domain.progress import Progress
from recsys_desktop.engine.text.item_text import item_text, text_hash
from recsys_desktop.services.fitting import fit
from recsys_desktop.services.shop import Shop, open_shop
from recsys_desktop.store.staging import Staging

#: 2026-01-01 00:00 UTC, the first day of every small shop.
START = 1_767_225_600
DAY = 86_400
WIDTH = 32
GARDEN = ("Clay pot", "Hand trowel", "Watering can", "Seed box", "Plant label", "Garden twine")
KITCHEN = ("Tea towel", "Oven glove", "Jam jar", "Rolling pin", "Cake tin", "Egg cup")


def items() -> list[Item]:
    """Twelve products: six garden things g0 to g5, six kitchen things k0 to k5, priced 1.00 to 12.00."""
    titled = [(f"g{n}", title, "Garden") for n, title in enumerate(GARDEN)]
    titled += [(f"k{n}", title, "Kitchen") for n, title in enumerate(KITCHEN)]
    return [
        Item(ItemId(item_id), title, category=category, price=float(number + 1), currency="GBP")
        for number, (item_id, title, category) in enumerate(titled)
    ]


def interactions() -> Iterator[Interaction]:
    """Sixty customers: u00 to u29 buy garden things, u30 to u59 kitchen things, one a week for five weeks.

    In week w customer u buys the product (u + w) mod 6 of the shelf and so leaves (u + 5) mod 6 out; every product sells evenly.
    """
    for user in range(60):
        shelf = "g" if user < 30 else "k"
        for week in range(5):
            time = START + 7 * DAY * week + 60 * user
            item = ItemId(f"{shelf}{(user + week) % 6}")
            yield Interaction(UserId(f"u{user:02d}"), item, Kind.PURCHASE, None, 1.0, time, f"o{user}-{week}")


def hashed_vectors(texts: list[str]) -> Float32Array:
    """Return unit rows (n, 32) in which texts with common words are alike."""
    vectors = np.zeros((len(texts), WIDTH), np.float32)
    for row, text in enumerate(texts):
        for word in text.lower().split():
            vectors[row] += np.random.default_rng(zlib.crc32(word.encode())).standard_normal(WIDTH)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return (vectors / np.where(lengths > 0, lengths, 1.0)).astype(np.float32)


class HashedEncoder:
    """Stands for the language model: texts with common words are alike."""

    def encode(self, texts: list[str], progress: Progress) -> Float32Array:
        """Return unit rows (n, 32). Raises: Cancelled."""
        progress.raise_if_cancelled()
        return hashed_vectors(texts)


def filled_shop(folder: Path) -> Shop:
    """Return an open shop with the twelve products and sixty customers, not prepared."""
    shop = open_shop(folder)
    with Staging(shop.database) as staging:
        staging.add_items(items())
        staging.add_interactions(list(interactions()))
        staging.merge(Progress())
    return shop


def store_vectors(shop: Shop) -> None:
    """Store hashed vectors of all products for the active model version."""
    pairs = list(shop.catalogue.iterate())
    texts = [item_text(item) for _, item in pairs]
    keys = np.array([key for key, _ in pairs], np.int64)
    shop.vectors.put_many(shop.model_versions.active().number, keys, [text_hash(text) for text in texts], hashed_vectors(texts))


def prepared_shop(folder: Path) -> Shop:
    """Return the filled shop, ready to recommend."""
    shop = filled_shop(folder)
    store_vectors(shop)
    fit(shop, Progress())
    return shop
