"""Prints seconds and memory of a fit, and of one list, against the size of a made-up shop.

Run ``python -m tests.benchmarks.fit_scale 10000 100000``: numbers of products, each with ten times as many events. The memory is
the process's peak so far.
"""

from __future__ import annotations

import resource
import sys
import time

import numpy as np

from recsys_desktop.domain.entities import Float32Array, InteractionArrays, Kind
from recsys_desktop.domain.progress import Progress
from recsys_desktop.engine.fitting import fit_space
from recsys_desktop.engine.profile import user_vector
from recsys_desktop.engine.ranker import top_k
from recsys_desktop.engine.space_settings import SpaceSettings
from recsys_desktop.engine.text.channels import TextChannels

DAY = 86_400
TEXT_WIDTH = 384
#: Products of one kind share buyers and words; some sell a thousand times as much as others.
PRODUCTS_OF_A_KIND = 50
LISTS = 20


def made_up(items: int, seed: int = 0) -> tuple[InteractionArrays, Float32Array]:
    """Return ten events per item by one customer per item over a year, and unit text vectors."""
    random = np.random.default_rng(seed)
    events, kinds = 10 * items, max(1, items // PRODUCTS_OF_A_KIND)
    users = np.sort(random.integers(0, items, events))
    kind = (users * 7 + random.integers(0, 3, events)) % kinds  # three kinds per customer
    within = np.minimum(random.zipf(1.3, events) - 1, PRODUCTS_OF_A_KIND - 1)
    rows = np.minimum(kind * PRODUCTS_OF_A_KIND + within, items - 1)
    centres = random.standard_normal((kinds, TEXT_WIDTH)).astype(np.float32)
    texts = centres[np.minimum(np.arange(items) // PRODUCTS_OF_A_KIND, kinds - 1)]
    texts = texts + random.standard_normal((items, TEXT_WIDTH)).astype(np.float32)
    texts /= np.linalg.norm(texts, axis=1, keepdims=True)
    behaviour = InteractionArrays(
        users,
        rows,
        np.full(events, Kind.PURCHASE, np.int8),
        np.full(events, np.nan, np.float32),
        np.ones(events, np.float32),
        random.integers(0, 365 * DAY, events),
    )
    return behaviour, texts


def measured(items: int) -> str:
    """Fit a shop of so many products and return its line of the table."""
    behaviour, texts = made_up(items)
    blank = ["candle holder"] * items
    reports = [time.perf_counter()]
    progress = Progress(lambda _: reports.append(time.perf_counter()), interval=0.0)
    channels = TextChannels.of_model(texts, items)
    space = fit_space(np.arange(items), channels, blank, blank, behaviour, 365 * DAY, SpaceSettings(), progress)
    reports.append(time.perf_counter())
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    user = user_vector(space, np.arange(20), np.ones(20))
    began = time.perf_counter()
    for _ in range(LISTS):
        top_k(space.keys, user.vector, 20, np.arange(20))
    milliseconds = (time.perf_counter() - began) / LISTS * 1000
    seconds, silence = reports[-1] - reports[0], float(np.diff(reports).max())
    figures = f"{seconds:.1f} | {silence:.1f} | {megabytes:.0f} | {milliseconds:.1f}"
    return f"| {items} | {len(behaviour)} | {int(space.warm.sum())} | {figures} |"


def main() -> None:
    """Print a line of the table for each size."""
    print("| products | events | with buyers | fit, s | of it longest silence, s | peak memory, MB | list, ms |")
    print("|---|---|---|---|---|---|---|")
    for size in sys.argv[1:] or ["10000"]:
        print(measured(int(size)), flush=True)


if __name__ == "__main__":
    main()
