"""Other wordings of a text: a training that reads them too cannot hang on a single word."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

#: The share of words left out.
_LEFT_OUT = 0.2


def reworded(texts: Sequence[str], random: np.random.Generator) -> list[str]:
    """Return each text with about a fifth of its words left out, at least one of two or more; their order stays.

    Source: Wei and Zou, EDA: easy data augmentation techniques, EMNLP 2019, section 2 (random deletion).
    """
    return [_shortened(text.split(), random) for text in texts]


def _shortened(words: Sequence[str], random: np.random.Generator) -> str:
    if len(words) < 2:
        return " ".join(words)
    kept = random.random(len(words)) >= _LEFT_OUT
    if kept.all() or not kept.any():
        kept[:] = True
        kept[random.integers(len(words))] = False
    return " ".join(word for word, stays in zip(words, kept, strict=True) if stays)
