"""Profile, state, replay and feedback of a small shop, against values worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import FeedbackKind, Kind
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.services import shop_facts
from recsys_desktop.services.learning import giving_feedback
from recsys_desktop.services.learning.evaluating import evaluate
from recsys_desktop.services.listing.profiling import profile
from recsys_desktop.services.listing.recommending import Recommender
from recsys_desktop.services.shop import Shop, open_shop
from recsys_desktop.services.statistics import shop_state
from tests.services.shops import DAY, START


def test_profile(shop: Shop) -> None:
    found = profile(shop, Recommender(shop), UserId("u07"))
    # bought g1 to g5 at 2, 3, 4, 5, 6 pounds, the last in week 4; the newest behaviour is u59's, 52 minutes later
    assert found.groups == (("Garden", 1.0),)
    assert (found.price_low, found.price_high) == pytest.approx((2.4, 5.6))
    assert (found.currency, found.orders, found.last_seen) == ("GBP", 5, START + 28 * DAY + 420)
    assert sum(share for _, share in found.made_of) == pytest.approx(1.0)
    assert str(found.sentence) == "Mostly likes Garden. Seen on the last day of your data."


def test_profile_of_a_stranger(shop: Shop) -> None:
    shop.users.add(UserId("new"))
    found = profile(shop, Recommender(shop), UserId("new"))
    assert str(found.sentence) == "Nothing is known of this customer yet."
    assert (found.price_low, found.orders, found.last_seen, found.groups) == (None, 0, None, ())
    with pytest.raises(RecsysError, match="no customer nobody"):
        profile(shop, Recommender(shop), UserId("nobody"))


def test_state(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    assert str(shop_state(shop).next_step) == "Look at a few customers' lists and correct them with a click."
    monkeypatch.setattr(shop_facts, "pupils_of", lambda _shop: 80)
    state = shop_state(shop)
    assert (state.items, state.users, state.interactions) == (12, 60, 300)
    assert state.by_kind == {Kind.PURCHASE: 300}
    assert (state.first_time, state.last_time) == (START, START + 28 * DAY + 59 * 60)
    assert state.prepared
    assert "not learnt from your shop yet" in str(state.next_step)


def test_a_space_that_cannot_be_read_is_to_be_prepared_again(shop: Shop) -> None:
    for file in next(iter(shop.spaces_dir.iterdir())).glob("*.npy"):
        file.write_bytes(b"damaged")
    state = shop_state(shop)
    assert not state.prepared
    assert str(state.next_step) == "Let the program read your products, so that it can make lists."


def test_next_steps_of_an_empty_shop(tmp_path: Path) -> None:
    shop = open_shop(tmp_path / "shop")
    state = shop_state(shop)
    assert (state.items, state.first_time, state.prepared) == (0, None, False)
    assert str(state.next_step) == "Import your products and orders, or try the sample shop."
    shop.close()


def test_replay_learns_only_from_before_its_window(shop: Shop) -> None:
    report = evaluate(shop, Progress())
    # five weeks of data are shorter than five windows of four weeks: the last fifth, 5.6 days, holds week 4 only
    assert report.learnt_until == START + 21 * DAY + 59 * 60
    assert report.learnt_until < report.window_start <= START + 28 * DAY
    assert report.customers == 60
    # each has four of six products of the shelf: the wanted one is one of the two that are left
    assert report.hits["ours"] == 60
    assert report.rows["ours"]["ndcg@10"][0] > report.rows["popularity"]["ndcg@10"][0]
    assert report.difference[1] > 0


def test_replay_without_times_says_what_is_missing(tmp_path: Path) -> None:
    shop = open_shop(tmp_path / "shop")
    with pytest.raises(RecsysError) as caught:
        evaluate(shop, Progress())
    assert caught.value.code == "too_little_data"
    shop.close()


def test_feedback_is_counted_and_retracted(shop: Shop) -> None:
    first = giving_feedback.give(shop, UserId("u07"), ItemId("g1"), FeedbackKind.RATING, 4.0)
    giving_feedback.give(shop, UserId("u07"), ItemId("k1"), FeedbackKind.LIKE)
    assert giving_feedback.new_since_training(shop) == 2
    giving_feedback.undo(shop, first.feedback_id)
    assert giving_feedback.new_since_training(shop) == 1
    assert [(one.item_id, one.retracted) for one in giving_feedback.history(shop, UserId("u07"))] == [("k1", False), ("g1", True)]


@pytest.mark.parametrize(("kind", "value"), [(FeedbackKind.RATING, None), (FeedbackKind.RATING, 6.0), (FeedbackKind.LIKE, 3.0)])
def test_stars_belong_to_ratings(shop: Shop, kind: FeedbackKind, value: float | None) -> None:
    with pytest.raises(RecsysError) as caught:
        giving_feedback.give(shop, UserId("u07"), ItemId("g1"), kind, value)
    assert caught.value.code == "stars_missing"
    assert giving_feedback.history(shop) == []
