"""How well the map keeps neighbours, how long it takes, and what words are worth: for the figures in the modules' comments.

python -m tests.benchmarks.catalogue_map SHOP_FOLDER

The shop is a prepared one; it is copied, the copy is used.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

from recsys_desktop.domain.entities import Float32Array
from recsys_desktop.domain.progress import Progress
from recsys_desktop.engine.catalogue_map import draw_map
from recsys_desktop.engine.item_space import ItemSpace
from recsys_desktop.engine.layout import principal_start
from recsys_desktop.engine.similar import similar
from recsys_desktop.services.fitting import load_current
from recsys_desktop.services.products.text_gain import measure_gain
from recsys_desktop.services.shop import Shop, open_shop

_LOOKED_AT, _NEIGHBOURS, _NEARBY = 500, 10, 30
_LARGE = 100_000


def kept(space: ItemSpace, points: np.ndarray) -> tuple[float, float]:
    """Return which share of the 10 most similar products is among the 10, and the 30, nearest on the map."""
    rows = np.random.default_rng(0).choice(len(space), min(len(space), _LOOKED_AT), replace=False)
    near, nearby = 0, 0
    for row in rows.tolist():
        alike = set(similar(space, row, _NEIGHBOURS)[0].tolist())
        distances = ((points - points[row]) ** 2).sum(axis=1)
        distances[row] = np.inf
        order = np.argsort(distances)[:_NEARBY].tolist()
        near += len(alike & set(order[:_NEIGHBOURS]))
        nearby += len(alike & set(order))
    return near / len(rows) / _NEIGHBOURS, nearby / len(rows) / _NEIGHBOURS


def enlarged(space: ItemSpace) -> ItemSpace:
    """Return a space of 100,000 products, each nearly like one there is."""
    random = np.random.default_rng(1)
    rows = random.integers(len(space), size=_LARGE)

    def near(vectors: Float32Array) -> Float32Array:
        noise = 0.03 * random.standard_normal((_LARGE, vectors.shape[1])).astype(np.float32)
        return np.array(vectors)[rows] + noise

    return replace(space, item_keys=np.arange(_LARGE), texts=near(space.texts), queries=near(space.queries))


def report(shop: Shop) -> None:
    """Print the figures of a shop."""
    current = load_current(shop)
    assert current is not None
    space = current.space
    titles = shop.catalogue.titles(space.item_keys)
    began = time.perf_counter()
    drawn = draw_map(space, titles, Progress())
    print(f"{len(space)} products: {time.perf_counter() - began:.1f} s; kept {kept(space, drawn.points)}")
    print(f"two principal directions of the texts: kept {kept(space, principal_start(np.array(space.texts)))}")
    texts_alone = replace(space, placing=None)
    print(f"by the texts alone: kept {kept(space, draw_map(texts_alone, titles, Progress()).points)}")
    began = time.perf_counter()
    draw_map(enlarged(space), ["thing"] * _LARGE, Progress())
    print(f"{_LARGE} products: {time.perf_counter() - began:.1f} s")
    gain = measure_gain(shop, Progress())
    print("words cannot be measured here" if gain is None else gain.sentence)


def main() -> None:
    """Measure on a copy."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shop", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "shop"
        shutil.copytree(arguments.shop, copy)
        shop = open_shop(copy)
        report(shop)
        shop.close()


if __name__ == "__main__":
    main()
