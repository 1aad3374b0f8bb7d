"""QUALITY.md section 4 as sums: each goal with the figure that decides it. Nothing here is typed in by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import numpy as np

from tests.benchmarks.quality.measure import OURS
from tests.benchmarks.quality.peers.everyone import PEERS, WITH_TIME
from tests.benchmarks.quality.tables import Table
from tests.benchmarks.quality.task import ALL_ITEMS, NEW_ITEMS_ONLY
from tests.benchmarks.quality.variants import NEW_AMONG_ALL, OLD_ALONE, OLD_BESIDE_NEW

#: Peers whose business is new items.
_FOR_NEW = ("frozen text", "CEASE", "beeFormer-style head")
_EASE_TREND, _RECENT, _OWN, _TEXT = "EASE x trend", "popularity (recent)", "own recent history", "frozen text"

Tables = Mapping[str, Table]


def goals(dataset: str, protocol: str, tables: Tables) -> list[str]:
    """Return a line per goal of this protocol: reached, not reached, or not measured."""
    return _GOALS[protocol](dataset, tables)


def _warm(dataset: str, tables: Tables) -> list[str]:
    table = tables.get(ALL_ITEMS)
    if dataset != "online_retail":
        return [_level(table)]
    without_time = [peer.name for peer in PEERS if peer.name not in WITH_TIME]
    return [_ratio(table, without_time, 1.4, "the best library peer without time"), _above(table, _EASE_TREND)]


def _cold_items(_: str, tables: Tables) -> list[str]:
    beside, alone = tables.get(OLD_BESIDE_NEW), tables.get(OLD_ALONE)
    loss = float("nan") if beside is None or alone is None else 1.0 - beside.mean(OURS) / alone.mean(OURS)
    return [
        _ratio(tables.get(NEW_ITEMS_ONLY), _FOR_NEW, 1.2, "the best of text, CEASE and head, among new items"),
        _ratio(tables.get(NEW_AMONG_ALL), [_TEXT], 1.2, "text alone, among all items"),
        _verdict(loss <= 0.01, f"old items lose {loss:.1%} beside new ones, goal at most 1 %", np.isfinite(loss)),
    ]


def _cold_users(_: str, tables: Tables) -> list[str]:
    found = []
    for count, factor in ((1, 1.15), (3, 1.5)):
        table = tables.get(ALL_ITEMS)
        parts = {} if table is None else {name: one for name, one in table.finished.items() if name.endswith(f"-{count}")}
        found.append(_ratio(Table(ALL_ITEMS, parts), [_RECENT], factor, f"recent bestsellers, {count} known event(s)"))
    return found


def _repeat(_: str, tables: Tables) -> list[str]:
    return [_ratio(tables.get(ALL_ITEMS), [_OWN], 1.2, "own recent history")]


_GOALS: Mapping[str, Callable[[str, Tables], list[str]]] = {
    "warm": _warm,
    "cold_items": _cold_items,
    "cold_users": _cold_users,
    "repeat": _repeat,
}


def _present(table: Table | None, names: Iterable[str]) -> list[str]:
    return [] if table is None else [name for name in names if name in table.contestants]


def _ratio(table: Table | None, names: Iterable[str], factor: float, whom: str) -> str:
    peers = _present(table, names)
    if table is None or not peers or OURS not in table.contestants:
        return f"- not measured: {factor}x {whom}"
    best = max(peers, key=table.mean)
    ratio = table.mean(OURS) / max(table.mean(best), 1e-12)
    return _verdict(ratio >= factor, f"{ratio:.2f}x {whom} ({best}), goal {factor}x")


def _above(table: Table | None, name: str) -> str:
    if table is None or not _present(table, [name]) or OURS not in table.contestants:
        return f"- not measured: above {name}"
    mean, low, high = table.gap(name)
    return _verdict((low or 0.0) > 0.0, f"{mean:+.4f} [{low:+.4f}, {high:+.4f}] over {name}, goal: interval above 0")


def _level(table: Table | None) -> str:
    peers = _present(table, [peer.name for peer in PEERS])
    if table is None or not peers or OURS not in table.contestants:
        return "- not measured: first or level with the best peer"
    best = max(peers, key=table.mean)
    mean, low, high = table.gap(best)
    return _verdict(
        (high or 0.0) >= 0.0, f"{mean:+.4f} [{low:+.4f}, {high:+.4f}] over the best peer ({best}), goal: first or level"
    )


def _verdict(reached: bool, sentence: str, measured: bool = True) -> str:
    return f"- {'reached' if reached else 'NOT reached'}: {sentence}" if measured else f"- not measured: {sentence}"
