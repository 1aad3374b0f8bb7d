"""How fast a shop's files come into a SQLite file, and with how much memory, beside the tools at hand for that.

    python3 packaging/dev.py bench import_speed [--products 100000] [--events 1000000] [--repeat 3]

A made-up shop: products with descriptions, and event lines with customer, product, kind, time, quantity and price. Each contestant
imports both files in a process of its own, into a new SQLite file with the same PRAGMAs (write-ahead log, synchronous NORMAL):

- ours: everything an import does (encoding, columns, values, bad rows, repeated rows joined, keys, indexes, undo).
- pandas: ``read_csv`` and ``to_sql``, as written in its guide, in its own environment.
- sqlite-utils: its command ``insert --csv``.
- floor: ``csv.reader`` and ``executemany``, every cell as text, no index, no check. Nothing in Python can do less.

Seconds are the best of the repeats, contestants taking turns; the start of the process and its imports are left out. Memory is the
growth of the process's peak over what it held before it began, which for sqlite-utils is that of a bare interpreter.
"""

from __future__ import annotations

import argparse
import csv
import random
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.quality.peers.environment import python as peers_python

_WORKERS = Path(__file__).resolve().parent / "import_workers"
_START = 1_609_459_200  # 2021
_YEAR = 365 * 86_400
_WORDS = (
    "oak", "linen", "brass", "copper", "glass", "wool", "enamel", "rattan", "slate", "marble", "velvet", "cotton", "lamp",
    "bowl", "vase", "tray", "mirror", "clock", "stool", "basket", "candle", "kettle", "cushion", "blanket", "shelf", "hook",
    "frame", "tile", "mug", "plate", "jug", "garden", "kitchen", "winter", "summer", "small", "large", "round", "tall",
)  # fmt: skip
_COLOURS = ("white", "sage", "navy", "rust", "ochre", "grey", "plum", "sand")
_EVENTS = ("view", "view", "view", "view", "cart", "purchase", "purchase")


@dataclass(frozen=True)
class Outcome:
    """What one contestant needed for both files."""

    seconds: float
    megabytes: float


def write_shop(folder: Path, products: int, events: int, seed: int = 0) -> tuple[Path, Path]:
    """Write products.csv and events.csv of a made-up shop and return their paths."""
    dice = random.Random(seed)
    catalogue, behaviour = folder / "products.csv", folder / "events.csv"
    with catalogue.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["sku", "name", "description", "category", "brand", "price", "currency", "stock"])
        for number in range(products):
            words = dice.choices(_WORDS, k=18)
            writer.writerow(
                [
                    f"P{number:06}",
                    f"{' '.join(words[:3]).title()} {dice.choice(_COLOURS)}",
                    f"A {' '.join(words[3:])}, by hand; it is {number} of {products}.",
                    f"Home > {words[3].title()}",
                    f"Maker {dice.randrange(300)}",
                    f"{dice.uniform(1, 200):.2f}",
                    "EUR",
                    dice.randrange(100),
                ]
            )
    with behaviour.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["customer_id", "product_id", "event", "time", "quantity", "price"])
        times = sorted(_START + dice.randrange(_YEAR) for _ in range(events))
        for second in times:
            product = min(int(dice.paretovariate(0.6)) - 1, products - 1)
            writer.writerow(
                [
                    f"C{dice.randrange(max(1, events // 10)):06}",
                    f"P{(product * 7919) % products:06}",
                    dice.choice(_EVENTS),
                    _clock(second),
                    1 if dice.random() < 0.9 else dice.randrange(2, 12),
                    f"{1 + (product * 31) % 19900 / 100:.2f}",
                ]
            )
    return catalogue, behaviour


def _clock(second: int) -> str:
    from datetime import UTC, datetime

    return datetime.fromtimestamp(second, UTC).strftime("%Y-%m-%d %H:%M:%S")


def contestants() -> dict[str, list[str]]:
    """Return the command of each contestant; both files and the folder to work in are added."""
    own, peers = sys.executable, str(peers_python())
    return {
        "floor": [own, "-I", str(_WORKERS / "floor.py")],
        "ours": [own, "-m", "tests.benchmarks.import_workers.ours"],
        "pandas": [peers, "-I", str(_WORKERS / "with_pandas.py")],
        "sqlite-utils": [own, "-I", str(_WORKERS / "with_sqlite_utils.py")],
    }


def run(command: list[str], files: tuple[Path, Path]) -> Outcome:
    """Let one contestant import the files into a new folder; its last line says seconds and megabytes."""
    with tempfile.TemporaryDirectory(dir=files[0].parent) as folder:
        done = subprocess.run([*command, *map(str, files), folder], capture_output=True, text=True, check=True)
    seconds, megabytes = done.stdout.split()[-2:]
    return Outcome(float(seconds), float(megabytes))


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--products", type=int, default=100_000)
    options.add_argument("--events", type=int, default=1_000_000)
    options.add_argument("--repeat", type=int, default=3)
    options.add_argument("--only", nargs="*", help="contestants")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = write_shop(Path(folder), given.products, given.events)
        outcomes: dict[str, list[Outcome]] = {}
        for round_ in range(given.repeat):
            for name, command in contestants().items():
                if (given.only and name not in given.only) or (name == "sqlite-utils" and round_):
                    continue  # minutes, and far from the others
                outcomes.setdefault(name, []).append(run(command, files))
    print(f"{given.products} products and {given.events} events\n")
    print("| contestant | seconds | rows per second | beside pandas | peak memory growth, MB |\n|---|---|---|---|---|")
    best = {name: min(seen, key=lambda one: one.seconds) for name, seen in outcomes.items()}
    for name, one in sorted(best.items(), key=lambda pair: pair[1].seconds):
        rate = (given.products + given.events) / one.seconds
        beside = f"{best['pandas'].seconds / one.seconds:.2f}" if "pandas" in best else "-"
        print(f"| {name} | {one.seconds:.1f} | {rate:,.0f} | {beside} | {max(o.megabytes for o in outcomes[name]):.0f} |")


if __name__ == "__main__":
    main()
