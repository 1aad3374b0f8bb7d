"""How the lists are made: read in words, and tried out anew."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal

from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.jobs.runner import Job, Lane
from recsys_desktop.services.shop import Shop
from recsys_desktop.ui.operations.opening import reload_lists
from recsys_desktop.ui.workplace import Notice, Workplace

if TYPE_CHECKING:
    from recsys_desktop.services.fitting import FitReport
    from recsys_desktop.services.listing.list_making import ListMaking

#: About a minute, or up to a quarter of an hour; the names of engine/selection/self_fit.py's budgets.
Effort = Literal["quick", "thorough"]
#: The title by which a window that was rebuilt recognises the job.
FITTING = message("fit", "Fitting the lists to your shop")


def read_making(*, workplace: Workplace) -> Job:
    """Read how the lists are made; the newest request wins. Succeeds with a ListMaking, or None where there are no lists yet."""
    return workplace.runner.submit(Lane.RANK, partial(_read, workplace.shop), newest_wins=True)


def fit_to_shop(*, workplace: Workplace, effort: Effort) -> Job:
    """Try out which lists suit the shop, and say what it brought. Succeeds with a FitReport; after a cancel lists are as before."""
    job = workplace.runner.submit(Lane.COMPUTE, partial(_fit, workplace.shop, effort), title=FITTING)
    job.succeeded.connect(lambda _: reload_lists(workplace=workplace))
    job.succeeded.connect(lambda report: _tell(workplace, report))
    return job


def running(*, workplace: Workplace) -> Job | None:
    """Return the unfinished job of :func:`fit_to_shop`, whoever started it."""
    return next((job for job in workplace.runner.jobs if job.title == FITTING), None)


def _tell(workplace: Workplace, report: FitReport) -> None:
    from recsys_desktop.engine.selection.wording import describe_choice

    gain = describe_choice(report.choice)[-1]
    workplace.notified.emit(Notice(message("fit", "Your lists are fitted to your shop. {gain}").fill(gain=gain)))


def _read(shop: Shop, progress: Progress) -> ListMaking | None:
    from recsys_desktop.services.listing.list_making import list_making

    progress.raise_if_cancelled()
    return list_making(shop)


def _fit(shop: Shop, effort: Effort, progress: Progress) -> FitReport:
    from recsys_desktop.engine.selection.self_fit import Budget
    from recsys_desktop.services.fitting import fit

    return fit(shop, progress, budget=Budget(effort))
