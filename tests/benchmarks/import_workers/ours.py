"""An import as the application does it."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from recsys_desktop.domain.progress import Progress
from recsys_desktop.services.imports.importing import import_files, inspect_files
from recsys_desktop.services.shop import open_shop
from tests.benchmarks.import_workers.memory import held_now, peak


def main() -> None:
    """Import the files and print what it took."""
    products, events, folder = map(Path, sys.argv[1:])
    shop = open_shop(folder / "shop")
    before = held_now()
    began = time.perf_counter()
    import_files(shop, inspect_files([products, events]), Progress())
    seconds = time.perf_counter() - began
    counts = shop.catalogue.count(), shop.interactions.count()
    shop.close()
    print(*counts, f"{seconds:.3f} {peak() - before:.1f}")


if __name__ == "__main__":
    main()
