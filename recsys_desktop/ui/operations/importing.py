"""What a person does with files: look into them, foresee what they bring, import them, take that back, keep the skipped rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.ingest.plan import FilePlan
from recsys_desktop.ingest.wishes import NO_WISHES, Wishes
from recsys_desktop.jobs.runner import Job, Lane
from recsys_desktop.services.imports import remembered
from recsys_desktop.services.imports.import_history import ImportRecord, history, undo_last_import
from recsys_desktop.services.imports.importing import (
    DryRun,
    FileReport,
    ImportReport,
    Policy,
    dry_run,
    import_files,
    save_bad_rows,
)
from recsys_desktop.services.imports.near_titles import NearTitles, near_titles
from recsys_desktop.services.imports.previewing import FileLook, look
from recsys_desktop.services.shop import Shop
from recsys_desktop.ui.import_counts import import_summary
from recsys_desktop.ui.operations.found_files import find_files
from recsys_desktop.ui.texts import words
from recsys_desktop.ui.workplace import Changes, Notice, Workplace

#: The name under which the last import stands in the list of what can be taken back: there is only one such step.
UNDO_KEY = "import"
#: What makes a table of a folder or an archive one that was not meant, where another one of it can be imported.
_USELESS = ("missing_column", "not_a_table", "not_needed", "empty_file")
_IMPORTING = message("import", "Importing")
_CHECKING = message("import", "Checking what will happen")
_TAKING_BACK = message("import", "Taking back the import")


@dataclass(frozen=True)
class Looks:
    """What files are: one look for each table found; why others that came with them, in a folder or an archive, are not taken."""

    looks: tuple[FileLook, ...]
    left_out: tuple[tuple[Path, Text], ...]


def look_into(*, workplace: Workplace, paths: Sequence[Path]) -> Job:
    """Find out what files are; a folder stands for its files, an archive for its tables. Succeeds with Looks, in their order."""
    return workplace.runner.submit(Lane.RANK, partial(_look_into, workplace.shop, tuple(paths)))


def look_again(*, workplace: Workplace, said: Sequence[tuple[Path, Wishes]]) -> Job:
    """Look into files with what a person said about them; the newest request wins. Succeeds with a list of FileLook."""
    return workplace.runner.submit(Lane.RANK, partial(_look_again, tuple(said)), newest_wins=True)


def foresee(*, workplace: Workplace, plans: Sequence[FilePlan], policy: Policy) -> Job:
    """Find out what an import would do, changing nothing; the newest request wins. Succeeds with a DryRun.

    It does not wait behind the preparation of lists, nor do lists wait for it: nothing is stored while a person imports.
    """
    task = partial(_foresee, workplace.shop, tuple(plans), policy)
    return workplace.runner.submit(Lane.STORE, task, title=_CHECKING, newest_wins=True)


def import_all(*, workplace: Workplace, plans: Sequence[FilePlan], policy: Policy = "update") -> Job:
    """Import files in one step, and say what came of it with the way back. Succeeds with an ImportReport.

    A cancel leaves the shop as it was. What a person said about the files is remembered for the next ones of their kind.
    """
    job = workplace.runner.submit(Lane.COMPUTE, partial(_import, workplace.shop, tuple(plans), policy), title=_IMPORTING)
    job.succeeded.connect(lambda report: tell_of_import(workplace, report))
    return job


def tell_of_import(workplace: Workplace, report: ImportReport) -> None:
    """Tell every page of an import, and the person, with the way back if there is anything to go back from."""
    names: Text | str = report.files[0].path.name
    if len(report.files) > 1:
        names = message("import", "{name} and {count} more").fill(name=names, count=len(report.files) - 1)
    text = message("import", "Imported {names}: {what}").fill(names=names, what=import_summary(report.counts))
    if report.counts.changes_nothing:
        workplace.notified.emit(Notice(text))
        return
    workplace.changed.emit(Changes(items=True, interactions=True))
    workplace.notified.emit(Notice(text, partial(undo_import, workplace=workplace), UNDO_KEY))


def undo_import(*, workplace: Workplace) -> Job:
    """Take back the last import. Succeeds with an UndoReport."""
    job = workplace.runner.submit(Lane.COMPUTE, partial(undo_last_import, workplace.shop), title=_TAKING_BACK)
    job.succeeded.connect(lambda _: _tell_of_undo(workplace))
    return job


def find_near_titles(*, workplace: Workplace) -> Job:
    """Look for products that may be in the shop twice; the newest request wins. Succeeds with NearTitles."""
    return workplace.runner.submit(Lane.STORE, partial(_find_near_titles, workplace.shop), newest_wins=True)


def read_history(*, workplace: Workplace) -> Job:
    """Read what was imported so far, newest first. Succeeds with a tuple of ImportRecord."""
    return workplace.runner.submit(Lane.RANK, partial(_read_history, workplace.shop), newest_wins=True)


def forget(*, workplace: Workplace, plan: FilePlan) -> Job:
    """Forget what was remembered about files such as this one, and look into it without. Succeeds with a list of one FileLook."""
    return workplace.runner.submit(Lane.STORE, partial(_forget, workplace.shop, plan))


def save_skipped_rows(*, workplace: Workplace, report: FileReport, path: Path) -> Job:
    """Write a file's bad rows as CSV, to be mended and imported again. Succeeds with the number of rows."""
    return workplace.runner.submit(Lane.STORE, partial(_save, report, path))


