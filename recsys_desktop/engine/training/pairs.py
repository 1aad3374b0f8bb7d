"""Training pairs from behaviour and feedback: rows of a pool of texts, products first and sentences behind them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from recsys_desktop.domain.entities import NO_TIME, Float32Array, Int64Array, InteractionArrays
from recsys_desktop.engine.history import Float64Array, ages_in_days, event_strengths, rows_of
from recsys_desktop.engine.text.customer_sentences import ItemWords, sentence_of_slice

#: A pair counts half when its later event is this much older than the newest behaviour.
RECENCY_HALF_LIFE_DAYS = 60.0


@dataclass(frozen=True)
class TextPairs:
    """Texts that belong together, as rows of the pool; all arrays (m,)."""

    anchors: Int64Array
    positives: Int64Array
    weights: Float32Array  # >= 0

    def __len__(self) -> int:
        return len(self.anchors)


@dataclass(frozen=True)
class LabelledPairs:
    """A customer's sentence and a product with what was said of it, from -1 (disliked) to 1 (liked); all arrays (m,)."""

    sentences: Int64Array
    items: Int64Array
    labels: Float32Array

    def __len__(self) -> int:
        return len(self.labels)


def recency_weights(events: InteractionArrays, now: int) -> Float64Array:
    """Return what each event counts as a training example (m,): its strength, halved every 60 days; dislikes count nothing."""
    strengths = np.maximum(event_strengths(events.kinds, events.values, events.quantities), 0.0)
    return strengths * np.exp2(-ages_in_days(events.times, now) / RECENCY_HALF_LIFE_DAYS)


def next_item_pairs(
    events: InteractionArrays, item_keys: Int64Array, words: ItemWords, now: int, count: int, random: np.random.Generator
) -> tuple[list[str], TextPairs]:
    """Return up to ``count`` behaviour sentences and, for each, a product that its customer took next.

    ``events`` are ordered by (user, time); recent ones are drawn more often. Anchors are rows behind the ``item_keys`` (n,), in the
    order of the sentences; positives are rows of ``item_keys``. Nothing at or after the product's own time is in its sentence.
    """
    starts = _starts(events)
    ends = _basket_starts(events, starts)
    weights = recency_weights(events, now) * (ends > starts) * (rows_of(item_keys, events.item_keys) >= 0)
    if not weights.sum():
        return [], TextPairs(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.float32))
    chosen = random.choice(len(events), size=min(count, int((weights > 0).sum())), replace=False, p=weights / weights.sum())
    sentences = [sentence_of_slice(events, int(starts[place]), int(ends[place]), words) for place in chosen]
    said = np.array([bool(sentence) for sentence in sentences])
    positives = rows_of(item_keys, events.item_keys[chosen[said]])
    anchors = len(item_keys) + np.arange(int(said.sum()))
    return [sentence for sentence in sentences if sentence], TextPairs(anchors, positives, np.ones(len(positives), np.float32))


def feedback_pairs(feedback: InteractionArrays, item_keys: Int64Array, sentence_users: Int64Array, first_row: int) -> LabelledPairs:
    """Return the labelled pairs of the answers that stand, the latest of each customer and product.

    ``sentence_users`` (s,) are the customers whose sentences stand in the pool from ``first_row`` on. Answers about other
    customers or products, and those that say nothing (three stars), are left out.
    """
    labels = event_strengths(feedback.kinds, feedback.values, feedback.quantities).astype(np.float32)
    items, sentences = rows_of(item_keys, feedback.item_keys), rows_of(sentence_users, feedback.user_keys)
    latest = np.ones(len(feedback), np.bool_)
    seen: set[tuple[int, int]] = set()
    for place in np.argsort(feedback.times, kind="stable")[::-1]:
        pair = (int(feedback.user_keys[place]), int(feedback.item_keys[place]))
        latest[place] = pair not in seen
        seen.add(pair)
    used = latest & (items >= 0) & (sentences >= 0) & (labels != 0)
    return LabelledPairs(first_row + sentences[used], items[used], labels[used])


def _starts(events: InteractionArrays) -> Int64Array:
    """Return for each event (m,) the place where its customer's behaviour starts."""
    if not len(events):
        return np.zeros(0, np.int64)
    first = np.flatnonzero(np.r_[True, events.user_keys[1:] != events.user_keys[:-1]])
    return np.repeat(first, np.diff(np.r_[first, len(events)]))


def _basket_starts(events: InteractionArrays, starts: Int64Array) -> Int64Array:
    """Return for each event (m,) the place of the first event of its customer and time: what came before is its past.

    Without a time every event stands for itself.
    """
    places = np.arange(len(events))
    if not len(events):
        return places
    alone = events.times == NO_TIME
    new = np.r_[True, (events.times[1:] != events.times[:-1])] | (places == starts) | alone
    return np.maximum.accumulate(np.where(new, places, 0))
