"""Makes a prepared shop of any size for other benchmarks: ``python -m tests.benchmarks.big_shop FOLDER --products 100000``.

The files of :mod:`tests.benchmarks.import_speed` come in through the import. The texts are not read by the language model, which
would take minutes: each product gets the sum of random vectors of its words, and the default settings serve.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

import numpy as np

from recsys_desktop.domain.progress import Progress
from recsys_desktop.engine.fitting import fit_space
from recsys_desktop.engine.space_settings import SpaceSettings
from recsys_desktop.engine.text.channels import TextChannels
from recsys_desktop.services.fitting import catalogue_words, shop_time, swap_in
from recsys_desktop.services.imports.importing import import_files, inspect_files
from recsys_desktop.services.shop import Shop, open_shop
from tests.benchmarks.import_speed import write_shop

_TEXT_WIDTH = 384


def make(folder: Path, products: int, events: int) -> Shop:
    """Import, fit and return the shop; a tenth as many customers as events."""
    shop = open_shop(folder)
    with tempfile.TemporaryDirectory() as files:
        catalogue, behaviour = write_shop(Path(files), products, events)
        import_files(shop, inspect_files([catalogue, behaviour]), Progress())
    keys, titles, categories = catalogue_words(shop)
    texts = _texts(titles)
    shop.vectors.put_many(1, keys, ["made up"] * len(keys), texts)
    channels = TextChannels.of_model(texts, len(keys))
    now = shop_time(shop)
    space = fit_space(keys, channels, titles, categories, shop.interactions.load(), now, SpaceSettings(), Progress())
    swap_in(shop, space, 1, now)
    return shop


def _texts(titles: list[str]) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    random = np.random.default_rng(0)
    words = sorted({word for title in titles for word in title.split()})
    vector_of = dict(zip(words, random.standard_normal((len(words), _TEXT_WIDTH)).astype(np.float32), strict=True))
    texts = np.array([np.sum([vector_of[word] for word in title.split()], axis=0) for title in titles], np.float32)
    texts += random.standard_normal(texts.shape).astype(np.float32)
    return np.asarray(texts / np.linalg.norm(texts, axis=1, keepdims=True), np.float32)


def main() -> None:
    """Make the shop and say what it holds."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--products", type=int, default=100_000)
    parser.add_argument("--events", type=int, default=1_000_000)
    options = parser.parse_args()
    began = time.perf_counter()
    shop = make(options.folder, options.products, options.events)
    counts = f"{shop.catalogue.count():,} products, {shop.users.count():,} customers, {shop.interactions.count():,} events"
    print(f"{counts}, made in {time.perf_counter() - began:.0f} s")
    shop.close()


if __name__ == "__main__":
    main()
