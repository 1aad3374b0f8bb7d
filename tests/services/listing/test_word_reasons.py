"""The words of a text that matter to a customer."""

from __future__ import annotations

import numpy as np
import pytest

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Float32Array, Item
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import Text
from recsys_desktop.engine.text.item_text import item_text
from recsys_desktop.services import encoding
from recsys_desktop.services.listing.recommending import Recommender
from recsys_desktop.services.listing.word_reasons import distinct_words, without, words_that_mattered
from recsys_desktop.services.products.adding_products import add_product
from recsys_desktop.services.shop import Shop
from tests.services.shops import HashedEncoder, hashed_vectors


class Encoder:
    """Reads texts by hashed words and remembers them."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def encode(self, texts: list[str], progress: Progress, _what: Text) -> Float32Array:
        progress.raise_if_cancelled()
        self.texts = list(texts)
        return hashed_vectors(self.texts)


def test_words_are_taken_once_and_little_ones_passed_over() -> None:
    item = Item(
        ItemId("1"), "The red tea-light holder", category="Home > Tea", brand="Red", tags=("gift", "of 3"), description="Red glass"
    )
    assert list(distinct_words(item)) == ["red", "tea-light", "holder", "Home", "Tea", "gift", "glass"]
    assert list(distinct_words(Item(ItemId("2"), "玻璃花瓶 3"))) == ["玻璃", "花瓶"]


def test_a_word_goes_from_every_field() -> None:
    item = Item(
        ItemId("1"), "Red mug, red", category="Red > Mugs", brand="Reddish", tags=("red", "red gift"), description="A red, big mug"
    )
    assert without(item, "red") == Item(
        ItemId("1"), "mug", category="Mugs", brand="Reddish", tags=("gift",), description="A, big mug"
    )
    assert item_text(without(Item(ItemId("2"), "玻璃花瓶"), "玻璃")) == "花瓶"


def test_each_change_is_the_score_less_the_score_without(shop: Shop) -> None:
    recommender, encoder = Recommender(shop), Encoder()
    found = words_that_mattered(shop, recommender, UserId("u00"), ItemId("g5"), Progress(), encoder)  # type: ignore[arg-type]  # it only reads
    assert encoder.texts[0] == "Garden twine. category: Garden"
    assert encoder.texts[1:] == ["twine", "Garden. category: Garden"]
    space = recommender.current.space
    _, user = recommender.user_vector_of(UserId("u00"))
    keys = space.place(hashed_vectors(encoder.texts), Progress()).astype(np.float64)
    whole, no_garden, no_twine = keys @ user.vector / user.length
    changes = {share.word: share.change for share in found.words}
    assert changes == pytest.approx({"Garden": whole - no_garden, "twine": whole - no_twine}, abs=1e-6)
    assert found.whole == pytest.approx(whole, abs=1e-6)
    assert found.together == pytest.approx(2 * whole - no_garden - no_twine, abs=1e-6)
    assert abs(found.words[0].change) >= abs(found.words[1].change)
    assert str(found.place).startswith("25 customers have bought it")
    share = round(100 * found.together / found.whole)
    assert str(found.limits) == (
        f"One by one the 2 words make up {share} % of what its text brings; the rest comes from words read together."
    )


def test_a_product_nobody_bought_stands_by_its_words(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "load_encoder", lambda shop, version: HashedEncoder())  # noqa: ARG005  # the real one's
    add_product(shop, Item(ItemId("new"), "Garden pot", category="Garden"), Progress())
    found = words_that_mattered(shop, Recommender(shop), UserId("u00"), ItemId("new"), Progress(), Encoder())  # type: ignore[arg-type]  # likewise
    assert str(found.place) == "Nobody has bought it yet: its words alone decide its place."


def test_no_words_no_reasons(shop: Shop) -> None:
    shop.catalogue.upsert([Item(ItemId("g5"), "7")])
    with pytest.raises(RecsysError, match="No words of 7 were read"):
        words_that_mattered(shop, Recommender(shop), UserId("u00"), ItemId("g5"), Progress(), Encoder())  # type: ignore[arg-type]  # likewise
