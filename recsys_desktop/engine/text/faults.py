"""What keeps a product's text from being understood, told from the text alone."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from recsys_desktop.domain.entities import Item
from recsys_desktop.engine.text.item_text import item_text
from recsys_desktop.engine.words import words

#: A title of no more words than this, with nothing behind it, says hardly anything; Chinese words are counted as pairs of letters.
_FEW_WORDS = 2
_FEWEST_LETTERS = 3
#: Part of the products that must have a category before its absence elsewhere is a fault; likewise a writing.
_CUSTOM, _COMMON_WRITING = 0.5, 0.8


class Fault(StrEnum):
    """Faults, the gravest first. The words are stable."""

    CODE = "code"  # the title is a number or a code
    THIN = "thin"  # a word or two and nothing else
    OTHER_WRITING = "other_writing"  # in other letters than the catalogue: the model sees no likeness across them
    TWIN = "twin"  # word for word the text of another product
    NO_CATEGORY = "no_category"  # where most products have one


def faults_of(items: Sequence[Item]) -> list[tuple[Fault, ...]]:
    """Return the faults of each product, the gravest first."""
    texts = [item_text(item).casefold() for item in items]
    same = Counter(texts)
    custom = 2 * sum(bool(item.category) for item in items) >= len(items) and any(item.category for item in items)
    writings = [writing_of(text) for text in texts]
    common = _common(writings)
    found = []
    for item, text, writing in zip(items, texts, writings, strict=True):
        code = is_code(item)
        signs = {
            Fault.CODE: code,
            Fault.THIN: not code and is_thin(item),
            Fault.OTHER_WRITING: common is not None and writing not in ("", common),
            Fault.TWIN: same[text] > 1,
            Fault.NO_CATEGORY: custom and not item.category,
        }
        found.append(tuple(fault for fault, is_there in signs.items() if is_there))
    return found


def is_code(item: Item) -> bool:
    """Return whether a title is the product's number, or has more digits than letters.

    >>> [is_code(Item("A-17", title)) for title in ("a-17", "0042 XL", "Mug 12 cm", "杯")]
    [True, True, False, False]
    """
    letters = sum(character.isalpha() for character in item.title)
    digits = sum(character.isdigit() for character in item.title)
    short = letters < _FEWEST_LETTERS and writing_of(item.title) in ("", "LATIN")
    return item.title.casefold() == item.item_id.casefold() or digits > letters or short


def is_thin(item: Item) -> bool:
    """Return whether a product has a title of at most two words, and neither description nor tags.

    >>> is_thin(Item("1", "Red mug")), is_thin(Item("1", "Red enamel mug")), is_thin(Item("1", "Mug", description="For tea."))
    (True, False, False)
    """
    return len(words(item.title)) <= _FEW_WORDS and not words(item.description) and not item.tags


def writing_of(text: str) -> str:
    """Return the writing most of a text's letters belong to, by its name in Unicode; "" where it has none.

    >>> writing_of("Red mug"), writing_of("红色 mug 杯子"), writing_of("42")
    ('LATIN', 'CJK', '')
    """
    # A Chinese character says as much as three letters of an alphabet.
    counts: Counter[str] = Counter()
    for letter, times in Counter(text).items():
        if letter.isalpha():
            name = "LATIN" if letter.isascii() else unicodedata.name(letter, "").split(" ")[0]
            name = "CJK" if name in ("HIRAGANA", "KATAKANA") else name
            counts[name] += times * (3 if name == "CJK" else 1)
    return counts.most_common(1)[0][0] if counts else ""


def _common(writings: Sequence[str]) -> str | None:
    counts = Counter(writing for writing in writings if writing)
    if not counts:
        return None
    writing, times = counts.most_common(1)[0]
    return writing if times >= _COMMON_WRITING * counts.total() and times < counts.total() else None
