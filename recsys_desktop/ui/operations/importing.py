"""What a person does with files: look into them, import them, keep the rows that were skipped."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.ingest.plan import FilePlan
from recsys_desktop.ingest.wishes import Wishes
from recsys_desktop.jobs.runner import Job, Lane
from recsys_desktop.services.importing import FileReport, import_files, save_bad_rows
from recsys_desktop.services.previewing import FileLook, look
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.workplace import Changes, Workplace

_IMPORTING = message("import", "Importing")


def look_into(*, workplace: Workplace, paths: Sequence[Path]) -> Job:
    """Find out what files are. Succeeds with a list of FileLook in the order of ``paths``."""
    return workplace.runner.submit(Lane.RANK, partial(_look_into, tuple(paths)))


def look_again(*, workplace: Workplace, path: Path, wishes: Wishes) -> Job:
    """Look into one file with what a person said about it; the newest request wins. Succeeds with a FileLook."""
    return workplace.runner.submit(Lane.RANK, partial(_look_again, path, wishes), newest_wins=True)


def import_all(*, workplace: Workplace, plans: Sequence[FilePlan]) -> Job:
    """Import files in one step. Succeeds with an ImportReport; a cancel leaves the shop as it was."""
    job = workplace.runner.submit(Lane.COMPUTE, partial(import_files, workplace.shop, tuple(plans)), title=_IMPORTING)
    job.succeeded.connect(lambda _: workplace.changed.emit(Changes(items=True, interactions=True)))
    return job


def save_skipped_rows(*, workplace: Workplace, report: FileReport, path: Path) -> Job:
    """Write a file's bad rows as CSV, to be mended and imported again. Succeeds with the number of rows."""
    return workplace.runner.submit(Lane.STORE, partial(_save, report, path))


def _look_into(paths: Sequence[Path], progress: Progress) -> list[FileLook]:
    looks = []
    for path in paths:
        progress.raise_if_cancelled()
        looks.append(look(path))
    return looks


def _look_again(path: Path, wishes: Wishes, progress: Progress) -> FileLook:
    progress.raise_if_cancelled()
    return look(path, wishes)


def _save(report: FileReport, path: Path, progress: Progress) -> int:
    progress.raise_if_cancelled()
    return save_bad_rows(report, path, words)
