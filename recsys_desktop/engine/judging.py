"""Judges text vectors by the lists the whole engine makes with them: over all products, and among products new to the shop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from recsys_desktop.domain.entities import Float32Array, Int64Array, InteractionArrays
from recsys_desktop.domain.progress import Progress
from recsys_desktop.engine.evaluation import Targets, TimeSplit, hits_of, judge, new_targets
from recsys_desktop.engine.fitting import fit_space
from recsys_desktop.engine.history import Float64Array, Histories, rows_of
from recsys_desktop.engine.item_space import ItemSpace
from recsys_desktop.engine.metrics import ndcg, recall
from recsys_desktop.engine.popularity import bestsellers, popular_lists
from recsys_desktop.engine.profile import user_vectors
from recsys_desktop.engine.ranker import top_k_many
from recsys_desktop.engine.selection.self_fit import Budget, choose
from recsys_desktop.engine.space_settings import SpaceSettings
from recsys_desktop.engine.text.channels import TextChannels

#: Length of the judged lists; the metrics look at their first 10 and 20 places.
LENGTH = 20


@dataclass(frozen=True)
class Words:
    """The catalogue as :func:`~recsys_desktop.engine.fitting.fit_space` wants it: keys (n,), titles and categories."""

    item_keys: Int64Array
    titles: Sequence[str]
    categories: Sequence[str]

    def of(self, rows: Int64Array) -> Words:
        """Return the words of the products at these rows (m,), in their order."""
        return Words(self.item_keys[rows], [self.titles[row] for row in rows], [self.categories[row] for row in rows])


@dataclass(frozen=True)
class Replay:
    """One window to be judged: behaviour before it and in it, the half-life of histories in days, and how lists are made."""

    split: TimeSplit
    words: Words
    texts: TextChannels
    half_life_days: float
    settings: SpaceSettings

    @classmethod
    def chosen(cls, split: TimeSplit, words: Words, texts: TextChannels, half_life_days: float, progress: Progress) -> Replay:
        """Return the replay with the settings that the shop's behaviour before the window speaks for. Raises: Cancelled."""
        choice = choose(words.item_keys, texts, split.fit, half_life_days, Budget.QUICK, progress)
        return cls(split, words, texts, half_life_days, choice.settings)

    @property
    def now(self) -> int:
        """The newest time that may be learnt from."""
        return int(self.split.fit.times.max(initial=-1))

    def targets(self) -> Targets:
        """Return what customers took in the window and had not touched before."""
        return new_targets(self.split, self.words.item_keys)

    def fitted(self, texts: Float32Array | None, behaviour: InteractionArrays, progress: Progress) -> ItemSpace:
        """Return the space of a language model's text vectors (n, e) and behaviour from before the window."""
        words, read = self.words, self.texts.with_model(texts)
        return fit_space(words.item_keys, read, words.titles, words.categories, behaviour, self.now, self.settings, progress)

    def lists(self, texts: Float32Array | None, targets: Targets, progress: Progress) -> Int64Array:
        """Return the lists (u, LENGTH) over all products of the customers of ``targets``, made with these text vectors."""
        space = self.fitted(texts, self.split.fit, progress)
        vectors, seen = customers(space, self.split.fit, targets.user_keys, self.now, self.half_life_days)
        return top_k_many(space.keys, vectors, LENGTH, seen, progress)[0]

    def bestseller_lists(self, targets: Targets) -> Int64Array:
        """Return the lists (u, LENGTH) of recent bestsellers, each without what its customer has."""
        keys = self.words.item_keys
        histories = Histories.from_arrays(self.split.fit, keys, self.now, self.settings.fading(self.half_life_days))
        popularity = bestsellers(keys, self.split.fit)
        return popular_lists(popularity, LENGTH, seen_by(histories, targets.user_keys))


class NewProducts:
    """Plays some products as new to the shop: their behaviour is taken out of the fit, and they compete among themselves.

    This is where a language model earns its place (a product with buyers is known by them), so this is what decides.
    """

    def __init__(self, replay: Replay, item_keys: Int64Array) -> None:
        self._replay = replay
        self._rows = rows_of(replay.words.item_keys, item_keys)
        fit = replay.split.fit
        self._behaviour = fit.select(~np.isin(fit.item_keys, item_keys))
        known = np.isin(replay.split.later.user_keys, self._behaviour.user_keys)
        later = replay.split.later.select(np.isin(replay.split.later.item_keys, item_keys) & known)
        # A product played as new is new to every customer: whoever had it before may get it, so nothing of it counts as seen.
        self.targets = new_targets(TimeSplit(replay.split.time, self._behaviour, later), replay.words.item_keys[self._rows])

    def space(self, texts: Float32Array, progress: Progress) -> ItemSpace:
        """Fit the space without the behaviour of the products played as new."""
        return self._replay.fitted(texts, self._behaviour, progress)

    def judge(self, space: ItemSpace, texts: Float32Array, progress: Progress) -> dict[str, Float64Array]:
        """Return per-customer metrics of lists among the new products, placed in ``space`` by text vectors (n, e).

        The space may have been fitted with other text vectors: only where the new products come to lie depends on these.
        """
        return judge(self._lists(space, texts, self._customers(space), progress), self.targets)

    def judge_bestsellers(self, space: ItemSpace, texts: Float32Array, progress: Progress) -> dict[str, Float64Array]:
        """Return per-customer metrics of one list for all: new products ranked by how well their text neighbours sell now.

        Nobody has bought a new product, so no bestseller list holds one; this is the nearest to it.
        """
        return judge(self._lists(space, texts, np.tile(space.prior, (len(self.targets), 1)), progress), self.targets)

    def curves(self, space: ItemSpace, texts: Float32Array, progress: Progress) -> dict[str, float]:
        """Return what is drawn during a training: mean "ndcg@10" and "recall@10" of the same lists."""
        hits = hits_of(self._lists(space, texts, self._customers(space), progress)[:, :10], self.targets)
        counts = self.targets.counts
        return {"ndcg@10": float(ndcg(hits, counts).mean()), "recall@10": float(recall(hits, counts).mean())}

    def _lists(self, space: ItemSpace, texts: Float32Array, vectors: Float32Array, progress: Progress) -> Int64Array:
        read = self._replay.texts.with_model(texts).joined(space.settings.letters_share)
        placed = space.with_texts(read, progress).keys[self._rows]
        nothing = [np.zeros(0, np.int64)] * len(self.targets)
        return top_k_many(placed, vectors, LENGTH, nothing, progress)[0]

    def _customers(self, space: ItemSpace) -> Float32Array:
        return customers(space, self._behaviour, self.targets.user_keys, self._replay.now, self._replay.half_life_days)[0]


def customers(
    space: ItemSpace, behaviour: InteractionArrays, user_keys: Int64Array, now: int, half_life_days: float
) -> tuple[Float32Array, list[Int64Array]]:
    """Return the vectors (u, d) of these customers and the rows each has seen; the prior alone where nothing is known."""
    histories = Histories.from_arrays(behaviour, space.item_keys, now, space.settings.fading(half_life_days))
    places = histories.positions(user_keys)
    everyone = np.concatenate([user_vectors(space, histories), space.prior[None, :]])  # -1, the last row: unknown
    return np.asarray(everyone[places], np.float32), seen_by(histories, user_keys)


def seen_by(histories: Histories, user_keys: Int64Array) -> list[Int64Array]:
    """Return the rows that each of these customers has dealt with."""
    rows = [*histories.rows_of_each(), np.zeros(0, np.int64)]
    return [rows[place] for place in histories.positions(user_keys)]
