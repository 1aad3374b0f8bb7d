"""The sample shops that come with the program: filling a shop with one, and taking it out again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from recsys_desktop.domain.columns import ItemId, UserId
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.ingest.pipeline import read
from recsys_desktop.services.fitting import PrepareReport, prepare
from recsys_desktop.services.imports.importing import ImportReport, import_files, inspect_files
from recsys_desktop.services.sample_names import FOLDERS, NAMES, SAMPLE_KEY, sample_files, sample_in
from recsys_desktop.services.shop import Shop
from recsys_desktop.settings import CATALOGUE_WORDS, SHOP_NAME
from recsys_desktop.store.changes import count_on, counts
from recsys_desktop.store.clearing import take_out

#: What the program remembers of lists that are gone.
_STATE_OF_LISTS = ("item_space", "list_settings", "list_settings_time", "unread_letters", "training_answered")
_REMOVING = message("sample", "Removing the sample")
_BRINGING_BACK = message("sample", "Bringing the sample back")


@dataclass(frozen=True)
class SampleReport:
    """What came of opening a sample."""

    imported: ImportReport
    prepared: PrepareReport


@dataclass(frozen=True)
class RemovedSample:
    """What brings a sample back: a copy of the shop with it, and the state in which the shop was left without it."""

    copy: Path
    items: int
    users: int
    left: tuple[object, ...]
    items_left: int


def load_sample(shop: Shop, language: str, words: str, progress: Progress) -> SampleReport:
    """Fill a shop with the sample of a language ("en", "zh_CN") and prepare its lists.

    ``words`` is what it holds: "products", "articles" or "films"; the window then speaks of those. Raises: Cancelled, RecsysError.
    """
    folder = FOLDERS[words, language]
    imported = import_files(shop, inspect_files(sample_files(folder)), progress)
    shop.settings.set_json(SAMPLE_KEY, {"folder": folder})
    shop.settings.set(CATALOGUE_WORDS, words)
    if not shop.settings.get(SHOP_NAME):
        shop.settings.set(SHOP_NAME, NAMES[folder])
    return SampleReport(imported, prepare(shop, progress))


def remove_sample(shop: Shop, progress: Progress) -> RemovedSample:
    """Take the sample's products and customers out of a shop; a copy of the shop is made first. What is one's own stays.

    Raises: Cancelled, RecsysError; nothing is changed then.
    """
    progress.report(0, 3, _REMOVING)
    folder = sample_in(shop)
    items, users = _ids(folder, progress)
    progress.report(1, 3, _REMOVING)
    copy = shop.database.copy_aside("sample")
    progress.report(2, 3, _REMOVING)
    with shop.database.atomic():
        take_out(shop.database, items, users)
        shop.settings.set_json(SAMPLE_KEY, None)
        if not shop.catalogue.count():
            for key in _STATE_OF_LISTS:
                shop.settings.set_json(key, None)
            shop.settings.set(CATALOGUE_WORDS, CATALOGUE_WORDS.default)
        if shop.settings.get(SHOP_NAME) == NAMES.get(folder):
            shop.settings.set(SHOP_NAME, SHOP_NAME.default)
    progress.report(3, 3, _REMOVING)
    return RemovedSample(copy, len(items), len(users), _state(shop), shop.catalogue.count())


def bring_back(shop: Shop, removed: RemovedSample, progress: Progress) -> None:
    """Make the shop what it was before its sample was removed, answers and models included.

    Raises: RecsysError sample_gone where something came into the shop since, which would be lost; Cancelled.
    """
    progress.report(0, 1, _BRINGING_BACK)
    if _state(shop) != removed.left or not removed.copy.exists():
        raise RecsysError(
            "sample_gone",
            message(
                "sample", "The sample was not brought back: your shop has changed since, and would be lost. Nothing was changed."
            ),
            message("sample", "A copy of the shop with the sample lies in {path}.").fill(path=str(removed.copy)),
        )
    counted = counts(shop.database)
    shop.database.put_back(removed.copy)
    count_on(shop.database, counted)
    progress.report(1, 1, _BRINGING_BACK)


def _ids(folder: str, progress: Progress) -> tuple[set[ItemId], set[UserId]]:
    """Return the ids of all products and customers of a sample, as its files have them."""
    items: set[ItemId] = set()
    users: set[UserId] = set()
    for plan in inspect_files(sample_files(folder)) if folder else ():
        for chunk in read(plan, progress, None):
            items.update(item.item_id for item in chunk.items)
            users.update(UserId(user) for user in chunk.events.user_ids)
    return items, users


def _state(shop: Shop) -> tuple[object, ...]:
    """Return what changes with anything a person does in a shop: products, customers, behaviour, answers, rules, models."""
    signatures = (one.signature() for one in (shop.catalogue, shop.interactions, shop.feedback, shop.scenarios))
    models = tuple(version.number for version in shop.model_versions.list())
    return (shop.users.count(), *signatures, models)
