"""The window's sentences in the words of other catalogues: films that are watched, articles that are read.

The sentences are made by rules from those about products, so that nobody writes or translates them three times; a file of each
language and catalogue has the rules, and whole sentences where no rule gets one right.
"""

from __future__ import annotations

import re
import tomllib
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from functools import partial
from pathlib import Path

CATALOGUES = ("films", "articles")
LANGUAGES = ("en", "zh_CN")
FOLDER = Path(__file__).resolve().parent
#: Files are exports of shops whatever the window speaks of, and before there is a catalogue it has no words.
_LEFT_ALONE = re.compile(r"Import|import|Past|DateQuestion|FormatQuestion|NearTitles|Welcome|BadRows")
#: Names of shop programs and of settings' choices.
_KEPT = {"Products of a shop", "What you recommend"}
_KEPT_PARTS = ("a small shop can run", "Shopify", "WooCommerce", "sample shop", "instead of products that are bought")


@dataclass(frozen=True)
class Wording:
    """How one language speaks of one kind of catalogue."""

    rules: tuple[tuple[re.Pattern[str], str], ...]
    sentences: dict[str, str]

    @classmethod
    def read(cls, language: str, catalogue: str) -> Wording:
        """Read the file of a language ("en", "zh_CN") and a catalogue ("films", "articles")."""
        with (FOLDER / f"{language}_{catalogue}.toml").open("rb") as file:
            found = tomllib.load(file)
        return cls(
            tuple((re.compile(pattern, re.IGNORECASE), word) for pattern, word in found["rules"]), found.get("sentences", {})
        )

    def reworded(self, context: str, source: str, shown: str) -> str:
        """Return a sentence in other words: ``shown`` is the one shown for the English ``source``."""
        if _LEFT_ALONE.match(context) or source in _KEPT or any(part in source for part in _KEPT_PARTS):
            return shown
        if source in self.sentences:
            return self.sentences[source]
        for pattern, word in self.rules:
            shown = pattern.sub(partial(_replaced, word), shown)
        return shown


def _replaced(word: str, found: re.Match[str]) -> str:
    """Return the word with a capital letter where the one it replaces has one; names of values, "{customers}", stay."""
    if found.string[: found.start()].endswith("{"):
        return found.group()
    other = found.expand(word)
    return other[0].upper() + other[1:] if found.group()[0].isupper() else other


def reworded_file(source: Path, language: str, catalogue: str) -> ElementTree.ElementTree[ElementTree.Element]:
    """Return a translators' file with the sentences that differ, made from the Chinese one, which has every source text."""
    wording = Wording.read(language, catalogue)
    root = ElementTree.Element("TS", version="2.1", language=language)
    for context in ElementTree.parse(source).getroot().iter("context"):
        name = context.findtext("name") or ""
        made = ElementTree.SubElement(root, "context")
        ElementTree.SubElement(made, "name").text = name
        for entry in context.iter("message"):
            text = entry.findtext("source") or ""
            shown = text if language == "en" else "".join(entry.find("translation").itertext())  # type: ignore[union-attr]  # always there
            other = wording.reworded(name, text, shown)
            if other != shown:
                message = ElementTree.SubElement(made, "message")
                ElementTree.SubElement(message, "source").text = text
                ElementTree.SubElement(message, "translation").text = other
    return ElementTree.ElementTree(root)
