from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from recsys_desktop.domain.entities import CurvePoint, Float32Array
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Cancelled, Progress, ProgressState
from recsys_desktop.engine.training import trainer
from recsys_desktop.engine.training.checkpoint import Checkpoint
from recsys_desktop.engine.training.objectives.base import Batch, Wordings
from recsys_desktop.engine.training.objectives.in_batch import InBatchNegatives
from recsys_desktop.engine.training.objectives.labelled import LabelledMargin
from recsys_desktop.engine.training.objectives.neighbour_keys import NeighbourKeys
from recsys_desktop.engine.training.pairs import LabelledPairs, TextPairs
from recsys_desktop.engine.training.trainable import TrainableEncoder
from recsys_desktop.engine.training.trainer import Recipe, Trained, fine_tune
from tests.language_models import tiny_encoder

#: Mugs go with plates, lanterns with the garden.
TEXTS = ["red mug", "blue mug", "green plate", "kitchen plate", "red lantern", "blue lantern", "garden", "green garden"]
PAIRS = TextPairs(np.array([0, 1, 4, 5]), np.array([2, 3, 6, 7]), np.ones(4, np.float32))
ALL = np.arange(len(TEXTS))


@pytest.fixture
def model(tmp_path: Path) -> TrainableEncoder:
    return opened(tmp_path / "tiny")


def opened(folder: Path) -> TrainableEncoder:
    made = TrainableEncoder(tiny_encoder(folder), layers=1, most_tokens=48)
    made.read(TEXTS, Progress())
    return made


def pairs_closeness(vectors: Float32Array) -> dict[str, float]:
    """Mean cosine of the pairs above that of all: goes up while the pairs are learnt."""
    close = (vectors[PAIRS.anchors] * vectors[PAIRS.positives]).sum(axis=1).mean()
    return {"ndcg@10": float(close - (vectors @ vectors.T).mean())}


def learnt(
    model: TrainableEncoder,
    *,
    steps: int = 30,
    seed: int = 0,
    validate: Callable[[Float32Array], dict[str, float]] = pairs_closeness,
    progress: Progress | None = None,
    objective: object = None,
    every: int = 5,
) -> Trained:
    recipe = Recipe(steps=steps, validate_every=every, seed=seed, layer_rate=1e-3, head_rate=5e-3)
    chosen = objective or InBatchNegatives(PAIRS, weight=1.0, batch=8)
    return fine_tune(model, [chosen], ALL, validate, recipe, progress or Progress())  # type: ignore[list-item]  # stand-ins too


def test_it_learns_what_belongs_together(model: TrainableEncoder) -> None:
    points: list[CurvePoint] = []
    trained = learnt(model, progress=Progress(None, points.append))  # type: ignore[arg-type]  # only points
    assert trained.best_value > trained.start_value + 0.1
    losses = [point.value for point in points if point.curve == "loss"]
    assert [point.step for point in points if point.curve == "loss"] == list(range(1, 31))
    assert [point.step for point in points if point.curve == "ndcg@10"] == [0, 5, 10, 15, 20, 25, 30]
    assert np.mean(losses[-5:]) < np.mean(losses[:5])
    assert tuple(points) == trained.points


def test_what_changed_is_told_by_name_and_norm(model: TrainableEncoder) -> None:
    before = {name: value.detach().clone() for name, value in model.named_parameters()}
    trained = learnt(model, steps=5)
    after = dict(model.named_parameters())
    assert {change.name for change in trained.parameters} == set(before)
    for change in trained.parameters:
        assert change.norm_before == pytest.approx(float(before[change.name].norm()))
        assert change.norm_of_change == pytest.approx(float((after[change.name].detach() - before[change.name]).norm()))
        assert change.norm_of_change > 0 or "key.bias" in change.name  # a shift of all attention scores changes nothing
    assert any("encoder.layer.1.attention" in change.name for change in trained.parameters)


def test_the_same_seed_gives_the_same_weights(tmp_path: Path) -> None:
    results = []
    for number, seed in enumerate((3, 3, 4)):
        model = opened(tmp_path / str(number))
        learnt(model, steps=6, seed=seed)
        results.append(model.all_vectors(ALL, Progress()))
    np.testing.assert_array_equal(results[0], results[1])
    assert not np.array_equal(results[0], results[2])


def test_the_best_step_is_restored_and_patience_ends_the_run(model: TrainableEncoder) -> None:
    values = iter([0.5, 0.1, 0.4, 0.3, 0.2, 0.2, 0.1, 0.9])
    seen: list[Float32Array] = []

    def validate(vectors: Float32Array) -> dict[str, float]:
        seen.append(vectors)
        return {"ndcg@10": next(values)}

    trained = learnt(model, steps=100, validate=validate, every=2)
    # Best at the second validation (step 4); four in a row are not better. The mark before training is not restored.
    assert (trained.best_step, trained.best_value, trained.start_value, trained.steps) == (4, 0.4, 0.5, 12)
    np.testing.assert_allclose(model.all_vectors(ALL, Progress()), seen[2], atol=1e-6)


