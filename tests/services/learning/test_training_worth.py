"""Whether another training is worth it."""

from __future__ import annotations

import pytest

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import FeedbackKind, Interaction, Kind
from recsys_desktop.domain.progress import Progress
from recsys_desktop.services.learning.training_worth import training_worth
from recsys_desktop.services.shop import Shop
from recsys_desktop.store.runs import TRAINING
from recsys_desktop.store.staging import Staging
from tests.services.shops import START

LATER = 2_000_000_000


def answers(shop: Shop, count: int, time: int) -> None:
    for _ in range(count):
        shop.feedback.append(UserId("u00"), ItemId("k0"), FeedbackKind.LIKE, None, time, 1)


def train(shop: Shop, time: int, monkeypatch: pytest.MonkeyPatch, *, kept: bool) -> None:
    monkeypatch.setattr("recsys_desktop.store.runs.time.time", lambda: time)
    shop.runs.finish(shop.runs.start(TRAINING, {}, 0), {"kept": kept}, None)
    monkeypatch.undo()


def test_ten_answers_are_enough_to_begin_with(shop: Shop) -> None:
    assert str(training_worth(shop).sentence) == "Nothing new since the last training."
    answers(shop, 9, START)
    few = training_worth(shop)
    assert (few.new, few.enough, few.worth) == (9, 10, False)
    assert str(few.sentence) == "9 new since the last training. From 10 on, training would be worth it."
    answers(shop, 1, START)
    enough = training_worth(shop)
    assert enough.worth
    assert str(enough.sentence) == "10 new since the last training: training would be worth it."
    assert "nine of ten point one way by chance happens once in 100 times" in str(enough.reason)


def test_where_much_was_learnt_a_tenth_must_be_new(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    answers(shop, 140, START)
    train(shop, START + 10, monkeypatch, kept=True)
    answers(shop, 13, START + 20)
    found = training_worth(shop)
    assert (found.new, found.enough, found.worth) == (13, 14, False)
    assert "It has learnt from 140 answers already, so that a tenth of these, 14, are needed" in str(found.reason)
    answers(shop, 1, START + 20)
    assert training_worth(shop).worth


def test_after_one_that_was_not_kept(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    train(shop, LATER, monkeypatch, kept=False)
    found = training_worth(shop)
    assert not found.worth
    assert str(found.reason).startswith("The last training was no better than the model in use.")


def test_many_new_orders_are_enough_too(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    """300 purchases are known; 33 come in after the training: 10 % of 333."""
    train(shop, 1, monkeypatch, kept=True)
    assert not training_worth(shop).worth  # the shop was filled without an import of its own
    with Staging(shop.database) as staging:
        bought = [Interaction(UserId(f"u{n:02d}"), ItemId("k0"), Kind.PURCHASE, None, 1.0, LATER + n, "x") for n in range(34)]
        staging.add_interactions(bought)
        staging.merge(Progress(), ["orders.csv"])
    found = training_worth(shop)
    assert found.worth
    assert str(found.sentence) == "34 things customers did are new since the last training: training would be worth it."
    assert str(found.reason).startswith("That is 10 % of all that is known")
