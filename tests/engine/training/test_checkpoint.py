from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
import torch

from recsys_desktop.engine.training.checkpoint import Checkpoint, signature_of


def test_what_was_saved_comes_back(tmp_path: Path) -> None:
    random = np.random.default_rng(5)
    checkpoint = Checkpoint(tmp_path / "at", "mine")
    checkpoint.save(
        {"step": 3, "weights": {"a": torch.ones(2)}, "random": random.bit_generator.state, "points": [("loss", 1, 0.5)]}
    )
    state = checkpoint.load()
    assert state is not None
    assert (state["step"], state["points"]) == (3, [("loss", 1, 0.5)])
    assert state["weights"]["a"].tolist() == [1.0, 1.0]
    other = np.random.default_rng(0)
    other.bit_generator.state = state["random"]
    assert other.random() == random.random()
    assert [path.name for path in tmp_path.iterdir()] == ["at"]


def test_the_latest_replaces_the_one_before_and_goes_when_told(tmp_path: Path) -> None:
    checkpoint = Checkpoint(tmp_path / "at", "mine")
    for step in (1, 2):
        checkpoint.save({"step": step})
    state = checkpoint.load()
    assert state is not None
    assert state["step"] == 2
    checkpoint.remove()
    checkpoint.remove()
    assert checkpoint.load() is None
    assert list(tmp_path.iterdir()) == []


def test_one_of_another_training_is_no_use(tmp_path: Path) -> None:
    Checkpoint(tmp_path / "at", "mine").save({"step": 1})
    assert Checkpoint(tmp_path / "at", "yours").load() is None


class _Command:
    """Would run a command if it were unpickled."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("false",)


@pytest.mark.parametrize("damage", ["cut", "text", "empty", "command"])
def test_a_damaged_or_foreign_file_means_a_start_from_the_beginning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, damage: str
) -> None:
    path = tmp_path / "at"
    checkpoint = Checkpoint(path, "mine")
    checkpoint.save({"weights": torch.ones(1000)})
    content = path.read_bytes()
    if damage == "command":
        torch.save({"signature": "mine", "run": _Command()}, path)
    else:
        path.write_bytes({"cut": content[: len(content) // 2], "text": b"hello", "empty": b""}[damage])
    assert checkpoint.load() is None
    assert "starting anew" in caplog.text


@pytest.mark.parametrize("failure", [OSError, RuntimeError])
def test_a_full_disk_stops_no_training_and_leaves_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, failure: type[Exception]
) -> None:
    checkpoint = Checkpoint(tmp_path / "at", "mine")
    checkpoint.save({"step": 1})

    def full_disk(_: object, path: Path) -> None:
        path.write_bytes(b"half")
        raise failure("no space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(torch, "save", full_disk)
        checkpoint.save({"step": 2})
    assert "going on without" in caplog.text
    state = checkpoint.load()
    assert state is not None
    assert state["step"] == 1
    assert [path.name for path in tmp_path.iterdir()] == ["at"]


def test_a_signature_changes_with_every_part() -> None:
    parts = ["texts", np.array([1, 2]), "seed 0"]
    assert signature_of(parts) == signature_of([*parts])
    for changed in (["text", *parts[1:]], [parts[0], np.array([1, 3]), parts[2]], parts[:2]):
        assert signature_of(changed) != signature_of(parts)
