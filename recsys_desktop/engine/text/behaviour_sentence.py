"""What a customer did, put into one short sentence that the language model can read beside the products.

A customer and a product then meet in one space: "bought 3 candle holders; viewed lanterns; favourite: vintage" lies near
products such a customer would take, also where no other customer has bought them yet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recsys_desktop.domain.entities import Kind
from recsys_desktop.engine.text.item_text import shorten

#: Actions that are read: more would not fit, and the newest say most.
MOST_ACTIONS = 12
#: Characters of the sentence; English needs 4 to 5 a token, so this stays near 60 tokens.
MOST_CHARACTERS = 240
#: Characters of a title inside the sentence: enough to tell products apart, and five or six of them fit.
TITLE_CHARACTERS = 36

#: The words for each kind, and how much it says about what the customer prefers. A dislike is not read: naming the thing would
#: move the sentence towards it.
_WORDS = {
    Kind.PURCHASE: ("bought", 1.0),
    Kind.FAVOURITE: ("liked", 0.8),
    Kind.CART: ("put in cart", 0.6),
    Kind.RATING: ("rated", 0.5),
    Kind.CLICK: ("clicked", 0.2),
    Kind.VIEW: ("viewed", 0.1),
}


@dataclass(frozen=True)
class Action:
    """One thing a customer did: with what (its title and its group or category, "" if none), how, and how many."""

    title: str
    group: str
    kind: Kind
    quantity: float = 1.0


def behaviour_sentence(actions: Sequence[Action]) -> str:
    """Return the sentence for a customer's actions, given newest first; "" where there is nothing to say.

    The newest :data:`MOST_ACTIONS` are read. Repeats of a product become one entry with the sum of quantities, entries stand in
    the order of their newest action, and one verb serves the entries that follow each other. The favourite group stands last;
    it is kept, and older products make room for it.

    >>> behaviour_sentence([Action("Lantern", "vintage", Kind.VIEW), Action("Candle holder", "vintage", Kind.PURCHASE, 3.0)])
    'viewed Lantern; bought 3 Candle holder; favourite: vintage'
    """
    read = [action for action in actions if action.kind in _WORDS][:MOST_ACTIONS]
    favourite = _favourite_group(read)
    ending = f"favourite: {favourite}" if favourite else ""
    room = MOST_CHARACTERS - (len(ending) + 2 if ending else 0)
    phrases = _phrases(_merged(read), room)
    return "; ".join([*phrases, ending] if ending else phrases)


def _merged(actions: Iterable[Action]) -> list[tuple[Kind, str, float]]:
    """Add up the quantities of one product and kind; the order is that of the newest action."""
    quantities: dict[tuple[Kind, str], float] = {}
    for action in actions:
        title = shorten(action.title, TITLE_CHARACTERS)
        if title:
            quantities[action.kind, title] = quantities.get((action.kind, title), 0.0) + max(action.quantity, 0.0)
    return [(kind, title, quantity) for (kind, title), quantity in quantities.items()]


def _phrases(entries: Iterable[tuple[Kind, str, float]], room: int) -> list[str]:
    """Return "bought 3 a, b" phrases, as many entries as fit into ``room`` characters; the first always does."""
    phrases: list[str] = []
    last: Kind | None = None
    for kind, title, quantity in entries:
        counted = f"{quantity:.0f} {title}" if kind is Kind.PURCHASE and quantity >= 1.5 else title
        extended = f"{phrases[-1]}, {counted}" if phrases and kind is last else ""
        candidate = [*phrases[:-1], extended] if extended else [*phrases, f"{_WORDS[kind][0]} {counted}"]
        if phrases and len("; ".join(candidate)) > room:
            break
        phrases, last = candidate, kind
    return phrases


def _favourite_group(actions: Iterable[Action]) -> str:
    """Return the group with the most weight, the alphabetically first among equals; "" where no product has a group."""
    weights: Counter[str] = Counter()
    for action in actions:
        leaf = action.group.rsplit(">", 1)[-1].strip()
        if leaf:
            weights[leaf] += _WORDS[action.kind][1]  # type: ignore[assignment]  # Counter is typed for whole numbers only
    return min(weights, key=lambda group: (-weights[group], group), default="")
