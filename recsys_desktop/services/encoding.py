"""Turns products and customers' behaviour sentences into stored vectors, only where a text is new or changed."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from recsys_desktop.domain.entities import Int64Array
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.engine.text.customer_sentences import ItemWords, customer_sentences
from recsys_desktop.engine.text.item_text import item_text, text_hash
from recsys_desktop.services.behaviour import all_behaviour
from recsys_desktop.services.learning.training_time import FEWEST_READ, READING_SPEED
from recsys_desktop.services.shop import Shop

if TYPE_CHECKING:
    from recsys_desktop.engine.text.encoder import TextEncoder

#: Customers whose sentence is encoded, the most recently active first: reading more takes minutes, and a customer without a
#: stored sentence is still served from the history itself.
MOST_CUSTOMERS = 20_000

#: Where the store remembers which model version reads how much of the catalogue's letters.
_UNREAD = "unread_letters"

_LOOKING = message("encode", "Looking for new and changed products")


@dataclass(frozen=True)
class EncodeReport:
    """What an encoding did: texts read by the model, vectors still valid, and the model version they belong to."""

    encoded: int
    reused: int
    seconds: float
    model_version: int


def encode_catalogue(shop: Shop, progress: Progress, model_version: int | None = None) -> EncodeReport:
    """Encode every product whose text is new or changed since its vector was stored, for the active model version or another.

    Vectors are stored chunk by chunk: after a cancel or a crash, what was done is kept and the next call goes on from there.

    Raises: Cancelled; RecsysError where the model cannot be read.
    """
    began = time.perf_counter()
    version = shop.model_versions.active().number if model_version is None else model_version
    progress.report(0, 0, _LOOKING)
    keys, texts = catalogue_texts(shop)
    stored_keys, stored_hashes, _ = shop.vectors.load(version)
    wanted = _changed(keys, texts, stored_keys, stored_hashes)
    encoder = load_encoder(shop, version) if len(wanted) else None
    if encoder is not None:
        shop.settings.set_json(_UNREAD, {"model_version": version, "share": encoder.unread_share(_plain_texts(shop))})
    encoded, loaded = 0, time.perf_counter()
    for positions, rows in encoder.chunks([texts[row] for row in wanted], progress) if encoder else ():
        chosen = wanted[positions]
        shop.vectors.put_many(version, keys[chosen], [text_hash(texts[row]) for row in chosen], rows)
        encoded += len(chosen)
    if encoded >= FEWEST_READ:
        shop.settings.set_json(READING_SPEED, round(encoded / (time.perf_counter() - loaded), 2))
    return EncodeReport(encoded, len(keys) - len(wanted), time.perf_counter() - began, version)


def encode_sentences(shop: Shop, progress: Progress, model_version: int | None = None) -> EncodeReport:
    """Encode the behaviour sentences of the most recently active customers, where they changed; stored chunk by chunk likewise.

    Raises: Cancelled; RecsysError where the model cannot be read.
    """
    from recsys_desktop.engine.text.encoder import CUSTOMERS

    began = time.perf_counter()
    version = shop.model_versions.active().number if model_version is None else model_version
    keys, sentences = customer_sentences(all_behaviour(shop), item_words(shop), MOST_CUSTOMERS)
    stored_keys, stored_hashes, _ = shop.vectors.load_sentences(version)
    wanted = _changed(keys, sentences, stored_keys, stored_hashes)
    encoder = load_encoder(shop, version) if len(wanted) else None
    for positions, rows in encoder.chunks([sentences[row] for row in wanted], progress, CUSTOMERS) if encoder else ():
        chosen = wanted[positions]
        shop.vectors.put_sentences(version, keys[chosen], [text_hash(sentences[row]) for row in chosen], rows)
    return EncodeReport(len(wanted), len(keys) - len(wanted), time.perf_counter() - began, version)


def unread_share(shop: Shop) -> float | None:
    """Return the share of the catalogue's letters, 0 to 1, that the active model does not read; None where it was not looked at."""
    found = shop.settings.get_json(_UNREAD)
    if not isinstance(found, dict) or found.get("model_version") != shop.model_versions.active().number:
        return None
    return float(found["share"])


def load_encoder(shop: Shop, model_version: int) -> TextEncoder:
    """Load the language model of a version; the first call in a process imports torch, which takes some seconds.

    Raises: RecsysError where its files are absent, unsafe or damaged.
    """
    from recsys_desktop.engine.text.encoder import TextEncoder

    folder = shop.model_versions.get(model_version).folder
    return TextEncoder.load(shop.data_dir / Path(folder) if folder else None)


def catalogue_texts(shop: Shop) -> tuple[Int64Array, list[str]]:
    """Return the item keys (n,), ascending, and the n texts that the model reads."""
    keys, texts = [], []
    for key, item in shop.catalogue.iterate():
        keys.append(key)
        texts.append(item_text(item))
    return np.array(keys, np.int64), texts


def _plain_texts(shop: Shop) -> list[str]:
    """Return the shop's own words of each product, without the names of the fields, which are English."""
    return [f"{item.title} {item.category} {item.brand} {item.description}" for _, item in shop.catalogue.iterate()]


def item_words(shop: Shop) -> ItemWords:
    """Return what behaviour sentences call the products of the shop."""
    titles: dict[int, str] = {}
    groups: dict[int, str] = {}
    for key, item in shop.catalogue.iterate():
        titles[key] = item.title
        groups[key] = item.category
    return ItemWords(titles, groups)


def _changed(keys: Int64Array, texts: Sequence[str], stored_keys: Int64Array, stored_hashes: Sequence[str]) -> Int64Array:
    """Return the positions (m,) of texts that are not blank and whose stored hash is absent or another."""
    stored = dict(zip(stored_keys.tolist(), stored_hashes, strict=True))
    pairs = zip(keys.tolist(), texts, strict=True)
    changed = [row for row, (key, text) in enumerate(pairs) if text.strip() and stored.get(key) != text_hash(text)]
    return np.array(changed, np.int64)
