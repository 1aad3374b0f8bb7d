"""The sources that fill lists: a customer's vector first, then what sells in the categories they like, bestsellers, what is new."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import numpy as np

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Int64Array
from recsys_desktop.domain.texts import Text
from recsys_desktop.engine.explain import ShareMaker
from recsys_desktop.engine.history import Float64Array
from recsys_desktop.engine.item_space import ItemSpace
from recsys_desktop.engine.profile import UserVector
from recsys_desktop.engine.ranker import cosine_scores, exact_cosines
from recsys_desktop.engine.rules import ItemFacts, Mask
from recsys_desktop.services.listing import list_steps
from recsys_desktop.services.listing.filling import Source
from recsys_desktop.services.listing.reasons import Reason, new, reasons_of, selling

Titles = Callable[[], Sequence[tuple[ItemId, str]]]


def from_vector(
    space: ItemSpace, user: UserVector, rows: Int64Array, weights: Float64Array, titles: Titles, members: Mask | None = None
) -> Source:
    """Rank by the cosine with a customer's vector; ``rows`` and ``weights`` (m,) are its history, ``titles`` those of the rows."""
    shares = ShareMaker(space, rows, weights, user)
    return Source(
        np.ones(len(space), np.bool_) if members is None else members,
        cosine_scores(space.keys, user.vector, user.own),
        lambda row: reasons_of(shares.of(row), titles()),
        _step_of,
        lambda candidates: exact_cosines(space.keys, user.vector, candidates, user.own),
    )


def from_categories(facts: ItemFacts, categories: Collection[str], popularity: Float64Array) -> Source:
    """Rank what sells, by ``popularity`` (n,) from 0 to 1, in the categories that a customer likes."""
    named = np.array([name in categories and bool(name) for name in facts.category_names], np.bool_)
    return _selling(named[facts.categories] & (popularity > 0), popularity, list_steps.FROM_CATEGORIES)


def from_bestsellers(popularity: Float64Array) -> Source:
    """Rank what sells, by ``popularity`` (n,) from 0 to 1."""
    return _selling(popularity > 0, popularity, list_steps.SELLS_WELL)


def from_newest(item_keys: Int64Array) -> Source:
    """Rank by when products came into the shop: the newest has the score 1."""
    newness = np.empty(len(item_keys))
    newness[np.argsort(item_keys, kind="stable")] = np.arange(1, len(item_keys) + 1) / max(len(item_keys), 1)
    return Source(np.ones(len(item_keys), np.bool_), newness, lambda row: new(float(newness[row])), lambda _: list_steps.NEWEST)


def _selling(members: Mask, popularity: Float64Array, step: Text) -> Source:
    return Source(members, popularity, lambda row: selling(float(popularity[row])), lambda _: step)


def _step_of(reasons: Sequence[Reason]) -> Text:
    """Name what brought most of a score."""
    sums = dict.fromkeys(("prior", "sentence", "history"), 0.0)
    for reason in reasons:
        sums["history" if reason.kind == "own" else reason.kind] += reason.share
    steps = {
        "history": list_steps.FROM_HISTORY,
        "sentence": list_steps.FROM_SENTENCE,
        "prior": list_steps.SELLS_WELL,
    }
    return steps[max(sums, key=lambda kind: sums[kind])]
