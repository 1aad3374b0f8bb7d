"""Whatever stands in the cells of a platform's file: every row is accounted for, products and behaviour have their ids."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest

from recsys_desktop.domain.errors import RecsysError
from tests.ingest.reading import read_file
from tests.ingest.test_platform_samples import SAMPLES, names_its_columns, rows_of

GARBAGE = (
    *("", "", "0", "-1", "1e9", "nan", "N/A", "é", "中文", "<b>x</b>", "=1+1", "9.7E+12", "2026-13-45", "01/02/2026", "Variant"),
    *("sku=a|sku=b", "id:1", "id:", "true", "no", ";;", '"', "'", "[1, 2]", "x" * 300, "\t", "%", "100%"),
)


@pytest.mark.parametrize("path", [path for path in SAMPLES if names_its_columns(path)], ids=lambda path: path.stem)
def test_garbage_in_a_platforms_file(tmp_path: Path, path: Path) -> None:
    dice = random.Random(path.stem)
    header, *rows = rows_of(path)
    for _ in range(3):
        table = [[dice.choice(GARBAGE) if dice.random() < 0.25 else cell for cell in dice.choice(rows)] for _ in range(40)]
        file = tmp_path / "garbage.csv"
        with file.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([header, *table])
        try:
            outcome = read_file(file)
        except RecsysError:
            continue  # so much garbage that columns that are needed are not told apart any more
        assert outcome.balance() >= 0
        assert all(item.item_id for item in outcome.items)
        assert all(row.item_id and row.user_id for row in outcome.interactions)
        assert all(name and item for name, item in outcome.names)
