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


@dataclass(frozen=True)
class Reason:
    """One share of a score. ``item_id`` and ``title`` name the history item; the shares of a place sum to its score."""

    kind: Literal["history", "prior", "sentence", "own"]
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
    return tuple(sorted(reasons, key=lambda reason: -reason.share))
