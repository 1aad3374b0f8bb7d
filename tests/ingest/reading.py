"""Small files written and read back in one call."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Interaction, Item
from recsys_desktop.domain.progress import Progress
from recsys_desktop.ingest.pipeline import inspect, read
from recsys_desktop.ingest.plan import FilePlan
from recsys_desktop.ingest.rows import BadRow
from recsys_desktop.ingest.wishes import Mapping, RoleWish, Wishes


@dataclass
class Outcome:
    """Everything one file gave. ``items`` are in the file's order, the last of equal ids last."""

    plan: FilePlan
    items: list[Item] = field(default_factory=list)
    interactions: list[Interaction] = field(default_factory=list)
    bad: list[BadRow] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    rows: int = 0
    names: list[tuple[str, ItemId]] = field(default_factory=list)
    alternatives: list[tuple[ItemId, tuple[str, ...]]] = field(default_factory=list)

    def faults(self) -> list[tuple[int, str, str]]:
        """Return the bad rows as (line, column, sentence)."""
        return [(row.line, row.column, str(row.reason)) for row in self.bad]

    def balance(self) -> int:
        """Return the rows that were taken in."""
        return self.rows - len(self.bad) - self.skipped.total()


def read_file(path: Path, as_: RoleWish = "auto", mapping: Mapping | None = None, encoding: str | None = None) -> Outcome:
    """Inspect and read a file to its end."""
    outcome = Outcome(inspect(path, Wishes(as_, mapping, encoding=encoding)))
    for chunk in read(outcome.plan, Progress()):
        outcome.items += chunk.items
        outcome.interactions += chunk.events.rows()
        outcome.bad += chunk.bad
        outcome.skipped += chunk.skipped
        outcome.rows += chunk.rows
        outcome.names += chunk.names
        outcome.alternatives += chunk.alternatives
    return outcome


def read_text(folder: Path, text: str, encoding: str = "utf-8", as_: RoleWish = "auto", mapping: Mapping | None = None) -> Outcome:
    """Write a text as it stands (no line ends changed) and read it as a shop's file."""
    path = folder / "file.csv"
    path.write_bytes(text.encode(encoding))
    return read_file(path, as_, mapping)
