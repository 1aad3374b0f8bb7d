"""The one vector space in which items are keys, histories are queries, and an exact cosine is the recommender's score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from recsys_desktop.domain.entities import Float32Array, Int64Array
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.engine.array_files import SPACE_FORMAT, read_arrays, write_arrays
from recsys_desktop.engine.placing import Placing, fit_placing
from recsys_desktop.engine.space_settings import SpaceSettings
from recsys_desktop.engine.text.channels import TextChannels
from recsys_desktop.engine.text.letters import Letters

#: Group of an item that belongs to none.
NO_GROUP = -1

_ARRAYS = ("item_keys", "keys", "queries", "prior", "texts", "own", "buyers", "groups", "trend")
_PLACING = ("anchors", "pulls", "middle")
_LETTERS = ("grams", "weights", "directions")


@dataclass(frozen=True)
class ItemSpace:
    """n items in d coordinates: d - 2 of taste, one of popularity, one pad (see :func:`pad`).

    A user vector ``u = sum_i w_i queries_i + prior + ...`` scores item j by ``cos(u, keys_j) = u . keys_j / |u|``; the pad makes
    all keys unit vectors, so this is the operators' plain score up to one common factor.
    """

    item_keys: Int64Array  # (n,) the store's keys; row j of every array below is item_keys[j]
    keys: Float32Array  # (n, d) unit rows
    queries: Float32Array  # (n, d) what one purchase adds to a user vector; popularity and pad are 0
    prior: Float32Array  # (d,) what every user vector starts from; 0 but for popularity
    texts: Float32Array  # (n, e) unit text vectors, e = 0 where there is no language model
    own: Float32Array  # (n,) what having bought each once adds to its own plain score, where it may be listed again
    buyers: Float32Array  # (n,) users whose behaviour the key was learnt from
    groups: Int64Array  # (n,) index into group_names, NO_GROUP where the item belongs to none
    group_names: tuple[str, ...]
    trend: Float32Array  # (n,) factor in the key: above 1 for what rises
    placing: Placing | None  # from texts to keys without pad and queries side by side; None: texts are keys and queries themselves
    settings: SpaceSettings
    reader: Letters | None = None  # reads the letters of texts still to come, where letters count

    def __len__(self) -> int:
        return len(self.item_keys)

    @property
    def collaborative(self) -> bool:
        """Whether keys were learnt from behaviour; False: there is too little, and they are the text vectors themselves."""
        return self.placing is not None

    @property
    def warm(self) -> NDArray[np.bool_]:
        """Whether each item (n,) has buyers."""
        return self.buyers > 0

    @property
    def width(self) -> int:
        """d, the number of coordinates of a key."""
        return int(self.keys.shape[1])

    def read(self, vectors: Float32Array, texts: Sequence[str], progress: Progress) -> Float32Array:
        """Return new texts as the space compares them (m, w), given the language model's unit vectors (m, e). Raises: Cancelled."""
        if self.reader is None:
            return vectors
        return TextChannels(vectors, self.reader.vectors(texts, progress)).joined(self.settings.letters_share)

    def read_sentences(self, vectors: Float32Array) -> Float32Array:
        """Return customers' sentences (u, w) by the language model's unit vectors (u, e); letters have nothing to say of them."""
        if self.reader is None:
            return vectors
        return TextChannels(vectors, np.zeros((len(vectors), self.reader.width), np.float32)).joined(self.settings.letters_share)

    def place(self, texts: Float32Array, progress: Progress) -> Float32Array:
        """Return the keys (m, d), unit rows, that items with these unit texts (m, e) get before anyone has bought them."""
        if self.placing is None:
            return pad(widened(texts, self.width - 1))
        placed = self.placing.place(texts, progress)[:, : self.width - 1]
        return pad(placed * np.float32(self.settings.new_item_scale))

    def place_queries(self, texts: Float32Array, progress: Progress) -> Float32Array:
        """Return what liking these unit texts (m, e) adds to a user vector (m, d): a sentence, a wish, a product without buyers."""
        if self.placing is None:
            return widened(texts, self.width)
        return self.placing.place(texts, progress)[:, self.width - 1 :]

    def with_texts(self, texts: Float32Array, progress: Progress) -> ItemSpace:
        """Return the space as another language model reads it (n, e): what was learnt from behaviour stays, new items move."""
        if self.placing is None:
            return replace(self, texts=texts, keys=pad(widened(texts, self.width - 1)), queries=widened(texts, self.width))
        learnt = placing_of(self.keys[:, :-1], self.queries, texts, self.buyers, progress)
        return replace(self, texts=texts, placing=learnt).with_cold_placed(progress)

    def with_cold_placed(self, progress: Progress) -> ItemSpace:
        """Return the space with the items that have no buyers where their texts belong."""
        cold = np.flatnonzero(~self.warm)
        if self.placing is None or not len(cold):
            return self
        keys, queries = np.array(self.keys), np.array(self.queries)
        keys[cold], queries[cold] = self.place(self.texts[cold], progress), self.place_queries(self.texts[cold], progress)
        return replace(self, keys=keys, queries=queries)

    def with_new_items(self, item_keys: Int64Array, texts: Float32Array, progress: Progress) -> ItemSpace:
        """Return the space with further items (m,) of unit texts (m, e) at its end, placed without refitting."""
        added = len(item_keys)
        return replace(
            self,
            item_keys=np.r_[self.item_keys, item_keys],
            keys=np.r_[self.keys, self.place(texts, progress)],
            queries=np.r_[self.queries, self.place_queries(texts, progress)],
            texts=np.r_[self.texts, texts],
            own=np.r_[self.own, np.zeros(added, np.float32)],
            buyers=np.r_[self.buyers, np.zeros(added, np.float32)],
            groups=np.r_[self.groups, np.full(added, NO_GROUP)],
            trend=np.r_[self.trend, np.ones(added, np.float32)],
        )

    def save(self, folder: Path) -> None:
        """Write the space to a folder that must not exist yet; see :func:`~recsys_desktop.engine.array_files.write_arrays`.

        Raises: FileExistsError, OSError.
        """
        meta = {
            "format": SPACE_FORMAT,
            "settings": asdict(self.settings),
            "group_names": list(self.group_names),
            "collaborative": self.collaborative,
            "letters": self.reader is not None,
        }
        learnt = {} if self.placing is None else {name: getattr(self.placing, name) for name in _PLACING}
        reads = {} if self.reader is None else {name: getattr(self.reader, name) for name in _LETTERS}
        write_arrays(folder, {name: getattr(self, name) for name in _ARRAYS} | learnt | reads, meta)

    @classmethod
    def load(cls, folder: Path) -> ItemSpace:
        """Read a saved space; its arrays are memory-mapped.

        Raises: RecsysError "no_item_space" where the folder is absent, unfinished, damaged or of another format.
        """
        try:
            arrays, meta = read_arrays(folder)
            if meta["format"] != SPACE_FORMAT:
                raise ValueError(meta["format"])
            return cls(
                **{name: arrays[name] for name in _ARRAYS},  # type: ignore[arg-type]  # the types are those that save wrote
                group_names=tuple(meta["group_names"]),  # type: ignore[arg-type]  # likewise
                placing=Placing(**{name: arrays[name] for name in _PLACING}) if meta["collaborative"] else None,  # type: ignore[arg-type]  # likewise
                settings=SpaceSettings(**meta["settings"]),  # type: ignore[arg-type]  # likewise
                reader=Letters(**{name: arrays[name] for name in _LETTERS}) if meta["letters"] else None,  # type: ignore[arg-type]  # likewise
            )
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise RecsysError(
                "no_item_space",
                message("fit", "The prepared lists in {folder} cannot be read.").fill(folder=str(folder)),
                message("fit", "Prepare the shop again; nothing else is lost."),
            ) from error


