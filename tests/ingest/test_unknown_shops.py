"""Exports of shops and logs without an entry of their own, in many languages: which column is which, by their names alone.

``unknown_shops.json`` holds headers as these systems write them with rows of our own, and the columns a person would choose.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from recsys_desktop.ingest.columns.mapping import guess
from recsys_desktop.ingest.columns.name_words import fields_by_words, folded

EXPORTS = json.loads((Path(__file__).parent / "unknown_shops.json").read_text("utf-8"))


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: str(export["export"]))
def test_columns_are_found_by_the_words_of_their_names(export: dict[str, Any]) -> None:
    assert guess(export["header"], export["rows"]).columns == export["columns"]


@pytest.mark.parametrize(
    "name",
    [
        "Ship date",
        "Order status",
        "Product tax class",
        "Weight unit",
        "Marketplace",
        "Delivery address",
        "Order total",
        "Sales",
        "",
    ],
)
def test_names_with_a_word_that_says_something_else_mean_no_field(name: str) -> None:
    assert fields_by_words(name) == {}


def test_accents_and_compounds_do_not_matter() -> None:
    assert folded("Zdjęcie ŁÓŻKA Größe Øl İÇİ") == "zdjecie lozka grosse ol ici"
    assert fields_by_words("KundenNr.") == fields_by_words("Numéro client") == {"user_id": 0}
    assert fields_by_words("商品编码(SKU)") == fields_by_words("Código del producto") == {"item_id": 0}


def test_how_many_products_is_no_product_number() -> None:
    assert fields_by_words("Nombre de produits") == {}
    assert set(fields_by_words("Número de productos")) == set(fields_by_words("Number of products")) == {"quantity"}
    assert fields_by_words("Número de producto") == {"item_id": 0}


def test_a_reviews_own_title_is_no_name_of_a_product() -> None:
    rows = [["5", "Lovely", "I like it", "B1", "u1"], ["4", "Good", "Fine", "B2", "u2"], ["1", "Bad", "No", "B1", "u3"]]
    assert guess(["rating", "title", "text", "asin", "user_id"], rows).columns == {
        "user_id": "user_id",
        "item_id": "asin",
        "value": "rating",
        "description": "text",
    }
    named = guess(["rating", "product_title", "text", "asin", "user_id"], rows).columns
    assert named == {"user_id": "user_id", "item_id": "asin", "value": "rating", "title": "product_title"}


def test_nested_names_are_read_from_their_end() -> None:
    header = ["customer.id", "customer.name", "products.product_id", "products.name", "products.images.url", "created_at"]
    rows = [["7", "Ann", "1", "Mug", "https://a.example/1.jpg", "2026-01-02"]]
    assert guess(header, rows).columns == {
        "user_id": "customer.id",
        "item_id": "products.product_id",
        "title": "products.name",
        "image": "products.images.url",
        "time": "created_at",
    }


def test_a_value_in_money_is_no_rating() -> None:
    rows = [["u1", "A", "24.00", "EUR"], ["u2", "B", "8.00", "EUR"], ["u3", "A", "24.00", "EUR"]]
    columns = guess(["customer_id", "product_id", "value", "currency"], rows).columns
    assert columns == {"user_id": "customer_id", "item_id": "product_id", "currency": "currency"}
