"""What a shop exports comes in again as it was, in every form, whatever letters it is made of."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Interaction, Item, Kind
from recsys_desktop.domain.progress import Progress
from recsys_desktop.handouts.tables import FORMS, Form
from recsys_desktop.ingest.cleaning.ids import clean_id, is_rounded, means_nothing
from recsys_desktop.ingest.cleaning.lists import category_path, first_address, split_tags
from recsys_desktop.ingest.cleaning.plain_text import plain_text
from recsys_desktop.services.handing.exporting import export
from recsys_desktop.services.imports.importing import import_files, inspect_files
from recsys_desktop.services.shop import open_shop
from recsys_desktop.store.staging import Staging
from tests.ingest.test_cleaning_twice import WILD

#: Ids that exports and spreadsheets are fond of spoiling.
TRICKY_IDS = [
    "00123",
    "17850",
    "12345678901234567890",
    "nan",
    "NULL",
    "-",
    "=1+1",
    "1E5",
    "+49",
    "a b",
    "'x",
    "POST",
    "D",
    "茶-1",
    "TRUE",
    "1/2",
]


def is_usual(item_id: str) -> bool:
    """Return whether an id can come out of an import. A product without a title gets its id as one, so it is to be a text, too."""
    return bool(item_id) and not is_rounded(item_id) and plain_text(item_id) == item_id


ids = st.one_of(st.sampled_from(TRICKY_IDS), WILD.map(clean_id).filter(is_usual))
words = st.one_of(
    WILD, st.sampled_from(["", "NULL", "nan", "=cmd|' /C calc'!A0", "1,299", "12,50", "0012", "TRUE", "2024-01-02"])
).map(plain_text)
prices = st.one_of(st.none(), st.floats(0.01, 1e9).map(lambda x: round(x, 3)), st.sampled_from([0.0, 1299.0, 1.299, 12.5]))
products = st.builds(
    Item,
    item_id=ids.map(ItemId),
    title=words,
    description=words,
    category=WILD.map(category_path),
    tags=WILD.map(split_tags),
    brand=words,
    price=prices,
    currency=st.sampled_from(["", "EUR", "CNY"]),
    stock=st.one_of(st.none(), st.integers(0, 10_000)),
    url=st.sampled_from(["", "https://a.example/?a=1;b=2", "=HYPERLINK(1)", "/lamp,red"]),
    image=WILD.map(first_address).map(plain_text).map(first_address),
)
events = st.builds(
    Interaction,
    user_id=ids.map(UserId),
    item_id=ids.map(ItemId),
    kind=st.sampled_from([Kind.VIEW, Kind.PURCHASE, Kind.CART, Kind.RATING]),
    value=st.none(),
    quantity=st.sampled_from([1.0, 2.0, 0.5, 1000.0]),
    time=st.one_of(st.none(), st.integers(0, 4_000_000_000)),
    order_id=st.one_of(st.just(""), ids),
).map(lambda one: replace(one, value=4.5) if one.kind is Kind.RATING else one)


def fill(folder: Path, items: list[Item], interactions: list[Interaction]) -> None:
    shop = open_shop(folder)
    with Staging(shop.database) as staging:
        staging.add_items(items)
        staging.add_interactions(interactions)
        staging.merge(Progress())
    shop.close()


def held(folder: Path) -> tuple[dict[str, Item], list[Interaction]]:
    shop = open_shop(folder)
    items = {item.item_id: item for _, item in shop.catalogue.iterate()}
    interactions = sorted(shop.interactions.iterate(), key=repr)
    shop.close()
    return items, interactions


def taken_over(source: Path, target: Path, form: Form) -> None:
    """Export a shop's catalogue and behaviour and import both into another."""
    shop = open_shop(source)
    files = [source.parent / f"catalogue.{form}", source.parent / f"behaviour.{form}"]
    rows = export(shop, "catalogue", files[0], Progress()).rows, export(shop, "behaviour", files[1], Progress()).rows
    shop.close()
    shop = open_shop(target)
    report = import_files(shop, inspect_files([file for file, count in zip(files, rows, strict=True) if count]), Progress())
    shop.close()
    assert [(file.platform, file.bad, file.skipped) for file in report.files] == [
        (platform, 0, {}) for platform, count in zip(("recsys_catalogue", "recsys_behaviour"), rows, strict=True) if count
    ]


@pytest.mark.parametrize("form", FORMS)
@settings(
    max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.reuse, Phase.generate]
)
@given(items=st.lists(products, min_size=1, max_size=6), interactions=st.lists(events, max_size=6))
def test_wild_shops(form: Form, items: list[Item], interactions: list[Interaction]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "source", Path(folder) / "target"
        fill(source, items, interactions)
        taken_over(source, target, form)
        assert held(target) == held(source)


@pytest.mark.parametrize("form", FORMS)
def test_a_shop_of_tricky_texts(tmp_path: Path, form: Form) -> None:
    items = [
        Item(
            ItemId(item_id),
            f'Lamp {number}, "red"',
            f"line; 'x' | {number}",
            "Home > A/B",
            ("=a", "b c"),
            "O'Brien",
            round(1.299 + number, 3),
        )
        for number, item_id in enumerate(TRICKY_IDS)
    ]
    interactions = [
        Interaction(UserId(item_id), ItemId(item_id), Kind.PURCHASE, None, 2.0, 86_400 * number, item_id)
        for number, item_id in enumerate(TRICKY_IDS)
    ]
    fill(tmp_path / "source", items, interactions)
    taken_over(tmp_path / "source", tmp_path / "target", form)
    assert held(tmp_path / "target") == held(tmp_path / "source")
    assert set(held(tmp_path / "target")[0]) == set(TRICKY_IDS)


def test_ids_that_mean_nothing_elsewhere_are_marked_in_the_file(tmp_path: Path) -> None:
    assert means_nothing("nan")
    fill(tmp_path / "source", [Item(ItemId("nan"), "Nan")], [])
    shop = open_shop(tmp_path / "source")
    export(shop, "catalogue", tmp_path / "c.csv", Progress())
    shop.close()
    assert (tmp_path / "c.csv").read_text(encoding="utf-8-sig").splitlines()[1] == "''nan,Nan,,,,,,,,,"
