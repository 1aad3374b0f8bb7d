"""Text vectors of a task's items, kept from run to run where that is wanted: encoding costs more than most fits."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from recsys_desktop.domain.entities import Float32Array, Item
from recsys_desktop.domain.progress import Progress
from recsys_desktop.engine.text.item_text import item_text


def text_vectors(items: tuple[Item, ...], kept: Path | None = None) -> Float32Array:
    """Return the bundled language model's unit vectors (n, e) of the items' texts, zero rows where an item has none.

    ``kept`` is a file of vectors from earlier runs, which grows; None encodes everything.
    """
    return title_vectors([item_text(item) for item in items], kept)


def title_vectors(texts: Sequence[str], kept: Path | None = None) -> Float32Array:
    """Return the vectors (n, e) of texts as they are; see :func:`text_vectors`."""
    known = _read(kept)
    left = sorted({text for text in texts if text and text not in known})
    if left or not known:
        from recsys_desktop.engine.text.encoder import TextEncoder

        encoder = TextEncoder.load()
        known[""] = np.zeros(encoder.width, np.float32)
        known.update(zip(left, encoder.encode(left, Progress()), strict=True))
        _write(kept, known)
    return np.array([known[text] for text in texts], np.float32).reshape(len(texts), len(known[""]))


def _read(kept: Path | None) -> dict[str, Float32Array]:
    if kept is None or not kept.exists():
        return {}
    with np.load(kept) as stored:
        return dict(zip(stored["texts"].tolist(), stored["vectors"], strict=True))


def _write(kept: Path | None, known: dict[str, Float32Array]) -> None:
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        unfinished = kept.with_suffix(f".{os.getpid()}.npz")  # two runs at once do not trip over each other
        np.savez(unfinished, texts=np.array(list(known)), vectors=np.array(list(known.values())))
        unfinished.replace(kept)
