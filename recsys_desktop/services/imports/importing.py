"""Files of a shop into its store: all of them or none, and nothing twice."""

from __future__ import annotations

import gc
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import Text
from recsys_desktop.handouts.csv_file import write_csv
from recsys_desktop.ingest.bad_rows import bad_rows_table
from recsys_desktop.ingest.cleaning.ids import id_from_title
from recsys_desktop.ingest.columns.layout import layout_of
from recsys_desktop.ingest.people.pseudonyms import Pseudonyms
from recsys_desktop.ingest.pipeline import read
from recsys_desktop.ingest.plan import FilePlan
from recsys_desktop.ingest.rows import BadRow
from recsys_desktop.services.imports.inspecting import inspect_files, refuse_open_questions
from recsys_desktop.services.imports.leaving_items import take_out
from recsys_desktop.services.pseudonyms import hide_contacts, pseudonyms_for
from recsys_desktop.services.shop import Shop
from recsys_desktop.services.vocabulary import words_of_first_files
from recsys_desktop.settings import CATALOGUE_WORDS
from recsys_desktop.store.merge_counts import FileCounts, MergeCounts
from recsys_desktop.store.merging import Merged
from recsys_desktop.store.policy import POLICIES, Policy
from recsys_desktop.store.staging import Staging

__all__ = [
    "POLICIES", "DryRun", "FileReport", "ImportReport", "MergeCounts", "Policy",
    "dry_run", "import_files", "inspect_files", "save_bad_rows",
]  # fmt: skip

#: Bad rows kept with their cells, per file; further ones are only counted.
MOST_BAD_ROWS = 1_000


@dataclass(frozen=True)
class FileReport:
    """What became of one file, or would become of it.

    ``rows`` = ``new`` + ``changed`` + ``unchanged`` + ``bad`` + the sum of ``skipped``: rows that brought something new, rows that
    changed something, rows that the shop held already (or that a later file of the import tells anew, or that the policy leaves
    out), rows with a fault, rows left out on purpose by reason. ``items``, ``users`` and ``interactions`` count what the file
    holds, new or not; lines of one purchase that were joined count as one interaction. ``counts`` says the same by kind.
    ``mended`` rows were damaged and could be put right for certain. ``bad_rows`` are the first ones, with their lines and reasons;
    ``header`` names their cells.
    """

    path: Path
    platform: str
    encoding: str
    delimiter: str
    rows: int
    new: int
    changed: int
    unchanged: int
    bad: int
    items: int
    users: int
    interactions: int
    skipped: dict[str, int]
    mended: int
    bad_rows: tuple[BadRow, ...]
    header: tuple[str, ...]
    counts: MergeCounts

    @property
    def imported(self) -> int:
        """Rows that changed the shop."""
        return self.new + self.changed


@dataclass(frozen=True)
class ImportReport:
    """What an import did, file by file in the order in which they were given; ``seconds`` includes ``merge_seconds``.

    ``number`` is the import's in the history.
    """

    files: tuple[FileReport, ...]
    seconds: float
    merge_seconds: float
    counts: MergeCounts
    number: int


@dataclass(frozen=True)
class DryRun:
    """What an import would do, file by file in the order in which they were given, and in all."""

    files: tuple[FileReport, ...]
    totals: MergeCounts
    seconds: float


def import_files(shop: Shop, plans: Sequence[FilePlan], progress: Progress, policy: Policy = "update") -> ImportReport:
    """Import files in one transaction. Raises Cancelled or RecsysError; the shop is then what it was before.

    What a catalogue says about a product counts more than what order lines say, whichever comes first; of two catalogues, or of two
    files that tell the same purchase, the later one counts. The import can be undone: services/imports/import_history.py.
    """
    start = time.perf_counter()
    refuse_open_questions(plans)
    hide_contacts(shop)
    words = words_of_first_files(shop, [name for plan in plans for name in (plan.platform, *plan.header)])
    with Staging(shop.database, id_from_title) as staging, _collector_at_rest():
        tallies = _stage(staging, plans, pseudonyms_for(shop), progress)
        merge_start = time.perf_counter()
        merged = staging.merge_files(progress, [str(plan.path) for plan in plans], policy)
        merge_seconds = time.perf_counter() - merge_start
        files = _reports(staging, tallies, merged)
    take_out(shop, merged.dropped)
    shop.settings.set(CATALOGUE_WORDS, words)
    return ImportReport(files, time.perf_counter() - start, merge_seconds, merged.counts, merged.number)


