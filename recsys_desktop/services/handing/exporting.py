"""What a shop holds and what it recommends as files: every customer's list, the products, what customers did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from recsys_desktop.domain.columns import INTERACTION_COLUMNS, ITEM_COLUMNS
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.handouts.cells import Cell
from recsys_desktop.handouts.tables import Form, form_of, write_table
from recsys_desktop.ingest.cleaning.ids import means_nothing
from recsys_desktop.services.listing.reasons import Reason
from recsys_desktop.services.listing.recommending import Recommender
from recsys_desktop.services.shop import Shop

What = Literal["lists", "catalogue", "behaviour"]
_HEADER = ("user_id", "rank", "item_id", "title", "category", "price", "currency", "url", "score", "because_of", "model_version")
_REASONS_NAMED = 2
_EPOCH = datetime(1970, 1, 1)
_ROWS_A_REPORT = 1_000


@dataclass(frozen=True)
class ExportReport:
    """A finished export: what it holds, rows, where the file is, and in an export of lists the customers."""

    users: int
    rows: int
    path: Path
    what: What = "lists"


def export(
    shop: Shop,
    what: What,
    path: Path,
    progress: Progress,
    form: Form | None = None,
    k: int | None = None,
    recommender: Recommender | None = None,
) -> ExportReport:
    """Write a shop's lists, catalogue or behaviour; the form is the one that the file's ending means where none is said.

    Catalogue and behaviour come in again through the import as they were. ``k`` and ``recommender`` are for lists;
    without a ``k`` the rules say how long they are.

    Raises: Cancelled (no file is left behind then), RecsysError cannot_write, too_much_for_workbook, and for lists not_prepared.
    """
    chosen = form if form is not None else form_of(path)
    if what == "catalogue":
        return ExportReport(0, write_table(path, chosen, ITEM_COLUMNS, _catalogue(shop, progress)), path, what)
    if what == "behaviour":
        return ExportReport(0, write_table(path, chosen, INTERACTION_COLUMNS, _behaviour(shop, progress)), path, what)
    return _export_lists(shop, recommender or Recommender(shop), path, k, progress, chosen)


def export_lists(shop: Shop, recommender: Recommender, path: Path, k: int | None, progress: Progress) -> ExportReport:
    """Write the lists of every customer, one row a place, exactly as the window shows them; k None: as long as the rules say.

    Raises: Cancelled (no file is left behind then), RecsysError not_prepared, cannot_write.
    """
    return _export_lists(shop, recommender, path, k, progress, form_of(path))


def _export_lists(shop: Shop, recommender: Recommender, path: Path, k: int | None, progress: Progress, form: Form) -> ExportReport:
    version = recommender.model_version  # raises before anything is written where there are no lists
    _, users = shop.users.keys()

    def rows() -> Iterator[tuple[Cell, ...]]:
        for done, user_id in enumerate(users):
            progress.report(done, len(users), message("export", "Writing the lists of {total} customers").fill(total=len(users)))
            for place in recommender.recommend(user_id, k).items:
                item = place.item
                because = "; ".join(_named(place.reasons))
                yield (
                    _id(user_id), place.rank, _id(item.item_id), item.title, item.category, item.price, item.currency, item.url,
                    round(place.score, 6), because, version,
                )  # fmt: skip
        progress.report(len(users), len(users), message("export", "Lists written"))

    return ExportReport(len(users), write_table(path, form, _HEADER, rows()), path)


def _catalogue(shop: Shop, progress: Progress) -> Iterator[tuple[Cell, ...]]:
    """Yield the products in the order of :data:`ITEM_COLUMNS`."""
    total = shop.catalogue.count()
    label = message("export", "Writing {total} products").fill(total=total)
    for done, (_, item) in enumerate(shop.catalogue.iterate()):
        if done % _ROWS_A_REPORT == 0:
            progress.report(done, total, label)
        yield (
            _id(item.item_id), item.title, item.description, item.category, item.tags, item.brand, item.price, item.currency,
            item.stock, item.url, item.image,
        )  # fmt: skip
    progress.report(total, total, label)


def _behaviour(shop: Shop, progress: Progress) -> Iterator[tuple[Cell, ...]]:
    """Yield what customers did in the order of :data:`INTERACTION_COLUMNS`; times are in UTC."""
    total = shop.interactions.count()
    label = message("export", "Writing {total} things that customers did").fill(total=total)
    for done, one in enumerate(shop.interactions.iterate()):
        if done % _ROWS_A_REPORT == 0:
            progress.report(done, total, label)
        moment = None if one.time is None else _EPOCH + timedelta(seconds=one.time)
        yield _id(one.user_id), _id(one.item_id), one.kind.word, one.value, one.quantity, moment, _id(one.order_id)
    progress.report(total, total, label)


def _id(text: str) -> str:
    """Return an id as it is written: one that says "nan" or "NULL" gets the apostrophe by which the import knows it is meant."""
    return f"'{text}" if text and means_nothing(text) else text


def _named(reasons: tuple[Reason, ...]) -> list[str]:
    return [reason.title for reason in reasons if reason.kind == "history" and reason.share > 0][:_REASONS_NAMED]
