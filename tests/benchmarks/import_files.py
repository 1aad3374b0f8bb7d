"""What files give with no setting touched, each imported into a new shop: a table of products, behaviour and what was left out.

    python3 packaging/dev.py bench import_files FILE|FOLDER...

Without files, the sample shop's. Files that hold no table, or nothing to import, are listed below with the reason.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from recsys_desktop import paths
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.ingest.containers import TABLE_ENDINGS, contents
from recsys_desktop.services.imports.importing import FileReport, import_files, inspect_files
from recsys_desktop.services.shop import open_shop

_HEAD = "| file | platform | rows | products | variants collapsed | behaviours | customers | bad | left out | seconds |"


def files_of(places: Iterable[Path]) -> Iterator[Path]:
    """Yield the files given and those of the folders given that can hold a table."""
    for place in places:
        if place.is_dir():
            yield from (file for file in sorted(place.rglob("*")) if file.suffix.lower() in TABLE_ENDINGS and file.is_file())
        else:
            yield place


def imported(path: Path) -> tuple[FileReport, float]:
    """Import one file into a new shop and return what became of it, and the seconds it took from the first look on."""
    with tempfile.TemporaryDirectory() as folder:
        shop = open_shop(Path(folder))
        try:
            start = time.perf_counter()
            report = import_files(shop, inspect_files([path]), Progress())
            return report.files[0], time.perf_counter() - start
        finally:
            shop.close()


def line(report: FileReport, seconds: float) -> str:
    """Return a file's line of the table."""
    skipped = dict(report.skipped)
    variants = skipped.pop("variant", 0)
    left_out = ", ".join(f"{reason} {count:,}" for reason, count in sorted(skipped.items())) or "-"
    counts = (report.rows, report.items, variants, report.interactions, report.users, report.bad)
    cells = [report.path.name, report.platform, *(f"{count:,}" for count in counts), left_out, f"{seconds:.2f}"]
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Print the table."""
    samples = paths.resources_dir() / "sample_data"
    refused: list[str] = []
    print(_HEAD + "\n|" + "---|" * 10)
    for file in files_of([Path(name) for name in sys.argv[1:]] or [samples]):
        try:
            for table in contents(file).tables:
                print(line(*imported(table)), flush=True)
        except RecsysError as error:
            refused.append(f"{file.name}: {error} ({error.code})")
    print("\n".join(["", *refused]))


if __name__ == "__main__":
    main()
