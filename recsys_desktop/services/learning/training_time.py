"""How long the next training will take, from what this computer was measured to do with this shop."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from recsys_desktop.domain.texts import Text, message
from recsys_desktop.services.shop import Shop
from recsys_desktop.store.runs import Run

#: Where the store remembers how many product texts the language model read in a second, on this computer.
READING_SPEED = "reading_speed"
#: Fewer texts than this say little about speed.
FEWEST_READ = 32
#: A training looks at so many products at most, so many a step, and takes so many steps a round at least.
_MOST_ITEMS, _ITEMS_A_STEP, _FEWEST_STEPS = 6_000, 150, 8
#: Rounds after which it ends: as soon as four in a row brought nothing, or for good.
_FEWEST_ROUNDS, _MOST_ROUNDS = 5, 16
#: Measured on the sample shop: a step costs as much as reading so many texts; texts prepared for learning are so much cheaper
#: than read ones; and what is done besides takes so many seconds, more where there is more behaviour to replay.
_STEP_TEXTS, _PREPARED_A_READ, _BESIDES, _EVENTS_A_SECOND = 30.0, 6.0, 5.0, 20_000.0
#: How far a training of the same shop may be off the last one.
_SPREAD = 0.35
_MINUTES_FROM = 90


@dataclass(frozen=True)
class TrainingTime:
    """Seconds from ``low`` to ``high``; ``trained`` says whether a training of this shop was measured, or reading only."""

    low: float
    high: float
    trained: bool

    @property
    def sentence(self) -> Text:
        """What a person wants to know before pressing the button."""
        low, high = _counted(self.low), _counted(self.high)
        if low == high:
            span = _duration(high)
        elif low[1]:
            span = message("training", "{low} to {high} minutes").fill(low=low[0], high=high[0])
        elif high[1]:
            span = message("training", "{low} seconds to {high} minutes").fill(low=low[0], high=high[0])
        else:
            span = message("training", "{low} to {high} seconds").fill(low=low[0], high=high[0])
        if self.trained:
            return message("training", "It takes about {span}, judging by the last time; you can go on working.").fill(span=span)
        return message(
            "training", "It takes about {span}, judging by how fast this computer read your products; you can go on working."
        ).fill(span=span)


def work_of(shop: Shop) -> dict[str, int]:
    """Return what the length of a training goes by: products, and things customers did."""
    return {"items": shop.catalogue.count(), "events": shop.interactions.count()}


def training_time(shop: Shop, last: Run | None) -> TrainingTime | None:
    """Return how long the next training will take; None where nothing was measured. ``last`` is the latest that was judged."""
    work = work_of(shop)
    if last is not None and last.finished is not None and isinstance(last.result.get("work"), Mapping):
        return _like_the_last(work, last.result["work"], float(max(1, last.finished - last.started)))
    speed = shop.settings.get_json(READING_SPEED)
    if not isinstance(speed, (int, float)) or speed <= 0:
        return None
    items = min(work["items"], _MOST_ITEMS)
    round_ = max(_FEWEST_STEPS, items / _ITEMS_A_STEP) * _STEP_TEXTS / speed
    fixed = _BESIDES + 2 * items / (_PREPARED_A_READ * speed) + work["items"] / speed + work["events"] / _EVENTS_A_SECOND
    return TrainingTime(fixed + _FEWEST_ROUNDS * round_, fixed + _MOST_ROUNDS * round_, trained=False)


def _like_the_last(work: Mapping[str, int], before: object, seconds: float) -> TrainingTime:
    """Scale the last training by how much the shop has grown."""
    assert isinstance(before, Mapping)
    growth = [now / max(1, int(before.get(name, now))) for name, now in work.items()]
    expected = seconds * sum(growth) / len(growth)
    return TrainingTime(expected * (1 - _SPREAD), expected * (1 + _SPREAD), trained=True)


def _counted(seconds: float) -> tuple[int, bool]:
    """Return a rounded number, and whether it counts minutes rather than seconds.

    >>> _counted(31.2), _counted(7.0), _counted(100.0)
    ((30, False), (5, False), (2, True))
    """
    if seconds < _MINUTES_FROM:
        return max(5, 5 * round(seconds / 5)), False
    return round(seconds / 60), True


def _duration(counted: tuple[int, bool]) -> Text:
    number, minutes = counted
    if minutes:
        return message("training", "{minutes} min").fill(minutes=number)
    return message("training", "{seconds} s").fill(seconds=number)
