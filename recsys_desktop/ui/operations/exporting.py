"""Lists as a file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.jobs.runner import Job, Lane
from recsys_desktop.services.shop import Shop
from recsys_desktop.settings import LIST_LENGTH
from recsys_desktop.ui.workplace import Notice, Workplace

if TYPE_CHECKING:
    from recsys_desktop.services.exporting import ExportReport


def export_all_lists(*, workplace: Workplace, path: Path) -> Job:
    """Write every customer's list to a CSV file and say so. Succeeds with an ExportReport; a cancel leaves no file."""

    def tell(report: ExportReport) -> None:
        saved = message("export", "The lists of {users} customers are saved in {name}.")
        workplace.notified.emit(Notice(saved.fill(users=report.users, name=report.path.name)))

    title = message("export", "Saving the lists")
    job = workplace.runner.submit(Lane.COMPUTE, partial(_export, workplace.shop, path), title=title)
    job.succeeded.connect(tell)
    return job


def _export(shop: Shop, path: Path, progress: Progress) -> ExportReport:
    from recsys_desktop.services.exporting import export_lists
    from recsys_desktop.services.recommending import Recommender

    # The window's own recommender belongs to the lane that ranks.
    return export_lists(shop, Recommender(shop), path, int(shop.settings.get(LIST_LENGTH)), progress)
