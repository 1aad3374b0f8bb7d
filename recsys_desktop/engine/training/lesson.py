"""What one training learns from: the pool of texts, and the objectives on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from recsys_desktop.domain.entities import Float32Array, Int64Array, InteractionArrays
from recsys_desktop.engine.history import rows_of
from recsys_desktop.engine.item_space import ItemSpace
from recsys_desktop.engine.text.customer_sentences import ItemWords, customer_sentences
from recsys_desktop.engine.training.augmentation import reworded
from recsys_desktop.engine.training.objectives.base import Objective, Wordings
from recsys_desktop.engine.training.objectives.in_batch import InBatchNegatives
from recsys_desktop.engine.training.objectives.labelled import LabelledMargin
from recsys_desktop.engine.training.objectives.neighbour_keys import NeighbourKeys
from recsys_desktop.engine.training.pairs import LabelledPairs, TextPairs, feedback_pairs, next_item_pairs, recency_weights

#: Products a training looks at: the best-selling say most about taste, and more would not fit into minutes.
MOST_ITEMS = 6_000
_MOST_SENTENCES = 600
#: Products of a step: as many as have this many tokens together, within bounds. Time goes by tokens.
_TOKENS_A_STEP, _FEWEST_ITEMS, _MOST_ITEMS_A_STEP = 3_000, 64, 256
#: Sentences are several times as long as titles.
_SENTENCES_A_STEP, _ANSWERS_A_STEP = 16, 32
_SENTENCE_WEIGHT, _ANSWER_WEIGHT = 0.02, 0.2
#: Text neighbours that tell a product's key, and the temperature of their softmax.
NEIGHBOURS, TEMPERATURE = 30, 0.05


@dataclass(frozen=True)
class Pool:
    """The texts of a training: ``items`` (n,) are rows of the catalogue whose texts come first, sentences stand behind them.

    ``again`` (n,) are the rows of the texts at which the same products stand once more, with some words left out.
    """

    texts: list[str]
    items: Int64Array
    again: Int64Array
    followed: TextPairs
    answered: LabelledPairs


def make_pool(
    item_keys: Int64Array,
    texts: Sequence[str],
    words: ItemWords,
    events: InteractionArrays,
    feedback: InteractionArrays,
    validated: Int64Array,
    seed: int,
) -> Pool:
    """Gather the texts of at most :data:`MOST_ITEMS` products of the catalogue, and the sentences of their customers.

    ``events`` is what may be learnt from, ``feedback`` the answers of the staff, both ordered by (user, time). Products with
    answers and those at the keys ``validated`` are taken in addition.
    """
    now = int(events.times.max(initial=0))
    sales = np.bincount(rows_of(item_keys, events.item_keys), weights=recency_weights(events, now), minlength=len(item_keys))
    bought = np.argsort(-sales, kind="stable")[: min(MOST_ITEMS, int((sales > 0).sum()))]
    extra = np.setdiff1d(rows_of(item_keys, np.r_[validated, feedback.item_keys]), bought)
    items = np.r_[bought, extra]
    random = np.random.default_rng(seed)
    next_sentences, followed = next_item_pairs(events, item_keys[items], words, now, _MOST_SENTENCES, random)
    users, sentences = customer_sentences(events.select(np.isin(events.user_keys, feedback.user_keys)), words, len(events))
    answered = feedback_pairs(feedback, item_keys[items], users, len(items) + len(next_sentences))
    titles = [texts[row] for row in items]
    said = [*titles, *next_sentences, *sentences]
    return Pool([*said, *reworded(titles, random)], items, len(said) + np.arange(len(items)), followed, answered)


def items_of_step(tokens: Int64Array) -> int:
    """Return how many products a step looks at, given the numbers of tokens (n,) of their texts.

    >>> items_of_step(np.array([10, 14])), items_of_step(np.array([48])), items_of_step(np.array([3]))
    (250, 64, 256)
    """
    return int(np.clip(_TOKENS_A_STEP / max(float(tokens.mean()), 1.0), _FEWEST_ITEMS, _MOST_ITEMS_A_STEP))


def make_objectives(pool: Pool, space: ItemSpace, texts: Float32Array, items: int) -> list[Objective]:
    """Return what is learnt: the keys of bought products from their text neighbours, next products from behaviour, and answers.

    ``space`` is that of the pool's products, in their order, fitted to nothing but what may be learnt from; ``texts`` (n, e) are
    the vectors of the model before training, ``items`` is the number of products of a step.
    """
    objectives: list[Objective] = [_neighbour_keys(pool, space, texts, items)]
    if len(pool.followed) > 1:
        objectives.append(InBatchNegatives(pool.followed, weight=_SENTENCE_WEIGHT, batch=_SENTENCES_A_STEP))
    if len(pool.answered):
        objectives.append(LabelledMargin(pool.answered, len(pool.items), weight=_ANSWER_WEIGHT, batch=_ANSWERS_A_STEP))
    return objectives


def steps_of_epoch(space: ItemSpace, items: int) -> int:
    """Return after how many steps of this many products every bought one has been looked at about once."""
    return max(1, round(int(space.warm.sum()) / items))


def _neighbour_keys(pool: Pool, space: ItemSpace, texts: Float32Array, items: int) -> NeighbourKeys:
    bought = np.flatnonzero(space.warm)
    taste: Float32Array = space.keys[bought, :-2]  # without popularity and pad: what is bought together
    return NeighbourKeys(
        Wordings(bought, pool.again[bought]),
        taste,
        texts[bought],
        weight=1.0,
        batch=items,
        neighbours=NEIGHBOURS,
        temperature=TEMPERATURE,
    )
