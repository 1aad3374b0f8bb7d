"""A sample is taken out of a shop whole, and comes back whole; what is one's own stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import FeedbackKind, Interaction, Item, Kind
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.rules import Rules, Scenario
from recsys_desktop.services.imports.importing import import_files, inspect_files
from recsys_desktop.services.listing import scenarios
from recsys_desktop.services.sample_names import FOLDERS, NAMES, SAMPLE_KEY, sample_files, sample_in
from recsys_desktop.services.samples import bring_back, remove_sample
from recsys_desktop.services.shop import Shop, open_shop
from recsys_desktop.settings import CATALOGUE_WORDS, SHOP_NAME

PRODUCTS, CUSTOMERS, EVENTS = 298, 500, 13_847


@pytest.fixture
def sample(tmp_path: Path) -> Shop:
    """A shop that holds the English sample, with an answer and a trained model."""
    shop = open_shop(tmp_path / "shop")
    import_files(shop, inspect_files(sample_files("en")), Progress())
    shop.settings.set_json(SAMPLE_KEY, "en")
    shop.settings.set(SHOP_NAME, NAMES["en"])
    shop.feedback.append(UserId("C-1001"), ItemId("WW-1001"), FeedbackKind.LIKE, None, 1_790_000_000, 1)
    shop.model_versions.activate(shop.model_versions.add("trained", "models/m2", 1, {}).number)
    return shop


def counts(shop: Shop) -> tuple[int, int, int, int]:
    return shop.catalogue.count(), shop.users.count(), shop.interactions.count(), len(shop.feedback.recent(9))


def test_every_sample_has_its_files_and_a_name() -> None:
    for folder in FOLDERS.values():
        assert all(path.is_file() for path in sample_files(folder))
        assert NAMES[folder]


def test_nothing_is_left_and_all_of_it_comes_back(sample: Shop) -> None:
    assert counts(sample) == (PRODUCTS, CUSTOMERS, EVENTS, 1)
    removed = remove_sample(sample, Progress())
    assert counts(sample) == (0, 0, 0, 0)
    assert (removed.items, removed.users, removed.items_left) == (PRODUCTS, CUSTOMERS, 0)
    assert [version.number for version in sample.model_versions.list()] == [1]
    assert (sample.settings.get(SHOP_NAME), sample_in(sample)) == ("", "")
    bring_back(sample, removed, Progress())
    assert counts(sample) == (PRODUCTS, CUSTOMERS, EVENTS, 1)
    assert sample.model_versions.active().number == 2
    assert sample_in(sample) == "en"
    sample.close()


def test_what_is_ones_own_stays_and_is_never_lost(sample: Shop) -> None:
    own = [Item(ItemId("mine"), "My mug")]
    sample.catalogue.upsert(own)
    sample.users.add(UserId("me"))
    sample.interactions.add_many([Interaction(UserId("me"), ItemId("mine"), Kind.PURCHASE, time=1_790_000_000)])
    removed = remove_sample(sample, Progress())
    assert counts(sample) == (1, 1, 1, 0)
    assert sample.model_versions.active().number == 2  # it may have learnt from what stays
    sample.interactions.add_many([Interaction(UserId("me"), ItemId("mine"), Kind.VIEW, time=1_790_000_001)])
    with pytest.raises(RecsysError) as caught:
        bring_back(sample, removed, Progress())
    assert caught.value.code == "sample_gone"
    assert counts(sample) == (1, 1, 2, 0)
    sample.close()


def test_films_speak_of_films_and_a_shop_of_products(tmp_path: Path) -> None:
    for folder, words in (("films_zh", "films"), ("articles_en", "articles"), ("en", "products")):
        shop = open_shop(tmp_path / folder)
        import_files(shop, inspect_files(sample_files(folder)), Progress())
        assert shop.settings.get(CATALOGUE_WORDS) == words
        shop.close()


def test_words_that_were_chosen_stay(tmp_path: Path) -> None:
    shop = open_shop(tmp_path / "shop")
    shop.settings.set(CATALOGUE_WORDS, "articles")
    import_files(shop, inspect_files(sample_files("films_en")), Progress())
    assert shop.settings.get(CATALOGUE_WORDS) == "articles"
    shop.close()


@pytest.mark.parametrize("what", ["rules", "hidden", "price", "model"])
def test_what_was_made_since_is_not_lost_for_the_sample(sample: Shop, what: str) -> None:
    own = Item(ItemId("mine"), "My mug", price=1.0)
    sample.catalogue.upsert([own])
    removed = remove_sample(sample, Progress())
    if what == "rules":
        scenarios.save(sample, Scenario("Window", Rules(list_length=3)))
    elif what == "hidden":
        scenarios.hide(sample, own.item_id, hidden=True)
    elif what == "price":
        sample.catalogue.upsert([replace(own, price=2.0)])
    else:
        sample.model_versions.add("mine", "models/m9", 1, {})
    with pytest.raises(RecsysError) as caught:
        bring_back(sample, removed, Progress())
    assert caught.value.code == "sample_gone"
    assert sample.catalogue.count() == 1
    sample.close()


def test_nothing_read_meanwhile_is_taken_for_what_came_back(sample: Shop) -> None:
    sample.catalogue.upsert([Item(ItemId("mine"), "My mug")])
    removed = remove_sample(sample, Progress())
    meanwhile = sample.catalogue.signature()
    bring_back(sample, removed, Progress())
    seen = {sample.catalogue.signature()}
    sample.catalogue.upsert([Item(ItemId("yours"), "Your mug")])
    assert meanwhile not in seen | {sample.catalogue.signature()}
    sample.close()
