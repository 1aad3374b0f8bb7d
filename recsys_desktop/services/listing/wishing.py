"""A wish in words, such as "gift for a gardener", and the products that come nearest to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from recsys_desktop.domain.columns import UserId
from recsys_desktop.domain.entities import Float32Array, Int64Array
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.rules import STANDARD
from recsys_desktop.domain.texts import message
from recsys_desktop.engine.explain import shares
from recsys_desktop.engine.history import Float64Array
from recsys_desktop.engine.item_space import ItemSpace
from recsys_desktop.engine.ranker import cosine_scores
from recsys_desktop.engine.text.language import MOST_UNREAD
from recsys_desktop.engine.text.letters import RANK, Letters, fit_letters
from recsys_desktop.services import encoding
from recsys_desktop.services.listing.reasons import Reason, reasons_of
from recsys_desktop.services.listing.recommending import RecommendationList, Recommender
from recsys_desktop.services.shop import Shop

if TYPE_CHECKING:
    from recsys_desktop.engine.text.encoder import TextEncoder

#: What a customer's own taste counts beside a wish: enough to choose among what fits, too little to bring in what does not.
TASTE = 0.25
#: A wish is a sentence, not a letter to the editor: further characters are not read.
LONGEST = 300

#: Chinese words of a wish that tell of the giving, not of the thing: by letters they would find what is "for friends who love
#: stars" where tea was asked for. Longer ones first.
_GIVING = re.compile("送给|想要|想买|适合|喜欢|热爱|爱好者|爱好|的朋友|朋友们|朋友|礼物|礼品|一个|一份|一件|的人|[给送爱的人]")
#: The last two coordinates of a key are popularity and pad.
_NO_TASTE = -2

_READING = message("wish", "Reading the wish")
_FITS = message("wish", "Fits the wish")
_FOR_ALL = message("wish", "For the wish “{wish}”, whoever it is for")
_FOR_CUSTOMER = message("wish", "For the wish “{wish}” and this customer's taste")


@dataclass(frozen=True)
class Wish:
    """A wish that was read: ``fits`` (n,) is how well each of the products ``item_keys`` (n,) fits it, as a cosine."""

    text: str
    item_keys: Int64Array
    fits: Float64Array
    by_letters: bool  # the language model does not read it, so it was compared letter by letter


class WishReader:
    """Reads wishes. The language model is loaded at the first one and kept: the next is read in milliseconds."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._encoder: tuple[int, TextEncoder] | None = None
        self._letters: tuple[ItemSpace, Letters, Float32Array] | None = None

    def read(self, text: str, recommender: Recommender, progress: Progress) -> Wish:
        """Read a wish. Raises: Cancelled, RecsysError wish_empty, wish_not_understood, not_prepared and those of the model."""
        said = " ".join(text.split())[:LONGEST]
        if not any(letter.isalnum() for letter in said):
            raise RecsysError(
                "wish_empty",
                message("wish", "A wish needs words."),
                message("wish", "Write what is wanted, for example “gift for a gardener”."),
            )
        progress.report(0, 0, _READING)
        current = recommender.current
        encoder = self._encoder_of(current.model_version)
        space = current.space
        if not space.texts.shape[1] or encoder.unread_share([said]) > MOST_UNREAD:
            return self._by_letters(said, space, progress)
        vectors = space.read(encoder.encode([said], progress), [said], progress)
        return Wish(said, np.asarray(space.item_keys), fits_of(space, vectors, progress), by_letters=False)

    def _by_letters(self, said: str, space: ItemSpace, progress: Progress) -> Wish:
        """Compare letters: also a shop whose lists do not count them has them read once, at the first such wish."""
        if self._letters is None or self._letters[0] is not space:
            keys, texts = encoding.catalogue_texts(self._shop)
            text_of = dict(zip(keys.tolist(), texts, strict=True))
            ordered = [text_of.get(key, "") for key in space.item_keys.tolist()]
            reader = fit_letters(ordered, RANK, 0, progress)
            self._letters = (space, reader, reader.vectors(ordered, progress))
        _, reader, known = self._letters
        asked = _GIVING.sub(" ", said).strip() or said
        vector = reader.vectors([asked], progress)[0] if reader.width else np.zeros(0, np.float32)
        if not vector.any():
            raise RecsysError(
                "wish_not_understood",
                message("wish", "None of the words of “{wish}” stands in your catalogue.").fill(wish=said),
                message("wish", "Try words that describe the products themselves."),
            )
        return Wish(said, np.asarray(space.item_keys), (known @ vector).astype(np.float64), by_letters=True)

    def _encoder_of(self, model_version: int) -> TextEncoder:
        if self._encoder is None or self._encoder[0] != model_version:
            self._encoder = (model_version, encoding.load_encoder(self._shop, model_version))
        return self._encoder[1]


def fits_of(space: ItemSpace, texts: Float32Array, progress: Progress) -> Float64Array:
    """Return how well each item (n,) fits one text (1, w) as the space compares them, as a cosine.

    It is the mean of two exact cosines: of the words, and with the place that a new product of such words would get among those
    that the same customers buy. Words alone miss what goes together with a gardener's things; the places alone stray from what was
    asked for. How well something sells plays no part.
    """
    words: Float64Array = (np.asarray(space.texts) @ texts[0]).astype(np.float64)
    place = space.place(texts, progress)[0, :_NO_TASTE].astype(np.float64)
    tastes = np.asarray(space.keys)[:, :_NO_TASTE]
    lengths = np.sqrt(np.einsum("nd,nd->n", tastes, tastes, dtype=np.float64)) * (float(np.linalg.norm(place)) or 1.0)
    places = np.divide(tastes @ place, lengths, out=np.zeros(len(tastes)), where=lengths > 0)
    mean: Float64Array = (words + places) / 2
    return mean


def grant(recommender: Recommender, wish: Wish, user_id: UserId | None, scenario: str = STANDARD) -> RecommendationList | None:
    """Return what fits a wish best: for one customer, whose taste then counts a quarter, or for anyone.

    The rules of the scenario hold, but for what they lift or put first. The shares of each place sum to its score. None where the
    products have changed since the wish was read: it must be read again.

    Raises: RecsysError unknown_user, unknown_scenario, not_prepared.
    """
    space = recommender.current.space
    if not np.array_equal(space.item_keys, wish.item_keys):
        return None
    if user_id is None:
        made = recommender.rank(wish.fits, lambda row: (_fit(wish, 1.0, row),), None, scenario=scenario)
        return replace(made, step=_FOR_ALL.fill(wish=wish.text))
    state, user = recommender.user_vector_of(user_id)
    tastes = cosine_scores(space.keys, user.vector, user.own)
    titles = recommender.titles_of(state.rows)

    def reasons(row: int) -> tuple[Reason, ...]:
        own = reasons_of(shares(space, state.rows, state.weights, user, row), titles)
        both = [_fit(wish, 1 - TASTE, row), *(replace(reason, share=TASTE * reason.share) for reason in own)]
        return tuple(sorted(both, key=lambda reason: -reason.share))

    made = recommender.rank((1 - TASTE) * wish.fits + TASTE * tastes, reasons, user_id, scenario=scenario)
    return replace(made, step=_FOR_CUSTOMER.fill(wish=wish.text))


def _fit(wish: Wish, weight: float, row: int) -> Reason:
    return Reason("sentence", None, "", weight * float(wish.fits[row]), _FITS)