def _tell_of_undo(workplace: Workplace) -> None:
    workplace.taken_back.emit(UNDO_KEY)
    workplace.changed.emit(Changes(items=True, interactions=True))
    workplace.notified.emit(Notice(message("import", "The import is taken back; your shop is as it was before.")))


def _look_into(shop: Shop, paths: Sequence[Path], progress: Progress) -> Looks:
    found = find_files(paths, progress)
    looks = []
    for path in found.paths:
        progress.raise_if_cancelled()
        looks.append(look(path, NO_WISHES, shop))
    useful = {found.origin.get(one.path) for one in looks if one.plan is not None} - {None}
    spare = [one for one in looks if one.error and one.error.code in _USELESS and found.origin.get(one.path) in useful]
    left_out = [*found.left_out, *((one.path, one.error.message) for one in spare if one.error)]
    return Looks(tuple(one for one in looks if one not in spare), tuple(left_out))


def _look_again(said: Sequence[tuple[Path, Wishes]], progress: Progress) -> list[FileLook]:
    looks = []
    for path, wishes in said:
        progress.raise_if_cancelled()
        looks.append(look(path, wishes))
    return looks


def _foresee(shop: Shop, plans: Sequence[FilePlan], policy: Policy, progress: Progress) -> DryRun:
    return dry_run(shop, plans, progress, policy)


def _import(shop: Shop, plans: Sequence[FilePlan], policy: Policy, progress: Progress) -> ImportReport:
    report = import_files(shop, plans, progress, policy)
    for plan in plans:
        if plan.wishes != NO_WISHES:
            remembered.remember(shop, plan, plan.wishes)
    return report


def _find_near_titles(shop: Shop, progress: Progress) -> NearTitles:
    progress.raise_if_cancelled()
    return near_titles(shop)


def _read_history(shop: Shop, progress: Progress) -> tuple[ImportRecord, ...]:
    progress.raise_if_cancelled()
    return history(shop)


def _forget(shop: Shop, plan: FilePlan, progress: Progress) -> list[FileLook]:
    progress.raise_if_cancelled()
    remembered.forget(shop, plan)
    return [look(plan.path)]


def _save(report: FileReport, path: Path, progress: Progress) -> int:
    progress.raise_if_cancelled()
    return save_bad_rows(report, path, words)
