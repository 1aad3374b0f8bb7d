"""Which Western or Central European code page a text is in, by how often each language uses its letters beyond ASCII.

Code pages such as cp1252 and cp1250 share most letters and differ in some: the byte of "ê" is "ę" in the other, both letters that
people write. But no language writes both "č" and "ę", and one that writes "ê" writes "é" more often.
"""

from __future__ import annotations

import math
import re
import unicodedata

#: Letters beyond ASCII per 10,000 letters of running text (rounded), by language.
_WESTERN = (
    "é190 à49 è27 ê22 ç9 û6 ù6 î5 â5 ô2 ë1 ï1 œ2",  # French
    "ä54 ü65 ö30 ß31 é1",  # German
    "ó83 í73 á50 é43 ñ31 ú17 ü1 ¿5 ¡5 ª1 º2",  # Spanish
    "ã73 ç53 á47 é34 í13 ê45 ó30 õ4 ú5 à7 â6 ô2 º2 ª2",  # Portuguese
    "è26 à64 ù17 ò4 ì3 é6",  # Italian
    "ä180 å134 ö131 é3",  # Swedish, Finnish
    "å119 ø94 æ87 é2",  # Danish, Norwegian
    "é10 ë8 ï2 è1 ö1",  # Dutch
    "é10 ï1 ö1 ñ1 è1 ä1 ü1",  # words from elsewhere in English
)
_CENTRAL = (
    "ł182 ą99 ę111 ó85 ż83 ś66 ć40 ń20 ź6",  # Polish
    "á224 í276 ě165 é133 ř121 š82 ž99 č95 ý107 ů70 ú10 ó3 ť4 ď4 ň1",  # Czech
    "á210 é90 í110 ý110 č110 š90 ž90 ľ35 ť55 ú50 ň15 ô15 ä10 ó8 ď15 ĺ1 ŕ1",  # Slovak
    "é387 á376 ö129 ó98 ő88 ü67 í57 ú30 ű25",  # Hungarian
    "ă237 î140 ş155 ţ100 â9",  # Romanian
    "č110 š100 ž60 ć90 đ40",  # Croatian, Slovene
    "ä54 ü65 ö30 ß31",  # German
)
_TURKISH = ("ı512 ş183 ü199 ç119 ğ113 ö87 İ20 â2",)
_LANGUAGES = {
    "cp1252": _WESTERN,
    "mac_roman": _WESTERN,
    "cp1250": _CENTRAL,
    "iso8859_2": _CENTRAL,
    "cp1254": _TURKISH,
}
#: How common files in each code page are, as natural logarithms.
_PRIORS = {"cp1252": -0.3, "cp1250": -1.9, "cp1254": -2.5, "iso8859_2": -3.0, "mac_roman": -3.5}
#: What a letter costs that the language does not write, and a sign that all may use.
_FOREIGN, _SIGN, _RARE_SIGN = math.log(1e-4), math.log(0.02), math.log(1e-3)
_COMMON_SIGNS = frozenset("£€°®™©’‘“”„–—…½¼¾²³«»\xa0×")
_ASCII_LETTER = re.compile(r"[a-z]")
#: What is said by w, k, z, y and j, which make up some 15 % of eastern and 4.5 % of western texts, in words that may be codes.
_EASTERN_WEIGHT, _MOST_LETTERS = 0.3, 300
_AS_WESTERN = frozenset({"cp1252", "mac_roman"})
_BEYOND = re.compile(r"[^\x00-\x7f]")
#: A letter's first appearances tell most; a word that comes a thousand times is no thousand witnesses.
_MOST_TOLD = 8


def knows(codec: str) -> bool:
    """Return whether a code page is one of those compared here."""
    return codec in _LANGUAGES


def likelihood(text: str, codec: str, around: str) -> float:
    """Return the logarithm of how likely a text's letters beyond ASCII are in the likeliest language of a code page.

    ``around`` is more of the file: its ASCII letters tell eastern languages from western ones.
    """
    counts: dict[str, int] = {}
    misplaced = 0
    for match in _BEYOND.finditer(text):
        letter, place = match[0], match.start()
        counts[letter] = counts.get(letter, 0) + 1
        misplaced += _is_misplaced(text[max(0, place - 1) : place], letter, text[place + 1 : place + 2])
    signs = sum(min(count, _MOST_TOLD) for letter, count in counts.items() if letter in "£€")
    placed = max(_of_language(counts, table) for table in _tables(codec))
    if codec not in _AS_WESTERN:
        placed += _EASTERN_WEIGHT * _eastern(around)
    return _PRIORS[codec] + placed + min(misplaced, _MOST_TOLD) * _FOREIGN / 2 + signs


def _eastern(text: str) -> float:
    """Return how much likelier the ASCII letters are in Polish, Czech, Hungarian or Turkish than in the west, as a logarithm."""
    letters = _ASCII_LETTER.findall(text.lower())[:_MOST_LETTERS]
    rare = sum(letter in "wkzyj" for letter in letters)
    return rare * math.log(0.15 / 0.045) + (len(letters) - rare) * math.log(0.85 / 0.955)


def _is_misplaced(before: str, letter: str, after: str) -> bool:
    """Return whether a letter stands alone at a number, or a sign within a word."""
    if unicodedata.category(letter)[0] == "L":
        return letter not in "ªº" and (after.isdigit() or before.isdigit()) and not (before.isalpha() or after.isalpha())
    return before.isalpha() and after.isalpha() and letter not in "’‘·"


def _tables(codec: str) -> list[dict[str, float]]:
    return [_TABLES[line] for line in _LANGUAGES[codec]]


def _of_language(counts: dict[str, int], table: dict[str, float]) -> float:
    total = 0.0
    for letter, count in counts.items():
        weight = min(count, _MOST_TOLD)
        if unicodedata.category(letter)[0] == "L":
            total += weight * table.get(letter, table.get(letter.lower(), _FOREIGN))
        else:
            total += weight * (table.get(letter) or (_SIGN if letter in _COMMON_SIGNS else _RARE_SIGN))
    return total


def _table(line: str) -> dict[str, float]:
    """Return the logarithm of each letter's share among a language's letters beyond ASCII."""
    numbers = {part[0]: int(part[1:]) for part in line.split()}
    whole = sum(numbers.values())
    return {letter: math.log(number / whole) for letter, number in numbers.items()}


_TABLES = {line: _table(line) for lines in _LANGUAGES.values() for line in lines}
