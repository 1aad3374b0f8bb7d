from __future__ import annotations

import json
import pickle
import shutil
from pathlib import Path

import pytest

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.engine.text import model_files
from recsys_desktop.engine.text.model_files import BUNDLED_SHA256, WEIGHTS, bundled_folder, check_folder, check_manifest, sha256_of

HEADER = json.dumps({"a": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}}).encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The smallest folder that passes."""
    made = tmp_path / "模型 é"
    made.mkdir()
    (made / "config.json").write_text("{}")
    (made / "tokenizer.json").write_text("{}")
    (made / WEIGHTS).write_bytes(len(HEADER).to_bytes(8, "little") + HEADER + b"\0\0\0\0")
    return made


def refused(folder: Path, code: str) -> str:
    with pytest.raises(RecsysError) as caught:
        check_folder(folder)
    assert caught.value.code == code
    return str(caught.value.message)


def test_the_bundled_model_is_the_published_one() -> None:
    assert sha256_of(bundled_folder() / WEIGHTS) == BUNDLED_SHA256


def test_a_changed_bundled_model_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    package = tmp_path / "site" / "changed_model_package"
    shutil.copytree(folder, package / "model")
    (package / "__init__.py").write_text("raise RuntimeError('this code must not run')")
    monkeypatch.syspath_prepend(str(package.parent))
    monkeypatch.setattr(model_files, "BUNDLED_PACKAGE", "changed_model_package")
    with pytest.raises(RecsysError) as caught:
        bundled_folder()
    assert caught.value.code == "model_changed"


def test_an_absent_bundled_model_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_files, "BUNDLED_PACKAGE", "no_such_package_here")
    with pytest.raises(RecsysError) as caught:
        bundled_folder()
    assert caught.value.code == "model_missing"


def test_a_plain_folder_passes(folder: Path) -> None:
    (folder / "README.md").write_text("hello")
    check_folder(folder)


@pytest.mark.parametrize("name", ["pytorch_model.bin", "model.pt", "weights.pkl", "modeling.py", "adapter_config.json", "a.jinja"])
def test_what_could_run_or_is_not_needed_is_refused(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"x")
    assert name in refused(folder, "model_unsafe")


def test_a_pickle_in_disguise_is_refused_and_not_opened(folder: Path, tmp_path: Path) -> None:
    canary = tmp_path / "canary"

    class Bomb:
        def __reduce__(self) -> tuple[object, tuple[object, ...]]:
            return Path.touch, (canary,)

    (folder / WEIGHTS).write_bytes(pickle.dumps(Bomb()))
    refused(folder, "model_unsafe")
    assert not canary.exists()


@pytest.mark.parametrize("name", ["config.json", "tokenizer_config.json"])
def test_a_request_for_remote_code_is_refused(folder: Path, name: str) -> None:
    (folder / name).write_text(json.dumps({"auto_map": {"AutoModel": "evil.Model"}}))
    assert "asks to run a program" in refused(folder, "model_unsafe")


@pytest.mark.parametrize(
    "part",
    [
        {"type": "evil.Module", "path": ""},
        {"type": "sentence_transformers.models.Router", "path": ""},
        {"type": "sentence_transformers.models.Pooling", "path": "../elsewhere"},
        {"type": "sentence_transformers.models.Pooling", "path": "/etc"},
        "not an object",
    ],
)
def test_modules_outside_the_list_are_refused(folder: Path, part: object) -> None:
    (folder / "modules.json").write_text(json.dumps([part]))
    refused(folder, "model_unsafe")


def test_modules_naming_a_missing_normalize_folder_pass(folder: Path) -> None:
    (folder / "modules.json").write_text(json.dumps([{"type": "sentence_transformers.models.Normalize", "path": "2_Normalize"}]))
    check_folder(folder)


def test_links_are_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "vocab").write_text("x")
    (folder / "vocab.txt").symlink_to(tmp_path / "vocab")
    assert "vocab.txt" in refused(folder, "model_unsafe")


def test_a_linked_folder_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "pooling").mkdir()
    (folder / "1_Pooling").symlink_to(tmp_path / "pooling")
    refused(folder, "model_unsafe")


def test_unknown_folders_are_refused(folder: Path) -> None:
    (folder / "onnx").mkdir()
    assert "onnx" in refused(folder, "model_unsafe")


def test_a_header_longer_than_the_file_is_refused(folder: Path) -> None:
    (folder / WEIGHTS).write_bytes((1 << 40).to_bytes(8, "little") + b"{" + b"\0" * 100)
    refused(folder, "model_unsafe")


def test_a_giant_file_is_refused_by_its_size(folder: Path) -> None:
    with (folder / WEIGHTS).open("r+b") as file:
        file.truncate(10 << 30)  # sparse: takes no room
    assert "too large" in refused(folder, "model_unsafe")


def test_nested_json_does_not_overflow(folder: Path) -> None:
    (folder / "config.json").write_text("[" * 100_000)
    refused(folder, "model_unsafe")


@pytest.mark.parametrize("name", ["config.json", WEIGHTS, "tokenizer.json"])
def test_an_absent_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert name in refused(folder, "model_missing")


def test_an_absent_folder_is_named(tmp_path: Path) -> None:
    assert "nothing" in refused(tmp_path / "nothing", "model_missing")


def test_a_folder_without_manifest_is_incomplete(folder: Path) -> None:
    with pytest.raises(RecsysError) as caught:
        check_manifest(folder)
    assert caught.value.code == "model_incomplete"


def test_a_changed_file_is_found(folder: Path) -> None:
    files = {name: sha256_of(folder / name) for name in ("config.json", WEIGHTS)}
    (folder / "manifest.json").write_text(json.dumps({"files": files}))
    assert check_manifest(folder)["files"] == files
    (folder / "config.json").write_text("{ }")
    with pytest.raises(RecsysError) as caught:
        check_manifest(folder)
    assert caught.value.code == "model_changed"
    assert "config.json" in str(caught.value.message)
