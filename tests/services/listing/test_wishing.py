"""Wishes in words, in the shop of six garden and six kitchen things, with words hashed into vectors."""

from __future__ import annotations

import numpy as np
import pytest

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import FeedbackKind, Item
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.rules import Rules, Scenario
from recsys_desktop.engine.ranker import cosine_scores
from recsys_desktop.services import encoding
from recsys_desktop.services.fitting import fit
from recsys_desktop.services.learning.giving_feedback import give
from recsys_desktop.services.listing import scenarios
from recsys_desktop.services.listing.recommending import Recommender
from recsys_desktop.services.listing.wishing import TASTE, WishReader, fits_of, grant
from recsys_desktop.services.shop import Shop
from tests.services.shops import HashedEncoder, hashed_vectors

GARDENER = UserId("u00")


class _Encoder(HashedEncoder):
    """Reads Latin letters only; counts how often a model was loaded."""

    loaded = 0

    def unread_share(self, texts: list[str]) -> float:
        return 0.0 if texts[0].isascii() else 1.0


@pytest.fixture(autouse=True)
def encoder(monkeypatch: pytest.MonkeyPatch) -> type[_Encoder]:
    def load(_shop: Shop, _version: int) -> _Encoder:
        _Encoder.loaded += 1
        return _Encoder()

    _Encoder.loaded = 0
    monkeypatch.setattr(encoding, "load_encoder", load)
    return _Encoder


def test_what_is_called_by_its_name_comes_first_for_anyone(shop: Shop, encoder: type[_Encoder]) -> None:
    recommender, reader = Recommender(shop), WishReader(shop)
    made = grant(recommender, reader.read("  Rolling   pin ", recommender, Progress()), None)
    assert made is not None
    assert made.items[0].item.title == "Rolling pin"
    assert str(made.step) == "For the wish “Rolling pin”, whoever it is for"
    reader.read("cake tin", recommender, Progress())
    assert encoder.loaded == 1, "the model is kept"


def test_the_fit_is_the_mean_of_two_cosines(shop: Shop) -> None:
    space = Recommender(shop).current.space
    texts = hashed_vectors(["garden twine"])
    words = np.asarray(space.texts) @ texts[0]
    place = space.place(texts, Progress())[0]
    found = fits_of(space, texts, Progress())
    for row, key in enumerate(np.asarray(space.keys)):
        taste, there = key[:-2], place[:-2]  # without popularity and pad
        cosine = taste @ there / (np.linalg.norm(taste) * np.linalg.norm(there))
        assert found[row] == pytest.approx((words[row] + cosine) / 2, abs=1e-6)


def test_for_a_customer_a_quarter_is_taste_and_the_shares_sum_to_the_score(shop: Shop) -> None:
    recommender = Recommender(shop)
    wish = WishReader(shop).read("tin", recommender, Progress())
    made = grant(recommender, wish, GARDENER)
    assert made is not None
    assert made.user_id == GARDENER
    # u00 bought g0 to g4: only g5 and the kitchen are left
    assert {place.item.item_id for place in made.items} == {"g5", *(f"k{number}" for number in range(6))}
    _, user = recommender.user_vector_of(GARDENER)
    tastes = cosine_scores(recommender.current.space.keys, user.vector)
    keys = recommender.current.space.item_keys.tolist()
    for place in made.items:
        row = keys.index(shop.catalogue.key_of(place.item.item_id))
        assert place.score == pytest.approx((1 - TASTE) * wish.fits[row] + TASTE * tastes[row], abs=1e-6)
        assert sum(reason.share for reason in place.reasons) == pytest.approx(place.score, abs=1e-6)
    wished = next(reason for reason in made.items[0].reasons if str(reason.text) == "Fits the wish")
    assert wished.share > 0


def test_rules_and_answers_hold_for_wishes_too(shop: Shop) -> None:
    recommender = Recommender(shop)
    wish = WishReader(shop).read("rolling pin", recommender, Progress())
    scenarios.hide(shop, ItemId("k3"), True)
    hidden = grant(recommender, wish, None)
    assert hidden is not None
    assert "k3" not in [place.item.item_id for place in hidden.items]
    scenarios.hide(shop, ItemId("k3"), False)
    scenarios.save(shop, Scenario("Cheap", Rules(list_length=3, price_high=4.0)))
    cheap = grant(recommender, wish, None, "Cheap")
    assert cheap is not None
    assert {place.item.item_id for place in cheap.items} <= {"g0", "g1", "g2", "g3"}
    assert len(cheap.items) == 3
    give(shop, GARDENER, ItemId("k3"), FeedbackKind.NEVER_SHOW)
    own = grant(recommender, wish, GARDENER)
    assert own is not None
    assert "k3" not in [place.item.item_id for place in own.items]


def test_what_the_model_does_not_read_is_compared_letter_by_letter(shop: Shop) -> None:
    shop.catalogue.upsert(
        [Item(ItemId("c0"), "龙泉青瓷茶杯"), Item(ItemId("c1"), "桂花乌龙茶"), Item(ItemId("c2"), "铜制香插，送给朋友")]
    )
    fit(shop, Progress())
    recommender = Recommender(shop)
    for said in ("茶", "送给爱喝茶的朋友"):
        wish = WishReader(shop).read(said, recommender, Progress())
        assert wish.by_letters
        made = grant(recommender, wish, None)
        assert made is not None
        assert {place.item.item_id for place in made.items[:2]} == {"c0", "c1"}
    with pytest.raises(RecsysError, match="None of the words") as refused:
        WishReader(shop).read("猫", recommender, Progress())
    assert refused.value.code == "wish_not_understood"


def test_a_wish_without_words_is_refused(shop: Shop) -> None:
    with pytest.raises(RecsysError) as refused:
        WishReader(shop).read(" ?! ", Recommender(shop), Progress())
    assert refused.value.code == "wish_empty"


def test_after_another_fit_with_other_products_the_wish_must_be_read_again(shop: Shop) -> None:
    recommender = Recommender(shop)
    wish = WishReader(shop).read("tin", recommender, Progress())
    shop.catalogue.upsert([Item(ItemId("x"), "Tin whistle")])
    fit(shop, Progress())
    recommender.reload()
    assert grant(recommender, wish, None) is None
