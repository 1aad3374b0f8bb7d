"""What the shop holds and recommends, as files."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.jobs.runner import Job, Lane
from recsys_desktop.services.shop import Shop
from recsys_desktop.ui.workplace import Notice, Workplace

if TYPE_CHECKING:
    from recsys_desktop.services.handing.exporting import ExportReport

#: Every customer's list, the products, or what customers did; the names of services/handing/exporting.py.
What = Literal["lists", "catalogue", "behaviour"]
_TITLES = {
    "lists": message("export", "Saving the lists"),
    "catalogue": message("export", "Saving the products"),
    "behaviour": message("export", "Saving what customers did"),
}
_SAVED = {
    "lists": message("export", "The lists of {users} customers are saved in {name}."),
    "catalogue": message("export", "Products saved in {name}: {rows}"),
    "behaviour": message("export", "Purchases and other actions saved in {name}: {rows}"),
}


def export(*, workplace: Workplace, what: What, path: Path) -> Job:
    """Write a file in the form that its ending means, and say so. Succeeds with an ExportReport; a cancel leaves no file."""

    def tell(report: ExportReport) -> None:
        saved = _SAVED[what].fill(users=report.users, rows=report.rows, name=report.path.name)
        workplace.notified.emit(Notice(saved))

    job = workplace.runner.submit(Lane.COMPUTE, partial(_export, workplace.shop, what, path), title=_TITLES[what])
    job.succeeded.connect(tell)
    return job


def _export(shop: Shop, what: What, path: Path, progress: Progress) -> ExportReport:
    from recsys_desktop.services.handing.exporting import export as write

    # Without the window's own recommender: it belongs to the lane that ranks.
    return write(shop, what, path, progress, k=None)