class _Odd:
    """An objective whose loss is made by hand."""

    weight = 1.0
    memory = ()

    def __init__(self, loss: Callable[[Tensor], Tensor]) -> None:
        self._loss = loss

    def draw(self, random: np.random.Generator) -> Batch:  # noqa: ARG002  # the interface's
        return Batch((ALL,))

    def loss(self, batch: Batch, vectors: tuple[Tensor, ...]) -> Tensor:  # noqa: ARG002  # the interface's
        return self._loss(vectors[0])


@pytest.mark.parametrize(
    "loss",
    [lambda v: v.sum() * float("nan"), lambda v: v.sum() * float("inf"), lambda v: torch.sqrt(v.sum() * 0.0)],
    ids=["nan", "infinite", "infinite gradient"],
)
def test_a_loss_or_gradient_that_is_no_number_stops_the_run(model: TrainableEncoder, loss: Callable[[Tensor], Tensor]) -> None:
    with pytest.raises(RecsysError) as caught:
        learnt(model, objective=_Odd(loss))
    assert caught.value.code == "training_diverged"


def test_a_loss_that_runs_away_stops_the_run(model: TrainableEncoder) -> None:
    growing = iter([1.0, 1.0, 11.0])
    with pytest.raises(RecsysError) as caught:
        learnt(model, objective=_Odd(lambda v: v.sum() * 0.0 + next(growing)))
    assert caught.value.code == "training_diverged"


def test_a_model_that_makes_all_texts_alike_stops_the_run(model: TrainableEncoder) -> None:
    with pytest.raises(RecsysError) as caught:
        learnt(model, objective=_Odd(lambda v: (1.0 - v @ v.T).mean()), steps=400)
    assert caught.value.code == "training_collapsed"


@pytest.mark.parametrize("failure", [torch.OutOfMemoryError, torch.AcceleratorError])
def test_a_failing_card_hands_over_to_the_processor(
    model: TrainableEncoder, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, failure: type[Exception]
) -> None:
    model.spare_memory()  # tried before
    calls = [0]

    def failing_once(vectors: Tensor) -> Tensor:
        calls[0] += 1
        if calls[0] == 3:
            raise failure("card")
        return (vectors @ vectors.T).mean()

    monkeypatch.setattr(TrainableEncoder, "fall_back", lambda _: True)
    states: list[ProgressState] = []
    assert learnt(model, steps=5, objective=_Odd(failing_once), progress=Progress(states.append)).steps == 5
    assert calls[0] == 6
    assert any("going on with the processor" in str(state.message) for state in states)
    assert "continues on the processor" in caplog.text


def test_a_full_card_spares_memory_first(model: TrainableEncoder, caplog: pytest.LogCaptureFixture) -> None:
    calls = [0]

    def full_once(vectors: Tensor) -> Tensor:
        calls[0] += 1
        if calls[0] == 3:
            raise torch.OutOfMemoryError("card")
        return (vectors @ vectors.T).mean()

    assert learnt(model, steps=5, objective=_Odd(full_once)).steps == 5
    assert calls[0] == 6
    assert not model.spare_memory()  # it does already
    assert "continues on the processor" not in caplog.text


def test_layers_decay_and_the_head_does_not(model: TrainableEncoder) -> None:
    """Without a gradient, one step at the full rate shrinks a layer's numbers by rate times decay."""
    recipe = Recipe(steps=1, validate_every=1, seed=0, layer_rate=0.01, head_rate=0.01, weight_decay=0.5, head_penalty=0.0)
    fine_tune(model, [_Odd(lambda v: v.sum() * 0.0)], ALL, pairs_closeness, recipe, Progress())
    for name, value in model.named_parameters():
        factor = 1.0 if value is model.head_weight else 1.0 - 0.01 * 0.5
        torch.testing.assert_close(value.detach(), factor * model.start[name], msg=name)


def test_the_rate_warms_up_and_falls_to_nothing(model: TrainableEncoder) -> None:
    optimiser, schedule = trainer._optimiser(model, Recipe(steps=20, validate_every=5, seed=0, layer_rate=1.0, warm_up=0.2))
    rates = []
    for _ in range(20):
        rates.append(optimiser.param_groups[0]["lr"])
        optimiser.step()
        schedule.step()
    # Four steps up by quarters, then down by sixteenths.
    assert rates == pytest.approx([0.25, 0.5, 0.75, 1.0, *(left / 16 for left in range(16, 0, -1))])


