"""Fetching pictures of products from the network: looked up, asked about, then done; never without a person's word."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.jobs.runner import Job, Lane
from recsys_desktop.services.shop import Shop
from recsys_desktop.ui.workplace import Notice, Workplace

if TYPE_CHECKING:
    from recsys_desktop.services.products.pictures import FetchReport, ToFetch


def look_up(*, workplace: Workplace) -> Job:
    """Look which pictures are not here yet. Nothing leaves the computer for that. Succeeds with a ToFetch."""
    return workplace.runner.submit(Lane.RANK, partial(_look_up, workplace.shop))


def fetch(*, workplace: Workplace) -> Job:
    """Fetch them. A notice says what came of it. Succeeds with a FetchReport."""
    title = message("pictures", "Fetching pictures")
    job = workplace.runner.submit(Lane.COMPUTE, partial(_fetch, workplace.shop), title=title)
    job.succeeded.connect(lambda report: workplace.notified.emit(Notice(_said(report))))
    job.failed.connect(workplace.show_failure)
    return job


def _said(report: FetchReport) -> Text:
    if not report.failed:
        return message("pictures", "Pictures fetched: {fetched}.").fill(fetched=report.fetched)
    if not report.given_up:
        text = message("pictures", "Pictures fetched: {fetched}. {failed} could not be had.")
        return text.fill(fetched=report.fetched, failed=report.failed)
    text = message("pictures", "Pictures fetched: {fetched}. {failed} could not be had; no answer from: {hosts}.")
    return text.fill(fetched=report.fetched, failed=report.failed, hosts=", ".join(report.given_up))


def _look_up(shop: Shop, progress: Progress) -> ToFetch:
    from recsys_desktop.services.products.pictures import to_fetch

    progress.raise_if_cancelled()
    return to_fetch(shop)


def _fetch(shop: Shop, progress: Progress) -> FetchReport:
    from recsys_desktop.services.products.pictures import fetch_pictures

    return fetch_pictures(shop, progress)
