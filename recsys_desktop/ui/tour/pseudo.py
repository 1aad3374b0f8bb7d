"""A language nobody speaks, in which every sentence is as long as the longest translations: shows where a window has no room."""

from __future__ import annotations

import re
import string

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

#: How much longer than English a text may become in another language.
STRETCH = 0.4
_LETTERS = str.maketrans("aeiouAEIOUcnsyz", "àéîöûÀÉÎÖÛçñšýž")
_VOWELS = "àéîöû"


class PseudoTranslator(QTranslator):
    """Translates everything: letters get accents, words get longer. Fields such as ``{count}`` stay."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, _context: str, text: str, _disambiguation: str | None = None, _n: int = -1) -> str:
        return stretched(text)


def stretched(text: str) -> str:
    """Return ``text`` with accents and 40 % more letters, its fields, menu letters and line breaks where they were.

    >>> stretched("Save")
    'Sàvéöû'
    """
    parts = re.split(r"(\{[^}]*\}|&.|\n|\*\.\w+)", text)
    letters = sum(letter in string.ascii_letters for part in parts[::2] for letter in part)
    missing = round(letters * STRETCH)
    made = []
    for place, part in enumerate(parts):
        if place % 2 or not part:
            made.append(part)
            continue
        words = part.translate(_LETTERS).split(" ")
        own = sum(letter in string.ascii_letters for letter in part)
        more = round(missing * own / letters) if letters else 0
        made.append(" ".join(_longer(words, more)))
    return "".join(made)


def _longer(words: list[str], more: int) -> list[str]:
    """Spread ``more`` letters over the words, each at most half as long again, what is left at the end."""
    result = []
    for word in words:
        share = min(more, (len(word) + 1) // 2) if word.isalpha() else 0
        result.append(word + "".join(_VOWELS[(place + 3) % len(_VOWELS)] for place in range(share)))
        more -= share
    if more > 0 and result and result[-1]:
        result[-1] += "".join(_VOWELS[place % len(_VOWELS)] for place in range(more))
    return result


def install(parent: QObject) -> PseudoTranslator:
    """Make this the language of everything built from now on, until it is removed again."""
    translator = PseudoTranslator(parent)
    QCoreApplication.installTranslator(translator)
    return translator
