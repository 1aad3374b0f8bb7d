"""A folder into which a shop puts its exports: which files are new in it, and their import."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.ingest.pipeline import read
from recsys_desktop.ingest.plan import FilePlan
from recsys_desktop.services.imports.importing import ImportReport, import_files
from recsys_desktop.services.imports.inspecting import ENDINGS, inspect_files, refuse_open_questions
from recsys_desktop.services.shop import Shop
from recsys_desktop.settings import WATCHED_FOLDER

__all__ = ["ENDINGS", "SETTLED_SECONDS", "WatchReport", "import_new_files", "new_files", "settled_files", "take_in"]

#: A file that nobody has written to for so long is whole; a younger one is looked at twice.
SETTLED_SECONDS = 30
#: Where the store remembers files by their paths, each with [size, time of change in nanoseconds]: those taken in, those that
#: could not be, and those that were new when the folder was last looked into.
_TAKEN, _REFUSED, _LOOKED_AT = "nightly_files", "watched_refused", "watched_sizes"

Refused = tuple[tuple[Path, RecsysError], ...]


@dataclass(frozen=True)
class WatchReport:
    """What came of a folder's new files: one import of all that could be (None: there was none), and the others with the reason."""

    report: ImportReport | None
    refused: Refused


def new_files(shop: Shop) -> list[Path]:
    """Return what is new in the watched folder and whole; nothing where none is watched or it is not there now."""
    folder = str(shop.settings.get(WATCHED_FOLDER))
    if not folder or not Path(folder).is_dir():
        return []
    refused = _files(shop, _REFUSED)
    return [path for path in settled_files(shop, Path(folder)) if refused.get(str(path)) != _signature(path)]


def import_new_files(shop: Shop, progress: Progress) -> WatchReport:
    """Import what is new in the watched folder as one step. What cannot be imported is told once, until it changes.

    Raises: Cancelled.
    """
    return take_in(shop, new_files(shop), progress)


def settled_files(shop: Shop, folder: Path, clock: Callable[[], float] = time.time) -> list[Path]:
    """Return the files of a folder, by name, that were not taken in as they are now and that nobody is still writing.

    A file is whole when it has not changed since the last look, or for :data:`SETTLED_SECONDS`.
    """
    taken, before = _files(shop, _TAKEN), _files(shop, _LOOKED_AT)
    new = {path: found for path in sorted(folder.iterdir()) if (found := _signature(path)) and taken.get(str(path)) != found}
    seen = {str(path): signature for path, signature in new.items()}
    if seen != before:
        shop.settings.set_json(_LOOKED_AT, seen)
    old = (clock() - SETTLED_SECONDS) * 1e9
    return [path for path, found in new.items() if before.get(str(path)) == found or found[1] <= old]


def take_in(shop: Shop, paths: Sequence[Path], progress: Progress) -> WatchReport:
    """Import files that are all right as one step, and remember which were taken in and which refused. Raises: Cancelled.

    What fails for another reason than the file itself, such as a full disk, is reported likewise and tried again the next time.
    """
    signatures = {path: _signature(path) for path in paths}  # as they were when they were looked into
    plans: dict[Path, list[FilePlan]] = {}
    refused: dict[Path, RecsysError] = {}
    for path in paths:
        progress.raise_if_cancelled()
        try:
            found = inspect_files([path], shop=shop)
            refuse_open_questions(found)
            plans[path] = found
        except RecsysError as error:
            refused[path] = error
    report, failure = _import(shop, plans, progress)
    if failure is not None:
        damaged = _damaged(plans, progress)
        refused |= damaged
        if damaged:
            plans = {path: found for path, found in plans.items() if path not in damaged}
            report, failure = _import(shop, plans, progress)
    if failure is None:
        _remember(shop, _TAKEN, {path: signatures[path] for path in plans})
    _remember(shop, _REFUSED, {path: signatures[path] for path in refused})
    failed = dict.fromkeys(plans, failure) if failure is not None else {}
    return WatchReport(report, tuple(sorted({**refused, **failed}.items())))


def _import(shop: Shop, plans: dict[Path, list[FilePlan]], progress: Progress) -> tuple[ImportReport | None, RecsysError | None]:
    """Return the report of an import, or why there is none; neither where there is nothing to import."""
    try:
        return (import_files(shop, [plan for found in plans.values() for plan in found], progress) if plans else None), None
    except RecsysError as error:
        return None, error


def _damaged(plans: dict[Path, list[FilePlan]], progress: Progress) -> dict[Path, RecsysError]:
    """Return the files that cannot be read to their end, so that the others need not wait for them."""
    found: dict[Path, RecsysError] = {}
    for path, of_file in plans.items():
        try:
            for plan in of_file:
                for _ in read(plan, progress):
                    pass
        except RecsysError as error:
            found[path] = error
    return found


def _files(shop: Shop, key: str) -> dict[str, object]:
    found = shop.settings.get_json(key)
    return dict(found) if isinstance(found, dict) else {}


def _remember(shop: Shop, key: str, files: dict[Path, list[int] | None]) -> None:
    if files:
        shop.settings.set_json(key, {**_files(shop, key), **{str(path): found for path, found in files.items()}})


def _signature(path: Path) -> list[int] | None:
    """Return size and time of change of a file that may be an export; None for anything else."""
    if path.name.startswith((".", "~$")) or path.suffix.lower() not in ENDINGS:
        return None
    try:
        status = path.stat()
    except OSError:  # gone, or not to be looked at
        return None
    return [status.st_size, status.st_mtime_ns] if path.is_file() else None
