"""The nightly run in the system's timetable: shown first, written and removed only when a button is pressed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from recsys_desktop.domain.progress import Progress
from recsys_desktop.jobs.runner import Job, Lane
from recsys_desktop.services.scheduling import Night, Timetable, last_night
from recsys_desktop.services.shop import Shop
from recsys_desktop.settings import WATCHED_FOLDER
from recsys_desktop.ui.workplace import Workplace


@dataclass(frozen=True)
class KnownNight:
    """What was chosen last, or what offers itself; ``is_written``: an entry was written with it once."""

    night: Night
    is_written: bool


def read_night(*, workplace: Workplace) -> Job:
    """Read what was chosen last. No program of the system is called. Succeeds with a KnownNight."""
    return workplace.runner.submit(Lane.RANK, partial(_read, workplace.shop))


def show_entry(*, workplace: Workplace, night: Night) -> Job:
    """Make the entry as it would be written; the newest request wins. Succeeds with a str, fails with night_incomplete."""
    return workplace.runner.submit(Lane.RANK, partial(_entry, workplace.shop, night), newest_wins=True)


def write(*, timetable: Timetable, workplace: Workplace, night: Night) -> Job:
    """Put the entry into the timetable. Succeeds with the str that stands there then."""
    return workplace.runner.submit(Lane.STORE, partial(_write, timetable, night))


def remove(*, timetable: Timetable, workplace: Workplace) -> Job:
    """Take the entry out of the timetable. Succeeds with the str that stands there then: ""."""
    return workplace.runner.submit(Lane.STORE, partial(_remove, timetable))


def read_standing(*, timetable: Timetable, workplace: Workplace) -> Job:
    """Ask the system what stands in its timetable. Succeeds with a str, "" where nothing does."""
    return workplace.runner.submit(Lane.STORE, partial(_stands, timetable))


def _read(shop: Shop, progress: Progress) -> KnownNight:
    progress.raise_if_cancelled()
    found = last_night(shop)
    if found is not None:
        return KnownNight(found, True)
    return KnownNight(Night(2, 0, str(shop.settings.get(WATCHED_FOLDER)), ""), False)


def _entry(shop: Shop, night: Night, progress: Progress) -> str:
    progress.raise_if_cancelled()
    return Timetable(shop).entry(night)


def _write(timetable: Timetable, night: Night, progress: Progress) -> str:
    progress.raise_if_cancelled()
    timetable.write(night)
    return timetable.stands()


def _remove(timetable: Timetable, progress: Progress) -> str:
    progress.raise_if_cancelled()
    timetable.remove()
    return timetable.stands()


def _stands(timetable: Timetable, progress: Progress) -> str:
    progress.raise_if_cancelled()
    return timetable.stands()
