"""How staged rows join the store: the rules of an import, in one transaction."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass

import sqlite_utils

from recsys_desktop.domain.columns import ItemKey
from recsys_desktop.domain.progress import Cancelled, Progress
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.store.changes import Topic, count_change
from recsys_desktop.store.database import Database
from recsys_desktop.store.item_changes import belong, highest
from recsys_desktop.store.journal import Journal
from recsys_desktop.store.merge_counts import FileCounts, MergeCounts, Tally
from recsys_desktop.store.merging_events import MERGING, EventMerger, keys_by_code, merge_users
from recsys_desktop.store.merging_items import make_up_named, merge_described, merge_learnt
from recsys_desktop.store.policy import Policy
from recsys_desktop.store.resolving import Resolver, TitleId, keep_alternatives, merge_names
from recsys_desktop.store.staged_events import StagedEvents

_COUNTING = message("import", "Counting what would change")
_JOINING = message("import", "Looking up products and customers")
#: SQLite asks whether to go on after this many of its instructions, some milliseconds apart.
_INSTRUCTIONS = 200_000


@dataclass(frozen=True)
class Staged:
    """What waits: behaviour, and beside it what lies in the attached database ``staged``."""

    events: StagedEvents
    title_id: TitleId | None


@dataclass(frozen=True)
class Merged:
    """What a merge did, in all and by file; its number in the history (0: not noted); products that turned out to be others."""

    counts: MergeCounts
    files: tuple[FileCounts, ...]
    number: int
    dropped: tuple[ItemKey, ...]


class _OnlyForeseen(Exception):
    """Takes a merge back that was only to be counted."""


def foresee(database: Database, staged: Staged, progress: Progress, policy: Policy) -> Merged:
    """Return what :func:`merge` would do: it is done and taken back, so that nothing is told that would not come true.

    Raises: Cancelled, RecsysError.
    """
    try:
        with database.atomic(trusted=True) as db, stopped_by(progress, db):
            foreseen = _merge(db, staged, progress, (), policy, _COUNTING)
            raise _OnlyForeseen
    except _OnlyForeseen:
        return foreseen


def merge(database: Database, staged: Staged, progress: Progress, files: Sequence[str], policy: Policy) -> Merged:
    """Bring what waits into the store in one transaction. Raises: Cancelled, RecsysError; the store is then as it was."""
    with database.atomic(trusted=True) as db, stopped_by(progress, db):
        return _merge(db, staged, progress, files, policy)


def _merge(
    db: sqlite_utils.Database, staged: Staged, progress: Progress, files: Sequence[str], policy: Policy, words: Text = MERGING
) -> Merged:
    progress.report(0, 0, _JOINING)
    events, tally = staged.events, Tally(staged.events.files)
    journal, resolver = Journal(db, writes=bool(files)), Resolver(db, staged.title_id)
    changes = highest(db)
    _merge_items(db, resolver, journal, staged, policy, tally, progress)
    user_keys = merge_users(db, events, journal, tally)
    progress.report(0, 0, _JOINING)
    item_keys = keys_by_code(db, "SELECT code, key FROM staged.named_items ORDER BY code")
    EventMerger(db, journal, policy, tally, words).merge(events, user_keys, item_keys, progress)
    resolver.drop_moved()
    counts = tally.total()
    if counts.new_interactions or counts.changed_interactions or resolver.moved:
        count_change(db, Topic.INTERACTIONS)
    if counts.new_items or counts.changed_items or resolver.moved:
        count_change(db, Topic.ITEMS)
    if resolver.answers_moved:
        count_change(db, Topic.FEEDBACK)
    number = _note(db, journal, files, counts, policy)
    belong(db, changes, number)
    return Merged(counts, tally.by_file(), number, tuple(resolver.moved))


def _merge_items(
    db: sqlite_utils.Database,
    resolver: Resolver,
    journal: Journal,
    staged: Staged,
    policy: Policy,
    tally: Tally,
    progress: Progress,
) -> None:
    """Bring in the products: the catalogues' own first, so that orders find them, whatever the order of the files."""
    merge_described(db, journal, policy, tally)
    merge_names(db, journal, policy)
    progress.report(0, 0, _JOINING)
    if policy != "add":
        keep_alternatives(db)  # of products made up when nothing else was known of them
        resolver.move_made_up(journal)
        progress.report(0, 0, _JOINING)
    resolver.resolve_named(staged.events)
    progress.report(0, 0, _JOINING)
    merge_learnt(db, journal, policy, tally)
    make_up_named(db, tally)
    keep_alternatives(db)
    progress.report(0, 0, _JOINING)


def _note(db: sqlite_utils.Database, journal: Journal, files: Sequence[str], counts: MergeCounts, policy: Policy) -> int:
    """Write an import into the history and return its number; 0 for one that names no files."""
    if not files:
        journal.close(0)
        return 0
    number = db.execute(
        "INSERT INTO main.imports (time, files, counts, policy) VALUES (?, ?, ?, ?)",
        (int(time.time()), json.dumps(list(files), ensure_ascii=False), json.dumps(asdict(counts)), policy),
    ).lastrowid
    assert number is not None
    journal.close(number)
    return number


@contextmanager
def stopped_by(progress: Progress, db: sqlite_utils.Database) -> Iterator[None]:
    """Let a cancel stop SQL statements in the block, however long they take. Raises: Cancelled."""
    # SQLite takes an answer, not an exception, out of its callback.
    db.conn.set_progress_handler(lambda: _is_cancelled(progress), _INSTRUCTIONS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            raise Cancelled from error
        raise
    finally:
        db.conn.set_progress_handler(None, 0)


def _is_cancelled(progress: Progress) -> bool:
    try:
        progress.raise_if_cancelled()
    except Cancelled:
        return True
    return False
