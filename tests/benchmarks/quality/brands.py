"""A catalogue in a language the model does not read: how often a product's nearest neighbours are of its own brand."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from recsys_desktop.domain.entities import Float32Array
from recsys_desktop.domain.progress import Progress
from recsys_desktop.engine.ranker import top_k_many
from recsys_desktop.engine.text.letters import RANK, fit_letters, joined
from tests.benchmarks.quality.datasets import taobao_items
from tests.benchmarks.quality.texts import title_vectors

_NEIGHBOURS = 10
_SHARE = 0.5
_GOAL = 2.0


def same_brand(vectors: Float32Array, brands: np.ndarray) -> float:
    """Return the share of the ten nearest neighbours by cosine (unit rows (n, e)) that have their product's brand."""
    own = list(np.arange(len(vectors))[:, None])
    near = top_k_many(vectors, vectors, _NEIGHBOURS, own, Progress())[0]
    known = near >= 0
    return float((brands[near] == brands[:, None])[known].mean())


def markdown(kept: Path) -> str:
    """Return the table of taobao_beauty; titles only, the brand being the answer."""
    items = taobao_items()
    titles, brands = [item.title for item in items], np.array([item.brand for item in items])
    model = title_vectors(titles, kept)
    letters = fit_letters(titles, RANK, 0, Progress()).vectors(titles, Progress())
    english, spelt, both = (same_brand(one, brands) for one in (model, letters, joined(model, letters, _SHARE)))
    lines = [f"# taobao, {len(items)} Chinese products", "", "| texts | neighbours of the same brand |", "| --- | --- |"]
    lines += [
        f"| {name} | {rate:.3f} |" for name, rate in (("English model", english), ("letters", spelt), ("half and half", both))
    ]
    ratio = max(spelt, both) / max(english, 1e-12)
    verdict = "reached" if ratio >= _GOAL else "NOT reached"
    return "\n".join([*lines, "", f"- {verdict}: {ratio:.2f}x the English model's rate, goal {_GOAL:g}x"])
