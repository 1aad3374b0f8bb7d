"""Files of a shop into its store: all of them or none, and nothing twice."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import Text
from recsys_desktop.handouts.csv_file import write_csv
from recsys_desktop.ingest.bad_rows import bad_rows_table
from recsys_desktop.ingest.pipeline import inspect, read
from recsys_desktop.ingest.plan import FilePlan
from recsys_desktop.ingest.rows import BadRow
from recsys_desktop.ingest.wishes import NO_WISHES, Wishes
from recsys_desktop.services.shop import Shop
from recsys_desktop.store.merging import MergeCounts
from recsys_desktop.store.staging import Staging

#: Bad rows kept with their cells, per file; further ones are only counted.
MOST_BAD_ROWS = 1_000


@dataclass(frozen=True)
class FileReport:
    """What became of one file.

    ``rows`` = ``imported`` + ``unchanged`` + ``bad`` + the sum of ``skipped``: rows that brought something new, rows that the shop
    held already, rows with a fault, rows left out on purpose by reason. ``items``, ``users`` and ``interactions`` count what the
    file holds, new or not; lines of one purchase that were joined count as one interaction.
    ``bad_rows`` are the first ones, with their lines and reasons; ``header`` names their cells.
    """

    path: Path
    platform: str
    encoding: str
    delimiter: str
    rows: int
    imported: int
    unchanged: int
    bad: int
    items: int
    users: int
    interactions: int
    skipped: dict[str, int]
    bad_rows: tuple[BadRow, ...]
    header: tuple[str, ...]


@dataclass(frozen=True)
class ImportReport:
    """What an import did, file by file in the order in which they were given; ``seconds`` includes ``merge_seconds``."""

    files: tuple[FileReport, ...]
    seconds: float
    merge_seconds: float
    counts: MergeCounts


def inspect_files(paths: Sequence[Path], wishes: Wishes = NO_WISHES) -> list[FilePlan]:
    """Find out what files hold. Raises RecsysError for the first one that cannot be imported."""
    return [inspect(path, wishes) for path in paths]


def import_files(shop: Shop, plans: Sequence[FilePlan], progress: Progress) -> ImportReport:
    """Import files in one transaction. Raises Cancelled or RecsysError; the shop is then what it was before.

    Catalogues are taken in last: what they say about a product counts more than what order lines say.
    """
    start = time.perf_counter()
    tallies = {index: _Tally(plan) for index, plan in enumerate(plans)}
    with Staging(shop.database) as staging:
        for index in _order(plans):
            _stage(staging, tallies[index], progress)
            if len(plans) > 1:
                tallies[index].counts_after = staging.counts()
        merge_start = time.perf_counter()
        counts = staging.merge(progress, [str(plan.path) for plan in plans])
        merge_seconds = time.perf_counter() - merge_start
    return ImportReport(_reports(tallies, counts), time.perf_counter() - start, merge_seconds, counts)


def _order(plans: Sequence[FilePlan]) -> list[int]:
    """Return the files' numbers with the catalogues last."""
    return sorted(range(len(plans)), key=lambda index: plans[index].role == "catalogue")


def save_bad_rows(report: FileReport, path: Path, words: Callable[[Text], str] = str) -> int:
    """Write a file's bad rows as CSV, to be mended and imported again; return their number. Raises RecsysError cannot_write."""
    return write_csv(path, *bad_rows_table(report.header, report.bad_rows, words))


def _stage(staging: Staging, tally: _Tally, progress: Progress) -> None:
    """Read one file into the staging database."""
    for chunk in read(tally.plan, progress):
        if chunk.items:
            staging.add_items(chunk.items)
        if chunk.events:
            staging.add_interactions(chunk.events.rows())
        tally.rows += chunk.rows
        tally.bad += len(chunk.bad)
        tally.bad_rows += chunk.bad[: MOST_BAD_ROWS - len(tally.bad_rows)]
        tally.skipped += chunk.skipped
        tally.interactions += len(chunk.events)
        tally.items.update(item.item_id for item in chunk.items)
        tally.items.update(chunk.events.item_ids)
        tally.users.update(chunk.events.user_ids)


@dataclass
class _Tally:
    """What has been read of one file so far."""

    plan: FilePlan
    rows: int = 0
    bad: int = 0
    interactions: int = 0
    bad_rows: list[BadRow] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    items: set[str] = field(default_factory=set)
    users: set[str] = field(default_factory=set)
    counts_after: MergeCounts | None = None

    def report(self, changed: int, unchanged: int, interactions: int) -> FileReport:
        """Return the file's report; of its taken rows, ``changed`` to ``unchanged`` brought something new."""
        taken = self.rows - self.bad - self.skipped.total()
        imported = round(taken * max(0, changed) / (changed + unchanged)) if changed + unchanged > 0 else 0
        return FileReport(
            path=self.plan.path,
            platform=self.plan.platform,
            encoding=self.plan.format.encoding,
            delimiter=self.plan.format.delimiter,
            rows=self.rows,
            imported=imported,
            unchanged=taken - imported,
            bad=self.bad,
            items=len(self.items),
            users=len(self.users),
            interactions=interactions,
            skipped=dict(self.skipped),
            bad_rows=tuple(self.bad_rows),
            header=self.plan.header,
        )


def _reports(tallies: dict[int, _Tally], counts: MergeCounts) -> tuple[FileReport, ...]:
    """Share out among the files what their merge changed: each did what the counts after it say beyond those before it."""
    reports: dict[int, FileReport] = {}
    events = old_events = old_items = 0
    for index in _order([tallies[index].plan for index in range(len(tallies))]):
        tally = tallies[index]
        after = tally.counts_after or counts
        all_events = after.new_interactions + after.changed_interactions + after.unchanged_interactions
        if tally.interactions:
            own, old = all_events - events, after.unchanged_interactions - old_events
        else:
            own = len(tally.items)
            # Files that describe the same products would share one number: where nothing changed at all, none did.
            old = after.unchanged_items - old_items if counts.new_items + counts.changed_items else own
        reports[index] = tally.report(own - old, old, all_events - events)
        events, old_events, old_items = all_events, after.unchanged_interactions, after.unchanged_items
    return tuple(reports[index] for index in range(len(reports)))
