"""What a merge does to the store, counted for each file and in all."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np


@dataclass(frozen=True)
class MergeCounts:
    """What a merge does to the store. Rows of one event count once; an item that only behaviour names counts if it is new.

    Where several files of an import tell the same thing, the last one's word counts, and it is counted there.
    """

    new_items: int
    changed_items: int
    unchanged_items: int
    new_users: int
    new_interactions: int
    changed_interactions: int
    unchanged_interactions: int

    @property
    def changes_nothing(self) -> bool:
        """Whether the store is the same afterwards."""
        return not any(getattr(self, one.name) for one in fields(self) if not one.name.startswith("unchanged"))


@dataclass(frozen=True)
class FileCounts:
    """One file's share, and how many of its rows told behaviour that was new, changed, or known (or told anew by a later file)."""

    counts: MergeCounts
    new_rows: int
    changed_rows: int
    unchanged_rows: int


class Tally:
    """Counts by file while a merge goes on."""

    _NAMES = (*(one.name for one in fields(MergeCounts)), "new_rows", "changed_rows", "unchanged_rows")

    def __init__(self, files: int) -> None:
        self._counts = np.zeros((files, len(self._NAMES)), np.int64)

    def add(self, name: str, file: int, count: int) -> None:
        """Add to one count of one file."""
        self._counts[file, self._NAMES.index(name)] += count

    def add_all(self, name: str, counts: np.typing.NDArray[np.int64]) -> None:
        """Add to one count of all files (files,)."""
        self._counts[:, self._NAMES.index(name)] += counts

    def total(self) -> MergeCounts:
        """Return what the files do together."""
        return MergeCounts(*self._counts.sum(axis=0)[: len(fields(MergeCounts))].tolist())

    def by_file(self) -> tuple[FileCounts, ...]:
        """Return each file's share in the order in which the files were begun."""
        return tuple(FileCounts(MergeCounts(*row[:-3]), *row[-3:]) for row in self._counts.tolist())
