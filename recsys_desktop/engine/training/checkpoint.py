"""Where a training stands, on disk: one that was cancelled or killed goes on from its last validation.

Nothing that a person confirmed hangs on it: answers are stored when they are given, and the model in use changes only when a
training has ended and was judged. A checkpoint saves minutes, so there is one, the latest, and whatever is wrong with it means a
start from the beginning.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

#: What a trainer writes: tensors, numbers, texts, and dicts, lists and tuples of them.
State = dict[str, Any]

_log = logging.getLogger(__name__)


class Checkpoint:
    """The file of the latest checkpoint, good for one training only: that with the same signature."""

    def __init__(self, path: Path, signature: str) -> None:
        self._path, self._signature = path, signature

    def save(self, state: State) -> None:
        """Write the state; the file holds the old one or the new one, whole, at any moment. A full disk stops no training."""
        part = self._path.with_suffix(".part")
        try:
            torch.save({"signature": self._signature, **state}, part)
            part.replace(self._path)
        except (OSError, RuntimeError) as error:  # torch's writer makes the second of the first
            _log.warning("the checkpoint cannot be written (%s); going on without", type(error).__name__)
            part.unlink(missing_ok=True)

    def load(self) -> State | None:
        """Return the state, or None where there is none, it is of another training, or it cannot be read."""
        try:
            # weights_only: a file that someone else put there cannot run anything.
            state = torch.load(self._path, map_location="cpu", weights_only=True)
        except FileNotFoundError:
            return None
        except Exception as error:  # what a reader of pickles raises on garbage has no end: KeyError, EOFError, ...
            _log.warning("the checkpoint of the last training cannot be read (%s); starting anew", type(error).__name__)
            return None
        return state if isinstance(state, dict) and state.get("signature") == self._signature else None

    def remove(self) -> None:
        """Remove the file, also one of another training."""
        self._path.unlink(missing_ok=True)
        self._path.with_suffix(".part").unlink(missing_ok=True)


def signature_of(parts: Iterable[str | NDArray[np.generic]]) -> str:
    """Return a digest that changes when any part does.

    >>> signature_of(["a", np.array([1])]) == signature_of(["a", np.array([1])]) != signature_of(["a", np.array([2])])
    True
    >>> signature_of(["ab", "c"]) == signature_of(["a", "bc"])
    False
    """
    digest = hashlib.sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part.tobytes()
        digest.update(len(content).to_bytes(8, "little") + content)
    return digest.hexdigest()