def dry_run(shop: Shop, plans: Sequence[FilePlan], progress: Progress, policy: Policy = "update") -> DryRun:
    """Say what :func:`import_files` would do, without doing it. Raises Cancelled or RecsysError likewise."""
    start = time.perf_counter()
    refuse_open_questions(plans)
    with Staging(shop.database, id_from_title) as staging, _collector_at_rest():
        tallies = _stage(staging, plans, pseudonyms_for(shop, trial=True), progress)
        foreseen = staging.foresee(progress, policy)
        return DryRun(_reports(staging, tallies, foreseen), foreseen.counts, time.perf_counter() - start)


def save_bad_rows(report: FileReport, path: Path, words: Callable[[Text], str] = str) -> int:
    """Write a file's bad rows as CSV, to be mended and imported again; return their number. Raises RecsysError cannot_write."""
    return write_csv(path, *bad_rows_table(report.header, report.bad_rows, words))


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep Python's collector of cycles, where it runs by itself, from searching millions of fresh cells that have none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@dataclass
class _Tally:
    """What has been read of one file so far."""

    plan: FilePlan
    rows: int = 0
    bad: int = 0
    bad_rows: list[BadRow] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    mended: int = 0
    described: set[str] = field(default_factory=set)


def _stage(staging: Staging, plans: Sequence[FilePlan], pseudonyms: Pseudonyms | None, progress: Progress) -> list[_Tally]:
    """Read the files into the staging area."""
    tallies = [_Tally(plan) for plan in plans]
    for tally in tallies:
        layout = layout_of(tally.plan)
        learnt = tally.plan.role == "orders" or layout.is_order_lines
        staging.begin_file(learnt=learnt, says_stock=layout.says_stock)
        for chunk in read(tally.plan, progress, pseudonyms):
            staging.add_items(chunk.items)
            staging.add_events(chunk.events)
            staging.add_names(chunk.names)
            staging.add_alternatives(chunk.alternatives)
            tally.rows += chunk.rows
            tally.bad += len(chunk.bad)
            tally.bad_rows += chunk.bad[: MOST_BAD_ROWS - len(tally.bad_rows)]
            tally.skipped += chunk.skipped
            tally.mended += chunk.mended
            if not learnt:
                tally.described.update(item.item_id for item in chunk.items)
    return tallies


def _reports(staging: Staging, tallies: Sequence[_Tally], merged: Merged) -> tuple[FileReport, ...]:
    return tuple(
        _report(tally, counts, *staging.named(number))
        for number, (tally, counts) in enumerate(zip(tallies, merged.files, strict=True))
    )


def _report(tally: _Tally, file: FileCounts, users: int, named: int) -> FileReport:
    plan, counts = tally.plan, file.counts
    new, changed, unchanged = _rows(tally.rows - tally.bad - tally.skipped.total(), file)
    return FileReport(
        path=plan.path,
        platform=plan.platform,
        encoding=plan.format.encoding,
        delimiter=plan.format.delimiter,
        rows=tally.rows,
        new=new,
        changed=changed,
        unchanged=unchanged,
        bad=tally.bad,
        items=named + len(tally.described),
        users=users,
        interactions=counts.new_interactions + counts.changed_interactions + counts.unchanged_interactions,
        skipped=dict(tally.skipped),
        mended=tally.mended,
        bad_rows=tuple(tally.bad_rows),
        header=plan.header,
        counts=counts,
    )


def _rows(taken: int, file: FileCounts) -> tuple[int, int, int]:
    """Return how many of the rows taken are new, changed and unchanged.

    A row of behaviour is one of its event's, a row of a catalogue is a product. Where a row holds several things (a list of
    purchases), only parts of rows are new: then the parts are shared out.
    """
    new, changed, total = file.new_rows, file.changed_rows, file.new_rows + file.changed_rows + file.unchanged_rows
    if not total:
        new, changed = file.counts.new_items, file.counts.changed_items
        total = new + changed + file.counts.unchanged_items
    if total > taken:
        new, changed = round(taken * new / total), round(taken * changed / total)
    return new, changed, taken - new - changed
