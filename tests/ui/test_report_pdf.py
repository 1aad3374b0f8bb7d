"""The report on paper: pages with the figures in them, in the language of the window, whole or not at all."""

from __future__ import annotations

import re
import tempfile
import zlib
from contextlib import closing
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.texts import message
from recsys_desktop.services.handing.shop_report import CategoryShare, ShopReport, Shown
from recsys_desktop.services.learning.evaluation_log import EvaluationReport, KeptEvaluation
from recsys_desktop.services.shop import open_shop
from recsys_desktop.services.statistics import ShopState, shop_state
from recsys_desktop.ui import report_pdf

pytestmark = pytest.mark.usefixtures("qapp")
MUG = Item(ItemId("m"), "Mug <b>& tea</b>", category="Kitchen", price=4.5, currency="GBP")


@cache
def state() -> ShopState:
    """The state of a shop of twelve products, as far as the report reads it."""
    with tempfile.TemporaryDirectory() as folder, closing(open_shop(Path(folder))) as shop:
        return replace(shop_state(shop), items=12, users=60, interactions=300, first_time=1_767_225_600, last_time=1_769_904_000)


def report(**changes: object) -> ShopReport:
    made = ShopReport(
        "Willow", 1_769_904_000, state(), None, 60, 600, 9, (Shown(MUG, 41),), (CategoryShare("Kitchen", 0.5, 0.25),), (MUG,), 3
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # its fields


def evaluation(outdated: bool) -> KeptEvaluation:
    hits = {"ours": 37, "popularity": 22}
    found = EvaluationReport(412, {}, hits, {}, (0.1, 0.05, 0.15), 0, 1, 2, 1.0, message("evaluate", "Yes."))
    return KeptEvaluation(found, 1_769_904_000, outdated, 12)


def written(text: str) -> str:
    """Return the words of the page as the report lays them out."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", text))


def test_pages(tmp_path: Path) -> None:
    path = tmp_path / "r.pdf"
    report_pdf.write_report(report(evaluation=evaluation(False)), path)
    data = path.read_bytes()
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")
    assert b"/Type /Page\n" in data or b"/Type /Page " in data
    assert any(b"Tf" in zlib.decompress(part) for part in _streams(data))
    assert [entry.name for entry in tmp_path.iterdir()] == ["r.pdf"]


def _streams(data: bytes) -> list[bytes]:
    found = []
    for part in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        try:
            zlib.decompress(part)
        except zlib.error:
            continue
        found.append(part)
    return found


def test_what_it_says() -> None:
    words = written("".join(report_pdf._parts(report(evaluation=evaluation(True)))))
    for sentence in (
        "Recommendations of Willow",
        "37 of 412",
        "22 of 412",
        "the shop has changed since",
        "9 of 12 products (75 %) stand in at least one of the lists of 60 customers.",
        "Mug &lt;b&gt;&amp; tea&lt;/b&gt; Kitchen £4.50 41",
        "Kitchen 50 % 25 %",
        "3 products that can be bought stand in no list.",
    ):
        assert sentence in words


def test_what_is_not_known_is_said() -> None:
    words = written("".join(report_pdf._parts(report(shop="", never_count=0, never=()))))
    assert "Recommendations of the shop" in words
    assert "That was not tried yet" in words
    assert "Every product that can be bought stands in at least one list." in words


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RecsysError) as caught:
        report_pdf.write_report(report(), tmp_path / "nowhere" / "r.pdf")
    assert caught.value.code == "cannot_write"
