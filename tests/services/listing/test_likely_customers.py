"""Who would like a product, and why."""

from __future__ import annotations

import pytest

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.services.listing.likely_customers import likely_customers, with_reasons
from recsys_desktop.services.listing.recommending import Recommender
from recsys_desktop.services.shop import Shop


def test_those_who_lack_only_this_come_first_and_have_reasons(shop: Shop) -> None:
    recommender = Recommender(shop)
    found = likely_customers(shop, recommender, ItemId("g5"), 5, Progress())
    assert {one.user_id for one in found} == {"u00", "u06", "u12", "u18", "u24"}
    scores = dict(recommender.audience(ItemId("g5"), 5))
    for one in found:
        assert sum(reason.share for reason in one.reasons) == pytest.approx(scores[one.user_id], abs=1e-4)
        assert one.reasons[0].kind == "history"
        assert one.reasons[0].item_id is not None
        assert one.reasons[0].item_id.startswith("g")


def test_an_unknown_product(shop: Shop) -> None:
    with pytest.raises(RecsysError) as caught:
        with_reasons(shop, Recommender(shop), ItemId("x"), [], Progress())
    assert caught.value.code == "unknown_item"
