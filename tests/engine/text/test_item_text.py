from __future__ import annotations

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.engine.text.item_text import item_text, shorten, text_hash


def test_all_fields_stand_in_the_sentence_title_first() -> None:
    item = Item(ItemId("1"), "Mug", "Holds  tea\nor coffee.", "Home > Kitchen", ("gift", "tea"), "Ayla", price=3.5)
    assert item_text(item) == "Mug. category: Home > Kitchen. brand: Ayla. tags: gift, tea. description: Holds tea or coffee."


def test_a_bare_title_is_the_title() -> None:
    assert item_text(Item(ItemId("1"), "  WHITE   METAL LANTERN ")) == "WHITE METAL LANTERN"


def test_no_title_leaves_no_stray_separator() -> None:
    assert item_text(Item(ItemId("1"), "", brand="Ayla")) == "brand: Ayla"


def test_a_long_description_is_cut_after_a_word() -> None:
    text = item_text(Item(ItemId("1"), "Mug", description="word " * 1000))
    assert text == "Mug. description: " + " ".join(["word"] * 48)


def test_shorten_keeps_what_fits_and_drops_hanging_punctuation() -> None:
    assert shorten("one, two", 8) == "one, two"
    assert shorten("one, two", 7) == "one"


def test_price_and_stock_do_not_change_the_text() -> None:
    one = Item(ItemId("1"), "Mug", price=1.0, stock=3, url="a", image="b")
    other = Item(ItemId("2"), "Mug", price=2.0, stock=0)
    assert text_hash(item_text(one)) == text_hash(item_text(other))


def test_hash_is_the_start_of_sha256() -> None:
    assert text_hash("") == "e3b0c44298fc1c149afbf4c8996fb924"


def test_hash_of_broken_characters_does_not_fail() -> None:
    assert len(text_hash("\ud800")) == 32
