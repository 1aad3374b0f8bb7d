"""Language models for tests: the bundled one, read once per session, and a tiny random one that trains in a second."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import torch
from transformers import BertConfig, BertModel, BertTokenizer

from recsys_desktop.engine.text.encoder import TextEncoder
from recsys_desktop.engine.text.encoder_files import read_model

# Threads that wait for each other cost more than they bring on texts this short, the more so beside other programs.
torch.set_num_threads(1)

WORDS = ("red", "blue", "green", "mug", "plate", "lantern", "candle", "holder", "garden", "kitchen", "bought", "viewed", ";", ",")


@cache
def bundled_encoder() -> TextEncoder:
    """The real model; tests must not change its weights."""
    return TextEncoder.load()


def write_tiny_model(folder: Path, words: Sequence[str] = WORDS, *, width: int = 32, layers: int = 2, seed: int = 0) -> Path:
    """Write a random BERT with a WordPiece vocabulary of the words and all letters, in the published layout."""
    folder.mkdir(parents=True, exist_ok=True)
    letters = "abcdefghijklmnopqrstuvwxyz0123456789"
    pieces = [*dict.fromkeys([*words, *letters]), *(f"##{letter}" for letter in letters)]
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *pieces]
    tokenizer = BertTokenizer(vocab={word: number for number, word in enumerate(vocabulary)}, model_max_length=64)
    torch.manual_seed(seed)
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=width,
        num_hidden_layers=layers,
        num_attention_heads=4,
        intermediate_size=2 * width,
        max_position_embeddings=256,
    )
    BertModel(config).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


def tiny_encoder(folder: Path, words: Sequence[str] = WORDS, *, seed: int = 0) -> TextEncoder:
    """A fresh tiny model, to be changed at will."""
    return TextEncoder(read_model(write_tiny_model(folder, words, seed=seed), ours=False, device="cpu"))