def test_large_gradients_are_cut(model: TrainableEncoder, monkeypatch: pytest.MonkeyPatch) -> None:
    norms: list[float] = []
    step = torch.optim.AdamW.step

    def watch(optimiser: torch.optim.AdamW, *arguments: object) -> object:
        gradients = [value.grad for group in optimiser.param_groups for value in group["params"]]
        norms.append(float(torch.stack([gradient.norm() for gradient in gradients]).norm()))
        return step(optimiser, *arguments)

    monkeypatch.setattr(torch.optim.AdamW, "step", watch)
    learnt(model, steps=2, objective=_Odd(lambda v: 1000.0 * (v[0] @ v[1])), every=2)
    assert norms == pytest.approx([1.0, 1.0], abs=1e-3)


def test_memory_running_out_on_the_processor_is_not_hidden(model: TrainableEncoder) -> None:
    def full(_: Tensor) -> Tensor:
        raise torch.OutOfMemoryError("full")

    with pytest.raises(torch.OutOfMemoryError):
        learnt(model, objective=_Odd(full))


def test_a_cancel_is_heard_between_steps(model: TrainableEncoder) -> None:
    steps: list[float] = []
    progress = Progress()

    def watch(_: object) -> None:
        steps.append(time.monotonic())
        if len(steps) == 4:
            progress.cancel()

    progress._on_partial = watch
    with pytest.raises(Cancelled):
        learnt(model, progress=progress, steps=1000)
    assert len(steps) == 4
    assert time.monotonic() - steps[-1] < 0.5


def _with_checkpoint(folder: Path, path: Path, *, signature: str = "this", stop_at: int | None = None) -> Float32Array:
    """Train on pairs and neighbours with dropout, cancelled after so many steps; returns the vectors."""
    model, progress = opened(folder), Progress()
    progress._on_partial = lambda point: progress.cancel() if (point.curve, point.step) == ("loss", stop_at) else None
    texts = model.all_vectors(ALL, Progress())
    keys = np.random.default_rng(0).standard_normal((len(ALL), 5)).astype(np.float32)
    neighbours = NeighbourKeys(Wordings(ALL), keys, texts, weight=1.0, batch=4, neighbours=3, temperature=0.1)
    recipe = Recipe(steps=12, validate_every=3, seed=0, layer_rate=1e-3, head_rate=5e-3)
    objectives = [InBatchNegatives(PAIRS, weight=1.0, batch=4), neighbours]
    trained = fine_tune(model, objectives, ALL, pairs_closeness, recipe, progress, Checkpoint(path, signature))
    assert [point.step for point in trained.points if point.curve == "loss"] == list(range(1, 13))
    assert [point.step for point in trained.points if point.curve == "ndcg@10"] == [0, 3, 6, 9, 12]
    return model.all_vectors(ALL, Progress())


def test_a_training_that_was_broken_off_ends_as_if_it_had_not_been(tmp_path: Path) -> None:
    whole = _with_checkpoint(tmp_path / "a", tmp_path / "whole")
    with pytest.raises(Cancelled):
        _with_checkpoint(tmp_path / "b", tmp_path / "broken", stop_at=8)
    np.testing.assert_array_equal(_with_checkpoint(tmp_path / "c", tmp_path / "broken"), whole)


def test_another_training_does_not_go_on_from_it(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        _with_checkpoint(tmp_path / "a", tmp_path / "broken", stop_at=8)
    with pytest.raises(Cancelled):  # the second step comes again
        _with_checkpoint(tmp_path / "b", tmp_path / "broken", signature="other", stop_at=2)


def test_answers_move_their_margins(tmp_path: Path) -> None:
    """The same seed with and without the answers: what was liked is nearer its sentence, what was not liked is farther."""
    answered = LabelledPairs(np.array([0, 0, 1, 1]), np.array([4, 6, 5, 7]), np.array([1, -1, 1, -1], np.float32))
    margins = []
    for number, answers in enumerate(([], [LabelledMargin(answered, len(TEXTS), weight=1.0, batch=8)])):
        model = opened(tmp_path / str(number))
        recipe = Recipe(steps=20, validate_every=20, seed=0, layer_rate=1e-3, head_rate=5e-3)
        fine_tune(model, [InBatchNegatives(PAIRS, weight=1.0, batch=8), *answers], ALL, pairs_closeness, recipe, Progress())
        cosines = (trained := model.all_vectors(ALL, Progress())) @ trained.T
        margins.append((cosines - cosines.mean(axis=1, keepdims=True))[answered.sentences, answered.items])
    assert (answered.labels * (margins[1] - margins[0]) > 0).all()
