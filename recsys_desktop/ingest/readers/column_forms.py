"""What the cells of each column look like, learnt from rows that are in order; damaged rows are mended only to fit it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from recsys_desktop.ingest.readers.tokens import Token

#: Fewer rows than this teach nothing; of more, so many are looked at.
FEWEST_ROWS, MOST_ROWS = 10, 500
#: With so many rows, lengths that never vary are believed.
_SURE_ROWS = 20
#: A column of more shapes than these is free text.
_MOST_EXACT, _MOST_ROUGH = 3, 6
_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
_RUNS = re.compile(r"(a+|0+)")
_DECIMALS = re.compile(r"(?<![.,0])0[.,]0(?![.,0])")
_ADDRESS = re.compile(r"(https?://|www\.)\S+", re.IGNORECASE)


@lru_cache(10_000)
def exact_shape(cell: str) -> str:
    """Return a cell with every letter as "a" and every digit as "0": "MG-8769" is "aa-0000"."""
    return _LETTER.sub("a", _DIGIT.sub("0", cell))


@lru_cache(10_000)
def rough_shape(exact: str) -> str:
    """Return a shape whose runs of letters and digits are of one sign, decimals or not: "aa-0000" becomes "a-0", "$00.00" "$0"."""
    return _DECIMALS.sub("0", _RUNS.sub(lambda run: run[0][0], exact))


@dataclass(frozen=True)
class Form:
    """One column. ``shapes`` are those its filled cells have (exact or rough), empty for free text.

    ``always_quoted``: no filled cell ever stood without quotation marks. ``lettered``: every filled cell holds a letter.
    ``longest``: the most characters of a cell.
    """

    may_be_empty: bool
    shapes: frozenset[str]
    exact: bool
    address: bool
    lettered: bool
    always_empty: bool
    always_quoted: bool
    longest: int

    @property
    def strict(self) -> bool:
        """Whether the column tells its cells from others."""
        return bool(self.shapes) or self.address

    def fits(self, token: Token, quote: str) -> bool:
        """Return whether a cell may stand in the column; a stray quotation mark at its ends is looked past."""
        cell = token.text.strip()
        if quote and not token.quoted:
            cell = cell.strip(quote).strip()
        if not cell:
            return self.may_be_empty
        if self.always_empty:
            return False
        if self.always_quoted and not token.quoted and not token.text.startswith(quote):
            return False
        if self.address:
            return _ADDRESS.fullmatch(cell) is not None
        if self.shapes:
            shape = exact_shape(cell)
            return (shape if self.exact else rough_shape(shape)) in self.shapes
        return not self.lettered or _LETTER.search(cell) is not None


def learn(rows: Sequence[Sequence[Token]]) -> tuple[Form, ...]:
    """Return the forms of the columns of rows that are in order, all of the same width; nothing where there are too few."""
    if len(rows) < FEWEST_ROWS:
        return ()
    return tuple(_form(column) for column in zip(*rows, strict=True))


def _form(column: Sequence[Token]) -> Form:
    filled = [token.text.strip() for token in column if token.text.strip()]
    exact = {exact_shape(cell) for cell in filled}
    rough = {rough_shape(shape) for shape in exact}
    is_exact = len(exact) <= _MOST_EXACT and len(filled) >= _SURE_ROWS
    is_rough = len(rough) <= _MOST_ROUGH and len(filled) >= 2 * len(rough) and not any(" " in shape for shape in rough)
    lettered = [_LETTER.search(cell) is not None for cell in filled]
    return Form(
        may_be_empty=len(filled) < len(column),
        shapes=frozenset(exact if is_exact else rough if is_rough else ()),
        exact=is_exact,
        address=bool(filled) and all(_ADDRESS.fullmatch(cell) for cell in filled),
        lettered=bool(filled) and all(lettered),
        always_empty=not filled,
        always_quoted=len(filled) >= FEWEST_ROWS and all(token.quoted for token in column if token.text.strip()),
        longest=max(map(len, filled), default=0),
    )
