"""The whole tour on the sample shop, as `dev.py tour` runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from recsys_desktop import paths


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_the_tour_of_the_sample_shop_ends_well(tmp_path: Path) -> None:
    if not (paths.resources_dir() / "translations" / "recsys_desktop_zh_CN.qm").exists():
        pytest.skip("the translation is not compiled: packaging/translations.py release")
    done = subprocess.run(
        [sys.executable, "-m", "recsys_desktop", "--tour", str(tmp_path / "out")],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    pictures = list((tmp_path / "out").rglob("*.png"))
    assert f"{len(pictures)} pictures" in done.stdout
    for look in ("light-en", "light-zh_CN", "dark-en", "dark-zh_CN"):
        names = {path.stem for path in pictures if path.parent.name == look}
        assert {"home", "customers", "products", "training", "insights", "settings"} <= names
        assert {"dialog_product", "insights_list_making"} <= names
        assert {"import_shopify", "import_chinese", "import_bad_rows", "import_dates", "import_unsure"} <= names
        assert {"import_settings", "import_forecast", "import_done", "import_past", "import_taken_back"} <= names
    job = {path.stem for path in pictures if path.parent.name == "job"}
    assert {"product_form", "product_added", "customers_new_product", "insights_list_making"} <= job
    rows = (tmp_path / "out" / "recommendations.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == 1 + 500 * 10
    assert "rows read 13,847" in done.stdout
