"""The nightly run: what is new in a watched folder, then fresh lists."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.services.fitting import PrepareReport, prepare
from recsys_desktop.services.handing.exporting import ExportReport, export_lists
from recsys_desktop.services.imports.importing import FileReport
from recsys_desktop.services.imports.watching import settled_files, take_in
from recsys_desktop.services.listing.recommending import Recommender
from recsys_desktop.services.shop import Shop


@dataclass(frozen=True)
class NightlyReport:
    """A finished night: files taken in, files that could not be (with the reason), the preparation, the export."""

    files: tuple[FileReport, ...]
    refused: tuple[tuple[Path, RecsysError], ...]
    prepared: PrepareReport
    export: ExportReport


def run_nightly(shop: Shop, folder: Path, target: Path, k: int | None, progress: Progress) -> NightlyReport:
    """Import files of ``folder`` that are new or changed since the last night, prepare, and export all lists to ``target``.

    Lists are k long, None: as long as the rules say. Files come in as one step, which can be undone. A file that cannot be imported
    is named and does not keep the others from being used; it is tried again the next night, as is one that is still being written.

    Raises: RecsysError no_folder where the folder is absent, and those of the steps; Cancelled.
    """
    if not folder.is_dir():
        raise RecsysError(
            "no_folder",
            message("errors", "There is no folder {path}. Nothing was changed.").fill(path=str(folder)),
            message("errors", "Give the folder into which the shop's exports are put."),
        )
    taken = take_in(shop, settled_files(shop, folder), progress)
    files = taken.report.files if taken.report is not None else ()
    prepared = prepare(shop, progress)
    return NightlyReport(files, taken.refused, prepared, export_lists(shop, Recommender(shop), target, k, progress))
