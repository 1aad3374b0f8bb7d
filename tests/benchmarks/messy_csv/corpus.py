"""The files: which kind of damage each has, what a perfect reader makes of it, and which half it belongs to."""

from __future__ import annotations

import csv
import json
import random
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

Rows = list[list[str]]

#: Half of each kind was set aside by this seed before anything was built; what was built was built with the other half.
_SEED = 4
_KIND = re.compile(r"file|row_extra_quote|row_less_sep|row_more_sep|row_field_delimiter")


@dataclass(frozen=True)
class Damaged:
    """A file of Pollock: its path, the kind of its damage, the table that is right, and whether it was set aside."""

    path: Path
    kind: str
    right: Rows
    aside: bool


def pollock(folder: Path) -> list[Damaged]:
    """Return Pollock's files, by name; ``folder`` holds csv/, clean/ and parameters/."""
    names = sorted(path.name for path in (folder / "csv").glob("*.csv"))
    aside = _set_aside(names)
    return [Damaged(folder / "csv" / name, kind_of(name), _table(folder / "clean" / name), name in aside) for name in names]


def kind_of(name: str) -> str:
    """Return the kind of damage: what happened to one row, or "file" for what is done to the whole file."""
    found = _KIND.match(name)
    return found[0] if found else "file"


def _set_aside(names: Iterable[str]) -> set[str]:
    """Return the half of each kind that was set aside."""
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(kind_of(name).removeprefix("row_"), []).append(name)
    chance = random.Random(_SEED)
    aside: set[str] = set()
    for kind in sorted(groups):
        chance.shuffle(groups[kind])
        aside.update(groups[kind][(len(groups[kind]) + 1) // 2 :])
    return aside


def _table(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def spectrum(folder: Path) -> list[tuple[Path, Rows]]:
    """Return the files of csv-spectrum with the rows, header first, that their JSON says; all cells as text."""
    found = []
    for path in sorted(folder.glob("*.csv")):
        records = json.loads((folder / "expected" / f"{path.stem}.json").read_text(encoding="utf-8"))
        records = [records] if isinstance(records, dict) else records
        header = list(records[0])
        found.append((path, [header, *([str(record[name]) for name in header] for record in records)]))
    return found
