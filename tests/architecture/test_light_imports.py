"""Lists stand before the language model is loaded: importing everything but the model's own modules must not load torch."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.architecture.sources import PACKAGE, ROOT, Module, in_room, modules

HEAVY = ("torch", "transformers", "sentence_transformers")
QT = "PySide6"
#: Named one by one, so that a renamed module does not slip out of the check.
MUST_BE_LIGHT = (
    "store.database",
    "engine.ranker",
    "services.listing.recommending",
    "services.learning.training",
    "cli",
    "ui.main_window",
)


def _is_heavy(module: Module) -> bool:
    return any(found.at_top and found.top_level in HEAVY for found in module.imports())


def _light_modules(*, with_qt: bool) -> list[str]:
    # engine.training is the model's own room: all of it may load torch, also what imports it only through a neighbour
    found = [module for module in modules() if module.name not in ("", "__main__") and not in_room(module.name, "engine.training")]
    names = [module.name for module in found if not _is_heavy(module)]
    return [name for name in names if with_qt or not any(in_room(name, room) for room in ("ui", "jobs", "app"))]


def _loaded_after_importing(names: list[str]) -> list[str]:
    program = f"""
import importlib, json, sys
for name in {[f"{PACKAGE}.{name}" for name in names]}:
    importlib.import_module(name)
print(json.dumps(sorted(name for name in sys.modules if name in {(*HEAVY, QT)})))
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout))


def test_only_the_rooms_of_the_model_are_heavy() -> None:
    heavy = [module.name for module in modules() if _is_heavy(module)]
    assert heavy, "nothing imports torch: this test looks at the wrong place"
    assert [name for name in heavy if not name.startswith("engine.text.encoder") and not in_room(name, "engine.training")] == []


@pytest.mark.parametrize("name", MUST_BE_LIGHT)
def test_module_that_must_be_light_exists(name: str) -> None:
    assert name in _light_modules(with_qt=True)


def test_everything_below_the_window_loads_neither_torch_nor_qt() -> None:
    assert _loaded_after_importing(_light_modules(with_qt=False)) == []


def test_the_window_loads_qt_but_not_torch() -> None:
    assert _loaded_after_importing(_light_modules(with_qt=True)) == [QT]
