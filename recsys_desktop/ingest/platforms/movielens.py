"""MovieLens, its older files without a header too: films with genres, ratings with times, free tags, links to film sites."""

from __future__ import annotations

import re

from recsys_desktop.domain.columns import ITEM_ID, TAGS, TIME, TITLE, URL, USER_ID, VALUE
from recsys_desktop.domain.entities import Kind
from recsys_desktop.ingest.platforms.entry import ColumnOrder, Platform

_ID = re.compile(r"\d{1,9}")
_FLAG = re.compile("[01]")
#: u.item of the first set: 19 flags, one for each genre, stand behind the film's address.
_FLAGS = tuple(f"genre {number}" for number in range(19))

MOVIELENS_MOVIES = Platform(
    name="movielens_movies",
    role="catalogue",
    signatures=(("movieId", "title", "genres"), ("movieId", "title", "release date", "IMDb URL")),
    columns={ITEM_ID: ("movieId",), TITLE: ("title",), TAGS: ("genres",)},
    orders_of_columns=(
        ColumnOrder(
            ("movieId", "title", "genres"),
            {
                "movieId": _ID,
                "title": re.compile(r".+ \(\d{4}\)"),
                "genres": re.compile(r"\([a-z ]+\)|[A-Z][\w'-]+(\|[A-Z][\w'-]+)*"),
            },
            unnamed=True,
        ),
        ColumnOrder(
            ("movieId", "title", "release date", "video release date", "IMDb URL", *_FLAGS),
            {"movieId": _ID, "release date": re.compile(r"\d\d-\w{3}-\d{4}"), **dict.fromkeys(_FLAGS, _FLAG)},
            unnamed=True,
        ),
    ),
    first_tag_is_category=True,
)
MOVIELENS_RATINGS = Platform(
    name="movielens_ratings",
    role="behaviour",
    signatures=(("userId", "movieId", "rating"),),
    columns={USER_ID: ("userId",), ITEM_ID: ("movieId",), VALUE: ("rating",), TIME: ("timestamp",)},
    kind=Kind.RATING,
    orders_of_columns=(
        ColumnOrder(
            ("userId", "movieId", "rating", "timestamp"),
            {
                "userId": _ID,
                "movieId": _ID,
                "rating": re.compile(r"[0-5](\.[05])?"),
                "timestamp": re.compile(r"\d{9,10}"),
            },
            unnamed=True,
        ),
    ),
)
#: Somebody who writes a tag looked at the film; the words stay out, they are the user's and not the shop's.
MOVIELENS_TAGS = Platform(
    name="movielens_tags",
    role="behaviour",
    signatures=(("userId", "movieId", "tag"),),
    columns={USER_ID: ("userId",), ITEM_ID: ("movieId",), TIME: ("timestamp",)},
    kind=Kind.CLICK,
)
MOVIELENS_LINKS = Platform(
    name="movielens_links",
    role="catalogue",
    signatures=(("movieId", "imdbId", "tmdbId"),),
    columns={ITEM_ID: ("movieId",), URL: ("imdbId",)},
    needs_title=False,
    url_pattern="https://www.imdb.com/title/tt{}/",
)
