"""Reads Online Retail as QUALITY.md section 2 asks: what real customers bought, when, and what the products were called then."""

from __future__ import annotations

import csv
import datetime
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from recsys_desktop.domain.entities import Int64Array, InteractionArrays, Kind

PATH = Path(__file__).resolve().parents[4] / "shared" / "data" / "online_retail" / "OnlineRetail.csv"
DAY = 86_400
#: A window of the protocol.
WINDOW = 28 * DAY
_PRODUCT = re.compile(r"\d{5}")


@dataclass(frozen=True)
class OnlineRetail:
    """Distinct (customer, product, time) purchases, and every sighting of a product's description with its time."""

    item_ids: tuple[str, ...]
    events: InteractionArrays
    descriptions: tuple[tuple[str, ...], ...]  # per item, in the order of their times
    described: tuple[Int64Array, ...]  # per item, the times

    @property
    def item_keys(self) -> Int64Array:
        """The keys 0..n-1 that stand for the products."""
        return np.arange(len(self.item_ids))

    @property
    def end(self) -> int:
        """One second after the last purchase."""
        return int(self.events.times.max()) + 1

    def titles(self, before: int) -> list[str]:
        """Return each product's most frequent description before a time, "" for those not seen by then."""
        found = []
        for texts, times in zip(self.descriptions, self.described, strict=True):
            known = Counter(texts[: int(np.searchsorted(times, before))])
            found.append(max(sorted(known), key=known.__getitem__, default=""))
        return found


def load_online_retail(path: Path = PATH) -> OnlineRetail:
    """Read the file, leaving out lines without customer, cancellations, returns, free goods and codes that are no product."""
    purchases: set[tuple[int, str, int]] = set()
    named: dict[str, list[tuple[int, str]]] = {}
    seconds: dict[str, int] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            code, when = line["StockCode"].strip().upper(), line["InvoiceDate"]
            if not _PRODUCT.match(code) or line["InvoiceNo"].startswith("C") or not line["CustomerID"]:
                continue
            if float(line["Quantity"]) <= 0 or float(line["UnitPrice"]) <= 0:
                continue
            if when not in seconds:
                seconds[when] = int(datetime.datetime.fromisoformat(when).replace(tzinfo=datetime.UTC).timestamp())
            purchases.add((int(float(line["CustomerID"])), code, seconds[when]))
            named.setdefault(code, []).append((seconds[when], line["Description"].strip()))
    return _arranged(purchases, named)


def _arranged(purchases: set[tuple[int, str, int]], named: dict[str, list[tuple[int, str]]]) -> OnlineRetail:
    item_ids = tuple(sorted(named))
    key = {code: number for number, code in enumerate(item_ids)}
    table = np.array(sorted((user, time, key[code]) for user, code, time in purchases), np.int64)
    count = len(table)
    events = InteractionArrays(
        user_keys=table[:, 0].copy(),
        item_keys=table[:, 2].copy(),
        kinds=np.full(count, Kind.PURCHASE, np.int8),
        values=np.full(count, np.nan, np.float32),
        quantities=np.ones(count, np.float32),
        times=table[:, 1].copy(),
    )
    sightings = [sorted(named[code]) for code in item_ids]
    return OnlineRetail(
        item_ids,
        events,
        tuple(tuple(text for _, text in seen) for seen in sightings),
        tuple(np.array([time for time, _ in seen], np.int64) for seen in sightings),
    )
