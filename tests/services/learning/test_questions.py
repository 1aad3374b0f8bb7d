"""What staff are asked, and what comes of it."""

from __future__ import annotations

import pytest

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import FeedbackKind
from recsys_desktop.services.learning.questions import MOST_A_DAY, Question, answer, next_question, skip
from recsys_desktop.services.listing.recommending import Recommender
from recsys_desktop.services.listing.scenarios import hide
from recsys_desktop.services.shop import Shop
from recsys_desktop.settings import ASK_QUESTIONS
from tests.services.shops import DAY, START

U00 = UserId("u00")


def asked(shop: Shop, now: float = START) -> Question:
    question = next_question(shop, Recommender(shop), U00, now)
    assert question is not None
    return question


def test_a_question_is_about_what_may_be_listed(shop: Shop) -> None:
    """The customer bought all garden things but g5."""
    question = asked(shop)
    assert question.user_id == U00
    assert question.item.item_id not in {f"g{n}" for n in range(5)}
    assert question.left_today == MOST_A_DAY
    hide(shop, question.item.item_id, hidden=True)
    assert asked(shop).item.item_id != question.item.item_id


def test_a_yes_is_a_like_and_is_not_asked_again(shop: Shop) -> None:
    question = asked(shop)
    given = answer(shop, question, suits=True, now=START)
    assert (given.user_id, given.item_id, given.kind) == (U00, question.item.item_id, FeedbackKind.LIKE)
    following = asked(shop)
    assert following.item.item_id != question.item.item_id
    assert following.left_today == MOST_A_DAY - 1


def test_a_no_keeps_it_off_the_list_and_moves_nothing_else(shop: Shop) -> None:
    recommender = Recommender(shop)
    before = [place.item.item_id for place in recommender.recommend(U00, 7).items]
    question = asked(shop)
    given = answer(shop, question, suits=False, now=START)
    assert given.kind is FeedbackKind.NO_INTEREST
    after = [place.item.item_id for place in recommender.recommend(U00, 7).items]
    assert after[: len(before) - 1] == [item_id for item_id in before if item_id != question.item.item_id]


def test_nobody_knows(shop: Shop) -> None:
    question = asked(shop)
    skip(shop, question, now=START)
    assert shop.feedback.recent(9) == []
    assert asked(shop, START + DAY).item.item_id != question.item.item_id


def test_enough_for_today(shop: Shop) -> None:
    for _ in range(MOST_A_DAY):
        skip(shop, asked(shop), now=START)
    recommender = Recommender(shop)
    assert next_question(shop, recommender, U00, START) is None
    tomorrow = next_question(shop, recommender, U00, START + DAY)
    assert tomorrow is not None
    assert tomorrow.left_today == MOST_A_DAY


def test_switched_off(shop: Shop) -> None:
    shop.settings.set(ASK_QUESTIONS, False)
    assert next_question(shop, Recommender(shop), U00, START) is None


def test_without_a_customer_a_lately_active_one_is_asked_about(shop: Shop) -> None:
    question = next_question(shop, Recommender(shop), None, START)
    assert question is not None
    assert question.user_id in shop.users.search("", 4)


def test_nothing_is_left_to_ask(shop: Shop) -> None:
    for number in range(6):
        hide(shop, ItemId(f"k{number}"), hidden=True)
    hide(shop, ItemId("g5"), hidden=True)
    assert next_question(shop, Recommender(shop), U00, START) is None


@pytest.mark.parametrize(
    "stored", [{}, {"day": 1, "count": 1, "skipped": [["u00"]]}, {"day": START // DAY, "count": "x", "skipped": []}]
)
def test_what_a_damaged_file_remembers_is_as_if_nothing_was_asked(shop: Shop, stored: object) -> None:
    shop.settings.set_json("questions", stored)
    assert asked(shop, START).left_today == MOST_A_DAY
