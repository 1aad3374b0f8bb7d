"""Products whose titles are nearly the same: slips of one product told apart from variants of another.

Nothing compares all pairs. Titles that share all words but one meet in one hash: the sum of a title's word hashes, and the sums
with one word left out, are sorted, and equal neighbours are candidates.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Kinship = Literal["same", "slip", "variant"]

#: A word is a run of letters, a run of digits, or one sign of a script without blanks between words.
_WORD = re.compile(r"[^\W\d_\u3040-\u30ff\u3400-\u9fff]+|\d+(?:[.,]\d+)*|[\u3040-\u30ff\u3400-\u9fff]")
#: Words that tell no product from another.
_FILLERS = frozenset(
    re.findall(r"\w+", "a an the of and with for in der die das und mit für le la les et de du des avec el los y con il e di s")
)
#: So short words differ by a letter and mean something else ("cat", "car").
_LEAST_LETTERS = 4
#: From a set of titles that differ in one word, at most so many are compared with each other word by word.
_MOST_COMPARED = 40


@dataclass(frozen=True)
class TitlePair:
    """Two titles by their places in the list. ``similarity`` is 0 to 1, of their letters; 1: the same but for case and signs."""

    first: int
    second: int
    similarity: float
    kinship: Kinship


def near_pairs(titles: Sequence[str]) -> list[TitlePair]:
    """Return pairs of titles that are the same, a slip apart or variants of one another, those most alike first.

    Of very many titles that differ in one word, each is paired with its neighbour by that word's letters.

    >>> titles = ["Mug red", "Mug blue", "Lantern, tin", "Lantren tin", "Red Mug!"]
    >>> [(pair.first, pair.second, pair.kinship) for pair in near_pairs(titles)]
    [(0, 4, 'same'), (2, 3, 'slip'), (0, 1, 'variant'), (1, 4, 'variant')]
    """
    words = [title_words(title) for title in titles]
    pairs: dict[tuple[int, int], TitlePair] = {}
    for first, second in _candidates(words):
        pair = (min(first, second), max(first, second))
        if pair not in pairs:
            found = _compared(*pair, words)
            if found is not None:
                pairs[pair] = found
    order: dict[Kinship, int] = {"same": 0, "slip": 1, "variant": 2}
    return sorted(pairs.values(), key=lambda pair: (order[pair.kinship], -pair.similarity, pair.first, pair.second))


def title_words(title: str) -> tuple[str, ...]:
    """Return a title's words for comparison: no case, no signs, no accents of compatibility.

    >>> title_words("The Red MUG, 0.5 l"), title_words("口红 3色")
    (('the', 'red', 'mug', '0.5', 'l'), ('口', '红', '3', '色'))
    """
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", title).casefold()))


def _candidates(words: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Yield pairs of titles that share all letters, all words, or all words but one on either side."""
    everyone = np.arange(len(words))
    yield from _sharing(_hashes(["".join(title) for title in words]), everyone, everyone, most=2)
    lengths = np.array([len(title) for title in words], np.int64)
    spelled = [word for title in words for word in title]
    rank_of = {word: rank for rank, word in enumerate(sorted(set(spelled)))}
    ranks = np.fromiter((rank_of[word] for word in spelled), np.int64, len(spelled))
    each = _hashes(spelled)
    owners = np.repeat(np.arange(len(words)), lengths)
    sums = np.zeros(len(words), np.uint64)
    np.add.at(sums, owners, each)
    filled = np.flatnonzero(lengths)
    yield from _sharing(sums[filled], filled, filled, most=2)
    long_enough = lengths[owners] > 1  # without its only word a title is like every other
    without_one = (sums[owners] - each)[long_enough]
    keys = np.concatenate([without_one, sums[filled]])
    places = np.concatenate([ranks[long_enough], np.full(len(filled), -1)])
    yield from _sharing(keys, np.concatenate([owners[long_enough], filled]), places, _MOST_COMPARED)


def _hashes(texts: Sequence[str]) -> NDArray[np.uint64]:
    return np.fromiter((hash((text, "title")) & 0xFFFF_FFFF_FFFF_FFFF for text in texts), np.uint64, len(texts))


def _sharing(
    keys: NDArray[np.uint64], owners: NDArray[np.int64], places: NDArray[np.int64], most: int
) -> Iterator[tuple[int, int]]:
    """Yield pairs of owners of one key: all in sets of up to ``most`` owners, else neighbours in the order of ``places``."""
    order = np.lexsort((owners, places, keys))
    keys, owners = keys[order], owners[order]
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]])
    ends = np.r_[starts[1:], len(keys)]
    several = ends - starts > 1
    for start, end in zip(starts[several].tolist(), ends[several].tolist(), strict=True):
        together = list(dict.fromkeys(owners[start:end].tolist()))
        if len(together) <= most:
            for index, first in enumerate(together):
                for second in together[index + 1 :]:
                    yield first, second
        else:
            yield from pairwise(together)


def _compared(first: int, second: int, words: Sequence[tuple[str, ...]]) -> TitlePair | None:
    """Return how two titles that share nearly all are akin; None where the sharing was chance."""
    left, right = list(words[first]), list(words[second])
    if "".join(left) == "".join(right):
        return TitlePair(first, second, 1.0, "same") if left else None
    for word in words[first]:
        if word in right:
            left.remove(word)
            right.remove(word)
    similarity = round(_alike(words[first], words[second]), 3)
    if not left and not right:
        return TitlePair(first, second, similarity, "same")
    if len(left) > 1 or len(right) > 1 or len(left) + len(right) == len(words[first]) + len(words[second]):
        return None
    is_slip = _is_slip(left[0], right[0]) if left and right else (left or right)[0] in _FILLERS
    return TitlePair(first, second, similarity, "slip" if is_slip else "variant")


def _is_slip(one: str, other: str) -> bool:
    """Return whether two words are one, mistyped: a letter more, less, changed, or two swapped. Numbers are never slips.

    >>> _is_slip("lantern", "lantren"), _is_slip("mug", "mugs"), _is_slip("red", "bed"), _is_slip("10", "12")
    (True, True, False, False)
    """
    if one in _FILLERS and other in _FILLERS:
        return len(one) > 1 and len(other) > 1  # single letters name things: keys, sizes
    if not (one.isalpha() and other.isalpha()) or max(len(one), len(other)) < _LEAST_LETTERS or abs(len(one) - len(other)) > 1:
        return False
    start = next((index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, other_rest = one[start:], other[start:]
    if len(one) != len(other):
        longer, shorter = (rest, other_rest) if len(one) > len(other) else (other_rest, rest)
        return longer[1:] == shorter
    swapped = len(rest) > 1 and rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:]
    # One changed letter makes many a word another ("white", "write"): only in long ones is it a slip.
    return swapped or (rest[1:] == other_rest[1:] and len(one) > _LEAST_LETTERS + 1)


def _alike(left: Sequence[str], right: Sequence[str]) -> float:
    """Return the Dice coefficient of two titles' pairs of letters, order of words left out."""
    one, other = ({pair for word in words for pair in zip(f" {word}", f"{word} ", strict=True)} for words in (left, right))
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0
