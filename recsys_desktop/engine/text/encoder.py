"""The language model as the rest of the program sees it: texts in, unit vectors out, with progress and cancel."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import numpy as np
import torch
from sentence_transformers import SentenceTransformer

from recsys_desktop.domain.entities import Float32Array, Int64Array
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.engine.text.encoder_files import read_model, write_model
from recsys_desktop.engine.text.language import unread_share
from recsys_desktop.engine.text.model_files import bundled_folder

PRODUCTS = message("encode", "Reading products: {done} of {total}")
CUSTOMERS = message("encode", "Reading what customers did: {done} of {total}")
_TO_PROCESSOR = message("encode", "The graphics card cannot hold the model; going on with the processor")

#: Seconds a chunk should take, so that a cancel is heard in time, and characters of the smallest and largest chunk.
_CHUNK_SECONDS = 0.2
_SMALLEST_CHUNK, _FIRST_CHUNK, _LARGEST_CHUNK = 512, 4_096, 262_144
#: What a text costs besides its own characters, in characters.
_COST_PER_TEXT = 16
#: From this many texts on it pays to measure whether the processor is faster at half precision: on how many texts, how often,
#: and the closeness then asked.
_PROBE_FROM, _PROBE_TEXTS, _PROBE_TURNS, _CLOSE_ENOUGH = 512, 32, 3, 0.999

_log = logging.getLogger(__name__)


class TextEncoder:
    """Turns texts into unit vectors with a sentence-transformers model.

    On a graphics card it computes in half precision. On a processor it does so (bfloat16, through autocast, which keeps the
    sensitive steps in single precision) only where a measurement on the texts themselves finds it faster and every vector within
    a cosine of .999. Measured on two cores with AVX-512 BF16: 1,730 instead of 750 titles/s, smallest cosine .99996.
    """

    def __init__(self, model: SentenceTransformer) -> None:
        self.model = model
        self._half: bool | None = True if self.device.type == "cuda" else None  # None: not measured yet

    @classmethod
    def load(cls, folder: Path | None = None) -> TextEncoder:
        """Load a model that we saved, or the bundled one (None), onto the graphics card if there is one.

        Raises:
            RecsysError: the folder is unsafe, unfinished, changed or unreadable (see ``model_files`` and ``encoder_files``).
        """
        device = "cuda" if torch.cuda.is_available() else "cpu"
        return cls(read_model(folder or bundled_folder(), ours=folder is not None, device=device))

    @property
    def device(self) -> torch.device:
        """Where the model computes."""
        return torch.device(self.model.device)

    @property
    def half(self) -> bool:
        """Whether half precision was found faster and close enough; not measured yet counts as no."""
        return bool(self._half)

    @property
    def width(self) -> int:
        """The number of coordinates of a vector."""
        width = self.model.get_embedding_dimension()
        assert width is not None
        return int(width)

    def unread_share(self, texts: Sequence[str]) -> float:
        """Return the share of the letters of ``texts``, 0 to 1, that the model does not read: see :mod:`.language`."""
        tokenizer = self.model.tokenizer
        return unread_share(texts, tokenizer.tokenize, tokenizer.unk_token)

    def encode(self, texts: Sequence[str], progress: Progress, what: Text = PRODUCTS) -> Float32Array:
        """Return the vectors (m, width) of m texts: unit rows, or zeros for a blank text, which says nothing.

        Raises: Cancelled.
        """
        vectors = np.zeros((len(texts), self.width), np.float32)
        for positions, rows in self.chunks(texts, progress, what):
            vectors[positions] = rows
        return vectors

    def chunks(self, texts: Sequence[str], progress: Progress, what: Text = PRODUCTS) -> Iterator[tuple[Int64Array, Float32Array]]:
        """Yield the vectors chunk by chunk as (positions (c,) in ``texts``, rows (c, width)); blank texts are left out.

        Equal texts are encoded once. The longest come first: texts of like length waste little padding, memory is tried early, and
        the time left is not promised too short. ``what`` has the fields ``{done}`` and ``{total}`` and is counted in texts; the
        bar and the time left follow the characters read. Between chunks, which last about 0.2 s, a cancel is heard.

        Raises: Cancelled.
        """
        distinct, owners = _distinct(texts)
        costs = [len(text) + _COST_PER_TEXT for text in distinct]
        done, cost_done, cost_total = 0, 0, sum(costs)
        total = sum(len(owner) for owner in owners)
        self.choose_precision(distinct)
        budget, start = float(_FIRST_CHUNK), 0
        progress.report(0, cost_total, what.fill(done=0, total=total))
        while start < len(distinct):
            stop = start + max(int(budget // costs[start]), 1)
            began = time.perf_counter()
            rows, stop = self._encode_fitting(distinct, start, min(stop, len(distinct)), progress)
            elapsed = time.perf_counter() - began
            change = min(max(_CHUNK_SECONDS / max(elapsed, 1e-6), 0.5), 2.0)
            budget = min(max(budget * change, _SMALLEST_CHUNK), _LARGEST_CHUNK)
            counts = [len(owner) for owner in owners[start:stop]]
            yield np.concatenate(owners[start:stop]), np.repeat(rows, counts, axis=0)
            done, cost_done, start = done + sum(counts), cost_done + sum(costs[start:stop]), stop
            progress.report(cost_done, cost_total, what.fill(done=done, total=total))

    def save(self, folder: Path, name: str) -> None:
        """Write the model with its manifest; the folder appears whole or not at all.

        Raises: OSError.
        """
        write_model(self.model, folder, name)

    def _encode_fitting(self, texts: Sequence[str], start: int, stop: int, progress: Progress) -> tuple[Float32Array, int]:
        """Encode ``texts[start:stop]``, fewer where the card's memory is too small; returns the rows and where they end."""
        while True:
            try:
                return self._forward(texts[start:stop]), stop
            except torch.OutOfMemoryError:
                torch.cuda.empty_cache()
                if stop - start == 1:
                    self._move_to_processor(progress)
                stop = start + max((stop - start) // 2, 1)
            except torch.AcceleratorError:  # the card was lost, as after a laptop's sleep
                self._move_to_processor(progress)

    def _move_to_processor(self, progress: Progress) -> None:
        if self.device.type == "cpu":
            raise MemoryError
        _log.warning("the graphics card failed; encoding continues on the processor")
        progress.report(0, 0, _TO_PROCESSOR)
        self.model.to("cpu")
        self._half = None

    def choose_precision(self, texts: Sequence[str]) -> None:
        """Measure once whether bfloat16 is faster here and close enough, on texts from the middle; too few decide nothing."""
        if self._half is not None or len(texts) < _PROBE_FROM:
            return
        middle = len(texts) // 2
        sample = texts[middle : middle + _PROBE_TEXTS]
        vectors: dict[bool, Float32Array] = {}
        seconds = {False: float("inf"), True: float("inf")}
        # In turns, the first one being a warm-up: other programs may take the processor at any moment, and the best run tells.
        for turn in range(2 * (1 + _PROBE_TURNS)):
            self._half = turn % 2 == 1
            began = time.perf_counter()
            vectors[self._half] = self._forward(sample)
            if turn >= 2:
                seconds[self._half] = min(seconds[self._half], time.perf_counter() - began)
        closeness = float(np.einsum("nd,nd->n", vectors[False], vectors[True]).min())
        self._half = seconds[True] < seconds[False] and closeness >= _CLOSE_ENOUGH
        _log.info("half precision %s: %s s, cosine %.5f", "on" if self._half else "off", seconds, closeness)

    def _forward(self, texts: Sequence[str]) -> Float32Array:
        """Return unit rows (c, width) for texts of about equal length, in one pass."""
        self.model.eval()
        with torch.inference_mode(), half_precision(self.device, self.half):
            features = self.model.preprocess(list(texts))
            features = {name: value.to(self.device) for name, value in features.items() if isinstance(value, torch.Tensor)}
            vectors = self.model(features)["sentence_embedding"].to(torch.float32)  # (c, width)
            return np.asarray(torch.nn.functional.normalize(vectors, dim=1).cpu().numpy(), np.float32)


def half_precision(device: torch.device, on: bool) -> AbstractContextManager[object]:
    """Return autocast to the half precision that suits the device: float16 on a graphics card, bfloat16 on a processor."""
    if not on:
        return nullcontext()
    return torch.autocast(device.type, torch.float16 if device.type == "cuda" else torch.bfloat16)


def _distinct(texts: Sequence[str]) -> tuple[list[str], list[Int64Array]]:
    """Return the distinct texts that are not blank, longest first, and for each the positions it stands at."""
    positions: dict[str, list[int]] = {}
    for position, text in enumerate(texts):
        if text.strip():
            positions.setdefault(text, []).append(position)
    ordered = sorted(positions, key=lambda text: (-len(text), text))
    return ordered, [np.array(positions[text], np.int64) for text in ordered]
