"""Builds the language model from a checked folder, and saves one so that a crash leaves the old state or the new."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules.dense import Dense
from sentence_transformers.base.modules.normalize import Normalize
from sentence_transformers.base.modules.transformer import Transformer
from sentence_transformers.sentence_transformer.modules.pooling import Pooling
from transformers.utils import logging as transformers_logging

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.texts import message
from recsys_desktop.engine.text.model_files import HEAD_WEIGHTS, MANIFEST, WEIGHTS, check_folder, check_manifest, sha256_of

transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # progress is ours to show

#: Tokens read of a text; the bundled model was trained with at most this many.
MOST_TOKENS = 256
_PLAIN = {"local_files_only": True, "trust_remote_code": False}
_HEAD_WEIGHT = "linear.weight"


def read_model(folder: Path, *, ours: bool, device: str) -> SentenceTransformer:
    """Return transformer, mean pooling, the linear head if there is one, and normalisation, from a model folder.

    ``ours`` says that we saved it: its manifest is then compared first.

    Raises:
        RecsysError: as :func:`~recsys_desktop.engine.text.model_files.check_folder` and ``check_manifest``;
            ``model_unreadable`` where the weights do not fit the model they claim to be.
    """
    check_folder(folder)
    if ours:
        check_manifest(folder)
    try:
        transformer = Transformer(
            str(folder),
            model_kwargs={**_PLAIN, "use_safetensors": True, "dtype": torch.float32},
            config_kwargs=_PLAIN,
            processor_kwargs={**_PLAIN, "model_max_length": MOST_TOKENS},
        )
        _check_complete(transformer, folder)
        width = transformer.get_embedding_dimension()
        assert width is not None
        head = [_read_head(folder, width)] if (folder / HEAD_WEIGHTS).is_file() else []
    except (OSError, ValueError, KeyError, TypeError, RuntimeError, SafetensorError) as error:
        raise _unreadable(folder) from error
    return SentenceTransformer(modules=[transformer, Pooling(width, "mean"), *head, Normalize()], device=device)


def linear_head(width: int) -> Dense:
    """Return a head that changes nothing yet: a ``width`` x ``width`` identity without bias."""
    return Dense(width, width, bias=False, activation_function=None, init_weight=torch.eye(width))


def write_model(model: SentenceTransformer, folder: Path, name: str) -> None:
    """Save the model to a folder that appears whole or not at all; what an unfinished save left behind is cleared first.

    Everything is written to a folder beside it and brought to the disk, the manifest with every file's SHA-256 last, and the
    folder then gets its name.

    Raises: OSError.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    unfinished = folder.with_name(f".{folder.name}.unfinished")
    for leftover in (unfinished, folder):
        if leftover.exists():
            shutil.rmtree(leftover)
    model.save(str(unfinished), create_model_card=False)
    files = sorted(path for path in unfinished.rglob("*") if path.is_file())
    for path in files:
        path.chmod(0o600)
        _flush(path)
    listed = {path.relative_to(unfinished).as_posix(): sha256_of(path) for path in files}
    manifest = unfinished / MANIFEST
    manifest.write_text(json.dumps({"format": 1, "name": name, "files": listed}, indent=1), encoding="utf-8")
    _flush(manifest)
    unfinished.replace(folder)
    _flush(folder.parent)


def _flush(path: Path) -> None:
    """Bring a file, or where the system can a folder's list of names, to the disk."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _read_head(folder: Path, width: int) -> Dense:
    with safe_open(str(folder / HEAD_WEIGHTS), framework="pt") as weights:
        matrix = weights.get_tensor(_HEAD_WEIGHT)
    if tuple(matrix.shape) != (width, width):
        raise ValueError(f"head of shape {tuple(matrix.shape)}")
    head = linear_head(width)
    head.linear.weight = torch.nn.Parameter(matrix.to(torch.float32))
    return head


def _check_complete(transformer: Transformer, folder: Path) -> None:
    """Weights that the file lacks would be drawn at random without an error; the pooler is not used."""
    with safe_open(str(folder / WEIGHTS), framework="pt") as weights:
        present = {key.split(".", 1)[-1] for key in weights.keys()} | set(weights.keys())  # noqa: SIM118  # not a dict
    needed = {name for name, _ in transformer.model.named_parameters() if not name.startswith("pooler.")}
    if needed - present:
        raise ValueError(f"no weights for {sorted(needed - present)[:3]}")


def _unreadable(folder: Path) -> RecsysError:
    return RecsysError(
        "model_unreadable",
        message("model", "The language model in “{folder}” cannot be read: its files do not fit together.").fill(
            folder=folder.name
        ),
        message("model", "Choose another folder, or go back to an earlier model on the Training page."),
    )
