"""Looking through customers and products."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtGui import QImage

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.progress import Progress
from recsys_desktop.jobs.runner import Job, Lane
from recsys_desktop.services.products.kept_pictures import is_on_network, kept_picture
from recsys_desktop.services.shop import Shop
from recsys_desktop.ui.widgets.tile import local_file, read_picture
from recsys_desktop.ui.workplace import Workplace


@dataclass(frozen=True)
class FoundCustomers:
    """The first ``limit`` customers that a search found."""

    text: str
    limit: int
    ids: tuple[UserId, ...]


@dataclass(frozen=True)
class Picture:
    """A picture that was read, None where it could not be."""

    image: str
    picture: QImage | None


def search_customers(*, workplace: Workplace, text: str, limit: int) -> Job:
    """Find customers by a part of their id; the newest request wins. Succeeds with a FoundCustomers."""
    return workplace.runner.submit(Lane.RANK, partial(_search_customers, workplace.shop, text, limit), newest_wins=True)


def read_product(*, workplace: Workplace, item_id: ItemId) -> Job:
    """Read one product; the newest request wins. Succeeds with an Item, or None where there is none of this id."""
    return workplace.runner.submit(Lane.RANK, partial(_read_product, workplace.shop, item_id), newest_wins=True)


def load_picture(*, workplace: Workplace, image: str) -> Job:
    """Read the file of one picture. Succeeds with a Picture."""
    return workplace.runner.submit(Lane.RANK, partial(_load_picture, workplace.shop, image))


def _search_customers(shop: Shop, text: str, limit: int, progress: Progress) -> FoundCustomers:
    from recsys_desktop.services.pseudonyms import customers_called

    progress.raise_if_cancelled()
    return FoundCustomers(text, limit, tuple(customers_called(shop, text, limit)))


def _read_product(shop: Shop, item_id: ItemId, progress: Progress) -> Item | None:
    progress.raise_if_cancelled()
    return shop.catalogue.get(item_id)


def file_of_picture(shop: Shop, image: str) -> Path | None:
    """Return the file that holds a picture: it is one of this computer, or was fetched; None where it is not here."""
    path = local_file(image)
    if path is not None:
        return path
    kept = kept_picture(shop.data_dir, image) if is_on_network(image) else None
    return kept if kept is not None and kept.exists() else None


def _load_picture(shop: Shop, image: str, progress: Progress) -> Picture:
    progress.raise_if_cancelled()
    path = file_of_picture(shop, image)
    return Picture(image, None if path is None else read_picture(path))
