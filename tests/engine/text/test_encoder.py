from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Cancelled, Progress, ProgressState
from recsys_desktop.engine.text.encoder import TextEncoder
from recsys_desktop.engine.text.encoder_files import linear_head, read_model
from recsys_desktop.engine.text.model_files import HEAD_WEIGHTS, MANIFEST, WEIGHTS
from tests.language_models import bundled_encoder, tiny_encoder, write_tiny_model


@pytest.fixture
def tiny(tmp_path: Path) -> TextEncoder:
    return tiny_encoder(tmp_path / "tiny")


def test_the_bundled_model_reads_english() -> None:
    vectors = bundled_encoder().encode(["a red coffee mug", "crimson cup for coffee", "garden fence paint"], Progress())
    assert vectors.dtype == np.float32
    assert vectors.shape == (3, 384)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-6)
    assert vectors[0] @ vectors[1] > 0.5 > vectors[0] @ vectors[2]


def test_order_and_company_do_not_change_a_vector(tiny: TextEncoder) -> None:
    texts = ["red mug", "a much longer text about a green garden lantern", "plate", "red mug"]
    together = tiny.encode(texts, Progress())
    alone = np.vstack([tiny.encode([text], Progress()) for text in texts])
    np.testing.assert_allclose(together, alone, atol=2e-6)
    np.testing.assert_array_equal(together[0], together[3])


