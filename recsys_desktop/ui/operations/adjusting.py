"""Reading and changing a shop's settings."""

from __future__ import annotations

from functools import partial

from recsys_desktop.domain.progress import Progress
from recsys_desktop.jobs.runner import Job, Lane
from recsys_desktop.services.shop import Shop
from recsys_desktop.settings import ALL_SETTINGS, Setting, Value
from recsys_desktop.ui.workplace import Changes, Workplace


def read_settings(*, workplace: Workplace) -> Job:
    """Read all settings; the newest request wins. Succeeds with a dict from key to value."""
    return workplace.runner.submit(Lane.RANK, partial(_read, workplace.shop), newest_wins=True)


def change_setting(*, workplace: Workplace, setting: Setting, value: Value) -> Job:
    """Store one setting. Succeeds with None."""
    job = workplace.runner.submit(Lane.STORE, partial(_change, workplace.shop, setting, value))
    job.succeeded.connect(lambda _: workplace.changed.emit(Changes(settings=True)))
    return job


def _read(shop: Shop, progress: Progress) -> dict[str, Value]:
    progress.raise_if_cancelled()
    return {setting.key: shop.settings.get(setting) for setting in ALL_SETTINGS}


def _change(shop: Shop, setting: Setting, value: Value, progress: Progress) -> None:
    progress.raise_if_cancelled()
    shop.settings.set(setting, value)
