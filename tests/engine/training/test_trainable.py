from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Cancelled, Progress
from recsys_desktop.engine.text.encoder import TextEncoder
from recsys_desktop.engine.training.trainable import TrainableEncoder
from tests.language_models import tiny_encoder

TEXTS = ["red mug", "a green garden lantern and a blue plate", "kitchen", "red mug"]
ALL = np.arange(len(TEXTS))


@pytest.fixture
def encoder(tmp_path: Path) -> TextEncoder:
    return tiny_encoder(tmp_path / "tiny")


def _opened(encoder: TextEncoder) -> TrainableEncoder:
    model = TrainableEncoder(encoder, layers=1, most_tokens=48)
    model.read(TEXTS, Progress())
    return model


def test_before_training_it_reads_as_the_encoder_does(encoder: TextEncoder) -> None:
    expected = encoder.encode(TEXTS, Progress())
    # The lower layers' output is kept in bfloat16: three significant digits.
    np.testing.assert_allclose(_opened(encoder).all_vectors(ALL, Progress()), expected, atol=5e-3)


def test_opening_adds_a_head_that_changes_nothing(encoder: TextEncoder) -> None:
    expected = encoder.encode(TEXTS, Progress())
    _opened(encoder)
    np.testing.assert_allclose(encoder.encode(TEXTS, Progress()), expected, atol=1e-6)


def test_only_the_top_layer_and_the_head_are_open(encoder: TextEncoder) -> None:
    names = [name for name, _ in _opened(encoder).named_parameters()]
    assert any("layer.1." in name for name in names)
    assert all("layer.1." in name or name.endswith("linear.weight") for name in names)
    assert len([name for name in names if "layer.1." in name]) == 16


def test_gradients_reach_what_is_open_and_training_changes_the_encoder(encoder: TextEncoder) -> None:
    before = encoder.encode(TEXTS, Progress())
    frozen = {name: value.clone() for name, value in encoder.model.named_parameters()}
    model = _opened(encoder)
    optimiser = torch.optim.SGD([value for _, value in model.named_parameters()], lr=0.1)
    vectors = model.vectors(ALL)
    vectors[0].dot(torch.ones(32)).backward()
    assert all(value.grad is not None for _, value in model.named_parameters())
    optimiser.step()
    opened = dict(model.named_parameters())
    after = encoder.encode(TEXTS, Progress())
    assert not np.allclose(after, before, atol=1e-4)
    np.testing.assert_allclose(model.all_vectors(ALL, Progress()), after, atol=5e-3)
    for name, value in encoder.model.named_parameters():
        if name not in opened:
            assert torch.equal(value, frozen[name])


def test_a_second_opening_goes_on_with_the_head(encoder: TextEncoder) -> None:
    first = _opened(encoder)
    with torch.no_grad():
        first.head_weight.mul_(2.0)
    second = _opened(encoder)
    assert second.head_weight is first.head_weight
    assert second.head_shift().item() == 0.0


def test_sparing_memory_changes_neither_vectors_nor_gradients(encoder: TextEncoder) -> None:
    model = _opened(encoder)
    model.train(True)
    results = []
    for sparing in (False, True):
        assert not sparing or model.spare_memory()
        torch.manual_seed(0)  # the same dropout
        model.encoder.model.zero_grad()  # lets go of the gradients, which stay as they are
        vectors = model.vectors(ALL)
        (vectors @ vectors.T).square().mean().backward()
        results.append([vectors.detach(), *(value.grad for _, value in model.named_parameters())])
    for plain, spared in zip(*results, strict=True):
        torch.testing.assert_close(plain, spared, atol=1e-6, rtol=1e-5)
    assert not model.spare_memory()


def test_sparing_memory_keeps_less_for_the_way_back(encoder: TextEncoder) -> None:
    model = _opened(encoder)
    kept = []
    for sparing in (False, True):
        assert not sparing or model.spare_memory()
        numbers = [0]

        def pack(tensor: torch.Tensor, numbers: list[int] = numbers) -> torch.Tensor:
            numbers[0] += tensor.numel()
            return tensor

        with torch.autograd.graph.saved_tensors_hooks(pack, lambda tensor: tensor):
            model.vectors(ALL)
        kept.append(numbers[0])
    assert kept[1] < kept[0] / 4


def test_dropout_works_on_the_open_layers_while_training_only(encoder: TextEncoder) -> None:
    model = _opened(encoder)
    model.train(True)
    first, second = (model.vectors(ALL).detach() for _ in range(2))
    assert not torch.allclose(first, second, atol=1e-3)
    np.testing.assert_array_equal(model.all_vectors(ALL, Progress()), model.all_vectors(ALL, Progress()))


@pytest.mark.parametrize(("able", "precision"), [(True, torch.bfloat16), (False, None)])
def test_a_card_computes_in_bfloat16_where_it_is_made_for_it(
    encoder: TextEncoder, monkeypatch: pytest.MonkeyPatch, able: bool, precision: torch.dtype | None
) -> None:
    model = _opened(encoder)
    asked: list[tuple[str, torch.dtype]] = []
    monkeypatch.setattr(TrainableEncoder, "device", torch.device("cuda"))
    monkeypatch.setattr(torch.cuda, "is_bf16_supported", lambda including_emulation: able and not including_emulation)
    monkeypatch.setattr(torch, "autocast", lambda device, dtype: asked.append((device, dtype)))
    model._half_precision()
    assert asked == ([("cuda", precision)] if able else [])


def test_head_shift_is_the_squared_distance_from_the_start(encoder: TextEncoder) -> None:
    model = _opened(encoder)
    with torch.no_grad():
        model.head_weight[0, 1] += 3.0
        model.head_weight[2, 2] += 4.0
    assert model.head_shift().item() == pytest.approx(25.0)


def test_a_saved_trained_model_reads_the_same(encoder: TextEncoder, tmp_path: Path) -> None:
    model = _opened(encoder)
    with torch.no_grad():
        model.head_weight.add_(torch.randn(32, 32))
    expected = encoder.encode(TEXTS, Progress())
    encoder.save(tmp_path / "v2", "second")
    np.testing.assert_allclose(TextEncoder.load(tmp_path / "v2").encode(TEXTS, Progress()), expected, atol=1e-5)


def test_reading_hears_a_cancel(encoder: TextEncoder) -> None:
    model = TrainableEncoder(encoder, layers=1, most_tokens=48)
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        model.read(TEXTS, progress)


def test_a_transformer_with_fewer_layers_is_refused(encoder: TextEncoder) -> None:
    with pytest.raises(RecsysError) as caught:
        TrainableEncoder(encoder, layers=3, most_tokens=48)
    assert caught.value.code == "model_not_trainable"
