"""Cuts a shop's behaviour into what the encoder learns from, what stops its training, and what judges it.

Two cuts at once. In time: TRAIN < t1 <= VALIDATION < t2 <= GATE, so that nothing learnt from comes after anything judged; by lot
instead, each customer's products going to one part or another, where no times are known or hardly anybody came back in those weeks.
In products: some are played as new, and their behaviour is never learnt from. They are the same ones in every training of a shop,
picked by their keys, so that no model version has an advantage over another by having learnt from them before; those that stop
a training are not those that judge it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recsys_desktop.domain.entities import NO_TIME, Int64Array, InteractionArrays
from recsys_desktop.engine.evaluation import TimeSplit, time_split
from recsys_desktop.engine.lots import lot_of, lots_of_pairs

_DAY = 86_400
#: A window of four weeks evens out weekdays and paydays; a shop with less than five of them gives tenths of its behaviour.
WINDOW_DAYS = 28
_FEWEST_WINDOWS = 5
_WINDOW_SHARE = 0.1
#: With fewer customers than this who came back in a part, it tells nothing, and behaviour is cut by lot.
_FEWEST_RETURNING = 50
#: Percent of the products that are played as new: to judge a training, and to stop it.
GATE_PERCENT, VALIDATION_PERCENT = 20, 10


@dataclass(frozen=True)
class Slices:
    """The parts of a shop's behaviour.

    ``train`` holds no event on a product played as new. ``validation`` and ``gate`` are splits as
    :func:`~recsys_desktop.engine.evaluation.time_split` makes them, over all products; ``gate.fit`` is TRAIN and VALIDATION.
    """

    train: InteractionArrays
    validation: TimeSplit
    gate: TimeSplit
    validation_items: Int64Array  # (v,) item keys played as new, ascending
    gate_items: Int64Array  # (g,) likewise, none in common
    by_time: bool  # False: each customer's behaviour was cut by lot


def slice_behaviour(events: InteractionArrays, feedback: InteractionArrays) -> Slices:
    """Cut behaviour ordered by (user, time); see the module's text. Events on which no time is known join TRAIN.

    Products that staff gave an answer about are not played as new, because all answers are learnt from. What they answered about
    one customer and product does not judge either.
    """
    by_time = bool((events.times != NO_TIME).mean() > 0.5) if len(events) else False
    validation, gate = _by_time(events) if by_time else _by_lot(events)
    if by_time and min(_returning(validation), _returning(gate)) < _FEWEST_RETURNING:
        by_time, (validation, gate) = False, _by_lot(events)
    active = np.setdiff1d(events.item_keys, feedback.item_keys)
    lots = lot_of(active)
    gate_items = active[lots < GATE_PERCENT]
    validation_items = active[(lots >= GATE_PERCENT) & (lots < GATE_PERCENT + VALIDATION_PERCENT)]
    learnt = ~np.isin(validation.fit.item_keys, np.r_[gate_items, validation_items])
    return Slices(
        validation.fit.select(learnt),
        _unanswered(validation, feedback),
        _unanswered(gate, feedback),
        validation_items,
        gate_items,
        by_time,
    )


def _by_time(events: InteractionArrays) -> tuple[TimeSplit, TimeSplit]:
    known = events.times[events.times != NO_TIME]
    end, window = int(known.max()) + 1, WINDOW_DAYS * _DAY
    if end - int(known.min()) >= _FEWEST_WINDOWS * window:
        second, first = end - window, end - 2 * window
    else:
        second, first = (int(np.quantile(known, 1.0 - share)) for share in (_WINDOW_SHARE, 2 * _WINDOW_SHARE))
    return time_split(events, first, second), time_split(events, second)


def _returning(split: TimeSplit) -> int:
    """Count the customers of the later part who are known from before."""
    return len(np.intersect1d(split.later.user_keys, split.fit.user_keys))


def _by_lot(events: InteractionArrays) -> tuple[TimeSplit, TimeSplit]:
    """Give each pair of a customer and a product to TRAIN, VALIDATION or GATE, 80:10:10, always the same way."""
    lots = lots_of_pairs(events.user_keys, events.item_keys) / 100
    fit, middle = lots < 1 - 2 * _WINDOW_SHARE, lots < 1 - _WINDOW_SHARE
    return _split(events, fit, middle & ~fit), _split(events, middle, ~middle)


def _split(events: InteractionArrays, fit: NDArray[np.bool_], later: NDArray[np.bool_]) -> TimeSplit:
    return TimeSplit(int(events.times.max(initial=NO_TIME)) + 1, events.select(fit), events.select(later))


def _unanswered(split: TimeSplit, feedback: InteractionArrays) -> TimeSplit:
    """Leave out of the later part what a customer did with a product that staff gave an answer about."""
    width = np.int64(max(split.later.item_keys.max(initial=0), feedback.item_keys.max(initial=0)) + 1)
    judged = split.later.user_keys * width + split.later.item_keys
    answered = feedback.user_keys * width + feedback.item_keys
    return TimeSplit(split.time, split.fit, split.later.select(~np.isin(judged, answered)))
