"""Taking the shop to another computer, and bringing one in."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.jobs.runner import Job, Lane
from recsys_desktop.services.shop import Shop
from recsys_desktop.ui.workplace import Workplace

if TYPE_CHECKING:
    from recsys_desktop.services.arriving import Arrival
    from recsys_desktop.services.moving import Packed


def pack(*, workplace: Workplace, path: Path) -> Job:
    """Pack the shop into one file. Succeeds with a Packed; a cancel leaves no file."""
    title = message("moving", "Packing your shop")
    return workplace.runner.submit(Lane.COMPUTE, partial(_pack, workplace.shop, path), title=title)


def look_at(*, workplace: Workplace, path: Path) -> Job:
    """Read what a packed file holds. Succeeds with an Arrival."""
    return workplace.runner.submit(Lane.RANK, partial(_look_at, path))


def take_in(*, workplace: Workplace, path: Path) -> Job:
    """Check a packed shop and let it take the place of this one at the next start. Succeeds with an Arrival."""
    title = message("moving", "Checking the shop from the other computer")
    return workplace.runner.submit(Lane.COMPUTE, partial(_take_in, workplace.shop, path), title=title)


def refuse(*, workplace: Workplace) -> Job:
    """Forget a shop that has arrived. Succeeds with None."""
    return workplace.runner.submit(Lane.STORE, partial(_refuse, workplace.shop))


def read_waiting(*, workplace: Workplace) -> Job:
    """Find out whether a shop has arrived that waits for the next start. Succeeds with a bool."""
    return workplace.runner.submit(Lane.RANK, partial(_waits, workplace.shop))


def _pack(shop: Shop, path: Path, progress: Progress) -> Packed:
    from recsys_desktop.services.moving import pack as write

    return write(shop, path, progress)


def _look_at(path: Path, progress: Progress) -> Arrival:
    from recsys_desktop.services.arriving import look_at as look

    progress.raise_if_cancelled()
    return look(path)


def _take_in(shop: Shop, path: Path, progress: Progress) -> Arrival:
    from recsys_desktop.services.arriving import take_in as take

    return take(path, shop.data_dir, progress)


def _refuse(shop: Shop, progress: Progress) -> None:
    from recsys_desktop.services.arriving import refuse as forget

    progress.raise_if_cancelled()
    forget(shop.data_dir)


def _waits(shop: Shop, progress: Progress) -> bool:
    from recsys_desktop.services.arriving import waits

    progress.raise_if_cancelled()
    return waits(shop.data_dir)
