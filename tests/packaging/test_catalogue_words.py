"""The window's sentences in the words of other catalogues."""

from __future__ import annotations

import string
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = ROOT / "resources" / "translations" / "recsys_desktop_zh_CN.ts"
sys.path.insert(0, str(ROOT / "packaging"))

import catalogue_words  # noqa: E402 beside the tools, not in a package of its own

EVERY = [(language, catalogue) for language in catalogue_words.LANGUAGES for catalogue in catalogue_words.CATALOGUES]


@pytest.mark.parametrize(
    ("catalogue", "source", "expected"),
    [
        ("films", "{count} purchases", "{count} viewings"),
        ("films", "What sells well now", "What is popular now"),
        ("films", "&Add product…", "&Add film…"),
        ("films", "No: {ours} of {customers} customers bought it", "No: {ours} of {customers} viewers watched it"),
        ("articles", "A product needs a title.", "An article needs a title."),
        ("articles", "Customers whose next purchase was on their list", "Readers whose next reading was on their list"),
        ("articles", "In which order products are bought plays no part.", "In which order articles are read plays no part."),
        ("films", "Shopify products", "Shopify products"),
    ],
)
def test_english_sentences_are_made_by_rules(catalogue: str, source: str, expected: str) -> None:
    assert catalogue_words.Wording.read("en", catalogue).reworded("HomePage", source, source) == expected


@pytest.mark.parametrize(
    ("catalogue", "shown", "expected"),
    [
        ("films", "{items} 件商品，{users} 位客户", "{items} 部影片，{users} 位观众"),
        ("films", "买过两件或更多商品", "看过两部或更多影片"),
        ("articles", "用畅销榜则是 {popularity} 位", "用热读榜则是 {popularity} 位"),
        ("articles", "最像畅销商品的新商品", "最像热门文章的新文章"),
    ],
)
def test_chinese_sentences_are_made_by_rules(catalogue: str, shown: str, expected: str) -> None:
    assert catalogue_words.Wording.read("zh_CN", catalogue).reworded("HomePage", "English", shown) == expected


def test_where_files_of_shops_are_spoken_of_nothing_changes() -> None:
    wording = catalogue_words.Wording.read("en", "films")
    assert wording.reworded("ImportDialog", "Import products", "Import products") == "Import products"
    assert wording.reworded("Welcome", "Try the sample shop", "Try the sample shop") == "Try the sample shop"


@pytest.mark.parametrize(("language", "catalogue"), EVERY)
def test_every_sentence_names_the_same_values_and_leaves_no_shop(language: str, catalogue: str) -> None:
    def named(text: str) -> list[str]:
        return sorted(field for _, field, _, _ in string.Formatter().parse(text) if field is not None)

    left = ("bought", "purchase", "customer") if language == "en" else ("商品", "客户", "购买", "店铺")
    made = catalogue_words.reworded_file(SOURCE, language, catalogue).getroot()
    entries = [(entry.findtext("source") or "", entry.findtext("translation") or "") for entry in made.iter("message")]
    assert len(entries) > 200
    assert [text for source, text in entries if named(source) != named(text)] == []
    spoken = [("".join(part for part, *_ in string.Formatter().parse(text))).lower() for _, text in entries]
    assert [text for text in spoken if any(word in text for word in left)] == []


def test_whole_sentences_are_ones_of_the_source() -> None:
    known = {entry.findtext("source") for entry in ElementTree.parse(SOURCE).getroot().iter("message")}
    for language, catalogue in EVERY:
        sentences = catalogue_words.Wording.read(language, catalogue).sentences
        assert [source for source in sentences if source not in known] == []
