"""Which column of a file holds which field: guessed by its name and checked against its cells, or said by the person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recsys_desktop.domain.columns import (
    CATEGORY,
    CURRENCY,
    DESCRIPTION,
    INTERACTION_COLUMNS,
    ITEM_COLUMNS,
    ITEM_ID,
    KIND,
    PRICE,
    QUANTITY,
    STOCK,
    TIME,
    TITLE,
    USER_ID,
    VALUE,
)
from recsys_desktop.ingest.columns.column_checks import fits, looks_like_titles, names_follow
from recsys_desktop.ingest.columns.name_words import fields_by_words, is_vague
from recsys_desktop.ingest.problems import wrong_map
from recsys_desktop.ingest.synonyms import NAMES, normalised, without_brackets
from recsys_desktop.ingest.wishes import Mapping

#: All fields a column can be mapped to.
FIELDS = tuple(dict.fromkeys((*ITEM_COLUMNS, *INTERACTION_COLUMNS)))
#: In which order fields choose their columns: the ones that say most about a file first.
_ORDER = (USER_ID, ITEM_ID, TIME, KIND, VALUE, TITLE, PRICE, QUANTITY, STOCK)
#: Names that mean a product's in a catalogue but may mean anything's beside a customer column.
_VAGUE_IDS = frozenset({"id", "编号", "編號", "编码", "code", "номер"})
_VAGUE_TITLES = frozenset({"name", "label", "nom", "nombre", "nome", "имя", "名称", "名稱", "title", "titel", "titre"})
#: Names that say, at the end of a nested one, no more than the name before them tells.
_VAGUE_PARTS = _VAGUE_IDS | _VAGUE_TITLES | {"url", "src", "link", "href", "type", "value"}
_REVIEW_TEXTS = frozenset(
    {"text", "review", "reviewtext", "reviewbody", "comment", "body", "评论", "评论内容", "评价内容", "レビュー"}
)
#: Short words for --map beside the fields' own names.
_SHORT = {"id": ITEM_ID, "item": ITEM_ID, "product": ITEM_ID, "user": USER_ID, "customer": USER_ID, "name": TITLE, "rating": VALUE}
_SHORT |= {"date": TIME, "timestamp": TIME, "event": KIND, "qty": QUANTITY, "order": "order_id"}
#: Names that give way to any other of the field: kinds of rows, bar codes beside product numbers, sums beside prices, people.
_WEAK_NAMES = {
    CATEGORY: frozenset({"type", "group", "section"}),
    ITEM_ID: frozenset({"barcode", "ean", "ean13", "gtin", "upc", "条码", "商品条码"}),
    PRICE: frozenset({"amount", "金额"}),
    USER_ID: frozenset({"buyername", "customername", "客户姓名", "会员姓名", "买家姓名", "顾客姓名", "客户名称"}),
}
_OTHER_NAME_RANK = 1000
_BY_WORDS_RANK = 2000
_PART_RANK = 10_000
#: A language or currency behind a name ("name-en_US", "price-EUR"), and what stands between the levels of a nested one.
_LANGUAGE = re.compile(r"[.\-]([a-z]{2}(_[A-Z]{2})?(-\w+)?|[A-Z]{3})$")
_PATH = re.compile(r"[./]")
#: Types that some research data write behind the names: "user_id:token".
_TYPE_SUFFIX = re.compile(r":(token|float)(_seq)?$")


def parse_mapping(text: str) -> Mapping:
    """Return the mapping of a command line's "id=COL,title=COL". Raises RecsysError wrong_map.

    >>> parse_mapping("id=Nr,title=Bezeichnung").columns
    {'item_id': 'Nr', 'title': 'Bezeichnung'}
    """
    columns: dict[str, str] = {}
    for part in text.split(","):
        name, found, column = part.partition("=")
        wanted = _SHORT.get(name.strip().lower(), name.strip().lower())
        if not found or not column.strip() or wanted not in FIELDS:
            raise wrong_map(part, FIELDS)
        columns[wanted] = column.strip()
    return Mapping(columns)


def guess(header: Sequence[str], sample: Sequence[Sequence[str]]) -> Mapping:
    """Return the likeliest mapping of a header, its columns checked against sample rows of the header's width."""
    taken: dict[str, int] = {}
    for wanted in (*_ORDER, *(name for name in FIELDS if name not in _ORDER)):
        for index in _candidates(header, wanted):
            cells = [row[index] for row in sample]
            if index not in taken.values() and fits(wanted, cells) and _sensible(wanted, index, header, sample, taken):
                taken[wanted] = index
                break
    _settle_titles(header, sample, taken)
    return Mapping({name: header[index] for name, index in taken.items()})


