"""Prints how much of damaged CSV files is read as it should be, beside other readers, as Markdown tables.

    python3 packaging/dev.py bench messy_csv

The files are Pollock's (Vitagliano et al., "Pollock: A Data Loading Benchmark", VLDB 2023), csv-spectrum's and csvkit's examples;
they are no part of the project and are looked for in ../shared/data/messy_csv or the folder named by --data. Ours reads every file
as an import does, with no setting touched; a row that is reported as bad counts as not read. The peers come from ``.venv-peers``,
which is made at the first run. How a table is scored is said in scoring.py.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.benchmarks.messy_csv import corpus, ours, peers, report
from tests.benchmarks.messy_csv.corpus import Damaged, Rows
from tests.benchmarks.quality.peers.peer import NotPossible

_DATA = Path(__file__).resolve().parents[4] / "shared" / "data" / "messy_csv"
OURS = "recsys_desktop"


def parser() -> argparse.ArgumentParser:
    """Return the command line."""
    line = argparse.ArgumentParser(
        prog="dev.py bench messy_csv", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    line.add_argument("--data", type=Path, default=_DATA, help="folder with pollock/, csv_spectrum/ and csvkit/")
    line.add_argument("--half", choices=("built", "aside", "both"), default="both", help="which half of Pollock's files")
    line.add_argument("--files", action="store_true", help="also every file of Pollock that ours does not read entirely")
    line.add_argument("--no-peers", action="store_true", help="ours alone")
    return line


def found_by_all(files: list[Damaged], *, with_peers: bool) -> dict[str, list[Rows]]:
    """Return what each reader makes of the files, ours first."""
    found = {OURS: [ours.read(file.path).rows for file in files]}
    for peer in peers.PEERS if with_peers else ():
        try:
            found[peer] = peers.read(peer, [file.path for file in files])
        except NotPossible as reason:
            sys.stderr.write(f"{peer} is left out: {reason}\n")
    return found


def main() -> int:
    """Measure and print."""
    options = parser().parse_args()
    if not (options.data / "pollock" / "csv").is_dir():
        print(f"Skipped: there are no damaged files in {options.data}.")
        return 0
    files = corpus.pollock(options.data / "pollock")
    for half, name in ((False, "built"), (True, "aside")):
        if options.half in (name, "both"):
            part = [file for file in files if file.aside is half]
            found = found_by_all(part, with_peers=not options.no_peers)
            title = "set aside until the end" if half else "built with"
            print(report.by_kind(f"Pollock, the {len(part)} files {title}", part, found))
            if options.files:
                print(report.shortfalls(part, found[OURS]))
    print(report.spectrum(corpus.spectrum(options.data / "csv_spectrum")))
    print(report.each(options.data / "csvkit"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
