"""Every platform's sample: a few rows of our own under the platform's real header, and what they must give, worked out by hand.

A platform is one entry in ``recsys_desktop/ingest/platforms`` and at least one pair of files in ``tests/ingest/platforms``: the
sample ``<platform>.csv`` (or ``<platform>-<what is special>.csv``; .tsv, .txt, .xml, .jsonl as the platform writes it), always
stored as UTF-8, and ``<same name>.json`` beside it:

``platform``, ``role``  what the file is taken for; ``encoding`` and ``line_end`` say how the sample is written before it is read.
``items``         products in order, by column; columns that stay empty are left out. ``tags`` is a list.
``interactions``  [customer, product, kind, quantity, time "2026-09-03 14:15:00" UTC or null, order, (a rating's) stars].
``names``         {further id: product}. ``alternatives``: {product of an interaction: [ids to try instead]}.
``skipped``       {reason: rows}. ``bad``: [[line, column, sentence], ...]. ``unused``: columns that are said to be left unused.
``remarks``       the sentences a person is told. ``refused``: the code of the error that declines the file, then its sentence.

What is not named must be empty (``unused`` and ``remarks`` are compared only where they are given).
"""

from __future__ import annotations

import csv
import json
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from recsys_desktop.domain.entities import Interaction, Item
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.ingest.platforms import PLATFORMS, recognise
from tests.ingest.reading import Outcome, read_file

SAMPLES = sorted((Path(__file__).parent / "platforms").glob("*.json"))


def rows_of(path: Path) -> list[list[str]]:
    """Return the cells of a sample written as CSV."""
    text = path.with_suffix(".csv").read_text("utf-8")
    delimiter = max(",;", key=text.partition("\n")[0].count)
    return list(csv.reader(text.splitlines(keepends=True), delimiter=delimiter))


def names_its_columns(path: Path) -> bool:
    """Return whether a sample is a plain table whose first row holds the names a platform is known by."""
    if not path.with_suffix(".csv").exists() or "refused" in path.read_text("utf-8"):
        return False
    rows = rows_of(path)
    return len({len(row) for row in rows}) == 1 and recognise(rows[0]) is not None


def test_every_platform_has_a_sample() -> None:
    sampled = {path.stem.partition("-")[0] for path in SAMPLES}
    assert {platform.name for platform in PLATFORMS} - sampled == set()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_gives_what_was_worked_out_by_hand(tmp_path: Path, path: Path) -> None:
    expected = json.loads(path.read_text("utf-8"))
    source = next(file for file in path.parent.glob(f"{path.stem}.*") if file.suffix != ".json")
    sample = tmp_path / source.name
    text = source.read_text("utf-8").replace("\n", expected.pop("line_end", "\n"))
    sample.write_bytes(text.encode(expected.pop("encoding", "utf-8")))
    if "refused" in expected:
        with pytest.raises(RecsysError) as caught:
            read_file(sample)
        assert [caught.value.code, str(caught.value)] == expected["refused"]
        return
    outcome = read_file(sample)
    assert _found(outcome, expected) == _complete(expected)


@pytest.mark.parametrize("path", [path for path in SAMPLES if names_its_columns(path)], ids=lambda path: path.stem)
def test_columns_may_stand_in_any_order_among_others(tmp_path: Path, path: Path) -> None:
    rows = rows_of(path)
    columns = [[*reversed(row)] for row in rows]
    original, turned = tmp_path / "original.csv", tmp_path / "turned.csv"
    for file, table in ((original, rows), (turned, [["something else", *row] for row in columns])):
        with file.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows(table)
    expected, outcome = read_file(original), read_file(turned)
    assert outcome.plan.platform == expected.plan.platform
    assert outcome.items == expected.items
    assert outcome.interactions == expected.interactions
    assert sorted(outcome.names) == sorted(expected.names)


def _complete(expected: dict[str, Any]) -> dict[str, Any]:
    """Return the expectation with what it leaves out as empty."""
    nothing: dict[str, Any] = {"items": [], "interactions": [], "names": {}, "alternatives": {}, "skipped": {}, "bad": []}
    return nothing | expected


def _found(outcome: Outcome, expected: dict[str, Any]) -> dict[str, Any]:
    """Return what a file gave in the form of the expectations."""
    plan = outcome.plan
    found: dict[str, Any] = {
        "platform": plan.platform,
        "role": plan.role,
        "items": [_item(item) for item in outcome.items],
        "interactions": [_interaction(row) for row in outcome.interactions],
        "names": {name: str(item) for name, item in outcome.names},
        "alternatives": {str(item): list(names) for item, names in outcome.alternatives},
        "skipped": dict(outcome.skipped),
        "bad": [list(fault) for fault in outcome.faults()],
    }
    if "unused" in expected:
        found["unused"] = list(plan.unused)
    if "remarks" in expected:
        found["remarks"] = [str(problem) for problem in plan.problems]
    return found


def _item(item: Item) -> dict[str, Any]:
    values = {column.name: getattr(item, column.name) for column in fields(item)}
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in values.items() if value not in ("", None, ())
    }


def _interaction(row: Interaction) -> list[Any]:
    time = None if row.time is None else datetime.fromtimestamp(row.time, UTC).strftime("%Y-%m-%d %H:%M:%S")
    told = [str(row.user_id), str(row.item_id), row.kind.word, row.quantity, time, row.order_id]
    return told if row.value is None else [*told, row.value]
