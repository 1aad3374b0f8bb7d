"""Identifiers as text: what a spreadsheet or an export did to them is undone, nothing else is touched."""

from __future__ import annotations

import re
import unicodedata

from recsys_desktop.ingest.cleaning.guards import unguarded

#: An id that went through a float column: 17850.0 was 17850.
_FLOAT = re.compile(r"(\d+)\.0+")
#: The guard that keeps a spreadsheet from reading an id as a number: ="9780000000001"
_GUARD = re.compile(r'=\s*"(.*)"')
#: 9.78E+12: the spreadsheet has rounded the id, its digits are lost.
_ROUNDED = re.compile(r"\d([.,]\d+)?E\+\d+", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
#: Marks without width and control characters, which no eye tells from nothing.
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufeff\u200b-\u200f\u2060\ufffe\uffff]")
#: What exports write where there is no id.
_NOTHING = frozenset({"", "nan", "null", "none", "n/a", "#n/a", "(null)", "(not set)", "undefined", "-", "--"})


def clean_id(text: str) -> str:
    """Return the id as the shop knows it, "" where the cell holds none. Leading zeros and case are kept.

    An apostrophe before a word such as "nan" says, as before digits, that the text is meant.

    >>> clean_id("17850.0"), clean_id('="0123"'), clean_id("\\t69179"), clean_id("ＡＢ１"), clean_id("NULL"), clean_id("'NULL")
    ('17850', '0123', '69179', 'AB1', '', 'NULL')
    """
    if text.isascii() and text.isalnum() and not text.isalpha():
        return text
    spelled = unicodedata.normalize("NFKC", _UNSEEN.sub("", text))
    cleaned = unguarded(_BLANKS.sub(" ", spelled).strip())
    if means_nothing(cleaned):
        return ""
    guarded = _GUARD.fullmatch(cleaned)
    if guarded:
        cleaned = guarded[1].strip()
    elif cleaned[:1] == "'" and (cleaned[1:2].isdigit() or means_nothing(cleaned[1:])):
        cleaned = cleaned[1:]  # a spreadsheet's apostrophe: "this is text"
    as_float = _FLOAT.fullmatch(cleaned)
    return as_float[1] if as_float else cleaned


def means_nothing(text: str) -> bool:
    """Return whether a cell is a word by which programs say that there is no value, or nothing but apostrophes.

    >>> means_nothing("NaN"), means_nothing("Nan Goldin")
    (True, False)
    """
    return text.lower() in _NOTHING or set(text) == {"'"}


def is_rounded(item_id: str) -> bool:
    """Return whether a spreadsheet has rounded this id, so that it no longer names one thing ("9.78E+12")."""
    return "+" in item_id and _ROUNDED.fullmatch(item_id) is not None


def id_from_title(title: str) -> str:
    """Return a stable id for a product whose file gives none: its title in lower case, words joined by hyphens.

    The same title gives the same id in the catalogue and in the orders, whatever its blanks and punctuation.

    >>> id_from_title("No Wifi - Men’s  Long Sleeve Shirt")
    'no-wifi-men-s-long-sleeve-shirt'
    """
    folded = unicodedata.normalize("NFKC", title).casefold()
    return re.sub(r"[\W_]+", "-", folded).strip("-")
