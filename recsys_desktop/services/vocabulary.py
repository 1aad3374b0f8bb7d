"""What the window calls that which is recommended: products that are bought, articles that are read, films that are watched."""

from __future__ import annotations

from collections.abc import Iterable

from recsys_desktop.services.shop import Shop
from recsys_desktop.settings import CATALOGUE_WORDS

PRODUCTS, ARTICLES, FILMS = "products", "articles", "films"
#: Words of a file's columns or its platform's name that tell what its rows are.
_TELLING = {
    FILMS: ("movielens", "movie", "film", "imdb", "tmdb", "电影", "影片"),
    ARTICLES: ("headline", "newsid", "news_id", "author", "文章", "新闻"),  # an "article number" is also one of a shop
}
#: Columns that only something for sale has, or something else that has authors.
_NEITHER = ("price", "stock", "sku", "quantity", "isbn", "book", "song", "价格", "库存", "数量", "图书")


def guess_words(headers: Iterable[str]) -> str:
    """Return "films", "articles" or "products" for the names of a file's columns and of its platform.

    >>> guess_words(["movielens_ratings", "userId", "movieId", "rating"]), guess_words(["author", "headline"])
    ('films', 'articles')
    >>> guess_words(["author", "title", "price"])  # a bookshop
    'products'
    """
    names = [name.casefold() for name in headers]
    if any(word in name for name in names for word in _NEITHER):
        return PRODUCTS
    for words, telling in _TELLING.items():
        if any(word in name for name in names for word in telling):
            return words
    return PRODUCTS


def words_of_first_files(shop: Shop, headers: Iterable[str]) -> str:
    """Return what the window should speak of once these files are in: their own words for an empty shop, else those in use.

    A choice of the person, and what was guessed once, stay.
    """
    chosen = str(shop.settings.get(CATALOGUE_WORDS))
    return guess_words(headers) if chosen == PRODUCTS and not shop.catalogue.count() else chosen
