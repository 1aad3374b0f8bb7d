"""What is counted of a shop before advice is given."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from recsys_desktop.domain.entities import NO_TIME, Int64Array, InteractionArrays, Item
from recsys_desktop.engine.evaluation import TimeSplit, new_targets
from recsys_desktop.engine.events import Events
from recsys_desktop.engine.selection.folds import make_folds
from recsys_desktop.engine.text.item_text import item_text
from recsys_desktop.services.choosing import current_choice
from recsys_desktop.services.encoding import unread_share
from recsys_desktop.services.shop import Shop

#: Letters below which a text says hardly anything; a Chinese character says as much as three Latin letters.
_THIN_LETTERS, _LETTERS_OF_A_CHARACTER = 8, 3
_FIRST_CJK = "\u2e80"
_EVERYONE = 1_000_000_000


@dataclass(frozen=True)
class Facts:
    """What is counted of a shop. ``returning`` customers have two products or more.

    ``judges`` are customers whose latest purchases can tell two ways of making lists apart, ``by_time`` whether the calendar chose
    them; ``pupils`` those who can show that the language model has learnt something. ``follows_season`` is what the last fit found.
    """

    items: int
    read: int  # products whose words the language model has read
    untitled: int
    thin: int
    undescribed: int
    uncategorised: int
    alike: int  # products whose words are those of another one
    events: int
    undated: int
    customers: int
    returning: int
    judges: int
    by_time: bool
    pupils: int
    follows_season: bool | None = None  # None: not tried out yet
    unread: float | None = None  # share of the letters that the language model does not read; None: not looked at yet
    by_letters: bool = False  # whether texts are compared by their letters, too


def facts_of(shop: Shop) -> Facts:
    """Count what advice needs."""
    pairs = list(shop.catalogue.iterate())
    items = [item for _, item in pairs]
    keys = np.array([key for key, _ in pairs], np.int64)
    events = shop.interactions.load()
    folds = make_folds(events, keys, 1, _EVERYONE)
    choice = current_choice(shop)
    texts = Counter(item_text(item) for item in items)
    return Facts(
        items=len(items),
        read=len(shop.vectors.load(shop.model_versions.active().number)[0]),
        untitled=sum(not item.title or item.title == item.item_id for item in items),
        thin=sum(_letters(item) < _THIN_LETTERS for item in items),
        undescribed=sum(not item.description.strip() for item in items),
        uncategorised=sum(not item.category.strip() for item in items),
        alike=sum(count for text, count in texts.items() if text and count > 1),
        events=len(events),
        undated=int((events.times == NO_TIME).sum()),
        customers=len(np.unique(events.user_keys)),
        returning=int((np.diff(Events.of(events, keys).matrix(len(keys)).indptr) >= 2).sum()),
        judges=folds.customers,
        by_time=folds.by_time,
        pupils=_pupils(events, shop.feedback.load(), keys),
        follows_season=choice.settings.trend_power > 0 if choice is not None and choice.steps else None,
        unread=unread_share(shop),
        by_letters=choice is not None and choice.settings.letters_share > 0,
    )


def pupils_of(shop: Shop) -> int:
    """Return how many customers could show that the language model has learnt something; see :class:`Facts`."""
    return _pupils(shop.interactions.load(), shop.feedback.load(), shop.catalogue.keys()[0])


def _letters(item: Item) -> int:
    """Count what an item's words say, in Latin letters."""
    words = f"{item.title}{item.category}{item.brand}{item.description}{''.join(item.tags)}"
    return sum(_LETTERS_OF_A_CHARACTER if letter >= _FIRST_CJK else 1 for letter in words if letter.isalpha())


def _pupils(events: InteractionArrays, feedback: InteractionArrays, keys: Int64Array) -> int:
    """Return how many customers could stop a training and judge it, the fewer of the two, as the trainer asks."""
    from recsys_desktop.engine.training.slices import slice_behaviour

    if not len(events):
        return 0
    slices = slice_behaviour(events, feedback)
    return min(
        len(new_targets(slices.gate, keys)),
        _judges(slices.gate, slices.gate_items),
        _judges(slices.validation, slices.validation_items),
    )


def _judges(split: TimeSplit, item_keys: Int64Array) -> int:
    """Return the customers known by other products who took one of ``item_keys`` (m,), which are played as new."""
    fit = split.fit.select(~np.isin(split.fit.item_keys, item_keys))
    known = np.isin(split.later.item_keys, item_keys) & np.isin(split.later.user_keys, fit.user_keys)
    return len(new_targets(TimeSplit(split.time, fit, split.later.select(known)), item_keys))
