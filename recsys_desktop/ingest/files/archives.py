"""Folders packed into one file (zip): which files lie in them, under which names, and their bytes."""

from __future__ import annotations

import struct
import zipfile
from typing import IO

from recsys_desktop.domain.texts import Text, message

ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
#: A list of files longer than this (some 300,000 of them) is not read into memory.
_MOST_LIST = 32 * 1024**2
_UTF8_NAMES = 0x800
_ENCRYPTED = 0x1

ENCRYPTED = message("import", "it is locked with a password")
UNKNOWN_PACKING = message("import", "it is packed in a way that only newer programs can unpack")
TOO_MANY = message("import", "too many files are packed in it")


class RefusedError(Exception):
    """An archive or a member that is not read; ``reason`` says why."""

    def __init__(self, reason: Text) -> None:
        super().__init__(str(reason))
        self.reason = reason


def open_archive(stream: IO[bytes]) -> zipfile.ZipFile:
    """Return the folder packed in a seekable stream. Raises BadZipFile or RefusedError."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - 65_557))  # the end record and the longest comment behind it
    tail = stream.read()
    stream.seek(0)
    found = tail.rfind(b"PK\x05\x06")
    if found >= 0 and len(tail) - found >= 16:
        (length,) = struct.unpack_from("<L", tail, found + 12)
        if length > _MOST_LIST and length != 0xFFFFFFFF:
            raise RefusedError(TOO_MANY)
    try:
        return zipfile.ZipFile(stream)
    except NotImplementedError as error:
        raise RefusedError(UNKNOWN_PACKING) from error
    except (ValueError, OverflowError, OSError, struct.error) as error:  # what it makes of a damaged list of files
        raise zipfile.BadZipFile from error


def is_workbook(archive: zipfile.ZipFile) -> bool:
    """Return whether the packed folder is a workbook of Excel or OpenDocument."""
    return not {"xl/workbook.xml", "content.xml"}.isdisjoint(archive.namelist())


def is_binary_workbook(archive: zipfile.ZipFile) -> bool:
    """Return whether the packed folder is a workbook of Excel in its binary form (.xlsb)."""
    return "xl/workbook.bin" in archive.namelist()


def named_members(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Return the files of the folder by the names people gave them, with "/" between folders; each name once."""
    infos = [info for info in archive.infolist() if not info.is_dir() and not info.filename.endswith("\\")]
    encoding = _encoding_of_names([info for info in infos if not info.flag_bits & _UTF8_NAMES])
    members: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        name = info.filename if info.flag_bits & _UTF8_NAMES else _renamed(info.filename, encoding)
        parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
        name = "/".join(parts) or "file"
        unique = name if name not in members else f"{name} ({len(members)})"
        members[unique] = info
    return members


def _renamed(name: str, encoding: str) -> str:
    """Return a name that zipfile read as cp437 in the encoding it was written in."""
    return name.encode("cp437").decode(encoding, "replace")


def _encoding_of_names(infos: list[zipfile.ZipInfo]) -> str:
    """Return the encoding of names that do not say it: UTF-8 where they are, else whichever makes them look like writing."""
    from recsys_desktop.ingest.files import plausibility  # here, as nearly all archives have plain names

    names = "\n".join(info.filename for info in infos)
    if names.isascii():
        return "cp437"
    raw = names.encode("cp437")
    scores = {}
    for encoding, plausible_as in (
        ("utf-8", ""),
        ("gb18030", "gb18030"),
        ("cp932", "cp932"),
        ("big5", "big5"),
        ("cp949", "cp949"),
        ("cp437", "cp1252"),
        ("cp866", "cp1251"),
        ("cp1252", "cp1252"),
    ):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not plausible_as:
            return encoding
        scores[encoding] = plausibility.score(text, plausible_as)
    return max(scores, key=lambda encoding: scores[encoding], default="cp437")


def open_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> IO[bytes]:
    """Return the unpacked bytes of a member. Raises RefusedError where a password or another program is needed."""
    if info.flag_bits & _ENCRYPTED:
        raise RefusedError(ENCRYPTED)
    try:
        return archive.open(info)
    except (NotImplementedError, RuntimeError) as error:
        raise RefusedError(UNKNOWN_PACKING) from error
    except (ValueError, OverflowError, struct.error) as error:
        raise zipfile.BadZipFile from error
