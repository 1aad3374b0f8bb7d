"""The whole tour on the sample shop, as `dev.py tour` runs it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from recsys_desktop import paths
from recsys_desktop.ui import page_maker


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
    assert sum(map(int, re.findall(r"^(\d+) pictures", done.stdout, re.MULTILINE))) == len(pictures)
    looks = [f"{colours}-{language}" for colours in ("light", "dark") for language in ("en", "zh_CN")]
    for look in (*looks, *(f"{look}-150" for look in looks)):
        names = {path.stem for path in pictures if path.parent.name == look}
        assert set(page_maker.NAMES) <= names
        assert {"help", "help_search", "help_nothing", "dialog_keyboard"} <= names
        assert {"dialog_product", "insights_list_making"} <= names
        assert {"import_shopify", "import_chinese", "import_bad_rows", "import_dates", "import_unsure"} <= names
        assert {"import_settings", "import_forecast", "import_done", "import_past", "import_taken_back"} <= names
    assert set(page_maker.NAMES) <= {path.stem for path in pictures if path.parent.name == "light-long"}
    assert QImage(str(tmp_path / "out" / "light-en" / "home.png")).size() == QSize(1366, 768)
    assert QImage(str(tmp_path / "out" / "light-en-150" / "home.png")).size() == QSize(1920, 1080)
    job = {path.stem for path in pictures if path.parent.name == "job"}
    assert {"product_form", "product_added", "customers_new_product", "insights_list_making"} <= job
    rows = (tmp_path / "out" / "recommendations.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == 1 + 500 * 10
    assert "rows read 13,847" in done.stdout
