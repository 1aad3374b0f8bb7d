"""The sample shops: reproduced from their seed, readable, and worth learning from."""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from recsys_desktop.domain.entities import Kind
from recsys_desktop.ingest.columns.kinds import kind_of

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLES = ROOT / "resources" / "sample_data"
FILES = ("en/products.csv", "en/orders.csv", "zh/products.csv", "zh/orders.csv")
LANGUAGES = ("en", "zh")
MEDIA = ("films_en", "films_zh", "articles_en", "articles_zh")
ALL_FILES = (*FILES, *(f"{folder}/{name}.csv" for folder in MEDIA for name in ("products", "orders")))
BOUGHT = {"en": "purchase", "zh": "购买"}


def rows(name: str) -> list[list[str]]:
    with (SAMPLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def test_seed_reproduces_the_committed_files_byte_for_byte(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "packaging" / "sample_shop.py"), "--seed", "20261124", "--out", str(tmp_path)]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": "7"})
    assert [name for name in ALL_FILES if (tmp_path / name).read_bytes() != (SAMPLES / name).read_bytes()] == []


def test_another_seed_gives_another_shop(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "packaging" / "sample_shop.py"), "--seed", "1", "--out", str(tmp_path)]
    subprocess.run(command, check=True)
    assert (tmp_path / "en/orders.csv").read_bytes() != (SAMPLES / "en/orders.csv").read_bytes()


def test_all_files_together_are_small() -> None:
    assert sum((SAMPLES / name).stat().st_size for name in ALL_FILES) < 3_000_000


@pytest.mark.parametrize("folder", MEDIA)
def test_films_and_articles_have_texts_of_their_own_and_known_words(folder: str) -> None:
    products, orders = rows(f"{folder}/products.csv"), rows(f"{folder}/orders.csv")
    assert 185 <= len(products) <= 210
    assert len({row[0] for row in products}) == len({row[1] for row in products}) == len(products)
    assert all(row[1] and row[2] and row[3] for row in products)
    assert not [row for row in products if re.search(r"[{}]|\s\s|^\s", row[1] + row[2])]
    assert {row[1] for row in orders} <= {row[0] for row in products}
    assert len({row[0] for row in orders}) == 300
    assert {kind_of(row[2]) for row in orders} == {Kind.VIEW, Kind.FAVOURITE, Kind.RATING, Kind.PURCHASE}


@pytest.mark.parametrize("language", LANGUAGES)
def test_products_have_titles_of_their_own_and_every_field(language: str) -> None:
    products = rows(f"{language}/products.csv")
    assert 290 <= len(products) <= 320
    assert len({row[0] for row in products}) == len({row[1] for row in products}) == len(products)
    assert all(row[2] and row[3] and float(row[6].removesuffix("元")) > 0 for row in products)
    assert not [row for row in products if re.search(r"[{}]|\s\s|^\s", row[1] + row[2])]


@pytest.mark.parametrize("language", LANGUAGES)
def test_behaviour_names_known_products_and_has_every_kind(language: str) -> None:
    known = {row[0] for row in rows(f"{language}/products.csv")}
    orders = rows(f"{language}/orders.csv")
    assert 12_000 <= len(orders) <= 15_000
    assert {row[1] for row in orders} <= known
    assert len({row[0] for row in orders}) == 500
    assert len({row[2] for row in orders}) == 5
    assert {row[4] for row in orders} <= {"", "1", "2", "3", "4", "5"}
    assert orders == sorted(orders, key=lambda row: row[5])
    assert (orders[0][5][:7], orders[-1][5][:10]) == ("2025-09", "2026-11-22")


@pytest.mark.parametrize("language", LANGUAGES)
def test_some_products_are_new_and_some_purchases_are_repeated(language: str) -> None:
    orders = rows(f"{language}/orders.csv")
    first_seen: dict[str, str] = {}
    for row in orders:
        first_seen.setdefault(row[1], row[5])
    assert sum(seen >= "2026-08-24" for seen in first_seen.values()) >= 35
    bought = Counter((row[0], row[1]) for row in orders if row[2] == BOUGHT[language])
    repeated = sum(count - 1 for count in bought.values()) / sum(bought.values())
    assert 0.1 < repeated < 0.3


def test_tastes_show_in_what_is_bought_together() -> None:
    """A customer's purchases share their designer far more often than two products drawn by popularity do."""
    brand = {row[0]: row[5] for row in rows("en/products.csv")}
    baskets: dict[str, set[str]] = {}
    for row in rows("en/orders.csv"):
        if row[2] == "purchase" and brand[row[1]]:
            baskets.setdefault(row[0], set()).add(row[1])
    pairs = [(a, b) for basket in baskets.values() for a in basket for b in basket if a < b]
    same = sum(brand[a] == brand[b] for a, b in pairs) / len(pairs)
    sold = Counter(brand[item] for basket in baskets.values() for item in basket)
    by_chance = sum((count / sold.total()) ** 2 for count in sold.values())
    assert 2 * by_chance < same < 0.6
