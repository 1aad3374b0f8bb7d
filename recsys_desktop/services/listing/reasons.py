"""The shares of a score as reasons that a person can read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.engine.explain import Shares

_LIKED = message("reasons", "Because of {title}")
_DISLIKED = message("reasons", "Less because of {title}, which they did not like")
_POPULAR = message("reasons", "Sells well now")
_AGAIN = message("reasons", "Bought before, and often bought again")
_SENTENCE = message("reasons", "Fits what they did, in words")
_MORE = message("reasons", "Your rules recommend it more")
_LESS = message("reasons", "Your rules recommend it less")
_COMMON = message("reasons", "Suits nearly everybody; your rules prefer what others are not shown")
_SELLS = message("reasons", "Sells well")
_NEW = message("reasons", "New in the shop")


@dataclass(frozen=True)
class Reason:
    """One share of a score. ``item_id`` and ``title`` name the history item; the shares of a place sum to its score.

    The share of a "rule" is what the shop's own rules add or take away.
    """

    kind: Literal["history", "prior", "sentence", "own", "rule"]
    item_id: ItemId | None
    title: str
    share: float
    text: Text


def reasons_of(parts: Shares, titles: Sequence[tuple[ItemId, str]]) -> tuple[Reason, ...]:
    """Return all reasons, largest share first; ``titles`` name the history items in the order of ``parts.history``.

    None is left out, however small: only all of them sum to the score.
    """
    reasons = [
        Reason("history", item_id, title, float(share), (_LIKED if share >= 0 else _DISLIKED).fill(title=title))
        for share, (item_id, title) in zip(parts.history, titles, strict=True)
    ]
    reasons.append(Reason("prior", None, "", parts.prior, _POPULAR))
    reasons.append(Reason("sentence", None, "", parts.sentence, _SENTENCE))
    if parts.own:
        reasons.append(Reason("own", None, "", parts.own, _AGAIN))
    return largest_first(reasons)


def rule_reasons(boost: float, tail: float) -> list[Reason]:
    """Return what rules add to a score; nothing where they add nothing."""
    reasons = []
    if boost:
        reasons.append(Reason("rule", None, "", boost, _MORE if boost > 0 else _LESS))
    if tail:
        reasons.append(Reason("rule", None, "", tail, _COMMON))
    return reasons


def selling(share: float) -> tuple[Reason, ...]:
    """Return the one reason of a product that stands in a list because it sells."""
    return (Reason("prior", None, "", share, _SELLS),)


def new(share: float) -> tuple[Reason, ...]:
    """Return the one reason of a product that stands in a list because it is new."""
    return (Reason("prior", None, "", share, _NEW),)


def largest_first(reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    """Return the reasons by their shares."""
    return tuple(sorted(reasons, key=lambda reason: -reason.share))
