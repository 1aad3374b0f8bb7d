"""Two model versions side by side."""

from __future__ import annotations

import numpy as np
import pytest

from recsys_desktop.domain.columns import UserId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.services.fitting import fit
from recsys_desktop.services.listing.comparing_models import Comparison, OtherModels
from recsys_desktop.services.listing.recommending import Recommendation, RecommendationList, Recommender
from recsys_desktop.services.shop import Shop
from tests.services.shops import hashed_vectors

GARDENER = UserId("u00")


@pytest.fixture
def second(shop: Shop) -> int:
    """A second version, in use, that reads every product as its neighbour's words."""
    number = shop.model_versions.add("trained", "", 1, {}).number
    keys, hashes, matrix = shop.vectors.load(1)
    shop.vectors.put_many(number, keys, hashes, np.roll(matrix, 1, axis=0))
    fit(shop, Progress(), number)
    return number


def _list(*ids: str) -> RecommendationList:
    step = message("reasons", "From what this customer did")
    places = (Recommendation(rank, Item(item_id, item_id), 0.0, ()) for rank, item_id in enumerate(ids, start=1))  # type: ignore[arg-type]  # ids are strings
    return RecommendationList(GARDENER, 1, tuple(places), step)


def test_pairs_tell_what_moved_what_is_new_and_what_is_gone() -> None:
    made = Comparison(GARDENER, 1, _list("a", "b", "c"), _list("c", "a", "d"))
    assert [(pair.item.item_id, pair.ours, pair.theirs) for pair in made.pairs] == [
        ("a", 1, 2),
        ("b", 2, None),
        ("c", 3, 1),
        ("d", None, 3),
    ]
    assert made.shared == 2


def test_the_other_list_is_what_going_back_would_make(shop: Shop, second: int) -> None:
    recommender, others = Recommender(shop), OtherModels(shop)
    assert others.compare(recommender, 1, GARDENER) is None, "only the lists of the model in use are kept"
    others.prepare(recommender, 1, Progress())
    assert shop.model_versions.active().number == second, "comparing puts nothing to use"
    made = others.compare(recommender, 1, GARDENER)
    assert made is not None
    assert made.ours == recommender.recommend(GARDENER)
    assert (made.ours.model_version, made.theirs.model_version) == (second, 1)
    fit(shop, Progress(), 1)
    back = Recommender(shop).recommend(GARDENER)
    assert made.theirs == back


def test_lists_made_anew_since_are_not_compared_with_old_ones(shop: Shop, second: int) -> None:
    recommender, others = Recommender(shop), OtherModels(shop)
    others.prepare(recommender, 1, Progress())
    assert others.compare(recommender, second, GARDENER) is None, "another version than the one kept"
    recommender.reload()
    assert others.compare(recommender, 1, GARDENER) is None


@pytest.mark.usefixtures("second")
def test_vectors_that_are_missing_are_read_first(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    from recsys_desktop.services import encoding

    asked: list[int] = []

    class _Reader:
        def unread_share(self, _texts: list[str]) -> float:
            return 0.0

        def chunks(self, texts: list[str], _progress: Progress) -> object:
            yield np.arange(len(texts)), hashed_vectors(texts)

    def load(_shop: Shop, number: int) -> _Reader:
        asked.append(number)
        return _Reader()

    monkeypatch.setattr(encoding, "load_encoder", load)
    shop.vectors.delete_version(1)
    OtherModels(shop).prepare(Recommender(shop), 1, Progress())
    assert asked == [1]
    assert len(shop.vectors.load(1)[0]) == 12
