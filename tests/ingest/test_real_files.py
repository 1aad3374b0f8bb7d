"""Real exports, imported with no setting touched. Skipped where this machine has none of them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from recsys_desktop.domain.progress import Progress
from recsys_desktop.ingest.pipeline import inspect, read
from tests.ingest.reading import read_file


@pytest.mark.parametrize(
    ("name", "platform", "rows", "items"),
    [
        ("shop_exports/shopify_apparel.csv", "shopify_products", 22, 20),
        ("shop_exports/shopify_bakery_2025.csv", "shopify_products", 24, 24),
        ("shop_exports/shopify_home-and-garden.csv", "shopify_products", 21, 20),
        ("shop_exports/shopify_jewelery.csv", "shopify_products", 41, 20),
        ("shop_exports/woocommerce_sample_products.csv", "woocommerce_products", 24, 15),
        ("shop_exports/etsy_listings.csv", "etsy_listings", 92, 92),
        ("movielens_small/movies.csv", "movielens_movies", 9742, 9742),
        ("movielens_small/links.csv", "movielens_links", 9742, 9742),
        ("taobao_beauty/taobao_beauty_double11.csv", "taobao_snapshots", 27598, 3497),
    ],
)
def test_catalogues(shared_data: Path, name: str, platform: str, rows: int, items: int) -> None:
    outcome = read_file(shared_data / name)
    assert (outcome.plan.platform, outcome.plan.role, outcome.rows, outcome.bad) == (platform, "catalogue", rows, [])
    assert len({item.item_id for item in outcome.items}) == items == outcome.balance()
    assert not any("\ufffd" in item.title or "<" in item.description for item in outcome.items)


def test_ratings(shared_data: Path) -> None:
    outcome = read_file(shared_data / "movielens_small/ratings.csv")
    assert (outcome.plan.platform, outcome.rows, outcome.bad, outcome.skipped) == ("movielens_ratings", 100836, [], {})
    assert len({row.user_id for row in outcome.interactions}) == 610
    assert {row.value for row in outcome.interactions} == {half / 2 for half in range(1, 11)}


def test_online_retail(shared_data: Path) -> None:
    """The counts are those of the protocol for measuring quality: 396,337 lines, 3,659 products, 4,334 customers."""
    skipped: Counter[str] = Counter()
    users, items, titles = set(), set(), {}
    rows = lines = bad = 0
    for chunk in read(inspect(shared_data / "online_retail/OnlineRetail.csv"), Progress()):
        rows += chunk.rows
        bad += len(chunk.bad)
        skipped += chunk.skipped
        lines += len(chunk.events)
        users.update(row.user_id for row in chunk.events.rows())
        items.update(row.item_id for row in chunk.events.rows())
        titles.update({item.item_id: item.title for item in chunk.items})
    assert (rows, bad, lines, len(items), len(users)) == (541_909, 0, 396_337, 3_659, 4_334)
    assert skipped == {"cancelled": 10_624, "non_product": 2_399, "no_price": 1_161, "no_customer": 131_388}
    assert items <= titles.keys()
    assert titles["85123A"] == "WHITE HANGING HEART T-LIGHT HOLDER"
    assert not {"POST", "M", "DOT", "BANK CHARGES", "gift_0001_20"} & titles.keys()


@pytest.mark.parametrize(
    "name", ["messy_csv/csvkit/null_byte.csv", "messy_csv/csvkit/mac_newlines.csv", "messy_csv/csvkit/test_utf16_big.csv"]
)
def test_odd_files_are_looked_into_without_a_crash(shared_data: Path, name: str) -> None:
    from recsys_desktop.ingest.formats.sniffing import sniff

    assert sniff(shared_data / name).delimiter == ","
