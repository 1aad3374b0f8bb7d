"""What a shop consists of: items, what users did, what staff said about a list, and the models that learnt from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from recsys_desktop.domain.columns import ItemId, UserId

Float32Array = NDArray[np.float32]
Int64Array = NDArray[np.int64]

#: Stands for "no time known" in integer time arrays (times are seconds since 1970 UTC).
NO_TIME = -1


class Kind(IntEnum):
    """What a user did with an item. The integers are stored: never renumber."""

    VIEW = 1
    CLICK = 2
    FAVOURITE = 3
    RATING = 4
    CART = 5
    PURCHASE = 6
    DISLIKE = 7

    @property
    def word(self) -> str:
        """The lower-case word used in files and on the command line."""
        return self.name.lower()


class FeedbackKind(IntEnum):
    """What staff said about a recommendation. The integers are stored: never renumber."""

    CLICK = 1
    LIKE = 2
    RATING = 3
    BOUGHT = 4
    NOT_FOR_USER = 5
    NEVER_SHOW = 6
    NO_INTEREST = 7

    @property
    def word(self) -> str:
        """The word used on the command line: click, like, rating, bought, not_for_user, never_show, no_interest."""
        return self.name.lower()


#: What each feedback counts as once it joins the user's history. NEVER_SHOW hides the item for this user and is a dislike too.
#: NO_INTEREST, the "no" to a question, counts as :data:`NEUTRAL_STARS`: it keeps the item off the list and says nothing of taste.
KIND_OF_FEEDBACK = {
    FeedbackKind.CLICK: Kind.CLICK,
    FeedbackKind.LIKE: Kind.FAVOURITE,
    FeedbackKind.RATING: Kind.RATING,
    FeedbackKind.BOUGHT: Kind.PURCHASE,
    FeedbackKind.NOT_FOR_USER: Kind.DISLIKE,
    FeedbackKind.NEVER_SHOW: Kind.DISLIKE,
    FeedbackKind.NO_INTEREST: Kind.RATING,
}
#: Stars at which a rating speaks neither for nor against an item.
NEUTRAL_STARS = 3.0


@dataclass(frozen=True)
class Item:
    """A product of the catalogue. ``price`` is in ``currency`` units; ``stock`` is None where the shop does not say."""

    item_id: ItemId
    title: str
    description: str = ""
    category: str = ""  # a path is written "Home > Kitchen"
    tags: tuple[str, ...] = ()
    brand: str = ""
    price: float | None = None
    currency: str = ""
    stock: int | None = None
    url: str = ""
    image: str = ""


@dataclass(frozen=True)
class Interaction:
    """One thing a user did. ``value`` is stars (0.5 to 5) for a rating; ``time`` is seconds since 1970 UTC or None."""

    user_id: UserId
    item_id: ItemId
    kind: Kind
    value: float | None = None
    quantity: float = 1.0
    time: int | None = None
    order_id: str = ""


@dataclass(frozen=True)
class Feedback:
    """One confirmed answer of the staff; ``retracted`` once it was undone. ``value`` is stars 1 to 5 for a rating."""

    feedback_id: int
    user_id: UserId
    item_id: ItemId
    kind: FeedbackKind
    value: float | None
    time: int
    model_version: int
    retracted: bool = False


@dataclass(frozen=True)
class InteractionArrays:
    """All behaviour as parallel arrays of length m, feedback included, ordered by (user, time, insertion)."""

    user_keys: Int64Array  # (m,) keys of the store's user rows
    item_keys: Int64Array  # (m,) keys of the store's item rows
    kinds: NDArray[np.int8]  # (m,) Kind values
    values: Float32Array  # (m,) stars for ratings, NaN where there is none
    quantities: Float32Array  # (m,)
    times: Int64Array  # (m,) seconds since 1970 UTC, NO_TIME where unknown

    def __len__(self) -> int:
        return len(self.user_keys)

    def select(self, chosen: NDArray[np.bool_] | Int64Array) -> InteractionArrays:
        """Return the rows named by a boolean mask or an index array."""
        return InteractionArrays(
            self.user_keys[chosen],
            self.item_keys[chosen],
            self.kinds[chosen],
            self.values[chosen],
            self.quantities[chosen],
            self.times[chosen],
        )


@dataclass(frozen=True)
class ModelVersion:
    """A language model this shop can rank with. Number 1 is the bundled one, never deleted; ``folder`` is "" for it."""

    number: int
    name: str
    folder: str
    parent: int | None
    created: int
    active: bool
    metrics: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class CurvePoint:
    """One point of a training's curves: ``curve`` is "loss", "recall@10" or "ndcg@10"; ``step`` counts optimiser steps."""

    curve: str
    step: int
    value: float
