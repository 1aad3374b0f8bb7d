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
