"""Other wordings of a text: a training that reads them too cannot hang on a single word."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

#: The share of words left out, and the fewest words a text must have: in "rustic mug" each word is what it is about.
_LEFT_OUT, _FEWEST_WORDS = 0.2, 4


def reworded(texts: Sequence[str], random: np.random.Generator) -> list[str]:
    """Return each text with about a fifth of its words left out, at least one; their order stays. Three words stay whole.

    Source: Wei and Zou, EDA: easy data augmentation techniques, EMNLP 2019, section 2 (random deletion).
    """
    return [_shortened(text.split(), random) for text in texts]


def _shortened(words: Sequence[str], random: np.random.Generator) -> str:
    if len(words) < _FEWEST_WORDS:
        return " ".join(words)
    kept = random.random(len(words)) >= _LEFT_OUT
    if kept.all() or not kept.any():
        kept[:] = True
        kept[random.integers(len(words))] = False
    return " ".join(word for word, stays in zip(words, kept, strict=True) if stays)
