"""Which settings a shop's lists are made with: tried out on its own past, remembered, tried out again when the shop has grown."""

from __future__ import annotations

import time
from dataclasses import asdict, replace
from typing import Any

from recsys_desktop.domain.entities import Int64Array, InteractionArrays
from recsys_desktop.domain.progress import Progress
from recsys_desktop.engine.selection.self_fit import Budget, Choice, Step
from recsys_desktop.engine.selection.self_fit import choose as choose_settings
from recsys_desktop.engine.space_settings import SpaceSettings
from recsys_desktop.engine.text.channels import TextChannels
from recsys_desktop.engine.text.language import MOST_UNREAD
from recsys_desktop.services.encoding import unread_share
from recsys_desktop.services.shop import Shop
from recsys_desktop.settings import HALF_LIFE_DAYS

#: Where the store remembers the choice, and when it was made (seconds UTC).
_CHOICE, _CHOSEN_AT = "list_settings", "list_settings_time"
#: Behaviour that grew or shrank by more than this part may speak for other settings.
_OUTGROWN = 0.2


def current_choice(shop: Shop) -> Choice | None:
    """Return the remembered choice; None where there is none, or none that this version of the program understands."""
    stored = shop.settings.get_json(_CHOICE)
    try:
        return _read(dict(stored)) if isinstance(stored, dict) else None
    except (KeyError, TypeError, ValueError):
        return None


def choose(
    shop: Shop, item_keys: Int64Array, texts: TextChannels, behaviour: InteractionArrays, budget: Budget, progress: Progress
) -> Choice:
    """Try out what suits the shop and remember it. Raises: Cancelled; what was remembered before stays then."""
    half_life = float(shop.settings.get(HALF_LIFE_DAYS))
    choice = choose_settings(item_keys, texts, behaviour, half_life, budget, progress)
    if not any(step.part == "letters" for step in choice.steps) and (unread_share(shop) or 0.0) > MOST_UNREAD:
        # Nothing could be tried out: a catalogue that the language model does not read is compared by its letters.
        choice = replace(choice, settings=replace(choice.settings, letters_share=1.0))
    shop.settings.set_json(_CHOICE, asdict(choice))
    shop.settings.set_json(_CHOSEN_AT, int(time.time()))
    return choice


def chosen_at(shop: Shop) -> int | None:
    """Return when the remembered choice was made (seconds UTC), None where that is not known."""
    found = shop.settings.get_json(_CHOSEN_AT)
    return found if isinstance(found, int) else None


def outgrown(choice: Choice, behaviour: InteractionArrays) -> bool:
    """Tell whether the shop has changed so much since the choice that it should be made anew."""
    return abs(len(behaviour) - choice.events) > _OUTGROWN * max(choice.events, 1)


def _read(stored: dict[str, Any]) -> Choice:
    """Build the choice from JSON; a wrong shape raises KeyError, TypeError or ValueError."""
    steps = (Step(step["part"], tuple(step["results"]), int(step["taken"])) for step in stored["steps"])
    known = {"settings": SpaceSettings(**stored["settings"]), "steps": tuple(steps), "budget": Budget(stored["budget"])}
    return Choice(**{**stored, **known})
