"""The exchange with the peers' own environment, with a stand-in for the libraries; no environment is made."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.benchmarks.quality.contest import Budget, compete
from tests.benchmarks.quality.material import Material
from tests.benchmarks.quality.peers import environment, libraries, worker
from tests.benchmarks.quality.peers.everyone import BY_NAME
from tests.benchmarks.quality.peers.peer import NotPossible
from tests.benchmarks_quality.shops import CUSTOMERS, shop, vectors

#: Lists for every query the item that its history began with, except for the first, which gets nothing.
_STAND_IN = """
import json, sys
from pathlib import Path
import numpy as np
folder = Path(sys.argv[2])
arrays = np.load(folder / "in.npz")
settings = json.loads((folder / "settings.json").read_text())
lists = np.full((len(arrays["asked_starts"]) - 1, settings["length"]), -1)
lists[1:, 0] = arrays["asked_items"][arrays["asked_starts"][1:-1]]
np.save(folder / "out.npy", lists)
(folder / "facts.json").write_text(json.dumps({"epochs": 3, "targets": len(arrays["targets_items"])}))
"""


def _stand_in(monkeypatch: pytest.MonkeyPatch, folder: Path, program: str) -> None:
    script = folder / "stand_in.py"
    script.write_text(program, encoding="utf-8")
    monkeypatch.setattr(libraries, "_WORKER", script)
    monkeypatch.setattr(environment, "python", lambda: Path(sys.executable))


def test_lists_come_back_and_targets_never_leave(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _stand_in(monkeypatch, tmp_path, _STAND_IN)
    material = Material(shop(), vectors(shop()))
    peer = BY_NAME["SASRec (RecTools)"]
    lists, facts = peer.make(material, peer.configurations[0])
    assert facts == {"epochs": 3, "targets": 0}
    assert lists[1:, 0].tolist() == [int(history[0]) for history in shop().queries.histories()[1:]]
    assert (lists[0, :9] >= 0).all()  # bestsellers, as it has none of its own
    judged = Material(shop(), vectors(shop()), judge=lambda _: 0.0)
    assert peer.make(judged, peer.configurations[0])[1]["targets"] == CUSTOMERS


def test_a_child_that_fails_gives_its_last_words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _stand_in(monkeypatch, tmp_path, "import sys; sys.exit('no such library\\n')")
    with pytest.raises(NotPossible, match="its process failed: no such library"):
        compete(BY_NAME["ALS (implicit)"], Material(shop(), vectors(shop())), None, Budget(1, 60.0))


def test_the_environment_is_made_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    started: list[list[str]] = []

    def run(command: tuple[str, ...], **_: object) -> subprocess.CompletedProcess[str]:
        started.append(list(command[1:3]))
        interpreter = tmp_path / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
        interpreter.parent.mkdir(exist_ok=True)
        interpreter.touch()
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(environment, "FOLDER", tmp_path)
    monkeypatch.setattr(environment, "_STAMP", tmp_path / "installed.txt")
    monkeypatch.setattr(subprocess, "run", run)
    assert environment.python() == environment.python()
    assert started == [["-m", "venv"], ["-m", "pip"]]
    (tmp_path / "installed.txt").write_text("older", encoding="utf-8")
    monkeypatch.setattr(subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 1))
    with pytest.raises(NotPossible, match="could not be made"):
        environment.python()


def test_lists_of_factors_leave_out_what_is_masked() -> None:
    arrays = {"masked_starts": np.array([0, 1, 1]), "masked_items": np.array([2])}
    users, items = np.array([[1.0], [-1.0]]), np.array([[1.0], [2.0], [3.0]])
    assert worker.ranked(users, items, arrays, 4).tolist() == [[1, 0, -1, -1], [0, 1, 2, -1]]


def test_the_child_s_ndcg_is_ours() -> None:
    arrays = {"targets_starts": np.array([0, 2, 2]), "targets_items": np.array([4, 5])}
    ideal = 1.0 + 1.0 / np.log2(3)
    assert worker.ndcg(np.array([[4, 1, 5], [4, 4, 4]]), arrays) == pytest.approx(1.5 / ideal)


def test_sequences_without_repeats() -> None:
    arrays = {"train_starts": np.array([0, 3, 3, 5]), "train_items": np.array([7, 8, 7, 1, 1])}
    found = dict(worker.first_ones(arrays, "train"))
    assert found["train_starts"].tolist() == [0, 2, 2, 3]
    assert found["train_items"].tolist() == [7, 8, 1]


def test_baskets_are_shuffled_and_occasions_stay_in_order() -> None:
    train = shop().train
    same_time = libraries._shuffled_baskets(train.select(np.arange(len(train))))
    np.testing.assert_array_equal(same_time.item_keys, train.item_keys)  # one product at a time: nothing to shuffle
    untimed = shop(timed=False).train
    np.testing.assert_array_equal(libraries._shuffled_baskets(untimed).item_keys, untimed.item_keys)
