"""The one button: the language model learns from the shop, is judged on weeks it has not seen, and is used only if better."""

from __future__ import annotations

import shutil
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from recsys_desktop.domain.entities import Float32Array, Int64Array, ModelVersion
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import Text
from recsys_desktop.engine.text.item_text import text_hash
from recsys_desktop.engine.training.changes import ParameterChange
from recsys_desktop.services.encoding import encode_catalogue, encode_sentences, load_encoder
from recsys_desktop.services.fitting import fit
from recsys_desktop.services.learning.judgement import Judgement
from recsys_desktop.services.learning.model_versions import KEPT, drop_refused
from recsys_desktop.services.learning.training_material import DEFAULT_EPOCHS, Material
from recsys_desktop.services.learning.training_time import work_of
from recsys_desktop.services.shop import Shop
from recsys_desktop.store.runs import TRAINING

if TYPE_CHECKING:
    from recsys_desktop.engine.text.encoder import TextEncoder

__all__ = ["ParameterChange", "TrainingPlan", "TrainingReport", "activate", "train"]  # the first is part of a report

#: Where an unfinished training stands, in the shop's folder.
CHECKPOINT = "training.checkpoint"


@dataclass(frozen=True)
class TrainingPlan:
    """What the person may choose: rounds at most (None: as many as help, up to sixteen) and the seed of all chance."""

    epochs: int | None = None
    seed: int = 0


@dataclass(frozen=True)
class TrainingReport:
    """A judged training. ``model_version`` is the one now in use; ``metrics`` has "new", "active" and "popularity".

    ``learnt`` is the version that was learnt, in use or not, ``previous`` the one in use before.

    Each holds "ndcg@10", "recall@20" and "hit_rate@10" over all products as (mean, lower, upper 95 % bound), and the same among
    new products under "new_products". ``difference`` is new - active in NDCG@10 among new products, ``customers`` those who took
    one. ``parameters`` are all that learnt.
    """

    model_version: int
    kept: bool
    metrics: dict[str, dict[str, object]]
    difference: tuple[float, float, float]
    verdict: Text
    parameters: tuple[ParameterChange, ...]
    customers: int
    seconds: float
    learnt: int = 0
    previous: int = 1


def train(shop: Shop, plan: TrainingPlan, progress: Progress) -> TrainingReport:
    """Fine-tune the language model on the shop and switch to the result if it is better. Publishes CurvePoints.

    Every training starts from the model that the one in use was first made of, so that nothing is learnt twice and a customer
    who was erased leaves no trace in the next version. It learns from behaviour before the last two windows and from the staff's
    answers; the first window stops it, the second judges it (see :mod:`recsys_desktop.engine.training.slices`).

    A result that is not better is kept beside the others, for a person who wants it all the same, until the next training.

    One that was cancelled or killed goes on from its last checkpoint when the same training is asked for again.

    Raises: Cancelled and RecsysError (too_little_to_train, training_diverged, ...); the model in use stays in use.
    """
    began = time.perf_counter()
    active = shop.model_versions.active()
    material = Material.read(shop, progress)
    encoder = load_encoder(shop, _root(shop, active).number)
    checkpoint = shop.data_dir / CHECKPOINT
    run = shop.runs.start(TRAINING, asdict(plan), plan.seed)
    try:
        trained = material.learn(encoder, plan.epochs or DEFAULT_EPOCHS, plan.seed, progress, checkpoint)
        shop.runs.add_points(run, trained.points)
        vectors = encoder.encode(material.texts, progress)
        judgement = material.judge(vectors, progress)
    except RecsysError as error:
        checkpoint.unlink(missing_ok=True)
        shop.runs.finish(run, {"kept": False, "failed": error.code}, None)
        raise
    read = _Read(material.words.item_keys, material.texts, vectors)
    learnt = _keep(shop, encoder, active, judgement, read, progress)
    checkpoint.unlink(missing_ok=True)
    shop.runs.finish(
        run, _outcome(shop, judgement, trained.parameters, active.number, learnt), learnt if judgement.better else None
    )
    return TrainingReport(
        learnt if judgement.better else active.number,
        judgement.better,
        judgement.metrics,
        judgement.new_products,
        judgement.verdict,
        trained.parameters,
        judgement.customers,
        time.perf_counter() - began,
        learnt,
        active.number,
    )


def _outcome(
    shop: Shop, judgement: Judgement, parameters: Sequence[ParameterChange], previous: int, learnt: int
) -> dict[str, object]:
    """Return what is remembered of a training: enough to tell of it again, in any language, and to say how long the next takes."""
    return {
        "kept": judgement.better,
        "metrics": judgement.metrics,
        "difference": judgement.new_products,
        "hits": judgement.hits,
        "customers": judgement.customers,
        "previous": previous,
        "learnt": learnt,
        "verdict": str(judgement.verdict),
        "work": work_of(shop),
        "parameters": [[change.name, change.norm_before, change.norm_of_change] for change in parameters],
    }


def activate(shop: Shop, number: int, progress: Progress) -> None:
    """Go back, or forward, to another model version: read what it has not read yet, then switch model and lists at one stroke.

    Raises: Cancelled, RecsysError; the version in use stays in use then.
    """
    encode_catalogue(shop, progress, number)
    encode_sentences(shop, progress, number)
    fit(shop, progress, number)


@dataclass(frozen=True)
class _Read:
    """The catalogue as the new model read it when it was judged."""

    keys: Int64Array
    texts: list[str]
    vectors: Float32Array


def _keep(shop: Shop, encoder: TextEncoder, parent: ModelVersion, judgement: Judgement, read: _Read, progress: Progress) -> int:
    """Save the model and what it has read; if it is better, switch to it. What was begun is removed where any of it fails."""
    folder = Path("models") / f"m{time.time_ns()}"
    number: int | None = None
    try:
        encoder.save(shop.data_dir / folder, folder.name)
        found = {**judgement.metrics, KEPT: judgement.better}
        number = shop.model_versions.add("trained", folder.as_posix(), parent.number, found).number
        shop.vectors.put_many(number, read.keys, [text_hash(text) for text in read.texts], read.vectors)
        if judgement.better:
            activate(shop, number, progress)
    except BaseException:
        if number is not None:
            shop.model_versions.delete(number)
        shutil.rmtree(shop.data_dir / folder, ignore_errors=True)
        raise
    drop_refused(shop, but=(number, parent.number))
    return number


def _root(shop: Shop, version: ModelVersion) -> ModelVersion:
    """Return the model that was not trained here: the bundled one, or one the person chose."""
    while version.parent is not None:
        version = shop.model_versions.get(version.parent)
    return version
