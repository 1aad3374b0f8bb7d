"""Handing out: any of the hand-outs as a file, or its first rows to look at before."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.handouts.cells import Cell
from recsys_desktop.handouts.list_page import Chapter, PageItem, ReadPicture, write_list_page
from recsys_desktop.handouts.prices import price_text
from recsys_desktop.handouts.tables import Form, form_of, write_table
from recsys_desktop.services.handing import mailing
from recsys_desktop.services.handing.audiences import audience_sheet
from recsys_desktop.services.handing.hand_outs import LETTERS, Sheet, What, Wish
from recsys_desktop.services.handing.local_pictures import picture_reader
from recsys_desktop.services.handing.mailing import Letter, Mailing
from recsys_desktop.services.handing.shop_tables import shop_sheet
from recsys_desktop.services.listing.recommending import Recommender
from recsys_desktop.services.shop import Shop
from recsys_desktop.settings import SHOP_NAME

_TABLES_FOR_SHOPS: tuple[What, ...] = ("similar", "together")


@dataclass(frozen=True)
class HandOutReport:
    """A file that was written. ``rows`` are lines or chapters; of letters: places left empty, and those named again."""

    what: What
    path: Path
    rows: int
    empty: int = 0
    repeated: int = 0
    pictures: int = 0
    #: Under which the mailing is remembered; None where nothing is.
    showing: int | None = None


@dataclass(frozen=True)
class Preview:
    """The first rows of a hand-out, and what is to be known about it before it is written."""

    wish: Wish
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    customers: int | None  # to whom letters go
    remark: Text | None


def preview(shop: Shop, recommender: Recommender, wish: Wish, rows: int, progress: Progress) -> Preview:
    """Return the first rows of a hand-out; nothing is written or remembered. Raises: RecsysError as :func:`hand_out`."""
    made = sheet(shop, recommender, wish, progress)
    return Preview(wish, made.header, tuple(islice(made.rows, rows)), made.customers, made.remark)


def sheet(shop: Shop, recommender: Recommender, wish: Wish, progress: Progress) -> Sheet:
    """Return a hand-out as a table whose rows are made as they are read. Raises: RecsysError as :func:`hand_out`."""
    if wish.what in LETTERS:
        letters = Mailing(shop, recommender, wish)
        written = letters.letters(progress)
        if wish.what == "page":
            lines = (line for letter in written for line in mailing.lines_of(letter))
            return Sheet(mailing.LINE_HEADER, lines, customers=len(letters.users))
        rows = (mailing.row_of(letter, wish) for letter in written)
        return Sheet(mailing.header(wish), rows, customers=len(letters.users))
    if wish.what in _TABLES_FOR_SHOPS:
        return shop_sheet(shop, recommender, wish, progress)
    return audience_sheet(shop, recommender, wish, progress)


def hand_out(
    shop: Shop,
    recommender: Recommender,
    wish: Wish,
    path: Path,
    progress: Progress,
    form: Form | None = None,
    say: Callable[[Text | str], str] = str,
    language: str = "en",
    read_picture: ReadPicture | None = None,
) -> HandOutReport:
    """Write a hand-out to a file: a page for "page", else a table in the form that the file's ending means.

    A mailing is remembered once its file stands, so that the next one can name other products. ``say`` puts sentences into the
    reader's language; ``read_picture`` reads a product's picture, by default as it lies on this computer.

    Raises: Cancelled (no file is left behind then), RecsysError not_prepared, unknown_scenario, unknown_user, unknown_item,
    nobody_to_write_to, no_product_chosen, no_news, cannot_write, too_much_for_workbook.
    """
    if wish.what == "page":
        return _write_page(shop, recommender, wish, path, progress, say, language, read_picture or picture_reader(shop))
    chosen = form if form is not None else form_of(path)
    if wish.what == "mailing":
        return _write_mailing(shop, recommender, wish, path, progress, chosen)
    made = sheet(shop, recommender, wish, progress)
    return HandOutReport(wish.what, path, write_table(path, chosen, made.header, made.rows))


def file_name(wish: Wish) -> str:
    """Return the name that is suggested for the file; what a shop system looks for stays as it is in every language."""
    names = {"matrixify": "Products related.csv", "shopify": "products_related.csv", "woocommerce": "products_related.csv"}
    if wish.what in _TABLES_FOR_SHOPS and wish.platform in names:
        return names[wish.platform].replace("related", "complementary" if wish.what == "together" else "related")
    return {"page": "lists.html", "report": "report.pdf"}.get(wish.what, f"{wish.what}.csv")


class _Tally:
    """Counts letters as they pass, and keeps what is to be remembered of them."""

    def __init__(self, count: int) -> None:
        self._count = count
        self.empty = 0
        self.repeated = 0
        self.shown: list[tuple[UserId, list[tuple[ItemId, int]]]] = []

    def seen(self, letters: Iterator[Letter]) -> Iterator[Letter]:
        for letter in letters:
            self.empty += self._count - len(letter.places)
            self.repeated += letter.repeated
            self.shown.append((letter.user_id, [(place.item.item_id, rank) for rank, place in enumerate(letter.places, 1)]))
            yield letter


def _write_mailing(shop: Shop, recommender: Recommender, wish: Wish, path: Path, progress: Progress, form: Form) -> HandOutReport:
    letters, tally = Mailing(shop, recommender, wish), _Tally(wish.count)
    rows = (mailing.row_of(letter, wish) for letter in tally.seen(letters.letters(progress)))
    written = write_table(path, form, mailing.header(wish), rows)
    showing = shop.impressions.log_many(tally.shown, mailing.CHANNEL, wish.scenario, recommender.model_version, int(time.time()))
    return HandOutReport(wish.what, path, written, tally.empty, tally.repeated, showing=showing)


def _write_page(
    shop: Shop,
    recommender: Recommender,
    wish: Wish,
    path: Path,
    progress: Progress,
    say: Callable[[Text | str], str],
    language: str,
    read_picture: ReadPicture,
) -> HandOutReport:
    letters, tally = Mailing(shop, recommender, wish), _Tally(wish.count)
    name = str(shop.settings.get(SHOP_NAME))
    title = say(message("handouts", "Recommended by {shop}").fill(shop=name) if name else message("handouts", "Recommendations"))
    intro = say(message("handouts", "Lists of {count} customers, each chosen for one of them.").fill(count=len(letters.users)))
    chapters = (_chapter(letter, say) for letter in tally.seen(letters.letters(progress)))
    counts = write_list_page(path, title, intro, language, chapters, read_picture)
    return HandOutReport(wish.what, path, counts.chapters, tally.empty, tally.repeated, counts.pictures)


def _chapter(letter: Letter, say: Callable[[Text | str], str]) -> Chapter:
    heading = say(message("handouts", "For {customer}").fill(customer=letter.user_id))
    items = tuple(
        PageItem(
            place.item.title,
            price_text(place.item),
            place.item.url,
            place.item.image,
            say(place.reasons[0].text) if place.reasons else "",
        )
        for place in letter.places
    )
    return Chapter(heading, items)
