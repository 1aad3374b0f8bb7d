"""The share of a table that a reader got right.

The rows read (the header first, where the file has one) are set beside the right rows in order, some of either left without a
partner, so that as many cells as possible agree; cells agree where their texts are equal at the same place of the row. With ``a``
agreeing cells, ``r`` right cells and ``f`` cells found, the share is ``a / (r + f - a)``: 1 for the right table and nothing else;
cells that are missing, wrong or too many count against it alike. For rows the same, where a row agrees if all its cells do and it
is as long. Two empty tables agree. A reader that refuses a file or takes too long has found nothing.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple

from tests.benchmarks.messy_csv.corpus import Rows


class Share(NamedTuple):
    """Shares of cells and of rows, each 0 to 1."""

    cells: float
    rows: float


def share(found: Rows, right: Rows) -> Share:
    """Return how much of the right table was found, and nothing else.

    >>> share([["a", "b"], ["1", "x"]], [["a", "b"], ["1", "2"]])
    Share(cells=0.6, rows=0.3333333333333333)
    """
    pairs = _pairs([tuple(row) for row in found], [tuple(row) for row in right])
    cells = sum(_agreeing(found[i], right[j]) for i, j in pairs)
    rows = sum(found[i] == right[j] for i, j in pairs)
    return Share(_joint(cells, sum(map(len, found)), sum(map(len, right))), _joint(rows, len(found), len(right)))


def _joint(agreeing: int, found: int, right: int) -> float:
    every = found + right - agreeing
    return agreeing / every if every else 1.0


def _agreeing(one: list[str], other: list[str]) -> int:
    return sum(a == b for a, b in zip(one, other, strict=False))


def _pairs(found: list[tuple[str, ...]], right: list[tuple[str, ...]]) -> list[tuple[int, int]]:
    """Return which found row stands beside which right one: equal rows first, the gaps between them cell by cell."""
    pairs = []
    for what, i1, i2, j1, j2 in SequenceMatcher(None, found, right, autojunk=False).get_opcodes():
        if what == "equal":
            pairs += list(zip(range(i1, i2), range(j1, j2), strict=True))
        elif what == "replace":
            pairs += [(i1 + i, j1 + j) for i, j in _best_pairs(found[i1:i2], right[j1:j2])]
    return pairs


def _best_pairs(found: list[tuple[str, ...]], right: list[tuple[str, ...]]) -> list[tuple[int, int]]:
    """Return the order-preserving pairs with most agreeing cells (dynamic programming over both lists)."""
    best = [[0] * (len(right) + 1) for _ in range(len(found) + 1)]
    for i in range(len(found) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            both = _agreeing(list(found[i]), list(right[j])) + best[i + 1][j + 1]
            best[i][j] = max(both, best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(found) and j < len(right):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            pairs.append((i, j))
            i, j = i + 1, j + 1
    return pairs
