"""Reads a file as an import does: what it is, its header, then its blocks of rows. Rows reported as bad are not read."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.ingest.formats.sniffing import sniff
from recsys_desktop.ingest.readers import tables
from tests.benchmarks.messy_csv.corpus import Rows


@dataclass
class Reading:
    """The rows read, header first; the lines reported as bad with their reasons; the sentence of a refusal."""

    rows: Rows = field(default_factory=list)
    bad: list[tuple[int, str]] = field(default_factory=list)
    refusal: str = ""


def read(path: Path) -> Reading:
    """Read a file with no setting touched."""
    reading = Reading()
    try:
        table = tables.sample(path, sniff(path))
        if table.format.header_height:
            reading.rows.append(list(table.header))
        for block in tables.blocks(path, table.format, table.header):
            reading.rows += block.rows
            reading.bad += [(row.line, str(row.reason)) for row in block.bad]
    except RecsysError as error:
        return Reading(refusal=str(error))
    return reading
