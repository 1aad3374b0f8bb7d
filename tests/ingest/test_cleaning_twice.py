"""What cleaning gives goes through cleaning unchanged: the store's values, written out, come in again as they are."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from recsys_desktop.handouts.formula_guard import guarded
from recsys_desktop.ingest.cleaning.caching import UNREADABLE
from recsys_desktop.ingest.cleaning.dates import DateReader
from recsys_desktop.ingest.cleaning.ids import clean_id, means_nothing
from recsys_desktop.ingest.cleaning.lists import category_path, first_address, split_tags
from recsys_desktop.ingest.cleaning.numbers import parse_number
from recsys_desktop.ingest.cleaning.plain_text import plain_text

_PIECES = [
    "<b>",
    "</b>",
    "&amp;",
    "&lt;",
    "&gt;",
    "&quot;",
    "&",
    "<",
    ">",
    "'",
    '"',
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    " ",
    "{",
    "}",
]
_PIECES += [
    "[",
    "]",
    ",",
    ";",
    "|",
    "/",
    "\\",
    "%",
    ".a{color:red}",
    "['a', 'b']",
    "<style>",
    "</style>",
    "<!--",
    "-->",
    "::",
    "->",
]
_PIECES += ["nan", "NULL", "00", "1.0", "E+12", "€", "\u200b", "\ufeff", "\u0301", "Ａ", "茶"]
#: What cleaning looks for, in any order.
WILD = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=5)), max_size=12).map("".join)
EXAMPLES = settings(max_examples=300)


@EXAMPLES
@given(WILD)
@example("&amp;amp;lt;b&amp;amp;gt;")
@example("''=1")
def test_texts(cell: str) -> None:
    text = plain_text(cell)
    assert plain_text(text) == text
    assert plain_text(guarded(text)) == text


@EXAMPLES
@given(WILD)
@example("'''")
@example("'''<b>")
def test_ids(cell: str) -> None:
    item = clean_id(cell)
    protected = f"'{item}" if means_nothing(item) and item else item
    if not item.startswith("'"):  # an apostrophe before another sign is taken for the guard of an export
        assert clean_id(protected) == item
    assert clean_id(guarded(protected)) == item


@EXAMPLES
@given(WILD)
def test_tags(cell: str) -> None:
    tags = split_tags(cell)
    assert split_tags(", ".join(tags)) == tags
    assert split_tags(guarded(", ".join(tags))) == tags


@EXAMPLES
@given(WILD, st.sampled_from(["", "|", ","]), st.sampled_from([">", "/", "|"]))
def test_categories(cell: str, several: str, levels: str) -> None:
    path = category_path(cell, several, levels)
    assert category_path(path) == path
    assert category_path(guarded(path)) == path


@EXAMPLES
@given(WILD)
def test_addresses(cell: str) -> None:
    address = first_address(cell)
    assert first_address(address) == address


@EXAMPLES
@given(st.one_of(WILD, st.text(max_size=30)), st.booleans())
def test_numbers_and_dates_never_fail(cell: str, flag: bool) -> None:
    number = parse_number(cell, flag)
    assert number is None or number is UNREADABLE or isinstance(number, float)
    second = DateReader(flag, flag).parse(cell)
    assert second is None or second is UNREADABLE or 0 <= second < 7_258_118_400
