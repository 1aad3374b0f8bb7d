"""What imports report, as a JSON document for scripts and as words for a person at a terminal."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from recsys_desktop.ingest.containers import LeftOut
from recsys_desktop.services.imports.import_history import ImportRecord, UndoReport
from recsys_desktop.services.imports.importing import DryRun, FileReport, ImportReport
from recsys_desktop.store.merge_counts import MergeCounts

Report = tuple[dict[str, object], str]
#: Bad rows of a file that are told with their reasons; --json lists them all.
_BAD_ROWS_NAMED = 5


def of_import(report: ImportReport, left_out: Sequence[LeftOut] = ()) -> Report:
    """Describe an import file by file."""
    document = _document(report.files, left_out, report.counts, report.seconds)
    return {**document, "number": report.number}, "\n".join(_words(report.files, left_out))


def of_dry_run(report: DryRun, left_out: Sequence[LeftOut] = ()) -> Report:
    """Describe what an import would do."""
    words = [*_words(report.files, left_out), f"Nothing was stored. It would bring {counts_words(report.totals)}."]
    return {**_document(report.files, left_out, report.totals, report.seconds), "dry_run": True}, "\n".join(words)


def of_history(records: Sequence[ImportRecord]) -> Report:
    """Describe the imports so far, newest first."""
    imports = [{**asdict(record), "files": list(record.files)} for record in records]
    return {"imports": imports}, "\n".join(map(_record_words, records)) or "Nothing was imported yet."


def of_undo(report: UndoReport) -> Report:
    """Describe an import taken back."""
    words = (
        f"Import {report.number} is undone: {report.items} products, {report.users} customers and {report.interactions}"
        f" things they did are gone again, {report.restored} rows are as they were."
    )
    return {**asdict(report), "files": list(report.files)}, words


def file_document(file: FileReport) -> Mapping[str, object]:
    """Return one file's part of a document."""
    return {
        "path": str(file.path),
        "platform": file.platform,
        "encoding": file.encoding,
        "delimiter": file.delimiter,
        "rows": file.rows,
        "imported": file.imported,
        "new": file.new,
        "changed": file.changed,
        "unchanged": file.unchanged,
        "bad": file.bad,
        "items": file.items,
        "users": file.users,
        "interactions": file.interactions,
        "skipped": file.skipped,
        "mended": file.mended,
        "bad_rows": [{"line": row.line, "column": row.column, "reason": str(row.reason)} for row in file.bad_rows],
        "counts": asdict(file.counts),
    }


def file_words(file: FileReport) -> str:
    """Return one file's line."""
    left_out = "".join(f", {count} {reason.replace('_', ' ')}" for reason, count in sorted(file.skipped.items()))
    mended = f" {file.mended} damaged rows could be put right." if file.mended else ""
    reasons = [f"\n  line {row.line}: {row.reason}" for row in file.bad_rows[:_BAD_ROWS_NAMED]]
    return (
        f"{file.path}: {file.rows} rows, {file.imported} imported ({file.new} new, {file.changed} changed),"
        f" {file.unchanged} unchanged, {file.bad} bad{left_out}.{mended}{''.join(reasons)}"
    )


def counts_words(counts: MergeCounts) -> str:
    """Return what is new and changed."""
    return (
        f"{counts.new_items} new and {counts.changed_items} changed products, {counts.new_users} new customers,"
        f" {counts.new_interactions} new and {counts.changed_interactions} changed things they did"
    )


def _document(files: Sequence[FileReport], left_out: Sequence[LeftOut], counts: MergeCounts, seconds: float) -> dict[str, object]:
    return {
        "files": [file_document(file) for file in files],
        "left_out": [{"path": str(path), "reason": str(reason)} for path, reason in left_out],
        "counts": asdict(counts),
        "seconds": seconds,
    }


def _words(files: Sequence[FileReport], left_out: Sequence[LeftOut]) -> list[str]:
    return [*map(file_words, files), *(f"{path}: not imported. {reason}" for path, reason in left_out)]


def _record_words(record: ImportRecord) -> str:
    moment = time.strftime("%Y-%m-%d %H:%M", time.localtime(record.time))
    state = ", undone" if record.undone is not None else ", can be undone" if record.can_undo else ""
    return f"{record.number:4d}  {moment}  {counts_words(record.counts)}{state}: {', '.join(record.files)}"
