from __future__ import annotations

import numpy as np
import pytest

from recsys_desktop.domain.entities import InteractionArrays, Kind
from recsys_desktop.domain.progress import Progress
from recsys_desktop.engine.fitting import fit_space
from recsys_desktop.engine.item_space import ItemSpace
from recsys_desktop.engine.space_settings import SpaceSettings
from recsys_desktop.engine.text.channels import TextChannels
from recsys_desktop.engine.text.customer_sentences import ItemWords
from recsys_desktop.engine.training import lesson
from recsys_desktop.engine.training.lesson import Pool, make_objectives, make_pool, steps_of_epoch
from recsys_desktop.engine.training.objectives.in_batch import InBatchNegatives
from recsys_desktop.engine.training.objectives.labelled import LabelledMargin
from recsys_desktop.engine.training.objectives.neighbour_keys import NeighbourKeys
from tests.engine.training.events import events

DAY = 86_400
KEYS = np.arange(10, 20)
TEXTS = [f"product {key}" for key in KEYS]
WORDS = ItemWords({int(key): f"product {key}" for key in KEYS}, {})
NOBODY = events()
NOTHING = np.zeros(0, np.int64)
#: Customers 1 and 2 buy 12 three times and 15 once, 17 was bought long ago; nobody bought the rest.
BOUGHT = events((1, 17, 0), (1, 12, 99 * DAY), (1, 15, 100 * DAY), (2, 12, 98 * DAY), (2, 12, 100 * DAY))


def test_bestsellers_come_first_then_what_is_validated_or_answered() -> None:
    answers = events((1, 18, 5), kind=Kind.DISLIKE)
    pool = make_pool(KEYS, TEXTS, WORDS, BOUGHT, answers, np.array([11]), seed=0)
    assert KEYS[pool.items].tolist() == [12, 15, 17, 11, 18]
    assert pool.texts[:5] == [f"product {key}" for key in (12, 15, 17, 11, 18)]


def test_only_the_best_selling_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lesson, "MOST_ITEMS", 2)
    assert KEYS[make_pool(KEYS, TEXTS, WORDS, BOUGHT, NOBODY, NOTHING, seed=0).items].tolist() == [12, 15]


def test_sentences_stand_behind_the_products_and_answers_point_to_their_customers() -> None:
    answers = events((1, 15, 5), kind=Kind.DISLIKE)
    pool = make_pool(KEYS, TEXTS, WORDS, BOUGHT, answers, NOTHING, seed=0)
    assert [pool.texts[row] for row in pool.answered.sentences] == ["bought product 15, product 12, product 17"]
    assert [pool.texts[row] for row in pool.answered.items] == ["product 15"]
    assert pool.answered.labels.tolist() == [-1.0]
    followed = {(pool.texts[a], pool.texts[p]) for a, p in zip(pool.followed.anchors, pool.followed.positives, strict=True)}
    assert followed == {
        ("bought product 17", "product 12"),
        ("bought product 12, product 17", "product 15"),
        ("bought product 12", "product 12"),
    }


def test_each_product_stands_once_more_with_words_left_out() -> None:
    answers, texts = events((1, 15, 5), kind=Kind.DISLIKE), [f"a fine product {key}" for key in KEYS]
    pool = make_pool(KEYS, texts, WORDS, BOUGHT, answers, np.array([11]), seed=0)
    assert pool.again.tolist() == list(range(len(pool.texts) - len(pool.items), len(pool.texts)))
    for row, item in zip(pool.again, pool.items, strict=True):
        assert set(pool.texts[row].split()) < set(texts[item].split())


def test_the_main_objective_reads_both_wordings_of_what_was_bought() -> None:
    pool, space = _pool_and_space(NOBODY)
    main = make_objectives(pool, space, space.texts, items=10)[0]
    random = np.random.default_rng(0)
    drawn = np.unique(np.concatenate([main.draw(random).columns[0] for _ in range(50)]))
    assert drawn.tolist() == sorted([*range(10), *pool.again])


def test_the_objectives_follow_from_what_there_is() -> None:
    kinds = []
    for answered in (NOBODY, events((1, 15, 5), kind=Kind.FAVOURITE)):
        pool, space = _pool_and_space(answered)
        kinds.append([type(objective) for objective in make_objectives(pool, space, space.texts, items=4)])
        assert steps_of_epoch(space, items=4) == 2  # ten products by four, rounded
    assert kinds == [[NeighbourKeys, InBatchNegatives], [NeighbourKeys, InBatchNegatives, LabelledMargin]]


def _pool_and_space(answers: InteractionArrays) -> tuple[Pool, ItemSpace]:
    """Thirty customers who bought each of the ten products at some time, and random text vectors."""
    random = np.random.default_rng(0)
    rows = [(user, int(item), int(time) * DAY) for user in range(30) for item, time in random.integers((10, 0), (20, 90), (6, 2))]
    behaviour = events(*sorted(rows, key=lambda row: (row[0], row[2])))
    vectors = random.standard_normal((10, 8)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    pool = make_pool(KEYS, TEXTS, WORDS, behaviour, answers, NOTHING, seed=0)
    keys, texts, titles = KEYS[pool.items], vectors[pool.items], pool.texts[:10]
    return pool, fit_space(
        keys, TextChannels.of_model(texts, 10), titles, [""] * 10, behaviour, 90 * DAY, SpaceSettings(), Progress()
    )
