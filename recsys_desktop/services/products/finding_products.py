"""Products found as one types, filtered and sorted: all that fit at once, so that a table knows how many there are."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Literal
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Int64Array
from recsys_desktop.services.shop import Shop
from recsys_desktop.store.finding import SearchColumns, hidden_keys, known_keys, search_columns

#: Which products: all, in stock or not counted, sold out, hidden from all lists, those nobody has had to do with yet.
Show = Literal["all", "in_stock", "sold_out", "hidden", "unknown"]
SortBy = Literal["title", "category", "price", "stock"]
#: What stands for a text where texts are sorted: a language's own order, or the letters in lower case.
SortKey = Callable[[str], object]

_AT_ONCE = 4_000
_KEY = itemgetter(0)


@dataclass(frozen=True)
class Wanted:
    """Which products, and in which order. A category names itself and all below it; "" names all."""

    search: str = ""  # every word of it occurs in title, id, category, brand or tags
    category: str = ""
    show: Show = "all"
    sort_by: SortBy = "title"
    falling: bool = False


@dataclass(frozen=True)
class Found:
    """The products that fit, in order, how many there are at all, and which are hidden from all lists."""

    wanted: Wanted
    ids: tuple[ItemId, ...]
    total: int
    hidden: frozenset[ItemId]


@dataclass(frozen=True)
class _Shelf:
    """The columns of a catalogue that is as its signature says, and the orders made of them so far."""

    signature: tuple[str, SortKey]
    columns: SearchColumns
    titles: Int64Array  # (n,) the place of each product's title among all titles
    orders: dict[tuple[SortBy, bool], Int64Array]


_SHELVES: WeakKeyDictionary[Shop, _Shelf] = WeakKeyDictionary()


def find_products(shop: Shop, wanted: Wanted, sort_key: SortKey = str.casefold) -> Found:
    """Return all products that fit, in order; what is not known comes last, equals by title, then as they came in.

    The first call after a change reads the catalogue, half a second for 100,000 products; then it takes some hundredths.
    """
    shelf = _shelf(shop, sort_key)
    columns = shelf.columns
    hidden = hidden_keys(shop.database)
    fits = np.ones(len(columns.keys), np.bool_)
    if wanted.show == "in_stock":
        fits &= ~(columns.stocks <= 0)
    elif wanted.show == "sold_out":
        fits &= columns.stocks <= 0
    elif wanted.show == "hidden":
        fits &= np.isin(columns.keys, hidden)
    elif wanted.show == "unknown":
        fits &= ~np.isin(columns.keys, known_keys(shop.database))
    if wanted.category:
        below = f"{wanted.category} > "
        fits &= np.array([path == wanted.category or path.startswith(below) for path in columns.categories], np.bool_)
    for word in wanted.search.casefold().split():
        fits &= np.array([word in text for text in columns.searched], np.bool_)
    order = _order(shelf, wanted.sort_by, wanted.falling, sort_key)
    ids = tuple(columns.ids[row] for row in order[fits[order]].tolist())
    rows = np.flatnonzero(np.isin(columns.keys, hidden)).tolist()
    return Found(wanted, ids, len(columns.keys), frozenset(columns.ids[row] for row in rows))


def categories_in_use(shop: Shop, sort_key: SortKey = str.casefold) -> tuple[str, ...]:
    """Return every category path of the catalogue and every path above one, in the order of their parts."""
    in_use = set(_shelf(shop, sort_key).columns.categories) - {""}
    paths = {tuple(part.strip() for part in category.split(">") if part.strip()) for category in in_use}
    every = {path[:depth] for path in paths for depth in range(1, len(path) + 1)}
    place = _places({part for path in every for part in path}, sort_key)
    return tuple(" > ".join(path) for path in sorted(every, key=lambda path: [place[part] for part in path]))


def _places(texts: Iterable[str], sort_key: SortKey) -> dict[str, int]:
    """Return the place of each text among all. A language's keys can be compared, but equal texts need not have equal ones.

    Sorted by the piece, as a long sort would stop the window for its whole length.
    """
    pairs: list[tuple[Any, str]] = [(sort_key(text), text) for text in sorted(texts)]
    pieces = [sorted(pairs[start : start + _AT_ONCE], key=_KEY) for start in range(0, len(pairs), _AT_ONCE)]
    return {text: place for place, (_, text) in enumerate(heapq.merge(*pieces, key=_KEY))}


def _shelf(shop: Shop, sort_key: SortKey) -> _Shelf:
    signature = (shop.catalogue.signature(), sort_key)
    known = _SHELVES.get(shop)
    if known is None or known.signature != signature:
        columns = search_columns(shop.database)
        place = _places(set(columns.titles), sort_key)
        places = np.array([place[title] for title in columns.titles], np.int64)
        known = _SHELVES[shop] = _Shelf(signature, columns, places, {})
    return known


def _order(shelf: _Shelf, sort_by: SortBy, falling: bool, sort_key: SortKey) -> Int64Array:
    if (sort_by, falling) not in shelf.orders:
        values = _values(shelf, sort_by, sort_key)
        shelf.orders[sort_by, falling] = np.lexsort((shelf.titles, -values if falling else values, np.isnan(values)))
    return shelf.orders[sort_by, falling]


def _values(shelf: _Shelf, sort_by: SortBy, sort_key: SortKey) -> NDArray[np.float64]:
    columns = shelf.columns
    if sort_by == "price":
        return columns.prices
    if sort_by == "stock":
        return columns.stocks
    if sort_by == "title":
        return shelf.titles.astype(np.float64)
    place = _places(set(columns.categories) - {""}, sort_key)
    return np.array([place.get(category, np.nan) for category in columns.categories], np.float64)
