"""A shop cut up for one training: what is learnt from, what stops the training, what judges it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from recsys_desktop.domain.entities import Float32Array, InteractionArrays
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.engine.evaluation import judge
from recsys_desktop.engine.judging import NewProducts, Replay, Words
from recsys_desktop.engine.text.channels import TextChannels
from recsys_desktop.engine.text.customer_sentences import ItemWords
from recsys_desktop.services.encoding import catalogue_texts, encode_catalogue, item_words
from recsys_desktop.services.fitting import catalogue_words, text_channels
from recsys_desktop.services.learning.judgement import Judgement, judgement_of
from recsys_desktop.services.shop import Shop
from recsys_desktop.settings import HALF_LIFE_DAYS

if TYPE_CHECKING:
    from recsys_desktop.engine.text.encoder import TextEncoder
    from recsys_desktop.engine.training.slices import Slices
    from recsys_desktop.engine.training.trainable import TrainableEncoder
    from recsys_desktop.engine.training.trainer import Recipe, Trained

#: Customers needed to stop a training and to judge it; with fewer, chance decides.
FEWEST_CUSTOMERS = 20
DEFAULT_EPOCHS = 16
#: Steps between two validations at least: a small shop's products are looked at several times.
_FEWEST_STEPS = 8
#: Upper layers that learn, and tokens read of a text while learning: titles come first, and more costs time.
_LAYERS, _MOST_TOKENS = 2, 48
_READING = message("train", "Looking at what customers did")
_JUDGING = message("train", "Comparing the new model with the one in use")


@dataclass(frozen=True)
class Material:
    """Behaviour in slices, answers of the staff, the catalogue's words, and the text vectors of the model in use."""

    slices: Slices
    feedback: InteractionArrays
    words: Words
    named: ItemWords
    texts: list[str]  # n, what the language model reads of each product
    channels: TextChannels  # of the catalogue, with the vectors of the model in use
    half_life_days: float

    @classmethod
    def read(cls, shop: Shop, progress: Progress) -> Material:
        """Read a shop, encoding first what the model in use has not read yet. Raises: Cancelled, RecsysError."""
        from recsys_desktop.engine.training.slices import slice_behaviour

        encode_catalogue(shop, progress)
        progress.report(0, 0, _READING)
        keys, texts = catalogue_texts(shop)
        feedback = shop.feedback.load()
        slices = slice_behaviour(shop.interactions.load(), feedback)
        channels = text_channels(shop, shop.model_versions.active().number, keys, progress)
        if not channels.model.shape[1] or not len(slices.train):
            raise too_little()
        half_life = float(shop.settings.get(HALF_LIFE_DAYS))
        return cls(slices, feedback, Words(*catalogue_words(shop)), item_words(shop), texts, channels, half_life)

    def learn(self, encoder: TextEncoder, epochs: int, seed: int, progress: Progress, checkpoint: Path | None = None) -> Trained:
        """Fine-tune ``encoder`` itself, stopped by products played as new in the validation window.

        A training on the same material that was broken off goes on from the file ``checkpoint``; any other begins it anew.

        Raises: Cancelled; RecsysError "too_little_to_train" and those of ``fine_tune``.
        """
        from recsys_desktop.engine.training.checkpoint import Checkpoint
        from recsys_desktop.engine.training.lesson import items_of_step, make_objectives, make_pool, steps_of_epoch
        from recsys_desktop.engine.training.trainable import TrainableEncoder
        from recsys_desktop.engine.training.trainer import Recipe, fine_tune

        slices = self.slices
        pool = make_pool(self.words.item_keys, self.texts, self.named, slices.train, self.feedback, slices.validation_items, seed)
        words, channels = self.words.of(pool.items), self.channels.of(pool.items)
        replay = Replay.chosen(slices.validation, words, channels, self.half_life_days, progress)
        stopping = NewProducts(replay, slices.validation_items)
        if len(stopping.targets) < FEWEST_CUSTOMERS:
            raise too_little()
        model = TrainableEncoder(encoder, _LAYERS, _MOST_TOKENS)
        model.read(pool.texts, progress)
        rows = np.arange(len(pool.items))
        start = model.all_vectors(rows, progress)
        space, learnt = stopping.space(start, progress), replay.fitted(start, slices.train, progress)
        if not learnt.collaborative:
            raise too_little()
        items = items_of_step(model.lengths[rows])
        epoch = max(steps_of_epoch(learnt, items), _FEWEST_STEPS)
        recipe = Recipe(steps=epochs * epoch, validate_every=epoch, seed=seed)
        objectives = make_objectives(pool, learnt, start, items)
        keep = Checkpoint(checkpoint, self._signature(pool.texts, model, recipe)) if checkpoint else None
        return fine_tune(model, objectives, rows, lambda texts: stopping.curves(space, texts, progress), recipe, progress, keep)

    def _signature(self, texts: list[str], model: TrainableEncoder, recipe: Recipe) -> str:
        """Return what tells this training from any other: its texts, the model it starts from, behaviour, answers and recipe."""
        from recsys_desktop.engine.training.checkpoint import signature_of

        columns = [getattr(events, field.name) for events in (self.slices.train, self.feedback) for field in fields(events)]
        return signature_of([repr(recipe), *texts, *(value.cpu().numpy() for value in model.start.values()), *columns])

    def judge(self, vectors: Float32Array, progress: Progress) -> Judgement:
        """Compare new text vectors (n, e) of the catalogue with those in use, in the gate window.

        Raises: Cancelled; RecsysError "too_little_to_train".
        """
        progress.report(0, 0, _JUDGING)
        replay = Replay.chosen(self.slices.gate, self.words, self.channels, self.half_life_days, progress)
        new_products, targets = NewProducts(replay, self.slices.gate_items), replay.targets()
        if min(len(targets), len(new_products.targets)) < FEWEST_CUSTOMERS:
            raise too_little()
        models = {"new": vectors, "active": self.channels.model}
        everything = {name: judge(replay.lists(texts, targets, progress), targets) for name, texts in models.items()}
        everything["popularity"] = judge(replay.bestseller_lists(targets), targets)
        spaces = {name: new_products.space(texts, progress) for name, texts in models.items()}
        among_new = {name: new_products.judge(spaces[name], texts, progress) for name, texts in models.items()}
        among_new["popularity"] = new_products.judge_bestsellers(spaces["active"], self.channels.model, progress)
        return judgement_of(everything, among_new)


def too_little() -> RecsysError:
    """The error of a shop whose behaviour is too little to learn from, or to tell whether anything was learnt."""
    return RecsysError(
        "too_little_to_train",
        message("train", "There is too little behaviour yet to train and to judge the result. Your model is unchanged."),
        message("train", "Import more orders: some hundred, of at least some dozen customers who came back, are a start."),
    )
