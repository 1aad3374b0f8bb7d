"""Models taken away and got back, and what becomes of their files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.services.learning.model_versions import drop_orphans, drop_refused, is_refused, remove, restore
from recsys_desktop.services.shop import Shop


def add(shop: Shop, parent: int, *, kept: bool) -> int:
    """A model with a folder of one file."""
    number = shop.model_versions.add(
        "trained", f"models/m{parent}-{kept}-{len(shop.model_versions.list())}", parent, {"kept": kept}
    ).number
    folder = shop.data_dir / shop.model_versions.get(number).folder
    folder.mkdir(parents=True)
    (folder / "weights").write_bytes(b"0")
    return number


def folders(shop: Shop) -> int:
    return len(list(shop.models_dir.iterdir()))


@pytest.fixture
def shop(tmp_shop_dir: Path) -> Shop:
    return Shop(tmp_shop_dir)


def test_a_model_comes_back_under_its_number_with_its_files(shop: Shop) -> None:
    number = add(shop, 1, kept=True)
    shop.catalogue.upsert([Item(ItemId("a"), "mug")])
    keys, _ = shop.catalogue.keys()
    shop.vectors.put_many(number, keys, ["hash"], np.ones((1, 4), np.float32))
    removed = remove(shop, number)
    assert [version.number for version in shop.model_versions.list()] == [1]
    restore(shop, removed)
    assert shop.model_versions.get(number) == removed
    assert folders(shop) == 1
    assert len(shop.vectors.load(number)[0]) == 0  # read anew when it is next used
    shop.close()


def test_what_was_trained_from_a_removed_model_stands_on_the_one_before(shop: Shop) -> None:
    second = add(shop, 1, kept=True)
    third = add(shop, second, kept=True)
    remove(shop, second)
    assert shop.model_versions.get(third).parent == 1
    shop.close()


def test_the_model_in_use_and_the_first_one_stay(shop: Shop) -> None:
    number = add(shop, 1, kept=True)
    shop.model_versions.activate(number)
    for stays in (1, number):
        with pytest.raises(RecsysError) as caught:
            remove(shop, stays)
        assert caught.value.code == "model_version_in_use"
    shop.close()


def test_files_of_removed_models_go_in_the_end(shop: Shop) -> None:
    first, second = add(shop, 1, kept=True), add(shop, 1, kept=True)
    remove(shop, first)
    assert folders(shop) == 2
    drop_orphans(shop)
    assert folders(shop) == 1
    assert (shop.data_dir / shop.model_versions.get(second).folder / "weights").exists()
    shop.close()


def test_only_models_that_were_no_better_are_dropped(shop: Shop) -> None:
    better, refused, chosen, latest = (add(shop, 1, kept=kept) for kept in (True, False, False, False))
    shop.model_versions.activate(chosen)  # a person wanted it all the same
    assert [is_refused(shop.model_versions.get(number)) for number in (1, better, refused)] == [False, False, True]
    drop_refused(shop, but=(latest,))
    assert [version.number for version in shop.model_versions.list()] == [latest, chosen, better, 1]
    assert folders(shop) == 3
    shop.close()


def test_a_model_whose_files_are_gone_does_not_come_back(shop: Shop) -> None:
    removed = remove(shop, add(shop, 1, kept=True))
    drop_orphans(shop)
    with pytest.raises(RecsysError) as caught:
        restore(shop, removed)
    assert caught.value.code == "model_files_gone"
    assert [version.number for version in shop.model_versions.list()] == [1]
    shop.close()
