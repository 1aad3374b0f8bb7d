"""Addresses of customers are found in the shop's own files: by number, or by the code that an address has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from recsys_desktop.domain.columns import UserId
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.services.handing.addresses import addresses_in
from recsys_desktop.services.imports.importing import import_files, inspect_files
from recsys_desktop.services.pseudonyms import known_as
from recsys_desktop.services.shop import Shop, open_shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    opened = open_shop(tmp_path / "shop")
    yield opened
    opened.close()


def test_by_the_number_of_a_customer(shop: Shop, tmp_path: Path) -> None:
    for number in ("6", "12", "13"):
        shop.users.add(UserId(number))
    path = tmp_path / "customers.csv"
    # The pieces look like customer 6, and are not taken for them.
    path.write_text(
        "Pieces,Customer,E-mail\n6,12,ann@example.org\n6,13,bob@example.org\n6,14,eve@example.org\n6,13,bob@example.net\n"
    )
    assert addresses_in(shop, path, Progress()) == {"12": "ann@example.org", "13": "bob@example.net"}


def test_by_the_address_a_code_stands_for(shop: Shop, tmp_path: Path) -> None:
    orders = tmp_path / "orders.csv"
    orders.write_text(
        "order_id,email,product_id,date,quantity\n"
        + "".join(f"{n},{name}@example.org,p{n},2026-01-0{n + 1},1\n" for n, name in enumerate(("ann", "bob", "ann", "cat")))
    )
    import_files(shop, inspect_files([orders]), Progress())
    assert shop.users.key_of(UserId("ann@example.org")) is None
    found = addresses_in(shop, orders, Progress())
    assert sorted(found.values()) == ["ann@example.org", "bob@example.org", "cat@example.org"]
    assert found[known_as(shop, "bob@example.org")] == "bob@example.org"
    bare = tmp_path / "newsletter.txt"
    bare.write_text("Ann@Example.org;1\nstranger@example.org;2\nx@example.org;3\n")
    assert addresses_in(shop, bare, Progress()) == {known_as(shop, "ann@example.org"): "Ann@Example.org"}


def test_a_file_without_customers_of_the_shop(shop: Shop, tmp_path: Path) -> None:
    shop.users.add(UserId("7"))
    path = tmp_path / "customers.csv"
    path.write_text("id,email\n1,ann@example.org\n2,bob@example.org\n")
    with pytest.raises(RecsysError) as caught:
        addresses_in(shop, path, Progress())
    assert caught.value.code == "no_addresses"
    assert "2 addresses" in str(caught.value.message)
