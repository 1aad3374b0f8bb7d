"""Orders call products by other names than catalogues do; imported in either order, they meet."""

from __future__ import annotations

from pathlib import Path

import pytest

from recsys_desktop.domain.progress import Progress
from recsys_desktop.services.imports.importing import import_files, inspect_files
from recsys_desktop.services.shop import Shop, open_shop

SAMPLES = Path(__file__).parents[1] / "ingest" / "platforms"

#: Per pair of samples: all products there are afterwards, and what was bought, each customer's line.
PAIRS = [
    # by its name: the listings carry no numbers
    ("etsy_listings", "etsy_sold_items", {"red-lamp", "blue-chair"}, [("red-lamp", 1.0)]),
    # a variation's SKU, and a name where there is none
    ("woocommerce_products", "woocommerce_orders", {"44", "45", "46", "47", "48"}, [("44", 1.0), ("47", 1.0)]),
    ("woocommerce_products", "woocommerce_orders-one_row_per_item", {"44", "45", "46", "47", "48"}, [("44", 2.0)]),
    ("square_library", "square_sales", {"house-blend", "gift-wrap", "milk", "green-tea"}, [("house-blend", 1.0)]),
    ("wix_products", "wix_orders", {"product_1", "product_2", "product_3", "product_4"}, [("product_1", 2.0)]),
    ("squarespace_products", "squarespace_orders", {"5f1", "5f2", "5f3"}, [("5f1", 1.0), ("5f2", 2.0)]),
]


@pytest.mark.parametrize(("catalogue", "orders", "products", "bought"), PAIRS, ids=[pair[1] for pair in PAIRS])
@pytest.mark.parametrize("way", ["together", "catalogue first", "orders first"])
def test_orders_meet_their_catalogue(
    tmp_path: Path, way: str, catalogue: str, orders: str, products: set[str], bought: list[tuple[str, float]]
) -> None:
    shop = open_shop(tmp_path)
    try:
        files = [SAMPLES / f"{name}.csv" for name in (catalogue, orders)]
        for step in {"together": [files], "catalogue first": [[files[0]], [files[1]]], "orders first": [[files[1]], [files[0]]]}[
            way
        ]:
            import_files(shop, inspect_files(step), Progress())
        assert {item.item_id for _, item in shop.catalogue.iterate()} == products
        assert sorted(purchases(shop)) == bought
    finally:
        shop.close()


def purchases(shop: Shop) -> list[tuple[str, float]]:
    """Return (product, quantity) of all behaviour."""
    return [(row.item_id, row.quantity) for user in shop.users.search("") for row in shop.interactions.of_user(user)]
