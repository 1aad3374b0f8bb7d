"""The tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import fmean

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.ingest.formats.sniffing import sniff
from tests.benchmarks.messy_csv import ours
from tests.benchmarks.messy_csv.corpus import Damaged, Rows
from tests.benchmarks.messy_csv.scoring import share


def by_kind(title: str, files: Sequence[Damaged], found: Mapping[str, Sequence[Rows]]) -> str:
    """Return the mean shares of cells (and of rows, behind a slash) per kind of damage, in per cent; a column for each reader."""
    kinds = sorted({file.kind for file in files})
    shares = {
        name: [(file.kind, share(rows, file.right)) for file, rows in zip(files, tables, strict=True)]
        for name, tables in found.items()
    }
    lines = [f"## {title}", "", "Share of cells / of rows read as they should be, %", ""]
    lines += [_row("damage", "files", *found), _row(*["---"] * (len(found) + 2))]
    for kind in [*kinds, ""]:
        cells = []
        for name in found:
            part = [one for which, one in shares[name] if not kind or which == kind]
            cells.append(f"{100 * fmean(one.cells for one in part):.2f} / {100 * fmean(one.rows for one in part):.2f}")
        count = sum(not kind or file.kind == kind for file in files)
        lines.append(_row(kind or "all", str(count), *cells))
    return "\n".join([*lines, ""])


def shortfalls(files: Sequence[Damaged], found: Sequence[Rows]) -> str:
    """Return the files that were not read entirely."""
    lines = ["Not read entirely by ours:", ""]
    for file, rows in zip(files, found, strict=True):
        got = share(rows, file.right)
        if got.cells < 1:
            lines.append(f"- {file.path.name}: {100 * got.cells:.2f} / {100 * got.rows:.2f}, {ours.read(file.path)!s:.200}")
    return "\n".join([*lines, ""])


def spectrum(files: Sequence[tuple[Path, Rows]]) -> str:
    """Return which files of csv-spectrum are read as their JSON says."""
    wrong = [f"{path.name}: {ours.read(path)!s:.300}" for path, right in files if ours.read(path).rows != right]
    lines = ["## csv-spectrum", "", f"{len(files) - len(wrong)} of {len(files)} files are read as expected.", ""]
    return "\n".join([*lines, *(f"- {line}" for line in wrong), ""])


def each(folder: Path) -> str:
    """Return what becomes of every file of a folder: its size as a table and how it was read, or why it is refused."""
    lines = [f"## {folder.name}", "", _row("file", "rows", "columns", "bad", "how, or why not"), _row(*["---"] * 5)]
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".md"):
        reading = ours.read(path)
        name = str(path.relative_to(folder))
        if reading.refusal:
            lines.append(_row(name, "", "", "", f"refused: {reading.refusal}"))
            continue
        width = max(map(len, reading.rows), default=0)
        lines.append(_row(name, str(len(reading.rows)), str(width), str(len(reading.bad)), _how(path)))
    return "\n".join([*lines, ""])


def _how(path: Path) -> str:
    try:
        found = sniff(path)
    except RecsysError as error:
        return str(error)
    if found.kind != "text":
        return found.kind
    header = f"header in line {found.header_line + 1}" if found.header_height else "no header"
    delimiter = {"\t": "tab", " ": "blank", "|": "bar"}.get(found.delimiter, found.delimiter)
    return f"{found.encoding}, delimiter {delimiter}, {header}"


def _row(*cells: str) -> str:
    return "| " + " | ".join(cells) + " |"
