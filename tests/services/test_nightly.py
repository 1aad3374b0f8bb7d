"""A night: what is new in a folder comes in once, what cannot be read is named, and lists are written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.services import nightly
from recsys_desktop.services.encoding import EncodeReport
from recsys_desktop.services.fitting import PrepareReport, fit
from recsys_desktop.services.shop import Shop
from tests.services.shops import store_vectors


@pytest.fixture(autouse=True)
def without_language_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashed vectors stand in for the language model."""

    def prepare(shop: Shop, progress: Progress) -> PrepareReport:
        store_vectors(shop)
        nothing = EncodeReport(0, 0, 0.0, 1)
        return PrepareReport(nothing, fit(shop, progress), nothing)

    monkeypatch.setattr(nightly, "prepare", prepare)


def make_old(folder: Path) -> None:
    """Make the files look as if nobody had written to them for an hour."""
    for path in folder.iterdir():
        os.utime(path, (path.stat().st_atime, path.stat().st_mtime - 3_600))


def test_two_nights(shop: Shop, tmp_path: Path) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    (folder / "monday.csv").write_text("customer,product,time,quantity\nnew one,g1,2026-02-01,1\nu07,g0,2026-02-01,2\n")
    (folder / "letter.txt").write_text("Dear shop,\n\nthis is no table.\n")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    make_old(folder)
    first = nightly.run_nightly(shop, folder, tmp_path / "lists.csv", 3, Progress())
    assert [(report.path.name, report.imported) for report in first.files] == [("monday.csv", 2)]
    assert [path.name for path, _ in first.refused] == ["letter.txt"]
    assert (first.export.users, first.export.rows) == (61, 183)
    second = nightly.run_nightly(shop, folder, tmp_path / "lists.csv", 3, Progress())
    assert second.files == ()
    assert [path.name for path, _ in second.refused] == ["letter.txt"]
    assert shop.interactions.count() == 302


def test_a_folder_that_is_not_there(shop: Shop, tmp_path: Path) -> None:
    with pytest.raises(RecsysError) as caught:
        nightly.run_nightly(shop, tmp_path / "nowhere", tmp_path / "lists.csv", 3, Progress())
    assert caught.value.code == "no_folder"
    assert not (tmp_path / "lists.csv").exists()
