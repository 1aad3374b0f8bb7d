"""Prints how products nobody has bought yet fare on Online Retail: 15 % of all products lose their past, five times over.

Run ``python -m tests.benchmarks.new_items``; ``--window N`` counts 28-day windows back from the last day (7 and 9 are those on
which ``SpaceSettings.new_item_scale`` was chosen). Targets are what customers newly bought in the window.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from recsys_desktop.domain.entities import Float32Array, Int64Array
from recsys_desktop.engine.evaluation import Targets, hits_of
from recsys_desktop.engine.history import Histories
from recsys_desktop.engine.item_space import ItemSpace
from recsys_desktop.engine.metrics import ndcg
from recsys_desktop.engine.profile import user_vectors
from recsys_desktop.engine.ranker import best_of_each
from tests.benchmarks.quality.online_retail import WINDOW, OnlineRetail, load_online_retail
from tests.benchmarks.ranking_quality import HALF_LIFE_DAYS, Window, encoded, fitted

PARTITIONS = 5
PART = 0.15
Mask = NDArray[np.bool_]


def restricted(targets: Targets, allowed: Mask) -> tuple[Int64Array, Targets]:
    """Return which users have a target among the allowed products, and these targets."""
    each = [rows[allowed[rows]] for rows in targets.of_each()]
    users = np.flatnonzero([len(rows) > 0 for rows in each])
    counts = [len(each[user]) for user in users]
    indptr = np.r_[0, np.cumsum(counts)].astype(np.int64)
    return users, Targets(targets.user_keys[users], indptr, np.concatenate([each[user] for user in users]))


def quality(scores: Float32Array, window: Window, wanted: Mask, listed: Mask) -> float:
    """Return NDCG@10 of the ``wanted`` targets where only the ``listed`` products may stand on the lists."""
    users, targets = restricted(window.targets, wanted)
    allowed = np.where(listed[None, :], scores[users], np.float32(-np.inf))
    for line, user in enumerate(users):
        allowed[line, window.seen[user]] = -np.inf
    return float(ndcg(hits_of(best_of_each(allowed, 10)[0], targets), targets.counts).mean())


def scores_of(space: ItemSpace, window: Window) -> tuple[Float32Array, Float32Array]:
    """Return our scores and those of the text cosine (users, items), from what is left of the histories."""
    histories = Histories.from_arrays(window.split.fit, space.item_keys, window.split.time, HALF_LIFE_DAYS)
    known = histories.positions(window.targets.user_keys)
    ours = np.concatenate([user_vectors(space, histories), space.prior[None, :]])[known]
    liked = np.concatenate([histories.matrix(len(space)).astype(np.float32) @ space.texts, np.zeros_like(space.texts[:1])])[known]
    return ours @ space.keys.T, liked @ space.texts.T


def partition(shop: OnlineRetail, window: Window, seed: int) -> Sequence[float]:
    """Take a random 15 % of the products out of the fit and return the figures of one line of the table."""
    items = len(window.texts)
    active = np.unique(window.split.fit.item_keys)
    hidden = np.zeros(items, np.bool_)
    hidden[np.random.default_rng(seed).choice(active, int(PART * len(active)), replace=False)] = True
    fit = window.split.fit
    blind = replace(window, split=replace(window.split, fit=fit.select(~hidden[fit.item_keys])))
    space, _ = fitted(shop, blind)
    ours, text = scores_of(space, blind)
    everything = np.ones(items, np.bool_)
    return (
        quality(ours, window, hidden, hidden),
        quality(text, window, hidden, hidden),
        quality(ours, window, hidden, everything),
        quality(text, window, hidden, everything),
        quality(ours, window, ~hidden, everything),
        quality(ours, window, ~hidden, ~hidden),
    )


def main() -> None:
    """Read, encode, judge the partitions, print their means."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--window", type=int, default=0)
    options = parser.parse_args()
    shop = load_online_retail()
    start = shop.end - (options.window + 1) * WINDOW
    window = Window.of(shop, start, start + WINDOW, encoded(shop))
    lines = np.array([partition(shop, window, seed) for seed in range(PARTITIONS)])
    print("| among new: ours | text | among all: ours | text | old ones beside new | old ones alone |")
    print("|---|---|---|---|---|---|")
    print("| " + " | ".join(f"{mean:.4f} ± {spread:.4f}" for mean, spread in zip(lines.mean(0), lines.std(0), strict=True)) + " |")


if __name__ == "__main__":
    main()
