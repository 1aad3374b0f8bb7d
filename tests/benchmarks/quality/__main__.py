"""Prints how good the lists are beside those of other recommenders.

On any shop's data, as one JSON document:

    python3 packaging/dev.py bench quality --items I.csv --train T.csv --queries Q.csv --json

items: item_id, title, description, category, brand, price (any missing but the id). train: user_id, item_id and, where known, kind,
value, timestamp. queries: query_id, history (item ids, oldest first, separated by blanks), targets (likewise) and, where wanted,
new_items_only (0/1), group, masked (further ids never to be listed), target_time (of the first target). On the data sets of
../shared/data, as Markdown tables that go on where they were broken off:

    python3 packaging/dev.py bench quality --dataset online_retail --protocol warm
    python3 packaging/dev.py bench quality --dataset amazon --protocol cold_items --only "ours,frozen text" --parts 0,1
    python3 packaging/dev.py bench quality --dataset taobao
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from tests.benchmarks.quality import brands
from tests.benchmarks.quality.contest import Budget
from tests.benchmarks.quality.measure import FEWEST_CONFIGURATIONS, OURS, Measured, run_ours, run_peers, tell_latest_time
from tests.benchmarks.quality.ours import PARTS as LEFT_OUT
from tests.benchmarks.quality.own_data import FOLDER, Plan, run
from tests.benchmarks.quality.parts import DATASETS, PROTOCOLS, parts_of
from tests.benchmarks.quality.peers.everyone import BY_NAME, PEERS
from tests.benchmarks.quality.reading import Unusable, read_task
from tests.benchmarks.quality.report import document, write_lists
from tests.benchmarks.quality.texts import text_vectors


def parser() -> argparse.ArgumentParser:
    """Return the command line."""
    top = argparse.ArgumentParser(prog="dev.py bench quality", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    files = top.add_argument_group("any shop's data")
    for name in ("items", "train", "queries"):
        files.add_argument(f"--{name}", type=Path, metavar="CSV")
    files.add_argument("--json", action="store_true", help="one JSON document on standard output (there is no other form)")
    files.add_argument("--repeat", action="store_true", help="items of the history may be listed too")
    files.add_argument("--lists", type=Path, metavar="CSV", help="write our ten items of every query")
    own = top.add_argument_group("the data sets of ../shared/data")
    own.add_argument("--dataset", choices=DATASETS)
    own.add_argument("--protocol", choices=PROTOCOLS, default="warm")
    own.add_argument("--folds", type=_numbers, help="Online Retail's windows, counted back from the newest, 0: 7 to 10 validate")
    own.add_argument("--parts", type=_numbers, help="only these parts, counted from 0; the tables show all that are finished")
    own.add_argument("--only", type=_names, default=(), help="only these contestants, by their names in the tables")
    own.add_argument("--without", type=_names, default=(), help=f"also ours without one part at a time: {', '.join(LEFT_OUT)}")
    own.add_argument("--results", type=Path, default=FOLDER, help="folder of finished parts (build/quality)")
    top.add_argument("--minutes", type=float, default=10.0, help="what each contestant may take (10); most need far less")
    top.add_argument("--no-peers", action="store_true", help="ours alone")
    return top


def measure_files(options: argparse.Namespace) -> int:
    """Measure on the person's own files and print the document."""
    began = time.perf_counter()
    task = read_task(options.items, options.train, options.queries, repeat=options.repeat)
    if not task.items:
        raise Unusable("There are no items, so there is nothing to list.")
    tell_latest_time(task)
    read = time.perf_counter()
    texts = text_vectors(task.items)
    encoded = time.perf_counter()
    measured = Measured(task)
    run_ours(measured, texts, options.minutes)
    peers = () if options.no_peers else PEERS
    configurations = max(FEWEST_CONFIGURATIONS, measured.answers[OURS].tried)
    run_peers(measured, texts, peers, Budget(configurations, options.minutes * 60.0))
    if options.lists:
        write_lists(measured, options.lists)
    seconds = {"reading": round(read - began, 2), "encoding": round(encoded - read, 2)}
    sys.stdout.write(json.dumps(document(measured, seconds), ensure_ascii=False, indent=1, allow_nan=False) + "\n")
    return 0


def measure_own(options: argparse.Namespace) -> int:
    """Measure one of our data sets under a protocol and print Markdown."""
    if options.dataset == "taobao":
        print(brands.markdown(options.results / "texts.npz"))
        return 0
    only = (OURS,) if options.no_peers else options.only
    unknown = [name for name in only if name not in (OURS, *BY_NAME)] + [part for part in options.without if part not in LEFT_OUT]
    if unknown:
        raise Unusable(f"Unknown: {', '.join(unknown)}. There are: {', '.join((OURS, *BY_NAME, *LEFT_OUT))}.")
    every = parts_of(options.dataset, options.protocol, options.folds)
    chosen = every if options.parts is None else [every[number] for number in options.parts if number < len(every)]
    print(run(options.dataset, options.protocol, chosen, every, Plan(options.minutes, only, options.without, options.results)))
    return 0


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in text.split(","))


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(","))


def main() -> int:
    """Carry out the command line; what cannot be measured is said on standard error."""
    line = parser()
    options = line.parse_args()
    try:
        if options.items and options.train and options.queries:
            return measure_files(options)
        if options.dataset:
            return measure_own(options)
        line.error("either --items, --train and --queries, or --dataset")
    except Unusable as problem:
        sys.stderr.write(f"{problem}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
