"""The nightly run: what is new in a watched folder, then fresh lists."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.services.exporting import ExportReport, export_lists
from recsys_desktop.services.fitting import PrepareReport, prepare
from recsys_desktop.services.importing import FileReport, import_files, inspect_files
from recsys_desktop.services.recommending import Recommender
from recsys_desktop.services.shop import Shop

#: Where the store remembers the files it has taken in: path -> [size, time of change in nanoseconds].
_SEEN = "nightly_files"
_ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods", ".gz")


@dataclass(frozen=True)
class NightlyReport:
    """A finished night: files taken in, files that could not be (with the reason), the preparation, the export."""

    files: tuple[FileReport, ...]
    refused: tuple[tuple[Path, RecsysError], ...]
    prepared: PrepareReport
    export: ExportReport


def run_nightly(shop: Shop, folder: Path, target: Path, k: int, progress: Progress) -> NightlyReport:
    """Import files of ``folder`` that are new or changed since the last night, prepare, and export all lists to ``target``.

    A file that cannot be imported is named and does not keep the others from being used; it is tried again the next night.

    Raises: RecsysError no_folder where the folder is absent, and those of the steps; Cancelled.
    """
    if not folder.is_dir():
        raise RecsysError(
            "no_folder",
            message("errors", "There is no folder {path}. Nothing was changed.").fill(path=str(folder)),
            message("errors", "Give the folder into which the shop's exports are put."),
        )
    remembered = shop.settings.get_json(_SEEN)
    seen: dict[str, object] = dict(remembered) if isinstance(remembered, dict) else {}
    taken: list[FileReport] = []
    refused: list[tuple[Path, RecsysError]] = []
    for path in sorted(folder.iterdir()):
        signature = _signature(path)
        if signature is None or seen.get(str(path)) == signature:
            continue
        try:
            taken += import_files(shop, inspect_files([path]), progress).files
            seen[str(path)] = signature
            shop.settings.set_json(_SEEN, seen)
        except RecsysError as error:
            refused.append((path, error))
    prepared = prepare(shop, progress)
    return NightlyReport(tuple(taken), tuple(refused), prepared, export_lists(shop, Recommender(shop), target, k, progress))


def _signature(path: Path) -> list[int] | None:
    """Return size and time of change of a file that may be an export; None for anything else."""
    if not path.is_file() or path.name.startswith(".") or path.suffix.lower() not in _ENDINGS:
        return None
    status = path.stat()
    return [status.st_size, status.st_mtime_ns]