def placing_of(keys: Float32Array, queries: Float32Array, texts: Float32Array, buyers: Float32Array, progress: Progress) -> Placing:
    """Learn from the items with buyers where texts belong: ``keys`` (n, d - 1), ``queries`` (n, d), unit ``texts`` (n, e).

    Raises: Cancelled.
    """
    warm = buyers > 0
    both = np.concatenate([keys[warm], queries[warm]], axis=1)
    return fit_placing(texts[warm], buyers[warm].astype(np.float64), both, keys.shape[1], progress)


def pad(vectors: Float32Array) -> Float32Array:
    """Append the coordinate ``sqrt(1 - |v|^2)`` to vectors (m, d - 1) of length at most 1; longer ones are cut to length 1.

    Source: Bachrach et al., Speeding up the Xbox recommender system using a Euclidean transformation, RecSys 2014. As user vectors
    carry 0 there, the dot product is what it was, and all keys have length 1.

    >>> pad(np.array([[0.75], [-2.0]], np.float32)).round(4)
    array([[ 0.75  ,  0.6614],
           [-1.    ,  0.    ]], dtype=float32)
    """
    lengths = np.sqrt(np.einsum("md,md->m", vectors, vectors, dtype=np.float64))
    rest = np.sqrt(np.maximum(1.0 - np.minimum(lengths, 1.0) ** 2, 0.0)).astype(np.float32)
    padded: Float32Array = np.concatenate([vectors, rest[:, None]], axis=1)
    padded[:, :-1] /= np.maximum(lengths, 1.0).astype(np.float32)[:, None]
    return padded


def widened(vectors: Float32Array, width: int) -> Float32Array:
    """Return vectors (m, e) with zeros appended up to ``width`` coordinates."""
    return np.pad(vectors, ((0, 0), (0, width - vectors.shape[1]))).astype(np.float32)
