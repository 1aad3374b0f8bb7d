"""The one button: the language model learns from the shop, is judged on weeks it has not seen, and is kept only if better."""

from __future__ import annotations

import shutil
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from recsys_desktop.domain.entities import Float32Array, InteractionArrays, ModelVersion
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import Text, message
from recsys_desktop.engine.evaluation import bootstrap, paired_bootstrap
from recsys_desktop.engine.history import Float64Array
from recsys_desktop.engine.judging import NewProducts, Replay, Words
from recsys_desktop.engine.text.customer_sentences import ItemWords
from recsys_desktop.services.encoding import (
    catalogue_texts,
    encode_catalogue,
    encode_sentences,
    item_words,
    load_encoder,
)
from recsys_desktop.services.fitting import catalogue_words, fit, stored_texts
from recsys_desktop.services.shop import Shop
from recsys_desktop.services.training_log import TRAINING
from recsys_desktop.settings import HALF_LIFE_DAYS

if TYPE_CHECKING:
    from recsys_desktop.engine.text.encoder import TextEncoder
    from recsys_desktop.engine.training.slices import Slices
    from recsys_desktop.engine.training.trainer import Trained

#: Customers needed to stop a training and to judge it; with fewer, chance decides.
FEWEST_CUSTOMERS = 20
_DEFAULT_EPOCHS = 12
#: Steps between two validations at least: a small shop's products are looked at several times.
_FEWEST_STEPS = 8
#: Upper layers that learn, and tokens read of a text while learning: titles come first, and more costs time.
_LAYERS, _MOST_TOKENS = 2, 48
_READING = message("train", "Looking at what customers did")
_JUDGING = message("train", "Comparing the new model with the one in use")


@dataclass(frozen=True)
class TrainingPlan:
    """What the person may choose: rounds at most (None: as many as help, up to twelve) and the seed of all chance."""

    epochs: int | None = None
    seed: int = 0


@dataclass(frozen=True)
class ParameterChange:
    """A trained parameter: its norm before, and the norm of its change."""

    name: str
    norm_before: float
    norm_of_change: float


@dataclass(frozen=True)
class TrainingReport:
    """A judged training. ``model_version`` is the one now in use; ``metrics`` has "new", "active" and "popularity".

    Each holds "ndcg@10", "recall@20" and "hit_rate@10" over all products as [mean, lower, upper 95 % bound], and the same under
    "new_products" (not for popularity: nobody has bought a new product). ``difference`` is new - active in NDCG@10 on new products.
    """

    model_version: int
    kept: bool
    metrics: dict[str, dict[str, object]]
    difference: tuple[float, float, float]
    verdict: Text
    parameters: tuple[ParameterChange, ...]
    customers: int
    seconds: float


@dataclass(frozen=True)
class _Judgement:
    """Both models on the weeks that neither has learnt from."""

    metrics: dict[str, dict[str, object]]
    new_products: tuple[float, float, float]  # new - active, NDCG@10 among new products
    all_products: tuple[float, float, float]  # new - active, NDCG@10 over all products
    hits: dict[str, int]
    customers: int

    @property
    def better(self) -> bool:
        """The rule, written before any result was seen.

        Keep the new model if, customer by customer on weeks it has not seen, its lists of new products are better with the 95 %
        interval of the NDCG@10 difference above 0, and its lists over all products are not worse beyond chance.
        """
        return self.new_products[1] > 0 and self.all_products[2] >= 0


def train(shop: Shop, plan: TrainingPlan, progress: Progress) -> TrainingReport:
    """Fine-tune the active model on the shop and switch to the result if it is better. Publishes CurvePoints.

    The model learns from behaviour before the last two windows and from the staff's answers; the first window stops the training,
    the second judges it (see :mod:`recsys_desktop.engine.training.slices`).

    Raises: Cancelled and RecsysError (too_little_to_train, training_failed); the model in use stays in use.
    """
    began = time.perf_counter()
    active = shop.model_versions.active().number
    material = _Material.read(shop, progress)
    encoder = load_encoder(shop, active)
    run = shop.runs.start(TRAINING, asdict(plan), plan.seed)
    result = material.learn(encoder, plan, progress)
    shop.runs.add_points(run, result.points)
    judgement = material.judge(encoder, progress)
    kept = judgement.better
    version = _promote(shop, encoder, active, judgement.metrics, progress).number if kept else active
    report = TrainingReport(
        version,
        kept,
        judgement.metrics,
        judgement.new_products,
        _verdict(kept, judgement),
        tuple(ParameterChange(one.name, one.norm_before, one.norm_of_change) for one in result.parameters),
        judgement.customers,
        time.perf_counter() - began,
    )
    outcome = {"kept": kept, "metrics": report.metrics, "difference": report.difference, "verdict": str(report.verdict)}
    shop.runs.finish(run, outcome, version if kept else None)
    return report


def activate(shop: Shop, number: int, progress: Progress) -> None:
    """Go back, or forward, to another model version: read what it has not read yet, then switch model and lists at one stroke.

    Raises: Cancelled, RecsysError; the version in use stays in use then.
    """
    encode_catalogue(shop, progress, number)
    encode_sentences(shop, progress, number)
    fit(shop, progress, number)


