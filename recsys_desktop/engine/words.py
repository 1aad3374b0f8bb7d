"""The words of a title, in any language, and those that tell a set of titles from all others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

#: A run of Chinese or Japanese characters is cut into pairs, as it has no blanks; other letters make words of two or more.
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_TOKEN = re.compile(rf"[{_CJK}]+|[^\W\d_{_CJK}]{{2,}}")
_COMMON = frozenset({"and", "the", "with", "for", "of", "in", "on", "to", "by", "from", "or", "an", "at", "de", "la", "le", "et"})


def words(title: str) -> list[str]:
    """Return the words of a title in lower case, Chinese as pairs of characters.

    >>> words("RED Candle-holder, set of 3"), words("玻璃花瓶")
    (['red', 'candle', 'holder', 'set'], ['玻璃', '璃花', '花瓶'])
    """
    found: list[str] = []
    for token in _TOKEN.findall(title.lower()):
        if re.match(f"[{_CJK}]", token):
            found += [token[start : start + 2] for start in range(max(len(token) - 1, 1))]
        elif token not in _COMMON:
            found.append(token)
    return found


def distinctive_words(titles: Sequence[str], groups: Sequence[int], count: int) -> list[list[str]]:
    """Return for each group 0..max its most distinctive words, best first, at most ``count``.

    A word's worth is ``n log(p / p0)``: n titles of the group have it, a share p of the group's and p0 of all titles (its part of
    the Kullback-Leibler divergence). Equal worth: alphabetical, so that the names do not depend on the order of the titles.
    """
    total: Counter[str] = Counter()
    inside: list[Counter[str]] = [Counter() for _ in range(max(groups, default=-1) + 1)]
    for title, group in zip(titles, groups, strict=True):
        present = set(words(title))
        total.update(present)
        inside[group].update(present)
    sizes = np.bincount(np.asarray(groups, np.int64), minlength=len(inside))
    return [_best(counts, int(size), total, len(titles), count) for counts, size in zip(inside, sizes, strict=True)]


def _best(counts: Counter[str], size: int, total: Counter[str], titles: int, count: int) -> list[str]:
    def worth(word: str) -> float:
        return counts[word] * float(np.log((counts[word] / size) / (total[word] / titles)))

    return sorted(counts, key=lambda word: (-worth(word), word))[:count]
