"""Customers known by an address: codes in the store, the key beside it, found again by typing the address."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import FeedbackKind, Interaction, Kind
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.ingest.people.pseudonyms import Pseudonyms, is_pseudonym
from recsys_desktop.services.pseudonyms import KEY_FILE, customers_called, hide_contacts, known_as, pseudonyms_for
from recsys_desktop.services.shop import Shop, open_shop
from recsys_desktop.settings import KEEP_CONTACTS

ADDRESS = "zz.canary@example.org"


@pytest.fixture
def shop(tmp_shop_dir: Path) -> Iterator[Shop]:
    opened = open_shop(tmp_shop_dir)
    yield opened
    opened.close()


def bought(shop: Shop, user: str, item: str = "i", time: int = 1_700_000_000) -> None:
    shop.interactions.add_many([Interaction(UserId(user), ItemId(item), Kind.PURCHASE, None, 1.0, time, "o")])


def code(shop: Shop, text: str) -> str:
    pseudonyms = pseudonyms_for(shop)
    assert pseudonyms is not None
    return pseudonyms.of(text)


def test_codes_are_keyed_hashes_of_the_settled_text() -> None:
    # HMAC-SHA-256 with 32 zero bytes, computed apart with openssl.
    assert Pseudonyms(bytes(32)).of("ann@example.org") == "c-7bfe6be90050b256"
    assert Pseudonyms(bytes(32)).of("  ANN@example.ORG ") == "c-7bfe6be90050b256"
    assert Pseudonyms(bytes(31) + b"1").of("ann@example.org") != "c-7bfe6be90050b256"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("+49 170 1234567", "0049170-1234567"),
        ("138 1234 5678", "13812345678"),
        ("Anna  Müller", "ANNA MÜLLER"),
        ("ａｎｎ@a.de", "ann@a.de"),
    ],
)
def test_ways_of_writing_one_address_give_one_code(one: str, other: str) -> None:
    assert Pseudonyms(bytes(32)).of(one) == Pseudonyms(bytes(32)).of(other)


def test_a_code_stays_what_it_is_and_nothing_has_none() -> None:
    made = Pseudonyms(bytes(32)).of("ann@example.org")
    assert Pseudonyms(bytes(32)).of(made) == made
    assert Pseudonyms(bytes(32)).of("  ") == ""


def test_the_key_is_made_at_the_first_address_and_is_this_persons_only(shop: Shop) -> None:
    pseudonyms = pseudonyms_for(shop)
    assert pseudonyms is not None
    path = shop.data_dir / KEY_FILE
    assert not path.exists()
    first = pseudonyms.of(ADDRESS)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len(bytes.fromhex(path.read_text())) == 32
    assert code(shop, ADDRESS) == first
    assert not list(shop.data_dir.glob(".*"))


def test_a_trial_leaves_no_key(shop: Shop) -> None:
    pseudonyms = pseudonyms_for(shop, trial=True)
    assert pseudonyms is not None
    assert is_pseudonym(pseudonyms.of(ADDRESS))
    assert not (shop.data_dir / KEY_FILE).exists()


def test_two_shops_have_different_codes(shop: Shop, tmp_path: Path) -> None:
    other = open_shop(tmp_path / "other")
    assert code(shop, ADDRESS) != code(other, ADDRESS)
    other.close()


def test_a_lost_key_is_not_silently_replaced(shop: Shop) -> None:
    bought(shop, code(shop, ADDRESS))
    (shop.data_dir / KEY_FILE).unlink()
    with pytest.raises(RecsysError) as caught:
        code(shop, ADDRESS)
    assert caught.value.code == "customers_key_lost"
    assert str(shop.data_dir / KEY_FILE) in str(caught.value.message)
    assert not (shop.data_dir / KEY_FILE).exists()


def test_a_lost_key_without_codes_in_the_shop_harms_nobody(shop: Shop) -> None:
    code(shop, ADDRESS)
    (shop.data_dir / KEY_FILE).unlink()
    assert is_pseudonym(code(shop, ADDRESS))


@pytest.mark.parametrize("content", ["", "zz", "00" * 31, "\ufeff" + "00" * 32])
def test_a_damaged_key_is_told(shop: Shop, content: str) -> None:
    code(shop, ADDRESS)
    (shop.data_dir / KEY_FILE).write_text(content, encoding="utf-8")
    with pytest.raises(RecsysError) as caught:
        code(shop, ADDRESS)
    assert caught.value.code == "customers_key_wrong"


def test_another_shops_key_is_told(shop: Shop) -> None:
    bought(shop, code(shop, ADDRESS))
    (shop.data_dir / KEY_FILE).write_text("ab" * 32)
    with pytest.raises(RecsysError) as caught:
        code(shop, ADDRESS)
    assert caught.value.code == "customers_key_wrong"


def test_a_customer_is_found_by_the_typed_address(shop: Shop) -> None:
    ann = code(shop, ADDRESS)
    bought(shop, ann)
    bought(shop, "17850")
    assert known_as(shop, " ZZ.Canary@Example.org") == ann
    assert known_as(shop, "17850") == "17850"
    assert known_as(shop, "bob@example.org") == "bob@example.org"
    assert customers_called(shop, ADDRESS) == [ann]
    assert customers_called(shop, "178") == ["17850"]
    assert set(customers_called(shop, "")) == {ann, "17850"}


def test_looking_for_an_address_makes_no_key(shop: Shop) -> None:
    assert customers_called(shop, ADDRESS) == []
    assert not (shop.data_dir / KEY_FILE).exists()


def test_a_shop_may_keep_addresses_and_has_nobody_twice(shop: Shop) -> None:
    ann = code(shop, ADDRESS)
    bought(shop, ann)
    shop.settings.set(KEEP_CONTACTS, True)
    assert code(shop, ADDRESS.upper()) == ann  # came in under a code, and keeps it
    assert code(shop, "bob@example.org") == "bob@example.org"


def test_a_shop_without_codes_that_keeps_addresses_needs_no_key(shop: Shop) -> None:
    shop.settings.set(KEEP_CONTACTS, True)
    bought(shop, ADDRESS)
    assert pseudonyms_for(shop) is None
    assert hide_contacts(shop) == 0


def test_stored_addresses_get_codes_and_are_gone_from_the_file(shop: Shop) -> None:
    bought(shop, ADDRESS, "a", 1_700_000_000)
    bought(shop, "17850", "a")
    shop.feedback.append(UserId(ADDRESS), ItemId("a"), FeedbackKind.LIKE, None, 1_700_000_100, 1)
    assert hide_contacts(shop) == 1
    ann = known_as(shop, ADDRESS)
    assert is_pseudonym(ann)
    assert [one.item_id for one in shop.interactions.of_user(ann)] == ["a"]
    assert len(shop.feedback.of_user(ann)) == 1
    shop.database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for path in shop.data_dir.rglob("*"):
        assert not path.is_file() or ADDRESS.encode() not in path.read_bytes(), path


def test_an_address_and_its_code_become_one_customer(shop: Shop) -> None:
    ann = code(shop, ADDRESS)
    bought(shop, ann, "a")
    bought(shop, ADDRESS, "a")
    bought(shop, ADDRESS, "b", 1_800_000_000)
    before = shop.interactions.signature()
    assert hide_contacts(shop) == 1
    assert shop.users.keys()[1] == [ann]
    assert [(one.item_id, one.time) for one in shop.interactions.of_user(UserId(ann))] == [
        ("b", 1_800_000_000),
        ("a", 1_700_000_000),
    ]
    assert shop.users.search("") == [ann]
    assert shop.interactions.signature() != before
