"""Whatever bytes a file holds, packed or not: they end in rows or in a known error, soon and in little memory."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import random
import time
import zipfile
from pathlib import Path

import pytest

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.ingest.containers import contents
from recsys_desktop.ingest.pipeline import inspect, read
from tests.ingest.containers import write_zip
from tests.ingest.workbooks import Cell, open_row, write_open_document, write_workbook

_ROWS = 40
_TABLE = "".join(["id,title,price\n", *(f"{number},Lampe {number * 7 % 13} é,{number}.50\n" for number in range(_ROWS))]).encode()
_RECORDS = [{"id": number, "title": f"Lamp {number}", "variants": [{"price": number + 0.5}]} for number in range(_ROWS)]
_JSON = json.dumps(_RECORDS).encode()
_ITEMS = "".join(f"<item><g:id>{number}</g:id><g:title>L &amp; {number}</g:title></item>" for number in range(_ROWS))
_XML = f'<?xml version="1.0"?><rss xmlns:g="g"><channel>{_ITEMS}</channel></rss>'
_CELLS = [("id", "title"), *((str(number), f"Lamp {number}") for number in range(_ROWS))]
_PAGE = "<html><table>" + "".join(f"<tr><td>{first}<td>{second}</tr>" for first, second in _CELLS) + "</table></html>"
_SNIPPETS = (b"\xff\xff\xff\xff", b"\x00\x00\x00\x00", b'"""', b"{[{[", b"<<<<", b"&a;&", b"PK\x03\x04", b"]]>", b"\\ud8")


def _workbook(folder: Path) -> bytes:
    rows: list[list[Cell]] = [["id", "title", "price"], *([str(number), f"Lamp {number}", number + 0.5] for number in range(_ROWS))]
    write_workbook(folder / "seed.xlsx", rows)
    return (folder / "seed.xlsx").read_bytes()


def _open_document(folder: Path) -> bytes:
    write_open_document(folder / "seed.ods", open_row("id", "title") + "".join(open_row(str(n), f"Lamp {n}") for n in range(_ROWS)))
    return (folder / "seed.ods").read_bytes()


def _seeds(folder: Path) -> dict[str, bytes]:
    """Return a sound file of every kind."""
    book = _workbook(folder)
    members: dict[str, bytes | str] = {"a/table.csv": _TABLE, "book.xlsx": book, "records.json": _JSON}
    return {
        "csv": _TABLE,
        "gzip": gzip.compress(_TABLE),
        "bzip2": bz2.compress(_TABLE),
        "xz": lzma.compress(_TABLE),
        "zip": write_zip(folder / "seed.zip", members).read_bytes(),
        "workbook": book,
        "packed workbook": gzip.compress(book),
        "old workbook": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1500),
        "open document": _open_document(folder),
        "json": _JSON,
        "json lines": "\n".join(map(json.dumps, _RECORDS)).encode(),
        "json object": json.dumps({str(number): record for number, record in enumerate(_RECORDS)}, indent=1).encode(),
        "json columns": json.dumps({name: {str(n): n for n in range(_ROWS)} for name in ("id", "title")}).encode(),
        "wide json": _JSON.decode().encode("utf-16"),
        "xml": _XML.encode(),
        "page": _PAGE.encode(),
        "wide xml": _XML.encode("utf-16"),
    }


def _damaged(generator: random.Random, sound: bytes) -> bytes:
    """Return bytes with some of them changed, taken out, repeated or put in."""
    data = bytearray(sound)
    for _ in range(generator.choice([0, 1, 1, 2, 5, 20])):
        place = generator.randrange(len(data) + 1)
        match generator.randrange(5):
            case 0 if place < len(data):
                data[place] ^= 1 << generator.randrange(8)
            case 1:
                del data[place : place + generator.randrange(40)]
            case 2:
                data[place:place] = generator.randbytes(generator.randrange(1, 9))
            case 3:
                data[place:place] = data[generator.randrange(len(data) + 1) :][: generator.randrange(60)]
            case _:
                data[place : place + 4] = generator.choice(_SNIPPETS)
    return bytes(data[: generator.randrange(len(data) + 1)]) if generator.random() < 0.15 else bytes(data)


def _repacked(generator: random.Random, folder: Path, sound: bytes) -> bytes:
    """Return a packed folder whose members are damaged, while its checksums are right."""
    with zipfile.ZipFile(io.BytesIO(sound)) as old:
        members: dict[str, bytes | str] = {
            name: _damaged(generator, old.read(name)) if generator.random() < 0.5 else old.read(name) for name in old.namelist()
        }
    return write_zip(folder / "again.zip", members).read_bytes()


def _outcome(path: Path) -> str:
    """Return "rows" or the code of the refusal, which must have a sentence and a hint."""
    try:
        for table in contents(path).tables:
            for chunk in read(inspect(table), Progress()):
                "".join(item.title + item.description for item in chunk.items).encode()  # no half characters reach the store
    except RecsysError as refusal:
        return refusal.code if str(refusal) and str(refusal.hint) else "nothing said"
    return "rows"


@pytest.mark.parametrize("seed", range(8))
def test_damaged_files_of_every_kind(tmp_path: Path, seed: int) -> None:
    generator = random.Random(seed)
    seeds = _seeds(tmp_path)
    path = tmp_path / "file"
    for number in range(60):
        kind = generator.choice(list(seeds))
        data = _damaged(generator, seeds[kind])
        if number % 4 == 0:
            data = _repacked(generator, tmp_path, seeds[generator.choice(["zip", "workbook", "open document"])])
        path.write_bytes(data)
        start = time.process_time()
        assert _outcome(path) != "nothing said"
        assert time.process_time() - start < 5, (seed, number, kind)


def test_sound_files_of_every_kind(tmp_path: Path) -> None:
    path = tmp_path / "file"
    for kind, data in _seeds(tmp_path).items():
        path.write_bytes(data)
        assert _outcome(path) == ("unreadable_file" if kind == "old workbook" else "rows"), kind


def test_bytes_of_chance_behind_every_beginning(tmp_path: Path) -> None:
    generator = random.Random(5)
    path = tmp_path / "file"
    packed = (b"\x1f\x8b\x08\x00", b"BZh91AY&SY", b"\xfd7zXZ\x00", b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")
    for beginning in (b"", b"{", b"[{", b"<?xml", *packed):
        for length in (0, 1, 30, 3_000):
            path.write_bytes(beginning + generator.randbytes(length))
            assert _outcome(path) != "rows", beginning
