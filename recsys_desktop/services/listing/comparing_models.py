"""One customer's list by two model versions, side by side, without changing which of them is in use."""

from __future__ import annotations

from dataclasses import dataclass

from recsys_desktop.domain.columns import UserId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.rules import STANDARD
from recsys_desktop.engine.fitting import fit_space
from recsys_desktop.engine.text.channels import TextChannels
from recsys_desktop.services.encoding import encode_catalogue
from recsys_desktop.services.fitting import CurrentSpace, catalogue_words, stored_texts, text_channels
from recsys_desktop.services.listing.recommending import RecommendationList, Recommender
from recsys_desktop.services.shop import Shop


@dataclass(frozen=True)
class Pair:
    """A product of either list, with its ranks from 1; None where it stands only in the other list."""

    item: Item
    ours: int | None
    theirs: int | None


@dataclass(frozen=True)
class Comparison:
    """The lists of the version in use (``ours``) and of version ``number`` (``theirs``), under the same rules."""

    user_id: UserId
    number: int
    ours: RecommendationList
    theirs: RecommendationList

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The products of both lists: those of ours in order, then what stands only in theirs."""
        mine = {place.item.item_id: place.rank for place in self.ours.items}
        other = {place.item.item_id: place.rank for place in self.theirs.items}
        first = [Pair(place.item, place.rank, other.get(place.item.item_id)) for place in self.ours.items]
        return (*first, *(Pair(place.item, None, place.rank) for place in self.theirs.items if place.item.item_id not in mine))

    @property
    def shared(self) -> int:
        """How many products stand in both lists."""
        return sum(pair.ours is not None and pair.theirs is not None for pair in self.pairs)


class OtherModels:
    """The lists of another version than the one in use: fitted once, kept in memory, the one asked for last."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._kept: tuple[CurrentSpace, int, Recommender] | None = None

    def prepare(self, recommender: Recommender, number: int, progress: Progress) -> None:
        """Make what lists of version ``number`` are made of: exactly what going back to it would make, but not put to use.

        Its model is loaded only where products are new or changed since it last read them. Raises: Cancelled, RecsysError.
        """
        current = recommender.current
        encode_catalogue(self._shop, progress, number)
        keys, titles, categories = catalogue_words(self._shop)
        settings = current.space.settings
        if settings.letters_share > 0:
            texts = text_channels(self._shop, number, keys, progress)
        else:
            texts = TextChannels.of_model(stored_texts(self._shop, number, keys), len(keys))
        behaviour = self._shop.interactions.load()
        space = fit_space(keys, texts, titles, categories, behaviour, current.now, settings, progress)
        self._kept = (current, number, Recommender(self._shop, CurrentSpace(space, number, current.now)))

    def compare(self, recommender: Recommender, number: int, user_id: UserId, scenario: str = STANDARD) -> Comparison | None:
        """Return a customer's lists by both versions; None where the other's were not made yet, or ours were made anew since.

        Raises: RecsysError unknown_user, unknown_scenario, not_prepared.
        """
        if self._kept is None or self._kept[0] is not recommender.current or self._kept[1] != number:
            return None
        ours = recommender.recommend(user_id, scenario=scenario)
        return Comparison(user_id, number, ours, self._kept[2].recommend(user_id, scenario=scenario))
