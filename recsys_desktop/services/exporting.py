"""Every customer's list as one file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.handouts.csv_file import write_csv
from recsys_desktop.services.reasons import Reason
from recsys_desktop.services.recommending import Recommender
from recsys_desktop.services.shop import Shop

_HEADER = ("user_id", "rank", "item_id", "title", "category", "price", "currency", "url", "score", "because_of", "model_version")
_REASONS_NAMED = 2


@dataclass(frozen=True)
class ExportReport:
    """A finished export: customers, rows (customers x places), and where the file is."""

    users: int
    rows: int
    path: Path


def export_lists(shop: Shop, recommender: Recommender, path: Path, k: int, progress: Progress) -> ExportReport:
    """Write the k best products of every customer, one row a place, exactly as the window shows them.

    Raises: Cancelled (no file is left behind then), RecsysError not_prepared, cannot_write.
    """
    version = recommender.model_version  # raises before anything is written where there are no lists
    _, users = shop.users.keys()

    def rows() -> Iterator[tuple[str | int | float | None, ...]]:
        for done, user_id in enumerate(users):
            progress.report(done, len(users), message("export", "Writing the lists of {total} customers").fill(total=len(users)))
            for place in recommender.recommend(user_id, k).items:
                item = place.item
                because = "; ".join(_named(place.reasons))
                yield (
                    user_id, place.rank, item.item_id, item.title, item.category, item.price, item.currency, item.url,
                    round(place.score, 6), because, version,
                )  # fmt: skip
        progress.report(len(users), len(users), message("export", "Lists written"))

    return ExportReport(len(users), write_csv(path, _HEADER, rows()), path)


def _named(reasons: tuple[Reason, ...]) -> list[str]:
    return [reason.title for reason in reasons if reason.kind == "history" and reason.share > 0][:_REASONS_NAMED]
