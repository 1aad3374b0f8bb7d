"""What a product's words are worth in this shop, measured: known products are treated as new ones with more or less text."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from recsys_desktop.domain.entities import Float32Array, Int64Array, Item
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.engine.history import Histories, rows_of
from recsys_desktop.engine.item_space import ItemSpace, placing_of
from recsys_desktop.engine.placing import Placing
from recsys_desktop.engine.profile import user_vectors
from recsys_desktop.engine.text.faults import is_code, is_thin
from recsys_desktop.engine.text.item_text import item_text
from recsys_desktop.engine.words import words
from recsys_desktop.services.behaviour import all_behaviour
from recsys_desktop.services.encoding import load_encoder
from recsys_desktop.services.fitting import CurrentSpace, load_current
from recsys_desktop.services.shop import Shop
from recsys_desktop.settings import HALF_LIFE_DAYS

#: Products treated as new, at least and at most, and the customers each must have for its place to be judged.
_FEWEST_ITEMS, _MOST_ITEMS, _FEWEST_BUYERS = 20, 200, 3
#: The part of the customers that a campaign would write to.
_TENTH = 0.1
_FEW_WORDS = 2
_MEASURING = message("text_coach", "Measuring what words are worth")


@dataclass(frozen=True)
class TextGain:
    """Of the customers who did buy a product, the share found in the likeliest tenth, had it been new; chance finds a tenth."""

    items: int
    buyers: int
    full: float  # with its whole text
    two_words: float  # with the first two words of its title
    code: float  # with its number only

    @property
    def sentence(self) -> Text:
        """The figures in words."""
        return message(
            "text_coach",
            "Measured on {items} of your products, treated as if they were new: with their whole text, {full} of 100 buyers are "
            "among the likeliest tenth of customers; with two words, {two_words}; with a number only, {code}. Picking at random "
            "would find 10.",
        ).fill(items=self.items, full=round(100 * self.full), two_words=round(100 * self.two_words), code=round(100 * self.code))


def measure_gain(shop: Shop, progress: Progress) -> TextGain | None:
    """Measure it; None where the shop has too few products with customers and a text. The language model reads up to 600 texts.

    The products measured take no part: where texts belong is learnt from the others, and customers' vectors are made without them.

    Raises: Cancelled, RecsysError where the language model cannot be read.
    """
    current = load_current(shop)
    if current is None or current.space.placing is None:
        return None
    items = {int(key): item for key, item in shop.catalogue.iterate()}
    rows = _measured(current.space, items)
    if len(rows) < _FEWEST_ITEMS:
        return None
    progress.report(0, 0, _MEASURING)
    left_out = current.space.item_keys[rows]
    histories, customers = _customers_without(shop, current, left_out)
    buyers = _buyers(shop, current, histories, rows)
    learnt = replace(current.space, placing=_placing_without(current.space, rows, progress))
    chosen = [items[int(key)] for key in left_out]
    found = [_found(learnt, customers, buyers, _read(shop, current, texts, progress), progress) for texts in _versions(chosen)]
    return TextGain(len(rows), sum(map(len, buyers)), *found)


def _measured(space: ItemSpace, items: dict[int, Item]) -> Int64Array:
    """Return rows of products with customers and a full text, evenly chosen; at most a fifth, so that the others can teach."""
    enough = [
        row
        for row in np.flatnonzero(space.buyers >= _FEWEST_BUYERS).tolist()
        if (item := items.get(int(space.item_keys[row]))) is not None and not is_code(item) and not is_thin(item)
    ]
    step = max(5, -(-len(enough) // _MOST_ITEMS))
    return np.array(enough[::step], np.int64)


def _versions(items: list[Item]) -> tuple[list[str], list[str], list[str]]:
    full = [item_text(item) for item in items]
    two_words = [item_text(Item(item.item_id, " ".join(words(item.title)[:_FEW_WORDS]))) for item in items]
    return full, two_words, [item_text(Item(item.item_id, item.item_id)) for item in items]


def _customers_without(shop: Shop, current: CurrentSpace, left_out: Int64Array) -> tuple[Histories, Float32Array]:
    """Return the customers' histories and unit vectors (u, d) without what they did with the products left out."""
    behaviour = all_behaviour(shop)
    space = current.space
    kept = behaviour.select(rows_of(left_out, behaviour.item_keys) < 0)
    fading = space.settings.fading(float(shop.settings.get(HALF_LIFE_DAYS)))
    histories = Histories.from_arrays(kept, space.item_keys, current.now, fading)
    vectors = user_vectors(space, histories)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return histories, (vectors / np.where(lengths > 0, lengths, 1.0)).astype(np.float32)


def _buyers(shop: Shop, current: CurrentSpace, histories: Histories, rows: Int64Array) -> list[Int64Array]:
    """Return for each product the positions of those of its customers of whom anything else is known."""
    behaviour = shop.interactions.load()
    return [
        np.unique(histories.positions(behaviour.user_keys[behaviour.item_keys == key]))
        for key in current.space.item_keys[rows].tolist()
    ]


def _placing_without(space: ItemSpace, rows: Int64Array, progress: Progress) -> Placing:
    buyers = np.array(space.buyers)
    buyers[rows] = 0
    return placing_of(space.keys[:, :-1], space.queries, space.texts, buyers, progress)


def _read(shop: Shop, current: CurrentSpace, texts: list[str], progress: Progress) -> Float32Array:
    vectors = load_encoder(shop, current.model_version).encode(texts, progress)
    return current.space.read(vectors, texts, progress)


def _found(space: ItemSpace, customers: Float32Array, buyers: list[Int64Array], texts: Float32Array, progress: Progress) -> float:
    keys = space.place(texts, progress)
    shares = []
    for key, own in zip(keys, buyers, strict=True):
        progress.raise_if_cancelled()
        known = own[own >= 0]
        if len(known):
            scores = customers @ key
            bound = np.quantile(scores, 1 - _TENTH)
            shares.append(float((scores[known] > bound).mean()))
    return float(np.mean(shares)) if shares else 0.0
