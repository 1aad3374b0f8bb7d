"""What staff answered enters the training: with the real model, on the sample shop, the margins move the right way."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import FeedbackKind, Float32Array
from recsys_desktop.domain.progress import Progress
from recsys_desktop.engine.text.customer_sentences import customer_sentences
from recsys_desktop.paths import resources_dir
from recsys_desktop.services.encoding import item_words, load_encoder
from recsys_desktop.services.imports.importing import import_files, inspect_files
from recsys_desktop.services.learning.training_material import Material
from recsys_desktop.services.shop import Shop, open_shop

ANSWERS = 20
Answered = list[tuple[UserId, ItemId, FeedbackKind]]


def sample_shop(folder: Path) -> Shop:
    shop = open_shop(folder)
    import_files(shop, inspect_files(sorted((resources_dir() / "sample_data" / "en").glob("*.csv"))), Progress())
    return shop


def chosen_answers(shop: Shop) -> Answered:
    """Twenty customers, each with one product drawn by lot that they have not had: liked and not for them by turns."""
    random = np.random.default_rng(1)
    item_keys, items = shop.catalogue.keys()
    user_keys, users = shop.users.keys()
    behaviour = shop.interactions.load()
    answers: Answered = []
    for number, user in enumerate(random.choice(np.intersect1d(user_keys, behaviour.user_keys), ANSWERS, replace=False)):
        had = behaviour.item_keys[behaviour.user_keys == user]
        item = random.choice(np.setdiff1d(item_keys, had))
        kind = FeedbackKind.NOT_FOR_USER if number % 2 else FeedbackKind.LIKE
        answers.append((users[user_keys.tolist().index(user)], items[item_keys.tolist().index(item)], kind))
    return answers


def margins(shop: Shop, answers: Answered) -> Float32Array:
    """Train, then return how much nearer each answered product is to its customer's sentence than the mean product."""
    material = Material.read(shop, Progress())
    encoder = load_encoder(shop, 1)
    material.learn(encoder, epochs=4, seed=0, progress=Progress())
    users, sentences = customer_sentences(shop.interactions.load(), item_words(shop), 100_000)
    rows = [users.tolist().index(shop.users.key_of(user)) for user, _, _ in answers]
    items = [material.words.item_keys.tolist().index(shop.catalogue.key_of(item)) for _, item, _ in answers]
    cosines = encoder.encode([sentences[row] for row in rows], Progress()) @ encoder.encode(material.texts, Progress()).T
    return cosines[np.arange(len(rows)), items] - cosines.mean(axis=1)


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_likes_come_nearer_and_dislikes_go_away(tmp_path: Path) -> None:
    shop = sample_shop(tmp_path / "shop")
    answers = chosen_answers(shop)
    without = margins(shop, answers)
    for user, item, kind in answers:
        shop.feedback.append(user, item, kind, None, 2_000_000_000, 1)
    moved = margins(shop, answers) - without
    liked = np.array([kind is FeedbackKind.LIKE for _, _, kind in answers])
    assert moved[liked].mean() > 0 > moved[~liked].mean()
    assert (np.where(liked, moved, -moved) > 0).mean() >= 0.9
    shop.close()
