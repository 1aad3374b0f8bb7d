"""Packed folders and workbooks made in the tests."""

from __future__ import annotations

import zipfile
from pathlib import Path

from recsys_desktop.ingest.formats.sniffing import sniff
from recsys_desktop.ingest.readers import tables

CATALOGUE = "id,title,price\n1,Lamp,5\n2,Chair,7\n"
EVENTS = "customer_id,product_id,date\nC1,1,2024-01-02\nC2,2,2024-01-03\n"


def write_zip(path: Path, members: dict[str, bytes | str]) -> Path:
    """Write a packed folder and return its path."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, content in members.items():
            folder.writestr(name, content)
    return path


def table(path: Path) -> tuple[list[str], list[list[str]], list[tuple[int, str]]]:
    """Return a file's header, its rows and its bad rows as (line, sentence)."""
    text_format = sniff(path)
    sample = tables.sample(path, text_format)
    blocks = list(tables.blocks(path, sample.format, sample.header))
    bad = [(row.line, str(row.reason)) for block in blocks for row in block.bad]
    return sample.header, [row for block in blocks for row in block.rows], bad


def lines(path: Path) -> list[int]:
    """Return the lines on which a file's rows start."""
    sample = tables.sample(path, sniff(path))
    return [line for block in tables.blocks(path, sample.format, sample.header) for line in block.lines]
