"""A shop that comes from another computer: checked byte by byte, and put in the place of the shop in use at the next start.

The shop that was in use is kept in a folder of its own.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import time
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.services.moving import FOLDERS, FORMAT, MANIFEST, NAME, STORE
from recsys_desktop.services.pseudonyms import KEY_FILE
from recsys_desktop.store.moving import Holds, in_use, looked_into

_ARRIVING, _ARRIVED, _MOVED, _MOVING = "arriving", "arrived", "former_shop_moved", "former_shop"
_REPLACED = "replaced {time}"
_PIECE = 1 << 20
#: A manifest is small, and a shop is no larger than this.
_MOST_MANIFEST, _MOST_BYTES = 16 << 20, 200 << 30
#: What reading a damaged file can end in; the last one where it seems to be packed in a manner that is not known here.
_UNREADABLE = (OSError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError)
_CHECKING = message("moving", "Checking {name}")


@dataclass(frozen=True)
class Arrival:
    """What a packed file says it holds: the shop's name, when it was packed (seconds UTC), counts and bytes."""

    path: Path
    shop: str
    time: int
    holds: Holds
    size: int


@dataclass(frozen=True)
class _Entry:
    name: str
    size: int
    sha256: str


def look_at(path: Path) -> Arrival:
    """Read what a packed file says of itself. Raises: RecsysError not_a_packed_shop, newer_program."""
    try:
        with zipfile.ZipFile(path) as archive:
            said, entries = _manifest(path, archive)
        holds = Holds(*(int(str(said.get(name, 0))) for name in ("items", "users", "interactions")))
        moment = int(str(said.get("time", 0)))
    except (*_UNREADABLE, ValueError) as error:
        raise _not_packed(path) from error
    return Arrival(path, str(said.get("shop", "")), moment, holds, sum(entry.size for entry in entries))


def take_in(path: Path, data_dir: Path, progress: Progress) -> Arrival:
    """Unpack a shop beside the one in ``data_dir``, check every byte of it, and let it take its place at the next start.

    Raises: Cancelled; RecsysError not_a_packed_shop, newer_program, newer_schema, damaged_shop_file, no_room, cannot_unpack;
    nothing is left behind then, and the shop in use stays.
    """
    arrival = look_at(path)
    free = shutil.disk_usage(data_dir).free
    if free < arrival.size:
        raise _no_room(path, arrival.size, free)
    folder = data_dir / _ARRIVING
    shutil.rmtree(folder, ignore_errors=True)
    try:
        folder.mkdir(mode=0o700)
        with zipfile.ZipFile(path) as archive:
            _unpack(path, archive, _manifest(path, archive)[1], folder, progress)
        looked_into(folder / STORE, progress)
        shutil.rmtree(data_dir / _ARRIVED, ignore_errors=True)
        folder.rename(data_dir / _ARRIVED)
    except _UNREADABLE as error:
        raise _cannot_unpack(path, error) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return arrival


def waits(data_dir: Path) -> bool:
    """Return whether a shop has arrived that takes its place at the next start."""
    return (data_dir / _ARRIVED).is_dir()


def refuse(data_dir: Path) -> None:
    """Forget a shop that has arrived: the one in use stays."""
    shutil.rmtree(data_dir / _ARRIVED, ignore_errors=True)


def put_in_place(data_dir: Path) -> Path | None:
    """Put a shop that has arrived in the place of the one there, before that is opened; return where the former one is kept.

    None where none has arrived, or where another program still uses the shop: then the next start does it. An interruption at any
    point is made good by calling it again.

    Raises: RecsysError cannot_put_in_place.
    """
    try:
        return _put_in_place(data_dir)
    except OSError as error:
        raise RecsysError(
            "cannot_put_in_place",
            message("moving", "The shop from the other computer could not be put into {path}: {reason}. No shop is lost.").fill(
                path=str(data_dir), reason=(error.strerror or str(error)).lower()
            ),
            message("moving", "Close other programs that use this folder, make it writable, and start again."),
        ) from error


def _put_in_place(data_dir: Path) -> Path | None:
    arrived = data_dir / _ARRIVED
    if not arrived.is_dir() or (not (arrived / _MOVED).exists() and in_use(data_dir / STORE)):
        return None
    mark = arrived / _MOVED
    if not mark.exists():
        former = data_dir / _former(arrived)
        for name in (f"{STORE}-wal", f"{STORE}-shm", STORE, KEY_FILE, *FOLDERS):
            if (data_dir / name).exists():
                former.mkdir(mode=0o700, exist_ok=True)
                (data_dir / name).rename(former / name)
        mark.write_text(former.name if former.exists() else "", encoding="utf-8")
    kept = mark.read_text(encoding="utf-8")
    for entry in _entries_of(arrived):
        entry.rename(data_dir / entry.name)
    shutil.rmtree(arrived)
    return data_dir / kept if kept else None


