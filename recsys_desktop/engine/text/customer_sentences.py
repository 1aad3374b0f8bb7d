"""Behaviour sentences of many customers, from behaviour as arrays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from recsys_desktop.domain.entities import NEUTRAL_STARS, Int64Array, InteractionArrays, Kind
from recsys_desktop.engine.text.behaviour_sentence import MOST_ACTIONS, Action, behaviour_sentence


@dataclass(frozen=True)
class ItemWords:
    """What a sentence calls each product, by the store's item key; a key that is absent is passed over."""

    titles: Mapping[int, str]
    groups: Mapping[int, str]  # category path or group name; absent or "" for none


def sentence_of_slice(events: InteractionArrays, start: int, stop: int, words: ItemWords) -> str:
    """Return the sentence for ``events[start:stop]``, one customer's behaviour, oldest first; only its end is read.

    It tells of what they like: ratings of up to :data:`NEUTRAL_STARS`, which do not speak for a product, are passed over.
    """
    newest = range(stop - 1, max(start, stop - 2 * MOST_ACTIONS) - 1, -1)
    actions = []
    for position in newest:
        item = int(events.item_keys[position])
        title = words.titles.get(item, "")
        kind = Kind(int(events.kinds[position]))
        spoken_for = kind is not Kind.RATING or not events.values[position] <= NEUTRAL_STARS  # NaN where there are no stars
        if title and spoken_for:
            actions.append(Action(title, words.groups.get(item, ""), kind, float(events.quantities[position])))
    return behaviour_sentence(actions)


def customer_sentences(events: InteractionArrays, words: ItemWords, most: int) -> tuple[Int64Array, list[str]]:
    """Return (user keys (u,), their sentences) for the ``most`` customers whose latest behaviour is newest.

    ``events`` are ordered by (user, time), as the store gives them. Customers without a sentence are left out.
    """
    if not len(events):
        return np.zeros(0, np.int64), []
    starts = np.flatnonzero(np.r_[True, events.user_keys[1:] != events.user_keys[:-1]])
    stops = np.r_[starts[1:], len(events)]
    newest_first = np.argsort(-events.times[stops - 1], kind="stable")[:most]
    keys, sentences = [], []
    for customer in newest_first:
        sentence = sentence_of_slice(events, int(starts[customer]), int(stops[customer]), words)
        if sentence:
            keys.append(int(events.user_keys[starts[customer]]))
            sentences.append(sentence)
    return np.array(keys, np.int64), sentences
