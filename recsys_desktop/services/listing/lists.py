"""What a recommender hands out."""

from __future__ import annotations

from dataclasses import dataclass

from recsys_desktop.domain.columns import UserId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.texts import Text
from recsys_desktop.services.listing.list_steps import FROM_HISTORY, SPECIAL
from recsys_desktop.services.listing.reasons import Reason


@dataclass(frozen=True)
class Recommendation:
    """One place of a list. ``score`` is a cosine, -1 to 1, and what rules add to it; the reasons' shares sum to it.

    A product that stands first or for variety keeps its own score, so scores need not fall along a list.
    """

    rank: int  # from 1
    item: Item
    score: float
    reasons: tuple[Reason, ...]  # largest share first
    step: Text = FROM_HISTORY  # what filled this place

    @property
    def special(self) -> Text | None:
        """What put the product here beside or against its score, such as a rule; None where its score did."""
        return self.step if self.step.template in SPECIAL else None


@dataclass(frozen=True)
class RecommendationList:
    """A customer's list, the model version that made it, and the step that filled most of it."""

    user_id: UserId
    model_version: int
    items: tuple[Recommendation, ...]
    step: Text


@dataclass(frozen=True)
class SimilarItem:
    """A product like another one; ``score`` is a mean cosine, -1 to 1."""

    rank: int
    item: Item
    score: float


@dataclass(frozen=True)
class Counterfactual:
    """Where a product stands, and where it would stand without one thing the customer did (ranks from 1)."""

    rank: int
    rank_without: int
