"""A product put into one sentence for the language model.

Key-value text, title first, is what Recformer reads (Li et al., "Text Is All You Need", KDD 2023, section 2.1): the model
sees which word is the brand and which the category, and an empty field costs nothing.
"""

from __future__ import annotations

import hashlib
import re

from recsys_desktop.domain.entities import Item

#: Characters of a description that are read. The first sentence or two say what the thing is; reading 600 characters instead
#: takes about ten times as long as a title, and a catalogue of 100,000 would take most of an hour.
DESCRIPTION_CHARACTERS = 240
#: Characters of the title, category, brand and tags each; a longer field is a file read wrongly.
FIELD_CHARACTERS = 160
#: Hexadecimal digits kept of the SHA-256.
HASH_DIGITS = 32

_BLANKS = re.compile(r"\s+")


def shorten(text: str, characters: int) -> str:
    """Return the text on one line, cut after a whole word so that it is at most ``characters`` long.

    >>> shorten("a  white hanging heart", 15)
    'a white hanging'
    >>> shorten("Donaudampfschiff", 5)
    'Donau'
    """
    line = _BLANKS.sub(" ", text).strip()
    if len(line) <= characters:
        return line
    cut = line.rfind(" ", 0, characters + 1)
    return line[: cut if cut > 0 else characters].rstrip(" ,;.")


def item_text(item: Item) -> str:
    """Return the sentence that stands for a product: its title, then the other fields that are filled, each with its name.

    >>> item_text(Item("7", "Red mug", category="Home > Kitchen", brand="Ayla", tags=("gift", "tea")))
    'Red mug. category: Home > Kitchen. brand: Ayla. tags: gift, tea'
    """
    named = (
        ("category", item.category, FIELD_CHARACTERS),
        ("brand", item.brand, FIELD_CHARACTERS),
        ("tags", ", ".join(item.tags), FIELD_CHARACTERS),
        ("description", item.description, DESCRIPTION_CHARACTERS),
    )
    parts = [shorten(item.title, FIELD_CHARACTERS)]
    parts += [f"{name}: {value}" for name, full, limit in named if (value := shorten(full, limit))]
    return ". ".join(part for part in parts if part)


def text_hash(text: str) -> str:
    """Return the first 32 hexadecimal digits of the text's SHA-256 (UTF-8): a vector is reused while this stays the same.

    >>> text_hash("Red mug")
    '43db083042794a3e26d9bd2b33957681'
    """
    return hashlib.sha256(text.encode("utf-8", errors="replace")).hexdigest()[:HASH_DIGITS]
