"""Text a person can read out of cells that hold HTML, entities and padding."""

from __future__ import annotations

import html
import re
import unicodedata

from recsys_desktop.ingest.cleaning.guards import unguarded

_HIDDEN = re.compile(r"<(script|style|head|svg)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z!][^<>]*>")
_STYLE_RULE = re.compile(r"(?:^|\})\s*[.#@]?[\w\-.#:,\s>]{1,80}\{[^{}]*:[^{}]*\}")
_BLANKS = re.compile(r"\s+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\u200b\u200e\u200f\u2060]")


def plain_text(cell: str) -> str:
    """Return the words of a cell on one line: HTML, styles and scripts removed, entities decoded, blanks collapsed.

    >>> plain_text("<p>Cup &amp; saucer<br>for&nbsp;two</p>  <style>.a{color:red}</style>")
    'Cup & saucer for two'
    """
    if _is_clean(cell) and unicodedata.is_normalized("NFC", cell):
        return cell
    text = unguarded(cell)
    if "<" in text:
        text = _TAG.sub(" ", _HIDDEN.sub(" ", text))
    if "&" in text:
        text = html.unescape(text)
        if "<" in text or "&" in text:  # escaped twice, as feeds made from feeds are
            text = _TAG.sub(" ", _HIDDEN.sub(" ", html.unescape(text)))
    if "{" in text:
        text = _STYLE_RULE.sub(" ", text)
    text = _CONTROL.sub("", unicodedata.normalize("NFC", text))
    return _BLANKS.sub(" ", text).strip()


def _is_clean(cell: str) -> bool:
    """Return whether a cell, as most do, holds plain words only. Searches for single texts are far quicker than one pattern."""
    if "<" in cell or "&" in cell or "{" in cell or "  " in cell:
        return False
    return cell.isprintable() and cell[:1] not in (" ", "'") and cell[-1:] != " "
