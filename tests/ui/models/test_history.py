"""What a customer did, in words."""

from __future__ import annotations

import pytest
from pytestqt.modeltest import ModelTester

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Interaction, Item, Kind
from recsys_desktop.ui.models.history import DEED_ROLE, Column, HistoryModel, deeds, words_for

pytestmark = pytest.mark.usefixtures("qapp")

BOX = Item(ItemId("1"), "Recipe box")


def _did(kind: Kind, value: float | None = None, quantity: float = 1.0, item: str = "1") -> Interaction:
    return Interaction(UserId("C"), ItemId(item), kind, value, quantity)


@pytest.mark.parametrize(
    ("interaction", "words"),
    [
        (_did(Kind.PURCHASE), "bought"),
        (_did(Kind.PURCHASE, quantity=3.0), "bought 3"),
        (_did(Kind.PURCHASE, quantity=0.5), "bought 0.5"),
        (_did(Kind.RATING, value=4.5), "4.5 of 5 stars"),
        (_did(Kind.RATING), "rated"),
        (_did(Kind.CART, quantity=2.0), "put in the basket"),
        (_did(Kind.DISLIKE), "did not like"),
    ],
)
def test_says_what_was_done(interaction: Interaction, words: str) -> None:
    assert words_for(interaction) == words


def test_every_kind_has_words() -> None:
    assert all(words_for(_did(kind)) for kind in Kind)


def test_a_product_that_left_the_catalogue_is_called_by_its_id(qtmodeltester: ModelTester) -> None:
    rows = deeds([_did(Kind.PURCHASE), _did(Kind.VIEW, item="gone-7")], {ItemId("1"): BOX})
    model = HistoryModel()
    model.show(rows)
    qtmodeltester.check(model)
    assert [model.index(row, Column.PRODUCT).data() for row in range(2)] == ["Recipe box", "gone-7"]
    assert [model.index(row, Column.DEED).data() for row in range(2)] == ["bought", "viewed"]
    assert [model.index(row, Column.WHEN).data() for row in range(2)] == ["", ""]
    assert model.index(1, Column.PICTURE).data(DEED_ROLE) == rows[1]
