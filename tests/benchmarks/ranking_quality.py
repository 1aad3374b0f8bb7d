"""Prints how good the lists are on Online Retail: rolling 28-day windows, products new to the customer, full ranking.

Run ``python -m tests.benchmarks.ranking_quality``; a few minutes on two cores. Ours runs with its defaults, which were chosen on
windows before the earliest test window; each peer's configuration is the best of three on the fit part's own last window.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from recsys_desktop.domain.entities import Float32Array, Int64Array, InteractionArrays
from recsys_desktop.domain.progress import Progress
from recsys_desktop.engine.evaluation import Targets, TimeSplit, bootstrap, judge, new_targets, paired_bootstrap, time_split
from recsys_desktop.engine.fitting import fit_space
from recsys_desktop.engine.history import Float64Array, Histories
from recsys_desktop.engine.item_space import ItemSpace
from recsys_desktop.engine.profile import user_vectors
from recsys_desktop.engine.ranker import best_of_each, top_k_many
from recsys_desktop.engine.space_settings import SpaceSettings
from recsys_desktop.engine.text.encoder import TextEncoder
from tests.benchmarks.peers import PEERS, Peer
from tests.benchmarks.quality.online_retail import WINDOW, OnlineRetail, load_online_retail

LENGTH = 20
HALF_LIFE_DAYS = 365.0
#: Histories cut to so many last events stand for new customers.
SHORT_HISTORIES = (1, 2, 3)
OURS = "ours"


@dataclass(frozen=True)
class Window:
    """One test window: what was known before, and what the same customers bought in it."""

    split: TimeSplit
    targets: Targets
    seen: Sequence[Int64Array]
    texts: Float32Array

    @classmethod
    def of(cls, shop: OnlineRetail, start: int, until: int, texts: dict[str, Float32Array]) -> Window:
        """Cut the shop at ``start``; products are known by their names before it."""
        split = time_split(shop.events, start, until)
        targets = new_targets(split, shop.item_keys)
        assert split.fit.times.max() < start <= split.later.times.min()
        vectors = np.array([texts[title] for title in shop.titles(start)], np.float32)
        seen = _of_users(split.fit, targets.user_keys, shop.item_keys, start).rows_of_each()
        return cls(split, targets, list(seen), vectors)


def _of_users(events: InteractionArrays, users: Int64Array, item_keys: Int64Array, now: int) -> Histories:
    return Histories.from_arrays(events.select(np.isin(events.user_keys, users)), item_keys, now, HALF_LIFE_DAYS)


def encoded(shop: OnlineRetail) -> dict[str, Float32Array]:
    """Return the text vector of every description there ever was."""
    texts = sorted({text for sightings in shop.descriptions for text in sightings})
    vectors = TextEncoder.load().encode(texts, Progress())
    known = dict(zip(texts, vectors, strict=True))
    known[""] = np.zeros(vectors.shape[1], np.float32)
    return known


def fitted(shop: OnlineRetail, window: Window) -> tuple[ItemSpace, float]:
    """Return our space of the fit part and the seconds it took."""
    started = time.perf_counter()
    blank = [""] * len(shop.item_ids)
    titles = shop.titles(window.split.time)
    fit = window.split.fit
    space = fit_space(shop.item_keys, window.texts, titles, blank, fit, int(fit.times.max()), SpaceSettings(), Progress())
    return space, time.perf_counter() - started


def our_lists(space: ItemSpace, window: Window, events: InteractionArrays) -> Int64Array:
    """Return our lists (users, 20) from these events of the window's customers."""
    histories = _of_users(events, window.targets.user_keys, space.item_keys, window.split.time)
    assert np.array_equal(histories.user_keys, window.targets.user_keys)
    return top_k_many(space.keys, user_vectors(space, histories), LENGTH, window.seen, Progress())[0]


