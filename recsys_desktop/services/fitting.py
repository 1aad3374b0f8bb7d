"""Fits the item space of a shop and keeps it beside the store, so that lists stand before the language model is loaded."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from recsys_desktop.domain.entities import Float32Array, Int64Array
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.engine.fitting import fit_space
from recsys_desktop.engine.history import rows_of
from recsys_desktop.engine.item_space import ItemSpace
from recsys_desktop.engine.selection.self_fit import Budget, Choice
from recsys_desktop.engine.text.channels import TextChannels
from recsys_desktop.engine.text.letters import RANK as LETTERS_WIDTH
from recsys_desktop.engine.text.letters import fit_letters
from recsys_desktop.services.choosing import choose, current_choice, outgrown
from recsys_desktop.services.encoding import EncodeReport, catalogue_texts, encode_catalogue, encode_sentences
from recsys_desktop.services.shop import Shop

#: Where the store names the space in use: {"folder", "model_version", "now", "behaviour"}.
_CURRENT = "item_space"
_SAVING = message("fit", "Saving the prepared lists")


@dataclass(frozen=True)
class CurrentSpace:
    """The space in use, the model version whose vectors it holds, and the shop's latest time when it was fitted."""

    space: ItemSpace
    model_version: int
    now: int


@dataclass(frozen=True)
class FitReport:
    """A finished fit: products, those of them with buyers, groups of products, how long it took, and what lists are made with."""

    seconds: float
    items: int
    warm: int
    groups: int
    choice: Choice


@dataclass(frozen=True)
class PrepareReport:
    """What :func:`prepare` did: products read, the fit, then customers' sentences."""

    catalogue: EncodeReport
    fit: FitReport
    sentences: EncodeReport


def prepare(shop: Shop, progress: Progress) -> PrepareReport:
    """Bring everything lists are made of up to date.

    Products first, then the fit, which is published as a partial result: lists stand from then on, while customers' sentences,
    the slower part, are still being read.

    Raises: Cancelled (what was read so far is kept), RecsysError.
    """
    catalogue = encode_catalogue(shop, progress)
    fitted = fit(shop, progress)
    progress.publish(fitted)
    return PrepareReport(catalogue, fitted, encode_sentences(shop, progress))


def fit(shop: Shop, progress: Progress, model_version: int | None = None, budget: Budget | None = None) -> FitReport:
    """Fit the space of the active model version to all behaviour and swap it in at one stroke.

    With another ``model_version`` that version becomes the active one in the same transaction. Which settings suit the shop is
    tried out within ``budget``; without one, those remembered are used, and tried out quickly when the shop has outgrown them.

    Feedback is not fitted: it acts at once, through the customers' histories.

    Raises: Cancelled; the space in use before stays in use then.
    """
    began = time.perf_counter()
    version = shop.model_versions.active().number if model_version is None else model_version
    now = shop_time(shop)
    keys, titles, categories = catalogue_words(shop)
    behaviour = shop.interactions.load()
    known = current_choice(shop) if budget is None else None
    if known is not None and outgrown(known, behaviour):
        known = None
    if known is not None and known.settings.letters_share == 0:  # reading letters that play no part would be in vain
        texts = TextChannels.of_model(stored_texts(shop, version, keys), len(keys))
    else:
        texts = text_channels(shop, version, keys, progress)
    choice = known or choose(shop, keys, texts, behaviour, budget or Budget.QUICK, progress)
    space = fit_space(keys, texts, titles, categories, behaviour, now, choice.settings, progress)
    progress.report(0, 1, _SAVING)
    swap_in(shop, space, version, now)
    progress.report(1, 1, _SAVING)
    return FitReport(time.perf_counter() - began, len(space), int(space.warm.sum()), len(space.group_names), choice)


def load_current(shop: Shop) -> CurrentSpace | None:
    """Return the space in use, memory-mapped, or None where the shop was never prepared.

    Raises: RecsysError no_item_space where its files are damaged.
    """
    current = shop.settings.get_json(_CURRENT)
    if not isinstance(current, dict):
        return None
    space = ItemSpace.load(shop.spaces_dir / str(current["folder"]))
    return CurrentSpace(space, int(current["model_version"]), int(current["now"]))


def current_folder(shop: Shop) -> Path | None:
    """Return the folder of the space in use, None where the shop was never prepared; what is kept in it goes when it goes."""
    current = shop.settings.get_json(_CURRENT)
    return shop.spaces_dir / str(current["folder"]) if isinstance(current, dict) else None


def shop_time(shop: Shop) -> int:
    """Return what "now" means for decay and trend: the time of the newest behaviour, the clock's where none has a time."""
    last = shop.interactions.last_time()
    return int(time.time()) if last is None else last


def stored_texts(shop: Shop, model_version: int, keys: Int64Array) -> Float32Array | None:
    """Return the text vectors (n, e) of the items ``keys`` (n,), zero rows where one is missing; None where none is stored."""
    stored_keys, _, matrix = shop.vectors.load(model_version)
    if not len(stored_keys):
        return None
    rows = rows_of(stored_keys, keys)
    texts = np.zeros((len(keys), matrix.shape[1]), np.float32)
    texts[rows >= 0] = matrix[rows[rows >= 0]]
    return texts


def text_channels(shop: Shop, model_version: int, keys: Int64Array, progress: Progress) -> TextChannels:
    """Return the texts of the items ``keys`` (n,) as the language model and as their letters have them. Raises: Cancelled."""
    known, texts = catalogue_texts(shop)
    reader = fit_letters(texts, LETTERS_WIDTH, 0, progress)
    rows = rows_of(known, keys)
    letters = reader.vectors([texts[row] for row in rows], progress)
    return replace(TextChannels.of_model(stored_texts(shop, model_version, keys), len(keys)), letters=letters, reader=reader)


def catalogue_words(shop: Shop) -> tuple[Int64Array, list[str], list[str]]:
    """Return keys (n,), titles and category paths of all products, ordered by key."""
    keys, titles, categories = [], [], []
    for key, item in shop.catalogue.iterate():
        keys.append(key)
        titles.append(item.title)
        categories.append(item.category)
    return np.array(keys, np.int64), titles, categories


def swap_in(shop: Shop, space: ItemSpace, version: int, now: int) -> None:
    """Save under a new name, point the store at it in one transaction, then drop what nothing points at any more."""
    name = f"v{version}-{time.time_ns()}"
    shop.spaces_dir.mkdir(parents=True, exist_ok=True)
    space.save(shop.spaces_dir / name)
    previous = shop.settings.get_json(_CURRENT)
    with shop.database.atomic():
        shop.model_versions.activate(version)
        shop.settings.set_json(_CURRENT, {"folder": name, "model_version": version, "now": now})
    kept = {name, str(previous["folder"]) if isinstance(previous, dict) else ""}
    for folder in shop.spaces_dir.iterdir():
        # The one before stays: lists being made from it at this moment still read its files.
        if folder.name not in kept:
            shutil.rmtree(folder, ignore_errors=True)
