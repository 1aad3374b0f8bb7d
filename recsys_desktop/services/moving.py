"""A whole shop in one file, to be carried to another computer: products, customers, answers, models, and the customers' key."""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from recsys_desktop import __version__
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.handouts.whole_file import written_whole
from recsys_desktop.services.pseudonyms import KEY_FILE
from recsys_desktop.services.shop import Shop
from recsys_desktop.settings import SHOP_NAME
from recsys_desktop.store.migrations import SCHEMA_VERSION
from recsys_desktop.store.moving import Holds, copy_to, looked_into

ENDING = ".recsys-shop"
MANIFEST = "manifest.json"
STORE = "shop.db"
#: The form of the manifest; a later one is not read by this version.
FORMAT = 1
#: Folders beside the store that go with it.
FOLDERS = ("spaces", "models", "pictures")
#: What a packed file may hold: plain names in the folders of a shop, nothing that leads elsewhere.
NAME = re.compile(r"(?:shop\.db|customers\.key|(?:spaces|models|pictures)(?:/[\w][\w .-]*){1,6})")
_PIECE = 1 << 20
_PACKING = message("moving", "Packing {name}")
_COPYING = message("moving", "Copying the shop")


@dataclass(frozen=True)
class Packed:
    """A shop packed into a file: its size in bytes, how many files are in it, and what the shop holds."""

    path: Path
    size: int
    files: int
    holds: Holds


def pack(shop: Shop, path: Path, progress: Progress) -> Packed:
    """Pack the open shop into one file, whole or not at all; it goes on being used meanwhile.

    The file holds all that is known of the customers, and the key that tells who is behind a code.

    Raises: Cancelled; RecsysError cannot_write, disk_full.
    """
    progress.report(0, 0, _COPYING)
    with written_whole(path) as partial, tempfile.TemporaryDirectory(prefix="store", dir=partial.parent) as folder:
        store = Path(folder) / STORE
        copy_to(shop.database, store, progress)
        holds = looked_into(store, progress)
        files = [(STORE, store), *_beside(shop)]
        total = sum(file.stat().st_size for _, file in files)
        entries, done = [], 0
        with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for name, file in files:
                entry = _add(archive, name, file, done, total, progress)
                entries.append(entry)
                done += int(str(entry["bytes"]))
            archive.writestr(MANIFEST, json.dumps(_manifest(shop, entries, holds), ensure_ascii=False, indent=1))
    path.chmod(0o600)
    return Packed(path, path.stat().st_size, len(files), holds)


def suggested_name(shop_name: str) -> str:
    """Return a name for the file: the shop's, as far as it can be one, and the day.

    >>> suggested_name("Willow & Wren")[:13], suggested_name("///")[:5]
    ('Willow & Wren', 'shop ')
    """
    kept = "".join(letter for letter in shop_name if letter.isalnum() or letter in " &-_").strip()
    return f"{kept[:60] or 'shop'} {time.strftime('%Y-%m-%d')}{ENDING}"


def _beside(shop: Shop) -> Iterator[tuple[str, Path]]:
    """Yield what goes with the store by its name in the packed file: the key, and the files of its folders.

    What others put there, such as a file manager's notes, stays: its name may be none that is taken in on arrival.
    """
    if (shop.data_dir / KEY_FILE).is_file():
        yield KEY_FILE, shop.data_dir / KEY_FILE
    for folder in FOLDERS:
        for file in sorted((shop.data_dir / folder).rglob("*")):
            name = file.relative_to(shop.data_dir).as_posix()
            if file.is_file() and not file.is_symlink() and NAME.fullmatch(name) and ".." not in name:
                yield name, file


def _add(archive: zipfile.ZipFile, name: str, file: Path, done: int, total: int, progress: Progress) -> dict[str, object]:
    digest, size = hashlib.sha256(), 0
    with file.open("rb") as source, archive.open(name, "w", force_zip64=True) as target:
        while piece := source.read(_PIECE):
            progress.report(done + size, total, _PACKING.fill(name=name.partition("/")[0]))
            digest.update(piece)
            target.write(piece)
            size += len(piece)
    return {"name": name, "bytes": size, "sha256": digest.hexdigest()}


def _manifest(shop: Shop, entries: list[dict[str, object]], holds: Holds) -> dict[str, object]:
    return {
        "format": FORMAT,
        "program": __version__,
        "schema": SCHEMA_VERSION,
        "shop": str(shop.settings.get(SHOP_NAME)),
        "time": int(time.time()),
        "items": holds.items,
        "users": holds.users,
        "interactions": holds.interactions,
        "files": entries,
    }
