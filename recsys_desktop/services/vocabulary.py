"""What the window calls that which is recommended: products that are bought, articles that are read, films that are watched."""

from __future__ import annotations

from collections.abc import Iterable

from recsys_desktop.services.shop import Shop
from recsys_desktop.settings import CATALOGUE_WORDS

PRODUCTS, ARTICLES, FILMS = "products", "articles", "films"
#: Words of a file's columns or its platform's name that tell what its rows are.
_TELLING = {
    FILMS: ("movielens", "movie", "film", "imdb", "tmdb", "电影", "影片"),
    ARTICLES: ("article", "headline", "newsid", "news_id", "author", "文章", "作者", "新闻"),
}
#: Columns that only something for sale has.
_FOR_SALE = ("price", "stock", "sku", "quantity", "价格", "库存", "数量")


def guess_words(headers: Iterable[str]) -> str:
    """Return "films", "articles" or "products" for the names of a file's columns and of its platform.

    >>> guess_words(["movielens_ratings", "userId", "movieId", "rating"]), guess_words(["author", "headline"])
    ('films', 'articles')
    >>> guess_words(["author", "title", "price"])  # a bookshop
    'products'
    """
    names = [name.casefold() for name in headers]
    if any(word in name for name in names for word in _FOR_SALE):
        return PRODUCTS
    for words, telling in _TELLING.items():
        if any(word in name for name in names for word in telling):
            return words
    return PRODUCTS


def adopt_words(shop: Shop, headers: Iterable[str]) -> str:
    """Let the window speak of what the first files of an empty shop are about. Returns the words in use afterwards.

    A choice of the person, and what was guessed once, stay.
    """
    chosen = str(shop.settings.get(CATALOGUE_WORDS))
    if chosen == PRODUCTS and not shop.catalogue.count():
        chosen = guess_words(headers)
        if chosen != PRODUCTS:
            shop.settings.set(CATALOGUE_WORDS, chosen)
    return chosen
