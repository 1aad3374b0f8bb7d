"""In whose lists a product stands."""

from __future__ import annotations

from dataclasses import dataclass

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.services.listing.recommending import Recommender

#: Lists looked through: of the customers nearest to the product. More of them hardly hold it, and cost milliseconds each.
MOST_LISTS = 100


@dataclass(frozen=True)
class Place:
    """A customer and the rank, from 1, of the product in their list."""

    user_id: UserId
    rank: int


@dataclass(frozen=True)
class Standing:
    """The places of a product, best first, among the lists of the ``looked_at`` customers who are most likely to want it."""

    item_id: ItemId
    places: tuple[Place, ...]
    looked_at: int

    @property
    def sentence(self) -> Text:
        """What a person wants to know of it."""
        if not self.looked_at:
            return message("products", "There are no customers yet whose lists could show it.")
        if not self.places:
            return message("products", "It is in no list yet: other products suit your customers better.")
        return message("products", "It is in the lists of {count} of the {all} customers most likely to want it.").fill(
            count=len(self.places), all=self.looked_at
        )


def standing(recommender: Recommender, item_id: ItemId, k: int | None, progress: Progress) -> Standing:
    """Find a product in the lists of k products, None being as many as the rules say.

    Raises: Cancelled, RecsysError unknown_item, not_prepared.
    """
    places = []
    nearest = recommender.audience(item_id, MOST_LISTS)
    for user_id, _ in nearest:
        progress.raise_if_cancelled()
        made = recommender.recommend(user_id, k)
        places += [Place(user_id, place.rank) for place in made.items if place.item.item_id == item_id]
    return Standing(item_id, tuple(sorted(places, key=lambda place: place.rank)), len(nearest))
