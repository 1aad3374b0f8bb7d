"""What a text is that is no table of delimited columns, so that its refusal says something true."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from recsys_desktop.domain.texts import Text, message

_WEB_PAGE = re.compile(r"\s*(<!doctype html|<html|<head)", re.IGNORECASE)
_COMMANDS = re.compile(
    r"\s*((--|/\*).*\n\s*)*(select\b.+?\bas\b|select\b.+?\bfrom\b|insert\s+into|create\s+(table|database)|drop\s+table)",
    re.IGNORECASE,
)
_CONTROL = re.compile(r"[\x00-\x06\x0e-\x1a\x7f]")
_GAP = re.compile(r"\S {2,}\S")
_RUNNING_TEXT = message("import", "running text")


def never_a_table(lines: Sequence[str]) -> Text | None:
    """Return what a text is that is refused unread, None for one that may be a table."""
    text = "".join(lines)
    if len(_CONTROL.findall(text)) > 0.02 * len(text) or text.count("\ufffd") > 0.1 * len(text):
        return message("import", "a file of another program")
    if _WEB_PAGE.match(text):
        return message("import", "a web page")
    return message("import", "commands for a database") if _COMMANDS.match(text) else None


def likeliest(lines: Sequence[str]) -> Text:
    """Return what a text seems to be in which no table was found."""
    filled = [line.rstrip("\r\n") for line in lines if line.strip()]
    if len(filled) < 2:
        return message("import", "a single line")
    length, count = Counter(map(len, filled)).most_common(1)[0]
    gaps = sum(_GAP.search(line) is not None for line in filled)
    if length > 20 and (2 * count > len(filled) > 2 or 2 * gaps > len(filled)):
        return message("import", "columns of fixed width without delimiters")
    words = sorted(len(line.split()) for line in filled)
    return message("import", "a single column") if words[len(words) // 2] <= 2 else _RUNNING_TEXT
