"""Texts compared by their letters: a channel for any language, beside or instead of the language model.

Character n-grams need no dictionary and no training: names that share a brand, a stem or a few Chinese characters come to lie
close. Sources: McNamee and Mayfield, Character n-gram tokenization for European language text retrieval (Information Retrieval,
2004); for Chinese pairs of characters Nie et al., On the use of words and n-grams for Chinese information retrieval (IRAL 2000);
the reduction to few coordinates is Deerwester et al., Indexing by latent semantic analysis (JASIS 1990).
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import scipy.sparse as sp

from recsys_desktop.domain.entities import Float32Array, Int64Array
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.engine.operators.spectrum import gram_spectrum

#: Coordinates of a vector. NDCG@10 among products without buyers at half share, 256 instead: Online Retail +.0035, Amazon
#: Industrial -.0013, MovieLens +.0018 (to the language model alone the standard errors are .002, .002 and .006).
RANK = 128
#: Lengths of the n-grams of a word with a blank at both ends. (3, 4) and (3, 4, 5): within one standard error.
SIZES = (2, 3, 4)
#: Lengths of those of a run of Chinese or Japanese characters, which has no blanks between its words.
SIZES_WITHOUT_BLANKS = (1, 2, 3)
#: n-grams that are kept: the most frequent ones; and texts from which they and their directions are learnt.
MOST_GRAMS, MOST_TEXTS = 60_000, 20_000
#: A gram must stand in this many texts: one that stands in a single text says nothing about how alike two texts are.
_FEWEST_TEXTS = 2
#: Texts read at a time: bounds memory and hears a cancel soon.
_BLOCK = 2_048
#: A vector shorter than this is rounding, not likeness: nothing of its text is known.
_SHORTEST = 1e-4

_NO_BLANKS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_NO_WORD = r"\s!-/:-@\[-`{-~\u00a1-\u00bf\u2000-\u206f\u3000-\u303f"
_WORD = re.compile(rf"[{_NO_BLANKS}]+|[^{_NO_WORD}{_NO_BLANKS}]+")
_RUN = re.compile(f"[{_NO_BLANKS}]")
_READING = message("fit", "Reading the letters of product texts")


@dataclass(frozen=True)
class Letters:
    """What was learnt from a catalogue: f n-grams and r directions; plain arrays, so that it is saved beside an item space."""

    grams: Int64Array  # (f,) CRC-32 of the n-grams, ascending: the same on every machine and in every run
    weights: Float32Array  # (f,) inverse document frequency: log((1 + texts) / (1 + texts with it)) + 1
    directions: Float32Array  # (f, r) orthonormal columns

    @property
    def width(self) -> int:
        """r, the number of coordinates of a vector."""
        return int(self.directions.shape[1])

    def vectors(self, texts: Sequence[str], progress: Progress) -> Float32Array:
        """Return unit rows (n, r); zeros for a blank text and one without any known n-gram.

        Raises: Cancelled.
        """
        rows = [np.zeros((0, self.width), np.float32)]
        for counts, grams in _blocks(texts, progress):
            places = np.searchsorted(self.grams, grams)
            places[places == len(self.grams)] = 0
            known = np.flatnonzero(self.grams[places] == grams) if len(self.grams) else np.zeros(0, np.int64)
            used = places[known]
            weighted = _weighted(counts[:, known], self.weights[used])
            rows.append(_units(np.asarray(weighted @ self.directions[used], np.float32)))
        return np.concatenate(rows)


def fit_letters(texts: Sequence[str], rank: int, seed: int, progress: Progress) -> Letters:
    """Learn the n-grams of a catalogue (n texts, any may be blank) and its ``rank`` leading directions.

    A text is the vector of ``(1 + log count) x inverse document frequency`` of its n-grams, of length 1; the directions are the
    leading right singular vectors of all of them. Learnt from at most ``MOST_TEXTS`` distinct texts, evenly spread over their
    alphabetical order, so the order of the catalogue does not matter.

    Raises: Cancelled.
    """
    distinct = sorted({text for text in texts if text.strip()})
    step = max(-(-len(distinct) // MOST_TEXTS), 1)
    sample = distinct[::step]
    counts, grams = _joined_blocks(list(_blocks(sample, progress)))
    frequencies = np.bincount(counts.indices, minlength=len(grams))
    order = np.lexsort((grams, -frequencies))[:MOST_GRAMS]
    kept = np.sort(order[frequencies[order] >= _FEWEST_TEXTS])
    weights = (np.log((1 + len(sample)) / (1 + frequencies[kept])) + 1).astype(np.float32)
    if not len(kept):
        return Letters(grams[:0], weights, np.zeros((0, 0), np.float32))
    weighted = _weighted(counts[:, kept], weights)
    no_texts = np.zeros((len(kept), 0), np.float32)
    directions, _ = gram_spectrum(weighted, no_texts, 0.0, min(rank, *weighted.shape), seed, progress)
    return Letters(grams[kept], weights, directions.astype(np.float32))


def joined(model_vectors: Float32Array, letter_vectors: Float32Array, share: float) -> Float32Array:
    """Return ``[sqrt(1 - share) model, sqrt(share) letters]`` (n, e + r), of length 1 where either says something.

    The cosine of two texts that both channels read is then ``(1 - share)`` times the language model's plus ``share`` times that of
    the letters. Where one channel is silent (a row of zeros) the other speaks alone.

    >>> joined(np.array([[1.0], [0.0]], np.float32), np.array([[1.0], [1.0]], np.float32), 0.36).round(3)
    array([[0.8, 0.6],
           [0. , 1. ]], dtype=float32)
    """
    parts = [np.float32(np.sqrt(1.0 - share)) * model_vectors, np.float32(np.sqrt(share)) * letter_vectors]
    return _units(np.concatenate(parts, axis=1))


def n_grams(word: str) -> list[str]:
    """Return the n-grams of a word and, marked by "=", the word itself; of a run of Chinese characters the single ones and pairs.

    >>> n_grams("mug"), n_grams("面膜")
    ([' m', 'mu', 'ug', 'g ', ' mu', 'mug', 'ug ', ' mug', 'mug ', '=mug'], ['面', '膜', '面膜'])
    """
    without_blanks = bool(_RUN.match(word))
    padded = word if without_blanks else f" {word} "
    sizes = SIZES_WITHOUT_BLANKS if without_blanks else SIZES
    found = [padded[start : start + size] for size in sizes for start in range(len(padded) - size + 1)]
    return found if without_blanks else [*found, f"={word}"]


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).lower())


def _blocks(texts: Sequence[str], progress: Progress) -> Iterator[tuple[sp.csr_array, Int64Array]]:
    """Yield for each block of texts the counts (b, g) of its n-grams and their hashes (g,), ascending."""
    hashes: dict[str, Int64Array] = {}  # a catalogue has far fewer words than text: each is cut up once
    for start in range(0, len(texts), _BLOCK):
        progress.report(start, len(texts), _READING)
        block = [_words(text) for text in texts[start : start + _BLOCK]]
        ids = {word: number for number, word in enumerate(sorted(set(chain.from_iterable(block))))}
        for word in ids:
            if word not in hashes:
                hashes[word] = np.array([zlib.crc32(gram.encode("utf-8", "replace")) for gram in n_grams(word)], np.int64)
        yield _counted(block, ids, [hashes[word] for word in ids])


def _counted(block: list[list[str]], ids: dict[str, int], hashes: list[Int64Array]) -> tuple[sp.csr_array, Int64Array]:
    """Return counts and hashes of a block: (texts x words) times (words x n-grams)."""
    words = np.array([ids[word] for words in block for word in words], np.int64)
    ends = np.cumsum([0, *map(len, block)])
    of_texts = sp.csr_array((np.ones(len(words), np.float32), words, ends), shape=(len(block), len(ids)))
    grams, columns = np.unique(np.concatenate([np.zeros(0, np.int64), *hashes]), return_inverse=True)
    ends = np.cumsum([0, *map(len, hashes)])
    of_words = sp.csr_array((np.ones(len(columns), np.float32), columns, ends), shape=(len(ids), len(grams)))
    return sp.csr_array(of_texts @ of_words), grams


def _joined_blocks(blocks: list[tuple[sp.csr_array, Int64Array]]) -> tuple[sp.csr_array, Int64Array]:
    """Return the blocks as one, over the n-grams of all of them."""
    grams = np.unique(np.concatenate([np.zeros(0, np.int64), *(grams for _, grams in blocks)]))
    wide = [
        sp.csr_array((counts.data, np.searchsorted(grams, own)[counts.indices], counts.indptr), shape=(counts.shape[0], len(grams)))
        for counts, own in blocks
    ]
    return (sp.csr_array(sp.vstack(wide)) if wide else sp.csr_array((0, 0), dtype=np.float32)), grams


def _weighted(counts: sp.csr_array, weights: Float32Array) -> sp.csr_array:
    """Return the rows ``(1 + log count) x weight``, of length 1 where they hold anything."""
    data = (1 + np.log(counts.data)) * weights[counts.indices]
    lengths = np.sqrt(np.add.reduceat(np.r_[data**2, 0.0], counts.indptr[:-1])) if counts.shape[0] else np.zeros(0)
    each = np.repeat(lengths, np.diff(counts.indptr))
    return sp.csr_array(((data / each).astype(np.float32), counts.indices, counts.indptr), shape=counts.shape)


def _units(vectors: Float32Array) -> Float32Array:
    """Return rows of length 1, zeros where a row is shorter than rounding."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    units: Float32Array = np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > _SHORTEST)
    return units
