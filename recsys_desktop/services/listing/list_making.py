"""How a shop's lists are made, in words: what was chosen for it, when, and what that brought."""

from __future__ import annotations

from dataclasses import dataclass

from recsys_desktop.domain.texts import Text
from recsys_desktop.engine.selection.wording import describe, describe_choice
from recsys_desktop.services.choosing import chosen_at, current_choice
from recsys_desktop.services.fitting import load_current
from recsys_desktop.services.shop import Shop


@dataclass(frozen=True)
class ListMaking:
    """A sentence for each part of the lists, then how these were found; ``chosen`` in seconds UTC, None where it is not known."""

    parts: tuple[Text, ...]
    found: tuple[Text, ...]
    chosen: int | None


def list_making(shop: Shop) -> ListMaking | None:
    """Return how the lists in use are made; None before the shop was prepared. Raises: RecsysError where the space is damaged."""
    current = load_current(shop)
    if current is None:
        return None
    choice = current_choice(shop)
    found = () if choice is None else describe_choice(choice)
    return ListMaking(describe(current.space.settings, current.space.collaborative), found, chosen_at(shop))