def test_equal_texts_are_encoded_once(tiny: TextEncoder, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    forward = TextEncoder._forward
    monkeypatch.setattr(TextEncoder, "_forward", lambda self, texts: (seen.extend(texts), forward(self, texts))[1])
    assert tiny.encode(["red mug", "plate", "red mug"], Progress()).shape == (3, 32)
    assert sorted(seen) == ["plate", "red mug"]


def test_blank_texts_say_nothing(tiny: TextEncoder) -> None:
    vectors = tiny.encode(["", "red mug", "  "], Progress())
    assert not vectors[0].any()
    assert not vectors[2].any()
    assert vectors[1].any()


def test_no_texts_give_no_rows(tiny: TextEncoder) -> None:
    assert tiny.encode([], Progress()).shape == (0, 32)


def test_chunks_tell_where_their_rows_belong(tiny: TextEncoder) -> None:
    texts = [f"mug {number}" for number in range(300)] + ["mug 7"]
    expected = tiny.encode(texts, Progress())
    chunks = list(tiny.chunks(texts, Progress()))
    assert len(chunks) > 1
    assert sorted(int(position) for positions, _ in chunks for position in positions) == list(range(301))
    for positions, rows in chunks:
        np.testing.assert_allclose(rows, expected[positions], atol=2e-6)


def test_progress_counts_texts_and_ends_full(tiny: TextEncoder) -> None:
    states: list[ProgressState] = []
    tiny.encode(["red mug", "plate", "red mug"], Progress(states.append))
    assert str(states[0].message) == "Reading products: 0 of 3"
    assert str(states[-1].message) == "Reading products: 3 of 3"
    assert states[-1].done == states[-1].total == len("red mug") + len("plate") + 2 * 16


def test_a_cancel_is_heard_between_chunks(tiny: TextEncoder) -> None:
    progress = Progress()
    chunks = tiny.chunks([f"mug {number}" for number in range(2000)], progress)
    next(chunks)
    progress.cancel()
    with pytest.raises(Cancelled):
        next(chunks)


def test_memory_running_out_halves_the_chunk(tiny: TextEncoder, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"mug {number}" for number in range(50)]
    expected = tiny.encode(texts, Progress())
    sizes: list[int] = []
    forward = TextEncoder._forward

    def small_card(self: TextEncoder, chunk: list[str]) -> object:
        sizes.append(len(chunk))
        if len(chunk) > 10:
            raise torch.OutOfMemoryError
        return forward(self, chunk)

    monkeypatch.setattr(TextEncoder, "_forward", small_card)
    np.testing.assert_allclose(tiny.encode(texts, Progress()), expected, atol=2e-6)
    assert sizes[:4] == [50, 25, 12, 6]


@pytest.mark.parametrize("failure", [torch.OutOfMemoryError, torch.AcceleratorError])
def test_a_failing_card_hands_over_to_the_processor(
    tiny: TextEncoder, monkeypatch: pytest.MonkeyPatch, failure: type[Exception], caplog: pytest.LogCaptureFixture
) -> None:
    texts = ["red mug", "plate"]
    expected = tiny.encode(texts, Progress())
    forward = TextEncoder._forward
    on_card = [True]

    def forward_on_card(self: TextEncoder, chunk: list[str]) -> object:
        if on_card[0]:
            raise failure("card")
        return forward(self, chunk)

    monkeypatch.setattr(TextEncoder, "_forward", forward_on_card)
    monkeypatch.setattr(TextEncoder, "device", property(lambda _: torch.device("cuda" if on_card[0] else "cpu")))
    monkeypatch.setattr(tiny.model, "to", lambda device: on_card.__setitem__(0, device != "cpu"))
    states: list[ProgressState] = []
    np.testing.assert_allclose(tiny.encode(texts, Progress(states.append, interval=0.0)), expected, atol=2e-6)
    assert any("going on with the processor" in str(state.message) for state in states)
    assert "graphics card failed" in caplog.text


def test_half_precision_is_taken_only_when_measured_faster(tiny: TextEncoder, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"mug {number}" for number in range(600)]
    clock, seconds_of_half = [0.0], [1.0]
    forward = TextEncoder._forward

    def timed(self: TextEncoder, chunk: list[str]) -> object:
        clock[0] += seconds_of_half[0] if self._half else 2.0
        return forward(self, chunk)

    monkeypatch.setattr("recsys_desktop.engine.text.encoder.time.perf_counter", lambda: clock[0])
    monkeypatch.setattr(TextEncoder, "_forward", timed)
    tiny.choose_precision(texts)
    assert tiny._half is True
    seconds_of_half[0], tiny._half = 3.0, None
    tiny.choose_precision(texts)
    assert tiny._half is False


def test_half_precision_is_refused_when_not_close(tiny: TextEncoder, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]

    def crude(self: TextEncoder, chunk: list[str]) -> object:
        clock[0] += 1.0 if self._half else 2.0
        rows = np.zeros((len(chunk), 32), np.float32)
        rows[:, 1 if self._half else 0] = 1.0
        return rows

    monkeypatch.setattr("recsys_desktop.engine.text.encoder.time.perf_counter", lambda: clock[0])
    monkeypatch.setattr(TextEncoder, "_forward", crude)
    tiny.choose_precision([f"mug {number}" for number in range(600)])
    assert tiny._half is False


def test_a_saved_model_with_a_head_reads_the_same(tmp_path: Path) -> None:
    model = tiny_encoder(tmp_path / "tiny").model
    head = linear_head(32)
    torch.nn.init.normal_(head.linear.weight)
    with_head = TextEncoder(type(model)(modules=[model[0], model[1], head, model[2]], device="cpu"))
    folder = tmp_path / "店铺" / "v2"
    with_head.save(folder, "second")
    texts = ["red mug", "garden lantern"]
    np.testing.assert_allclose(TextEncoder.load(folder).encode(texts, Progress()), with_head.encode(texts, Progress()), atol=1e-6)
    assert json.loads((folder / MANIFEST).read_text())["name"] == "second"
    assert [path.name for path in folder.parent.iterdir()] == ["v2"]


def test_an_unfinished_save_is_replaced(tiny: TextEncoder, tmp_path: Path) -> None:
    folder = tmp_path / "models" / "v2"
    (tmp_path / "models" / ".v2.unfinished").mkdir(parents=True)
    (tmp_path / "models" / ".v2.unfinished" / "half").write_text("x")
    tiny.save(folder, "second")
    TextEncoder.load(folder)


@pytest.mark.parametrize("stops_at", range(1, 12))
def test_a_crash_during_a_save_leaves_nothing_that_loads(
    tiny: TextEncoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stops_at: int
) -> None:
    """Fail at the n-th flush to the disk: the folder is either whole or not there."""
    calls = [0]
    flush = os.fsync

    def failing(handle: int) -> None:
        calls[0] += 1
        if calls[0] == stops_at:
            raise OSError("no space left")
        flush(handle)

    monkeypatch.setattr("os.fsync", failing)
    folder = tmp_path / "models" / "v2"
    try:
        tiny.save(folder, "second")
    except OSError:
        if not folder.exists():
            return
    TextEncoder.load(folder)


def test_a_changed_saved_model_is_refused(tiny: TextEncoder, tmp_path: Path) -> None:
    folder = tmp_path / "v2"
    tiny.save(folder, "second")
    weights = folder / WEIGHTS
    changed = bytearray(weights.read_bytes())
    changed[-1] ^= 1
    weights.write_bytes(changed)
    with pytest.raises(RecsysError) as caught:
        TextEncoder.load(folder)
    assert caught.value.code == "model_changed"


def test_weights_of_another_width_are_refused(tmp_path: Path) -> None:
    folder = write_tiny_model(tmp_path / "one")
    other = write_tiny_model(tmp_path / "other", width=16)
    (folder / WEIGHTS).write_bytes((other / WEIGHTS).read_bytes())
    with pytest.raises(RecsysError) as caught:
        read_model(folder, ours=False, device="cpu")
    assert caught.value.code == "model_unreadable"


def test_absent_layers_are_not_drawn_at_random(tmp_path: Path) -> None:
    folder = write_tiny_model(tmp_path / "one", layers=3)
    other = write_tiny_model(tmp_path / "other", layers=2)
    (folder / WEIGHTS).write_bytes((other / WEIGHTS).read_bytes())
    with pytest.raises(RecsysError) as caught:
        read_model(folder, ours=False, device="cpu")
    assert caught.value.code == "model_unreadable"


def test_a_head_of_another_width_is_refused(tmp_path: Path) -> None:
    folder = write_tiny_model(tmp_path / "one")
    head = linear_head(16)
    (folder / HEAD_WEIGHTS).parent.mkdir()
    head.save(str((folder / HEAD_WEIGHTS).parent))
    with pytest.raises(RecsysError) as caught:
        read_model(folder, ours=False, device="cpu")
    assert caught.value.code == "model_unreadable"


def test_the_torch_free_modules_leave_torch_out() -> None:
    code = (
        "import sys, recsys_desktop.engine.text.item_text, recsys_desktop.engine.text.behaviour_sentence, os;"
        "import recsys_desktop.engine.text.model_files;"
        "assert 'torch' not in sys.modules and 'transformers' not in sys.modules;"
        "assert os.environ['HF_HUB_OFFLINE'] == os.environ['TRANSFORMERS_OFFLINE'] == '1'"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
