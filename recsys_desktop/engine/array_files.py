"""Named arrays in a folder: one file per array, memory-mapped when read, all there or none."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

#: The layout of an item space's arrays, raised whenever that changes: spaces of another layout are made anew. It stands here, where
#: nothing heavy is imported, so that a starting window can ask whether the lists it finds can be read.
SPACE_FORMAT = 2
#: Written last: a folder without it was never finished.
_MARKER = "meta.json"


def write_arrays(folder: Path, arrays: Mapping[str, NDArray[np.generic]], meta: Mapping[str, object]) -> None:
    """Write the arrays and ``meta`` (JSON values) to ``folder``, which must not exist: a reader may still map an older one's files.

    The files are written beside it, flushed to the disk, and renamed in one stroke; after a crash the folder is whole or absent.

    Raises: FileExistsError, OSError.
    """
    if folder.exists():
        raise FileExistsError(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    building = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        for name, array in arrays.items():
            with (building / f"{name}.npy").open("wb") as file:
                np.save(file, array, allow_pickle=False)
                file.flush()
                os.fsync(file.fileno())
        with (building / _MARKER).open("w", encoding="utf-8") as text:
            json.dump(meta, text, ensure_ascii=False)
            text.flush()
            os.fsync(text.fileno())
        building.replace(folder)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise


def read_arrays(folder: Path) -> tuple[dict[str, NDArray[np.generic]], dict[str, object]]:
    """Return the arrays of a folder, mapped read-only so that this takes milliseconds at any size, and its meta values.

    Raises: FileNotFoundError where the folder is absent or was never finished; OSError, ValueError where it is damaged.
    """
    meta = json.loads((folder / _MARKER).read_text(encoding="utf-8"))
    return {path.stem: _mapped(path) for path in sorted(folder.glob("*.npy"))}, meta


def _mapped(path: Path) -> NDArray[np.generic]:
    """Map one array; numpy cannot map an array without elements, so that is read."""
    with path.open("rb") as file:
        read = {(1, 0): np.lib.format.read_array_header_1_0, (2, 0): np.lib.format.read_array_header_2_0}
        shape = read[np.lib.format.read_magic(file)](file)[0]
    array: NDArray[np.generic] = np.load(path, mmap_mode=None if 0 in shape else "r", allow_pickle=False)
    return array
