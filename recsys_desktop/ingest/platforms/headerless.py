"""Well-known files without a header: known by their delimiter, their width and the form of every cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_ID, _TIME, _ANY = r"\d{1,9}", r"\d{9,10}", r".*"


@dataclass(frozen=True)
class HeaderlessForm:
    """One kind of file: what stands between its cells, its columns' names, and a pattern for all cells of each column."""

    delimiters: tuple[str, ...]
    names: tuple[str, ...]
    patterns: tuple[str, ...]

    def matches(self, rows: Sequence[Sequence[str]], delimiter: str) -> bool:
        """Return whether every row is of this form."""
        return delimiter in self.delimiters and all(
            len(row) == len(self.patterns) and all(map(re.fullmatch, self.patterns, row)) for row in rows
        )


#: MovieLens before it wrote headers: ratings.dat and u.data, movies.dat, u.item (whose last 19 columns say 1 for each genre).
FORMS = (
    HeaderlessForm(("::", "\t"), ("userId", "movieId", "rating", "timestamp"), (_ID, _ID, r"[0-5](\.[05])?", _TIME)),
    HeaderlessForm(("::",), ("movieId", "title", "genres"), (_ID, r".+", r"(\([a-z ]+\)|[A-Z][\w'-]+)(\|[A-Z][\w'-]+)*")),
    HeaderlessForm(
        ("|",),
        ("movieId", "title", "release date", "video release date", "IMDb URL", *(f"genre {number}" for number in range(19))),
        (_ID, r".+", r"(\d{2}-\w{3}-\d{4})?", _ANY, _ANY, *("[01]",) * 19),
    ),
)


def names_of(rows: Sequence[Sequence[str]], delimiter: str) -> tuple[str, ...] | None:
    """Return the columns' names of a table without a header, None where its form is no known one."""
    if not rows:
        return None
    return next((form.names for form in FORMS if form.matches(rows, delimiter)), None)
