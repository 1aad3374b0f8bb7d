"""MovieLens: films with genres, ratings with times, free tags, links to film sites."""

from __future__ import annotations

from recsys_desktop.domain.columns import ITEM_ID, TAGS, TIME, TITLE, URL, USER_ID, VALUE
from recsys_desktop.domain.entities import Kind
from recsys_desktop.ingest.platforms.entry import Platform

MOVIELENS_MOVIES = Platform(
    name="movielens_movies",
    role="catalogue",
    signatures=(("movieId", "title", "genres"),),
    columns={ITEM_ID: ("movieId",), TITLE: ("title",), TAGS: ("genres",)},
    first_tag_is_category=True,
)
MOVIELENS_RATINGS = Platform(
    name="movielens_ratings",
    role="behaviour",
    signatures=(("userId", "movieId", "rating"),),
    columns={USER_ID: ("userId",), ITEM_ID: ("movieId",), VALUE: ("rating",), TIME: ("timestamp",)},
    kind=Kind.RATING,
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