@dataclass(frozen=True)
class _Material:
    """A shop cut into what is learnt from, what stops the training, and what judges it; text vectors of the model in use."""

    slices: Slices
    feedback: InteractionArrays
    words: Words
    named: ItemWords
    texts: list[str]
    vectors: Float32Array
    half_life_days: float

    @classmethod
    def read(cls, shop: Shop, progress: Progress) -> _Material:
        from recsys_desktop.engine.training.slices import slice_behaviour

        encode_catalogue(shop, progress)
        progress.report(0, 0, _READING)
        keys, texts = catalogue_texts(shop)
        feedback = shop.feedback.load()
        slices = slice_behaviour(shop.interactions.load(), feedback)
        vectors = stored_texts(shop, shop.model_versions.active().number, keys)
        if vectors is None or not len(slices.train):
            raise _too_little()
        half_life = float(shop.settings.get(HALF_LIFE_DAYS))
        return cls(slices, feedback, Words(*catalogue_words(shop)), item_words(shop), texts, vectors, half_life)

    def learn(self, encoder: TextEncoder, plan: TrainingPlan, progress: Progress) -> Trained:
        """Fine-tune ``encoder`` itself, validated on products played as new in the first window."""
        from recsys_desktop.engine.training.lesson import make_objectives, make_pool, steps_of_epoch
        from recsys_desktop.engine.training.trainable import TrainableEncoder
        from recsys_desktop.engine.training.trainer import Recipe, fine_tune

        keys, slices = self.words.item_keys, self.slices
        pool = make_pool(keys, self.texts, self.named, slices.train, self.feedback, slices.validation_items, plan.seed)
        seen = self.words.of(pool.items)
        stopping = NewProducts(
            Replay(slices.validation, seen, self.half_life_days), np.r_[slices.validation_items, slices.gate_items]
        )
        if len(stopping.targets) < FEWEST_CUSTOMERS:
            raise _too_little()
        start = self.vectors[pool.items]
        space = stopping.space(start, progress)
        learnt = Replay(slices.validation, seen, self.half_life_days).fitted(start, slices.train, progress)
        model = TrainableEncoder(encoder, _LAYERS, _MOST_TOKENS)
        model.read(pool.texts, progress)

        def validate(vectors: Float32Array) -> dict[str, float]:
            judged = stopping.judge(space, vectors, progress)
            return {"ndcg@10": float(judged["ndcg@10"].mean()), "recall@10": float(judged["hit_rate@10"].mean())}

        epoch = max(steps_of_epoch(learnt), _FEWEST_STEPS)
        steps = (plan.epochs or _DEFAULT_EPOCHS) * epoch
        recipe = Recipe(steps=steps, validate_every=epoch, seed=plan.seed)
        rows = np.arange(len(pool.items))
        return fine_tune(model, make_objectives(pool, learnt), rows, validate, recipe, progress)

    def judge(self, encoder: TextEncoder, progress: Progress) -> _Judgement:
        """Compare the new model with the one in use in the second window."""
        progress.report(0, 0, _JUDGING)
        replay = Replay(self.slices.gate, self.words, self.half_life_days)
        new_products = NewProducts(replay, self.slices.gate_items)
        targets = replay.targets()
        if min(len(targets), len(new_products.targets)) < FEWEST_CUSTOMERS:
            raise _too_little()
        models = {"new": encoder.encode(self.texts, progress), "active": self.vectors}
        everything = {name: replay.judge_all(texts, targets, progress) for name, texts in models.items()}
        everything["popularity"] = replay.judge_bestsellers(targets)
        among_new = {
            name: new_products.judge(new_products.space(texts, progress), texts, progress) for name, texts in models.items()
        }
        metrics: dict[str, dict[str, object]] = {name: {**_intervals(values)} for name, values in everything.items()}
        for name, values in among_new.items():
            metrics[name]["new_products"] = _intervals(values)
        hits = {name: int(values["hit_rate@10"].sum()) for name, values in among_new.items()}
        return _Judgement(metrics, _difference(among_new), _difference(everything), hits, len(new_products.targets))


def _promote(shop: Shop, encoder: TextEncoder, parent: int, metrics: Mapping[str, object], progress: Progress) -> ModelVersion:
    """Save the model, read the catalogue with it, then switch; what was begun is removed where any of it fails."""
    folder = Path("models") / f"m{time.time_ns()}"
    encoder.save(shop.data_dir / folder, folder.name)
    version = shop.model_versions.add("trained", folder.as_posix(), parent, metrics)
    try:
        activate(shop, version.number, progress)
    except BaseException:
        shop.model_versions.delete(version.number)
        shutil.rmtree(shop.data_dir / folder, ignore_errors=True)
        raise
    return version


def _difference(judged: Mapping[str, Mapping[str, Float64Array]]) -> tuple[float, float, float]:
    return paired_bootstrap(judged["new"]["ndcg@10"], judged["active"]["ndcg@10"], seed=0)


def _intervals(values: Mapping[str, Float64Array]) -> dict[str, tuple[float, float, float]]:
    return {name: bootstrap(np.asarray(per_user), seed=0) for name, per_user in values.items()}


def _verdict(kept: bool, judgement: _Judgement) -> Text:
    counts = {"new": judgement.hits["new"], "customers": judgement.customers, "active": judgement.hits["active"]}
    if kept:
        return message(
            "train",
            "Better than before, and now in use: of {customers} customers who bought a product that was new to the lists, "
            "{new} would have seen it; before {active}.",
        ).fill(**counts)
    if judgement.new_products[1] > 0:
        return message(
            "train",
            "Better for new products ({new} instead of {active} of {customers} customers), but worse for all others. Your previous "
            "model is still in use.",
        ).fill(**counts)
    return message(
        "train",
        "Not better beyond chance: of {customers} customers who bought a product that was new to the lists, {new} would have "
        "seen it; before {active}. Your previous model is still in use.",
    ).fill(**counts)


def _too_little() -> RecsysError:
    return RecsysError(
        "too_little_to_train",
        message("train", "There is too little behaviour yet to train and to judge the result. Your model is unchanged."),
        message("train", "Import more orders: some hundred, of at least some dozen customers who came back, are a start."),
    )
