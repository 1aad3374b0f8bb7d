"""Handing out lists, audiences and tables: looked at first, written to a file, or copied."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.rules import STANDARD
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.jobs.runner import Job, Lane
from recsys_desktop.services.handing.hand_outs import Wish
from recsys_desktop.services.shop import Shop
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.workplace import Notice, Workplace

if TYPE_CHECKING:
    from recsys_desktop.domain.columns import UserId
    from recsys_desktop.domain.entities import Item
    from recsys_desktop.services.handing.handing_out import HandOutReport, Preview
    from recsys_desktop.services.listing.recommending import Recommender

#: Rows that are looked at before.
PREVIEW_ROWS = 8
#: Of mailings only the latest can be forgotten again.
UNDO_KEY = "mailing"
_TITLES = {
    "mailing": message("handouts", "Writing the mailing"),
    "page": message("handouts", "Writing the page of lists"),
    "audience": message("handouts", "Looking for customers"),
    "back_in_stock": message("handouts", "Looking for customers"),
    "price_drop": message("handouts", "Looking for customers"),
    "similar": message("handouts", "Listing similar products"),
    "together": message("handouts", "Listing what is bought together"),
    "report": message("handouts", "Writing the report"),
}


@dataclass(frozen=True)
class Choices:
    """What a hand-out can be made of: the names of the scenarios, the standard one first, and the product a wish names."""

    scenarios: tuple[str, ...]
    item: Item | None


def read_choices(*, workplace: Workplace, wish: Wish) -> Job:
    """Read what can be chosen. Succeeds with Choices."""
    return workplace.runner.submit(Lane.RANK, partial(_read_choices, workplace.shop, wish))


def read_addresses(*, workplace: Workplace, path: Path) -> Job:
    """Look up customers' e-mail addresses in a file. Succeeds with a dict from customer to address."""
    title = message("handouts", "Looking for addresses in {name}").fill(name=path.name)
    return workplace.runner.submit(Lane.COMPUTE, partial(_read_addresses, workplace.shop, path), title=title)


def preview(*, workplace: Workplace, wish: Wish) -> Job:
    """Make the first rows of a hand-out; the newest request wins. Succeeds with a Preview, fails with a known error."""
    return workplace.runner.submit(Lane.RANK, partial(_preview, workplace, wish), newest_wins=True)


def save(*, workplace: Workplace, wish: Wish, path: Path, language: str = "en") -> Job:
    """Write a hand-out and say so; a mailing can be forgotten again. Succeeds with a HandOutReport; a cancel leaves no file."""
    task = partial(_save_report if wish.what == "report" else _save, workplace.shop, wish, path, language)
    job = workplace.runner.submit(Lane.COMPUTE, task, title=_TITLES[wish.what])
    job.succeeded.connect(lambda report: _tell(workplace, report))
    return job


def copy(*, workplace: Workplace, wish: Wish) -> Job:
    """Make the whole table as tab separated text. Succeeds with a str for the clipboard."""
    return workplace.runner.submit(Lane.COMPUTE, partial(_copy, workplace.shop, wish), title=_TITLES[wish.what])


def saved_words(report: HandOutReport) -> Text:
    """Return what came of writing a file, in a sentence."""
    if report.what == "page":
        text = message("handouts", "{name} holds the lists of {rows} customers.")
    elif report.what == "report":
        text = message("handouts", "{name} is ready to be printed.")
    elif report.what == "mailing":
        text = message("handouts", "{name} holds {rows} customers, one in each row.")
    else:
        text = message("handouts", "{name} holds {rows} rows.")
    said = text.fill(name=report.path.name, rows=report.rows)
    if report.empty:
        short = message("handouts", "{said} {count} places stayed empty: too little is in stock.")
        said = short.fill(said=said, count=report.empty)
    if report.repeated:
        again = message(
            "handouts", "{said} {count} products were in the last mailing, too: nothing else was left for these customers."
        )
        said = again.fill(said=said, count=report.repeated)
    return said


def _tell(workplace: Workplace, report: HandOutReport) -> None:
    if report.showing is None:
        workplace.notified.emit(Notice(saved_words(report)))
        return
    said = message("handouts", "{said} The next mailing will name other products.").fill(said=saved_words(report))
    forget = partial(_forget, workplace, report.showing)
    workplace.notified.emit(Notice(said, undo=forget, key=UNDO_KEY))


def _forget(workplace: Workplace, showing: int) -> None:
    """Let a mailing count as not sent; its file stays where it is."""
    job = workplace.runner.submit(Lane.STORE, partial(_take_back, workplace.shop, showing))
    text = message("handouts", "The mailing counts as not sent; its file is still there.")
    job.succeeded.connect(lambda _: workplace.notified.emit(Notice(text)))


def _take_back(shop: Shop, showing: int, progress: Progress) -> None:
    progress.raise_if_cancelled()
    shop.impressions.take_back(showing)


def _read_choices(shop: Shop, wish: Wish, progress: Progress) -> Choices:
    from recsys_desktop.services.listing.scenarios import scenarios

    progress.raise_if_cancelled()
    item = None if wish.item_id is None else shop.catalogue.get(wish.item_id)
    names = [one.name for one in scenarios(shop)]
    return Choices((STANDARD, *(name for name in names if name != STANDARD)), item)


def _read_addresses(shop: Shop, path: Path, progress: Progress) -> dict[UserId, str]:
    from recsys_desktop.services.handing.addresses import addresses_in

    return addresses_in(shop, path, progress)


def _preview(workplace: Workplace, wish: Wish, progress: Progress) -> Preview:
    from recsys_desktop.services.handing.handing_out import preview as make

    return make(workplace.shop, workplace.recommender, wish, PREVIEW_ROWS, progress)


def _save(shop: Shop, wish: Wish, path: Path, language: str, progress: Progress) -> HandOutReport:
    from recsys_desktop.services.handing.handing_out import hand_out
    from recsys_desktop.ui.page_pictures import small_picture_reader

    read = small_picture_reader(shop)
    return hand_out(shop, _own_recommender(shop), wish, path, progress, say=words, language=language, read_picture=read)


def _save_report(shop: Shop, wish: Wish, path: Path, _language: str, progress: Progress) -> HandOutReport:
    from recsys_desktop.services.handing.handing_out import HandOutReport
    from recsys_desktop.services.handing.shop_report import shop_report
    from recsys_desktop.ui.report_pdf import write_report

    report = shop_report(shop, _own_recommender(shop), progress, wish.scenario)
    write_report(report, path)
    return HandOutReport(wish.what, path, report.customers)


def _copy(shop: Shop, wish: Wish, progress: Progress) -> str:
    from recsys_desktop.handouts.clipboard import tab_separated
    from recsys_desktop.services.handing.handing_out import sheet

    made = sheet(shop, _own_recommender(shop), wish, progress)
    return tab_separated([made.header, *made.rows])


def _own_recommender(shop: Shop) -> Recommender:
    """Return another than the window's own: that one belongs to the lane that ranks."""
    from recsys_desktop.services.listing.recommending import Recommender

    return Recommender(shop)