def peer_lists(peer: Peer, window: Window, items: int) -> Int64Array:
    """Return a peer's lists (users, 20)."""
    histories = _of_users(window.split.fit, window.targets.user_keys, np.arange(items), window.split.time).matrix(items)
    binary = sp.csr_array((np.ones_like(histories.data), histories.indices, histories.indptr), shape=histories.shape)
    scores = np.array(peer(window.split.fit, items, binary), np.float32)
    for user, rows in enumerate(window.seen):
        scores[user, rows] = -np.inf
    return best_of_each(scores, LENGTH)[0]


def last_events(events: InteractionArrays, count: int) -> InteractionArrays:
    """Return each user's newest ``count`` events."""
    ordered = events.select(np.lexsort((events.item_keys, events.times, events.user_keys)))
    ends = np.searchsorted(ordered.user_keys, ordered.user_keys, side="right")
    return ordered.select(ends - np.arange(len(ends)) <= count)


def warm_metrics(shop: OnlineRetail, texts: dict[str, Float32Array], start: int) -> dict[str, dict[str, Float64Array]]:
    """Judge ours (whole and short histories) and every peer on the window that begins at ``start``."""
    items = len(shop.item_ids)
    window = Window.of(shop, start, start + WINDOW, texts)
    inner = Window.of(shop, start - WINDOW, start, texts)
    space, seconds = fitted(shop, window)
    found = {OURS: judge(our_lists(space, window, window.split.fit), window.targets)}
    for count in SHORT_HISTORIES:
        found[f"{OURS}, last {count}"] = judge(our_lists(space, window, last_events(window.split.fit, count)), window.targets)
    for name, configurations in PEERS.items():
        inside = [judge(peer_lists(peer, inner, items), inner.targets)["ndcg@10"].mean() for peer in configurations]
        chosen = configurations[int(np.argmax(inside))]
        found[name] = judge(peer_lists(chosen, window, items), window.targets)
    day = np.datetime64(int(window.split.fit.times.max()), "s")
    print(
        f"window from {np.datetime64(start, 's')}: newest time fitted {day}, {len(window.targets)} customers, fit {seconds:.1f} s"
    )
    return found


def table(found: Sequence[dict[str, dict[str, Float64Array]]]) -> str:
    """Return the windows side by side and the pooled figures with 95 % intervals as a Markdown table."""
    head = "| | " + " | ".join(f"w{number}" for number in range(len(found))) + " | NDCG@10 | Recall@20 | HR@10 | ours - it |"
    lines = [head, "|---" * (len(found) + 5) + "|"]
    ours = np.concatenate([window[OURS]["ndcg@10"] for window in found])
    for name in found[0]:
        each = [f"{window[name]['ndcg@10'].mean():.4f}" for window in found]
        pooled = {metric: np.concatenate([window[name][metric] for window in found]) for metric in found[0][name]}
        mean, low, high = bootstrap(pooled["ndcg@10"], seed=0)
        gap = paired_bootstrap(ours, pooled["ndcg@10"], seed=0)
        figures = [
            f"{mean:.4f} [{low:.4f}, {high:.4f}]",
            f"{pooled['recall@20'].mean():.4f}",
            f"{pooled['hit_rate@10'].mean():.4f}",
            "" if name == OURS else f"{gap[0]:+.4f} [{gap[1]:+.4f}, {gap[2]:+.4f}]",
        ]
        lines.append("| " + " | ".join([name, *each, *figures]) + " |")
    return "\n".join(lines)


def main() -> None:
    """Read, encode, judge, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--windows", type=int, default=7, help="test windows, counted back from the last day")
    parser.add_argument("--skip", type=int, default=0, help="leave out so many of the latest windows")
    options = parser.parse_args()
    shop = load_online_retail()
    texts = encoded(shop)
    starts = [shop.end - (back + 1) * WINDOW for back in range(options.skip, options.skip + options.windows)]
    print(table([warm_metrics(shop, texts, start) for start in starts]))


if __name__ == "__main__":
    main()
