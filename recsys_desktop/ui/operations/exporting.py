"""Lists as a file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.jobs.runner import Job, Lane
from recsys_desktop.services.exporting import ExportReport, export_lists
from recsys_desktop.services.recommending import Recommender
from recsys_desktop.services.shop import Shop
from recsys_desktop.settings import LIST_LENGTH
from recsys_desktop.ui.workplace import Notice, Workplace


def export_all_lists(*, workplace: Workplace, path: Path) -> Job:
    """Write every customer's list to a CSV file and say so. Succeeds with an ExportReport; a cancel leaves no file."""

    def tell(report: ExportReport) -> None:
        saved = message("export", "The lists of {users} customers are saved in {name}.")
        workplace.notified.emit(Notice(saved.fill(users=report.users, name=report.path.name)))

    job = workplace.runner.submit(
        Lane.COMPUTE,
        partial(_export, workplace.shop, workplace.recommender, path),
        title=message("export", "Saving the lists"),
    )
    job.succeeded.connect(tell)
    return job


def _export(shop: Shop, recommender: Recommender, path: Path, progress: Progress) -> ExportReport:
    return export_lists(shop, recommender, path, int(shop.settings.get(LIST_LENGTH)), progress)
