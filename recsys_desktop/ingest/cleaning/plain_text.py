"""Text a person can read out of cells that hold HTML, styles, entities, lists and padding."""

from __future__ import annotations

import html
import re
import unicodedata

from recsys_desktop.ingest.cleaning.guards import unguarded
from recsys_desktop.ingest.cleaning.list_cells import listed

#: What a browser never shows, from its beginning to its end.
_HIDDEN = (("<script", "</script"), ("<style", "</style"), ("<head>", "</head"), ("<svg", "</svg"), ("<!--", "-->"))
_TAG = re.compile(r"</?[a-zA-Z!][^<>]*>")
_PROPERTIES = (
    "margin|padding|color|background|font|border|width|height|max-|min-|display|text-|line-|list-|position|float|clear|overflow|content"
    "|top|left|right|bottom|z-index|opacity|visibility|vertical-|white-space|box-|flex|grid|align-|justify-|transform|transition"
    "|animation|cursor|src|-webkit-|-moz-|--"
)
_ELEMENTS = r"(?:html|body|div|span|p|a|h[1-6]|ul|ol|li|table|t[rdh]|img|\*)(?=[\s,.#:>{\[])"
#: A rule of CSS: a selector, and a known property in the braces, or nothing (a frame whose rules are gone already).
_STYLE_RULE = re.compile(
    rf"(?:(?:^|\}})\s*{_ELEMENTS}|[.#@])[\w\-.#:,\s>()*+~=\[\]%]{{0,80}}\{{(?:\s*(?:{_PROPERTIES})[\w\-]*\s*:[^{{}}]*|\s*)\}}",
    re.IGNORECASE,
)
_STYLE_REMARK = re.compile(r"/\*[^*]{0,2000}\*/")
_BLANKS = re.compile(r"\s+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\u200b\u200e\u200f\u2060\ufffe\uffff]")
#: Text that was escaped again and again ends here; each round undoes one layer.
_ROUNDS = 6


def plain_text(cell: str) -> str:
    """Return the words of a cell on one line: HTML, styles and scripts removed, entities decoded, blanks collapsed.

    What comes out stays as it is when it goes in again. A list is written with commas.

    >>> plain_text("<p>Cup &amp; saucer<br>for&nbsp;two</p>  <style>.a{color:red}</style>"), plain_text("['Tea', 'Cup']")
    ('Cup & saucer for two', 'Tea, Cup')
    """
    for _ in range(_ROUNDS):
        if _is_clean(cell) and unicodedata.is_normalized("NFC", cell):
            return cell
        cleaned = _one_layer_less(cell)
        if cleaned == cell:
            return cell
        cell = cleaned
    return cell


def _is_clean(cell: str) -> bool:
    """Return whether a cell, as most do, holds plain words only. Searches for single texts are far quicker than one pattern."""
    if "<" in cell or "&" in cell or "{" in cell or "  " in cell:
        return False
    return cell.isprintable() and cell[:1] not in (" ", "'", "[") and cell[-1:] != " "


def _one_layer_less(cell: str) -> str:
    text = unguarded(cell)
    entries = listed(text) if text[:1] == "[" else None
    if entries is not None:
        text = ", ".join(entries)
    if "<" in text:
        text = _TAG.sub(" ", _without_hidden(text))
    if "&" in text:
        text = html.unescape(text)
    if "{" in text:
        text = _STYLE_RULE.sub(" ", _STYLE_REMARK.sub(" ", text))
    text = _CONTROL.sub("", unicodedata.normalize("NFC", text))
    return _BLANKS.sub(" ", text).strip()


def _without_hidden(text: str) -> str:
    """Return a text without scripts, styles and remarks; what is never closed stays, so that no cell costs more than its length."""
    for start, end in _HIDDEN:
        folded = text.lower()
        if start not in folded or len(folded) != len(text):
            continue
        kept: list[str] = []
        position = 0
        while (begin := folded.find(start, position)) >= 0 and (stop := folded.find(end, begin)) >= 0:
            kept.append(text[position:begin])
            stop += len(end)
            position = stop if end == "-->" else max(stop, folded.find(">", stop) + 1)
        text = " ".join([*kept, text[position:]])
    return text