def passed_over(header: Sequence[str], sample: Sequence[Sequence[str]], columns: dict[str, str]) -> list[tuple[str, str]]:
    """Return (field, column) where a column's name promises a number or a date that its cells do not hold."""
    return [
        (field, header[index])
        for field in (PRICE, TIME, QUANTITY, STOCK)
        if field not in columns
        for index in _candidates(header, field)[:1]
        if header[index] not in columns.values() and not fits(field, [row[index] for row in sample])
    ]


def _candidates(header: Sequence[str], wanted: str) -> list[int]:
    """Return the columns whose name may stand for a field, likeliest first."""
    ranks = ((_rank(_TYPE_SUFFIX.sub("", name), wanted), index) for index, name in enumerate(header))
    return [index for _, index in sorted((rank, index) for rank, index in ranks if rank is not None)]


def _rank(name: str, wanted: str) -> int | None:
    """Return how well a name stands for a field (0: best), None where it does not.

    It is looked at as it is, without brackets, by its words, then without a language behind it or a path before it.
    """
    rank = NAMES.get(normalised(name), {}).get(wanted)
    if rank is not None:
        return rank + (2 * _BY_WORDS_RANK if normalised(name) in _WEAK_NAMES.get(wanted, ()) else 0)
    rank = NAMES.get(without_brackets(name), {}).get(wanted)
    if rank is not None:
        return rank + _OTHER_NAME_RANK
    rank = fields_by_words(name).get(wanted)
    if rank is not None:
        return rank + _BY_WORDS_RANK
    bare = _LANGUAGE.sub("", name)
    *path, last = _PATH.split(bare)
    if path and (is_vague(last) or normalised(last) in _VAGUE_PARTS):
        last = f"{path[-1].removesuffix('s')} {last}"  # "products.name" is a product's, "customer.name" is none
    if last == name:
        return None
    rank = _rank(last, wanted)
    return None if rank is None else rank + _PART_RANK


def _sensible(wanted: str, index: int, header: Sequence[str], sample: Sequence[Sequence[str]], taken: dict[str, int]) -> bool:
    """Return whether a vague name may stand for the field, given what is already known about the file."""
    name = normalised(header[index])
    if USER_ID not in taken:
        return True
    vague = is_vague(header[index])
    if wanted == ITEM_ID and (name in _VAGUE_IDS or vague):
        return False
    if wanted == TITLE and (name in _VAGUE_TITLES or vague) and ITEM_ID in taken:
        items, users = ([row[taken[field]] for row in sample] for field in (ITEM_ID, USER_ID))
        return names_follow(items, users, [row[index] for row in sample])
    return True


def _settle_titles(header: Sequence[str], sample: Sequence[Sequence[str]], taken: dict[str, int]) -> None:
    """Mend what names alone got wrong: products given by name only, a description that is the only name, stock and quantity."""
    if VALUE in taken and normalised(header[taken[VALUE]]) == "value" and {QUANTITY, CURRENCY} & set(taken):
        del taken[VALUE]  # a value in money
    if USER_ID in taken and VALUE in taken:
        _settle_review(header, taken)
    elif ITEM_ID in taken and TITLE not in taken and DESCRIPTION in taken:
        taken[TITLE] = taken.pop(DESCRIPTION)
    if ITEM_ID in taken and TITLE not in taken and looks_like_titles([row[taken[ITEM_ID]] for row in sample]):
        taken[TITLE] = taken.pop(ITEM_ID)
    if USER_ID not in taken and QUANTITY in taken and STOCK not in taken and "order_id" not in taken:
        taken[STOCK] = taken.pop(QUANTITY)


def _settle_review(header: Sequence[str], taken: dict[str, int]) -> None:
    """Leave out a title and a text that belong to the review and not to its product."""
    if any(normalised(name) in _REVIEW_TEXTS for name in header) and TITLE in taken:
        if normalised(header[taken[TITLE]]) in _VAGUE_TITLES:
            del taken[TITLE]
        if DESCRIPTION in taken and normalised(header[taken[DESCRIPTION]]) in _REVIEW_TEXTS:
            del taken[DESCRIPTION]
