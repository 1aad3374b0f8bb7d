"""What every test gets: no network, no screen, no leftovers, garbage collected only between tests on the main thread.

Nothing here imports Qt or torch: a test of the store stays as cheap as the store.
"""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.guards import LogGuard, NetworkGuard, QtGuard, ThreadGuard

_HOME = tempfile.mkdtemp(prefix="recsys-tests-")
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
# Before anything of ours is imported: libraries read these once.
os.environ.update(
    QT_QPA_PLATFORM="offscreen",
    HF_HUB_OFFLINE="1",
    TRANSFORMERS_OFFLINE="1",
    HF_HUB_DISABLE_TELEMETRY="1",
    HF_HUB_DISABLE_IMPLICIT_TOKEN="1",
    HF_HUB_DISABLE_XET="1",
    DO_NOT_TRACK="1",
    TOKENIZERS_PARALLELISM="false",
    HF_HOME=str(Path(_HOME) / "hf"),
    # A test must never open the developer's own shop, logs or window settings.
    XDG_DATA_HOME=str(Path(_HOME) / "data"),
    XDG_CONFIG_HOME=str(Path(_HOME) / "config"),
    XDG_CACHE_HOME=str(Path(_HOME) / "cache"),
    XDG_STATE_HOME=str(Path(_HOME) / "state"),
)
for name in ("QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "QT_PLUGIN_PATH", "LANGUAGE"):
    os.environ.pop(name, None)

ROOT = Path(__file__).resolve().parent.parent
#: Real shop files lie beside the checkout on machines that have them; they are never part of it.
SHARED_DATA = ROOT.parent / "shared" / "data"

_network = NetworkGuard()
_qt = QtGuard()
sys.addaudithook(_network.hook)


@pytest.fixture(autouse=True)
def guards(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test for what it should not leave behind. Set up first, so that everything else is torn down before it looks."""
    threads = ThreadGuard()
    log = LogGuard(allowed="caplog" in request.fixturenames)
    _network.start()
    _qt.start()
    gc.disable()  # the cyclic collector destroys Qt objects on whatever thread it happens to run
    try:
        with log:
            yield
            faults = _qt.faults()
        faults += threads.faults() + _network.faults() + log.faults()
    finally:
        gc.collect(1)
        gc.enable()
    if faults:
        pytest.fail("\n".join(faults), pytrace=False)


@pytest.fixture(autouse=True, scope="module")
def _collect_after_each_module() -> Iterator[None]:
    yield
    gc.collect()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real shop files; the test is skipped where this machine has none."""
    if not SHARED_DATA.is_dir():
        pytest.skip(f"no real shop files at {SHARED_DATA}")
    return SHARED_DATA


@pytest.fixture
def tmp_shop_dir(tmp_path: Path) -> Path:
    """A folder for a shop, not made yet, whose path has blanks and letters that trip careless code."""
    return tmp_path / "店铺 数据" / "usé"
