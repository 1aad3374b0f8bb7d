"""The language model with its top open for training, and the frozen rest computed once per text."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any, cast

import numpy as np
import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules.dense import Dense
from torch import Tensor
from torch.utils.checkpoint import checkpoint

from recsys_desktop.domain.entities import Float32Array, Int64Array
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.engine.text.encoder import TextEncoder
from recsys_desktop.engine.text.encoder_files import linear_head

_LOOKING = message("train", "Preparing the texts to learn from: {done} of {total}")
#: Texts pass the frozen layers in batches of this many tokens, so that a cancel is heard in time.
_TOKENS_AT_ONCE = 2_048


class _Given(torch.nn.Module):
    """Stands in for the embeddings of a transformer whose lower layers were computed before: passes their output on."""

    def forward(self, inputs_embeds: Tensor, **_: object) -> Tensor:
        return inputs_embeds


class TrainableEncoder:
    """A :class:`TextEncoder` whose top ``layers`` and linear head can be trained on a fixed pool of texts.

    The embeddings and lower layers never change, so their output is computed once per text and kept in bfloat16: a step then
    costs two layers instead of six. Training acts on the encoder itself; discard it where the result is not wanted.
    """

    def __init__(self, encoder: TextEncoder, layers: int, most_tokens: int) -> None:
        """Open the encoder; one without a head gets an identity.

        Raises: RecsysError "model_not_trainable" where the transformer is not built like BERT.
        """
        self.encoder = encoder
        model = encoder.model
        self._transformer = cast(Any, model[0].model)  # a transformers model: its parts are known only at run time
        self._tokenizer = cast(Any, model[0].tokenizer)
        stack = getattr(getattr(self._transformer, "encoder", None), "layer", None)
        if not isinstance(stack, torch.nn.ModuleList) or len(stack) < layers:
            raise RecsysError(
                "model_not_trainable",
                message("train", "This kind of language model can be used, but it cannot learn here."),
                message("train", "Go back to the bundled model on the Training page, then train again."),
            )
        self._below, self._most_tokens = len(stack) - layers, most_tokens
        self._sparing = False
        self._head = next((module for module in model if isinstance(module, Dense)), None) or self._add_head(model)
        model.requires_grad_(False)
        self._bottom = self._part(stack[: self._below], self._transformer.embeddings)
        self._top = self._part(stack[self._below :], _Given())
        for opened in (self._top.encoder.layer, self._head):
            opened.requires_grad_(True)
        self._lengths = self._starts = torch.zeros(0, dtype=torch.long)  # of each text of the pool, in tokens
        self._states = torch.zeros(0)  # (tokens of all texts, e)
        self._first_head = self.head_weight.detach().clone()
        self.start = {name: value.detach().clone() for name, value in self.named_parameters()}

    def named_parameters(self) -> Iterator[tuple[str, torch.nn.Parameter]]:
        """The open parameters, named by their place in the model."""
        return ((name, value) for name, value in self.encoder.model.named_parameters() if value.requires_grad)

    @property
    def device(self) -> torch.device:
        """Where the model computes."""
        return self.encoder.device

    @property
    def lengths(self) -> Int64Array:
        """Tokens of each text of the pool."""
        return cast(Int64Array, self._lengths.numpy())

    def spare_memory(self) -> bool:
        """From now on keep nothing of a step but the vectors; says whether that is news.

        What the open layers computed is made again on the way back, one group of texts at a time, whose gradients add up: the same
        step in the memory of one group, for a third more time. Losses that compare all texts of a step rule out smaller steps.

        Source: Gao et al., Scaling deep contrastive learning batch size under memory limited setup, RepL4NLP 2021.
        """
        before, self._sparing = self._sparing, True
        return not before

    def fall_back(self) -> bool:
        """Go on with the processor where the graphics card failed; says whether there was a card to leave."""
        if self.device.type == "cpu":
            return False
        torch.cuda.empty_cache()
        self.encoder.model.to("cpu")
        self._first_head = self._first_head.cpu()
        self.start = {name: value.cpu() for name, value in self.start.items()}
        return True

    @property
    def head_weight(self) -> Tensor:
        """The head's matrix (e, e), a parameter."""
        return self._head.linear.weight

    def head_shift(self) -> Tensor:
        """|W - W0|^2: how far the head is from where it started."""
        return (self.head_weight - self._first_head).square().sum()

    def read(self, texts: Sequence[str], progress: Progress) -> None:
        """Compute the frozen layers' output for the pool; its rows are the positions in ``texts``. Raises: Cancelled."""
        self.encoder.choose_precision(sorted(texts, key=len))
        tokens = self._tokens(texts)
        lengths = np.array([len(ids) for ids in tokens], np.int64)
        self._lengths, self._starts = torch.from_numpy(lengths), torch.from_numpy(np.cumsum(lengths) - lengths)
        self._states = torch.empty(int(lengths.sum()), int(self._transformer.config.hidden_size), dtype=torch.bfloat16)
        done = 0
        for rows in _batches(lengths, _TOKENS_AT_ONCE):
            progress.report(done, len(texts), _LOOKING.fill(done=done, total=len(texts)))
            self._read_batch([tokens[row] for row in rows], rows)
            done += len(rows)
        progress.report(done, len(texts), _LOOKING.fill(done=done, total=len(texts)))

    def train(self, on: bool) -> None:
        """Switch dropout of the open layers."""
        self._top.train(on)

    def vectors(self, rows: Int64Array) -> Tensor:
        """Return unit vectors (b, e), float32, of texts of the pool, with a gradient to the open parameters."""
        groups = list(_batches(self.lengths[rows], _TOKENS_AT_ONCE))  # titles are not padded to a sentence's length
        pooled = torch.cat([self._group(torch.from_numpy(rows[places])) for places in groups])  # (b, e), by group
        back = torch.from_numpy(np.argsort(np.concatenate(groups)))
        return torch.nn.functional.normalize(pooled[back.to(self.device)] @ self._head.linear.weight.T, dim=1)

    def all_vectors(self, rows: Int64Array, progress: Progress) -> Float32Array:
        """Return the vectors (m, e) of texts of the pool as they are now, without dropout. Raises: Cancelled."""
        result = np.zeros((len(rows), self.encoder.width), np.float32)
        self.train(False)
        with torch.inference_mode():
            for places in _batches(self.lengths[rows], _TOKENS_AT_ONCE):
                progress.raise_if_cancelled()
                result[places] = self.vectors(rows[places]).cpu().numpy()
        self.train(True)
        return result

    def _group(self, rows: Tensor) -> Tensor:
        """Return what :meth:`_pooled` does, the same dropout included, keeping or remaking what lies between."""
        if not self._sparing:
            return self._pooled(rows)
        # What enters needs no gradient, so torch is told by use_reentrant to look for one at the parameters.
        return cast(Tensor, checkpoint(self._pooled, rows, use_reentrant=False))

    def _pooled(self, rows: Tensor) -> Tensor:
        """Return the mean of the tokens' states (b, e) after the open layers."""
        starts, lengths = self._starts[rows], self._lengths[rows]
        steps = torch.arange(int(lengths.max()))
        mask = (steps < lengths[:, None]).to(self.device)  # (b, t)
        states = self._states[starts[:, None] + torch.minimum(steps, lengths[:, None] - 1)].to(self.device, torch.float32)
        with self._half_precision():
            out = self._top(inputs_embeds=states, attention_mask=mask.long()).last_hidden_state
        total: Tensor = (out.to(torch.float32) * mask[..., None]).sum(dim=1)
        return total / mask.sum(dim=1, keepdim=True)

    def _add_head(self, model: SentenceTransformer) -> Dense:
        head = linear_head(self.encoder.width)
        model.insert(len(model) - 1, head)  # before the normalisation
        return head.to(self.encoder.device)

    def _part(self, layers: torch.nn.ModuleList, embeddings: torch.nn.Module) -> Any:
        """Return a shallow copy of the transformer that has only these layers and shares their parameters."""
        part = copy.copy(self._transformer)
        part._modules = {**self._transformer._modules, "embeddings": embeddings, "pooler": None}
        part.encoder = copy.copy(self._transformer.encoder)
        part.encoder._modules = {**self._transformer.encoder._modules, "layer": layers}
        return part

    def _half_precision(self) -> AbstractContextManager[object]:
        """bfloat16 where it is fast: its range spares the scaling of gradients that float16 would need."""
        fast = self.encoder.half if self.device.type == "cpu" else torch.cuda.is_bf16_supported(including_emulation=False)
        return torch.autocast(self.device.type, torch.bfloat16) if fast else nullcontext()

    def _tokens(self, texts: Sequence[str]) -> list[list[int]]:
        ids: list[list[int]] = self._tokenizer(list(texts), truncation=True, max_length=self._most_tokens)["input_ids"]
        return ids

    def _read_batch(self, tokens: Sequence[list[int]], rows: Int64Array) -> None:
        longest = max(len(ids) for ids in tokens)
        padded = torch.zeros(len(tokens), longest, dtype=torch.long)
        mask = torch.zeros(len(tokens), longest, dtype=torch.long)
        for line, ids in enumerate(tokens):
            padded[line, : len(ids)] = torch.tensor(ids)
            mask[line, : len(ids)] = 1
        self._bottom.train(False)
        with torch.inference_mode(), self._half_precision():
            out = self._bottom(input_ids=padded.to(self.device), attention_mask=mask.to(self.device)).last_hidden_state
        for line, row in enumerate(rows):
            start, length = int(self._starts[row]), int(self._lengths[row])
            self._states[start : start + length] = out[line, :length].to("cpu", torch.bfloat16)


def _batches(lengths: Int64Array, tokens: int) -> Iterator[Int64Array]:
    """Yield positions in batches of about ``tokens`` padded tokens, the longest texts first."""
    order = np.argsort(-lengths, kind="stable")
    start = 0
    while start < len(order):
        stop = start + max(1, tokens // int(lengths[order[start]]))
        yield order[start:stop]
        start = stop
