"""The watched folder: what is new in it, and its import."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.jobs.runner import Job, Lane
from recsys_desktop.services.shop import Shop
from recsys_desktop.ui.workplace import Workplace

if TYPE_CHECKING:
    from recsys_desktop.services.imports.watching import WatchReport

_IMPORTING = message("watching", "Importing from the watched folder")


def find_new_files(*, workplace: Workplace) -> Job:
    """Look for files that are new or changed and no longer being written. Succeeds with their paths."""
    return workplace.runner.submit(Lane.STORE, partial(_find, workplace.shop))


def import_new_files(*, workplace: Workplace) -> Job:
    """Import them, and say what came of it with the way back. Succeeds with a WatchReport."""
    job = workplace.runner.submit(Lane.COMPUTE, partial(_import, workplace.shop), title=_IMPORTING)
    job.succeeded.connect(lambda report: _tell(workplace, report))
    return job


def _tell(workplace: Workplace, report: WatchReport) -> None:
    from recsys_desktop.ui.operations.importing import tell_of_import

    if report.report is not None:
        tell_of_import(workplace, report.report)


def _find(shop: Shop, progress: Progress) -> list[Path]:
    from recsys_desktop.services.imports.watching import new_files

    progress.raise_if_cancelled()
    return new_files(shop)


def _import(shop: Shop, progress: Progress) -> WatchReport:
    from recsys_desktop.services.imports.watching import import_new_files as import_them

    return import_them(shop, progress)