def _former(arrived: Path) -> str:
    """Return the folder of the former shop: after an interruption the one that was begun, so that all of it lies in one place."""
    begun = arrived / _MOVING
    if not begun.exists():
        whole = begun.with_suffix(".new")
        whole.write_text(_REPLACED.format(time=time.strftime("%Y-%m-%d %H%M%S")), encoding="utf-8")
        whole.replace(begun)
    return begun.read_text(encoding="utf-8")


def _entries_of(arrived: Path) -> Iterable[Path]:
    """Return what is moved: the store last, so that a shop without it is never taken for a new, empty one for long."""
    return sorted(
        (entry for entry in arrived.iterdir() if not entry.name.startswith(_MOVING)), key=lambda entry: entry.name == STORE
    )


def _manifest(path: Path, archive: zipfile.ZipFile) -> tuple[dict[str, object], list[_Entry]]:
    try:
        if archive.getinfo(MANIFEST).file_size > _MOST_MANIFEST:
            raise _not_packed(path)
        said = json.loads(archive.read(MANIFEST))
        if int(said["format"]) > FORMAT:
            raise _newer(path)
        entries = [_Entry(str(one["name"]), int(one["bytes"]), str(one["sha256"])) for one in said["files"]]
    except (KeyError, OverflowError, TypeError, ValueError) as error:
        raise _not_packed(path) from error
    names = [entry.name for entry in entries]
    if STORE not in names or len(set(names)) < len(names) or not all(map(NAME.fullmatch, names)):
        raise _not_packed(path)
    if (
        any(".." in name for name in names)
        or not 0 <= sum(entry.size for entry in entries) <= _MOST_BYTES
        or min(entry.size for entry in entries) < 0
    ):
        raise _not_packed(path)
    return said, entries


def _unpack(path: Path, archive: zipfile.ZipFile, entries: list[_Entry], folder: Path, progress: Progress) -> None:
    total, done = sum(entry.size for entry in entries), 0
    label = _CHECKING.fill(name=path.name)
    for entry in entries:
        target = folder / entry.name
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        digest, size = hashlib.sha256(), 0
        try:
            source = archive.open(entry.name)
        except KeyError as error:
            raise _damaged(path, entry.name) from error
        with source, target.open("xb") as file:
            target.chmod(0o600)
            # One byte more than it says tells that there is more; the rest is not read.
            while piece := source.read(min(_PIECE, entry.size - size + 1)):
                progress.report(done + size, total, label)
                digest.update(piece)
                size += len(piece)
                file.write(piece)
                if size > entry.size:
                    break
        if size != entry.size or digest.hexdigest() != entry.sha256:
            raise _damaged(path, entry.name)
        done += size
    progress.report(total, total, label)


_NOTHING_CHANGED = message("moving", "Make the file again on the other computer, and copy it once more. Nothing was changed.")


def _not_packed(path: Path) -> RecsysError:
    return RecsysError(
        "not_a_packed_shop",
        message("moving", "{name} is not a shop packed for another computer.").fill(name=path.name),
        message("moving", "Choose the file that “Move to another computer” made there. Nothing was changed."),
    )


def _newer(path: Path) -> RecsysError:
    return RecsysError(
        "newer_program",
        message("moving", "{name} was packed by a newer version of this program.").fill(name=path.name),
        message("moving", "Install the newer version here, too. Nothing was changed."),
    )


def _damaged(path: Path, name: str) -> RecsysError:
    return RecsysError(
        "damaged_shop_file",
        message("moving", "{name} did not arrive whole: {part} is not what was packed.").fill(name=path.name, part=name),
        _NOTHING_CHANGED,
    )


def _no_room(path: Path, needed: int, free: int) -> RecsysError:
    return RecsysError(
        "no_room",
        message("moving", "{name} needs {needed} MB of room, and {free} MB are free.").fill(
            name=path.name, needed=needed // 1_000_000 + 1, free=free // 1_000_000
        ),
        message("moving", "Make room on the disk, and try again. Nothing was changed."),
    )


def _cannot_unpack(path: Path, error: Exception) -> RecsysError:
    return RecsysError(
        "cannot_unpack",
        message("moving", "{name} could not be unpacked: {reason}.").fill(
            name=path.name, reason=(getattr(error, "strerror", None) or str(error)).lower()
        ),
        _NOTHING_CHANGED,
    )
