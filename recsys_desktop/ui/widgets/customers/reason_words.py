"""Reasons as one line of a card: how much each one weighs, and the strongest ones in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from recsys_desktop.ui.texts import words

if TYPE_CHECKING:
    from recsys_desktop.services.listing.reasons import Reason
    from recsys_desktop.services.listing.recommending import Recommendation

_MOST_NAMED = 3
#: A reason that brings less than this part of a score is not named on a card; the table behind "Why this?" has them all.
_LEAST_NAMED = 0.05


def why_here(place: Recommendation) -> str:
    """Return what put a product into the list where its score did not, then the strongest reasons."""
    if place.special is None:
        return because(place.reasons)
    others = because([reason for reason in place.reasons if reason.kind != "rule"])  # the rule is named already
    return " · ".join(part for part in (words(place.special), others) if part)


def because(reasons: Sequence[Reason]) -> str:
    """Return the strongest reasons in words: "Because of Recipe box · Jam making set · Sells well now"."""
    named = _named(reasons)
    if not named:
        return ""
    return " · ".join([words(named[0].text), *(_short(reason) for reason in named[1:])])


def weights(reasons: Sequence[Reason]) -> tuple[list[float], float]:
    """Return for a share bar the parts of the reasons named, and the part of all the others; together 1, or 0 without any."""
    total = sum(reason.share for reason in reasons if reason.share > 0)
    if total <= 0:
        return [], 0.0
    parts = [reason.share / total for reason in _named(reasons)]
    return parts, 1.0 - sum(parts)


def _named(reasons: Sequence[Reason]) -> list[Reason]:
    positive = [reason for reason in reasons if reason.share > 0]
    least = _LEAST_NAMED * sum(reason.share for reason in positive)
    known = [reason for reason in positive if reason.kind != "history" or reason.title]
    return [reason for reason in sorted(known, key=lambda reason: -reason.share) if reason.share >= least][:_MOST_NAMED]


def _short(reason: Reason) -> str:
    return reason.title if reason.kind == "history" else words(reason.text)
