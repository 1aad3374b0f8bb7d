"""Files packed by themselves and in folders, read as streams."""

from __future__ import annotations

import bz2
import gzip
import lzma
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.ingest.files import archives, packing
from recsys_desktop.ingest.files.opening import locate, open_source, size_of
from tests.ingest.containers import CATALOGUE, write_zip
from tests.ingest.reading import read_file

PACKERS: dict[str, Callable[[bytes], bytes]] = {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress}


def sentence(path: Path) -> str:
    with pytest.raises(RecsysError) as caught, open_source(path) as source:
        source.stream.read()
    assert caught.value.code in ("unreadable_file", "file_not_found", "empty_file")
    return str(caught.value)


@pytest.mark.parametrize("kind", PACKERS)
def test_a_packed_table_is_read_and_its_progress_counts_packed_bytes(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"catalogue.csv.{kind}"
    path.write_bytes(PACKERS[kind](CATALOGUE.encode()))
    assert [item.title for item in read_file(path).items] == ["Lamp", "Chair"]
    with open_source(path) as source:
        assert source.size == size_of(path) == path.stat().st_size
        assert source.stream.read() == CATALOGUE.encode()
        assert source.position() == path.stat().st_size


@pytest.mark.parametrize("kind", PACKERS)
def test_a_download_that_was_cut_off_is_refused_whole(tmp_path: Path, kind: str) -> None:
    rows = "".join(f"{number},Lamp {number * number},{number}\n" for number in range(20_000))
    path = tmp_path / "catalogue"
    path.write_bytes(PACKERS[kind](("id,title,price\n" + rows).encode())[:-40])
    assert sentence(path) == "catalogue cannot be read: it ends too early, as if its download had been interrupted."
    with pytest.raises(RecsysError):
        read_file(path)


@pytest.mark.parametrize("kind", PACKERS)
def test_a_damaged_file_is_refused(tmp_path: Path, kind: str) -> None:
    packed = bytearray(PACKERS[kind](CATALOGUE.encode() * 50))
    packed[len(packed) // 2] ^= 0xFF
    path = tmp_path / "catalogue"
    path.write_bytes(packed)
    assert sentence(path) == "catalogue cannot be read: the compressed file is damaged."


def test_members_have_virtual_paths(tmp_path: Path) -> None:
    inner = write_zip(tmp_path / "inner.zip", {"deep/table.csv": CATALOGUE}).read_bytes()
    path = write_zip(
        tmp_path / "export.zip",
        {
            "2024/catalogue.csv": CATALOGUE,
            "more.csv.gz": gzip.compress(CATALOGUE.encode()),
            "inner.zip": inner,
            "空.csv": CATALOGUE,
        },
    )
    for name in ("2024/catalogue.csv", "more.csv.gz", "inner.zip/deep/table.csv", "空.csv"):
        assert [item.title for item in read_file(path / name).items] == ["Lamp", "Chair"], name
    assert locate(path / "2024" / "catalogue.csv") == (path, "2024/catalogue.csv")
    with zipfile.ZipFile(path) as folder:
        assert size_of(path / "2024/catalogue.csv") == folder.getinfo("2024/catalogue.csv").compress_size
    with open_source(path / "空.csv") as source:
        source.stream.read()
        assert source.position() == source.size
    assert sentence(path / "none.csv") == f"There is no file {path / 'none.csv'}."
    assert sentence(tmp_path / "none.zip" / "a.csv") == f"There is no file {tmp_path / 'none.zip' / 'a.csv'}."


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "订单/夏季.csv"),
        ("gbk", "订单明细/夏季新款连衣裙.csv"),
        ("cp932", "商品/ステンレスボトル.csv"),
        ("cp437", "Bücher für Ärzte.csv"),
    ],
)
def test_names_that_do_not_say_their_encoding(tmp_path: Path, encoding: str, name: str) -> None:
    """Packers of Windows write names in the system's code page; Python reads them all as cp437."""
    path = tmp_path / "a.zip"
    raw = name.encode(encoding)
    write_zip(path, {"x" * len(raw): CATALOGUE})
    path.write_bytes(path.read_bytes().replace(b"x" * len(raw), raw))
    with zipfile.ZipFile(path) as folder:
        assert list(archives.named_members(folder)) == [name]
    assert [item.title for item in read_file(path / name).items] == ["Lamp", "Chair"]


def test_names_cannot_leave_the_folder_and_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as folder:
        for name in ("/etc/a.csv", "../../b.csv", "c\\d.csv", "etc/a.csv"):
            folder.writestr(name, CATALOGUE)
    with zipfile.ZipFile(path) as folder:
        assert list(archives.named_members(folder)) == ["etc/a.csv", "b.csv", "c/d.csv", "etc/a.csv (3)"]


def test_a_locked_member_is_refused_in_words(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "a.zip", {"a.csv": CATALOGUE})
    packed = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        packed[packed.index(mark) + offset] |= 1
    path.write_bytes(packed)
    assert sentence(path / "a.csv") == "a.csv cannot be read: it is locked with a password."


def test_a_packing_that_is_not_known_is_refused_in_words(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "a.zip", {"a.csv": CATALOGUE})
    packed = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        place = packed.index(mark) + offset
        packed[place : place + 2] = struct.pack("<H", 98)
    path.write_bytes(packed)
    assert sentence(path / "a.csv") == "a.csv cannot be read: it is packed in a way that only newer programs can unpack."


def test_damage_within_a_member_is_found_by_its_checksum(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as folder:
        folder.writestr("a.csv", CATALOGUE)
    path.write_bytes(path.read_bytes().replace(b"Chair", b"Choir"))
    assert sentence(path / "a.csv") == "a.csv cannot be read: the compressed file is damaged."


def test_what_unpacks_to_far_more_than_a_table_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "_FREE_UNPACKED", 100_000)
    packed = gzip.compress(b"id,title\n" + b"1,a\n" * 500_000)
    path = tmp_path / "bomb.gz"
    path.write_bytes(packed)
    assert len(packed) * 250 < 2_000_000
    assert sentence(path) == "bomb.gz cannot be read: it unpacks to far more than a table holds."
    bomb = write_zip(tmp_path / "bomb.zip", {"a.csv": b"1,a\n" * 500_000})
    assert sentence(bomb / "a.csv") == "a.csv cannot be read: it unpacks to far more than a table holds."


def test_a_list_of_too_many_files_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "_MOST_LIST", 100)
    path = write_zip(tmp_path / "a.zip", {f"{number}.csv": CATALOGUE for number in range(5)})
    assert sentence(path / "1.csv") == "1.csv cannot be read: too many files are packed in it."
