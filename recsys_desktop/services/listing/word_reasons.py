"""Which words of a product's text matter to a customer: each is left out in turn, and the text is read again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.engine.history import Float64Array
from recsys_desktop.engine.ranker import cosine_scores
from recsys_desktop.engine.text.item_text import DESCRIPTION_CHARACTERS, item_text, shorten
from recsys_desktop.engine.words import words as plain_words
from recsys_desktop.services import encoding
from recsys_desktop.services.listing.recommending import Recommender
from recsys_desktop.services.shop import Shop
from recsys_desktop.services.unknown_ids import unknown_item

if TYPE_CHECKING:
    from recsys_desktop.engine.text.encoder import TextEncoder

#: Words that are tried, in the order of the text: each costs one more reading, some tens of milliseconds.
MOST_WORDS = 40
_READING = message("why", "Reading the text without each of its words: {done} of {total}")
#: Chinese and Japanese have no blanks: they are cut into pairs of characters.
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD = re.compile(rf"[{_CJK}]{{1,2}}|[^\W_{_CJK}]+(?:['’-][^\W_{_CJK}]+)*")

_BOUGHT = message(
    "why",
    "{buyers} customers have bought it, so what they bought decides its place. By its words alone it would be in place {rank} of"
    " {total}.",
)
_NEW = message("why", "Nobody has bought it yet: its words alone decide its place.")
_SUM = message(
    "why", "One by one the {count} words make up {sum} % of what its text brings; the rest comes from words read together."
)
_AGAINST = message("why", "The words of this product do not speak for this customer.")


@dataclass(frozen=True)
class WordShare:
    """A word, and what the score of the text loses without it; below 0: the word counts against the product."""

    word: str
    change: float


@dataclass(frozen=True)
class WordReasons:
    """What the words of a text bring. ``whole`` is the score, a cosine, that the text alone gives the product for the customer.

    ``words`` are those tried, strongest first, and ``together`` is the sum of their changes: not ``whole``, as words also mean
    something beside each other.
    """

    item_id: ItemId
    words: tuple[WordShare, ...]
    whole: float
    together: float
    place: Text  # what decides the product's place: its buyers or its words
    limits: Text


def words_that_mattered(
    shop: Shop, recommender: Recommender, user_id: UserId, item_id: ItemId, progress: Progress, encoder: TextEncoder | None = None
) -> WordReasons:
    """Leave each word of a product's text out, read the text again, and see what its score for a customer loses.

    Without an ``encoder`` that of the lists' model version is loaded, which takes some seconds the first time.

    Raises: Cancelled; RecsysError unknown_user, unknown_item, not_prepared, no_words and those of the model.
    """
    item = shop.catalogue.get(item_id)
    if item is None:
        raise unknown_item(item_id)
    current = recommender.current
    tried = list(distinct_words(item))[:MOST_WORDS]
    if not tried or not current.space.texts.shape[1]:
        raise RecsysError(
            "no_words",
            message("why", "No words of {title} were read, so none can matter.").fill(title=item.title or item_id),
            message("why", "Give it a title and a description, and let the products be read."),
        )
    texts = [item_text(item), *(item_text(without(item, word)) for word in tried)]
    encoder = encoder or encoding.load_encoder(shop, current.model_version)
    vectors = current.space.read(encoder.encode(texts, progress, _READING), texts, progress)
    keys = current.space.place(vectors, progress)
    state, user = recommender.user_vector_of(user_id)
    scores = cosine_scores(keys, user.vector)
    changes = scores[0] - scores[1:]
    order = np.argsort(-np.abs(changes), kind="stable")
    shares = tuple(WordShare(tried[place], float(changes[place])) for place in order)
    row = int(np.flatnonzero(current.space.item_keys == shop.catalogue.key_of(item_id))[0])
    others = cosine_scores(current.space.keys, user.vector)
    others[state.excluded] = -np.inf
    others[row] = -np.inf
    buyers = round(float(current.space.buyers[row]))
    place = _BOUGHT.fill(buyers=buyers, rank=int((others > scores[0]).sum()) + 1, total=len(others)) if buyers else _NEW
    whole, together = float(scores[0]), float(changes.sum())
    return WordReasons(item_id, shares, whole, together, place, _limits(whole, changes))


def _limits(whole: float, changes: Float64Array) -> Text:
    return _SUM.fill(count=len(changes), sum=round(100 * float(changes.sum()) / whole)) if whole > 0 else _AGAINST


def distinct_words(item: Item) -> Iterator[str]:
    """Yield the words of the text that is read of a product, each once, as it is first written; little words are passed over."""
    known: set[str] = set()
    description = shorten(item.description, DESCRIPTION_CHARACTERS)
    for field in (item.title, item.category, item.brand, " ".join(item.tags), description):
        for found in _WORD.finditer(field):
            word = found.group()
            if word.casefold() not in known and plain_words(word):
                known.add(word.casefold())
                yield word


def without(item: Item, word: str) -> Item:
    """Return the product with a word left out of all its texts."""
    return replace(
        item,
        title=_left(item.title, word),
        category=_left(item.category, word),
        brand=_left(item.brand, word),
        tags=tuple(left for tag in item.tags if (left := _left(tag, word))),
        # what is read of a description must not begin to reach further when a word goes
        description=_left(shorten(item.description, DESCRIPTION_CHARACTERS), word),
    )


def _left(text: str, word: str) -> str:
    gone = word.casefold()
    kept = _WORD.sub(lambda found: "" if found.group().casefold() == gone else found.group(), text)
    return re.sub(r"\s+([,.;:])", r"\1", re.sub(r"\s+", " ", kept)).strip(" ,;>")
