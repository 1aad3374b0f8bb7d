"""Prices, shares and times in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.ui import formats

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("amount", "currency", "shown"),
    [
        (4.95, "GBP", "£4.95"),
        (4.9, "£", "£4.90"),
        (1234.5, "USD", "$1,234.50"),
        (980, "JPY", "¥980"),
        (12, "CHF", "12.00 CHF"),
        (12, "", "12.00"),
    ],
)
def test_money(amount: float, currency: str, shown: str) -> None:
    assert formats.money(amount, currency) == shown


def test_no_price_is_no_words() -> None:
    assert formats.price(Item(ItemId("1"), "A")) == ""


def test_price_band() -> None:
    assert formats.price_band(2, 6, "GBP") == "£2.00 – £6.00"
    assert formats.price_band(2, 2, "GBP") == "£2.00"


def test_percent() -> None:
    assert formats.percent(0.414) == "41 %"
    assert formats.one_decimal(33.44) == "33.4 %"


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ([0.5, 0.25, 0.25], [50.0, 25.0, 25.0]),
        ([2 / 3, 1 / 6, 1 / 6], [66.7, 16.7, 16.6]),
        ([1.5, -0.5], [150.0, -50.0]),
        ([], []),
        ([0.0, 0.0], [0.0, 0.0]),
    ],
)
def test_percents_of_a_total(shares: list[float], expected: list[float]) -> None:
    assert formats.percents_of(sum(shares), shares) == expected


def test_when() -> None:
    now = dt.datetime(2025, 9, 22, 12, 0).timestamp()

    def shown(*moment: int) -> str:
        return formats.when(int(dt.datetime(*moment).timestamp()), now)  # type: ignore[arg-type]  # five numbers, as given

    assert shown(2025, 9, 22, 10, 42) == "today 10:42"
    assert shown(2025, 9, 21, 23, 59) == "yesterday"
    assert shown(2025, 9, 13, 1, 0) == "9 days ago"
    assert "25" in shown(2025, 8, 1, 1, 0)
    assert formats.when(None, now) == ""
    assert formats.when(-1, now) == ""


def test_groups_of_a_category_path() -> None:
    item = Item(ItemId("1"), "A", category="Kitchen > Mugs > Enamel")
    assert formats.group_of(item) == "Enamel"
    assert formats.group_of(Item(ItemId("1"), "A")) == ""


def test_tooltips_show_markup_as_it_is_written() -> None:
    assert formats.tooltip("<img src=x> & more") == "<p>&lt;img src=x&gt; &amp; more</p>"
    assert formats.tooltip("") == ""


@pytest.mark.parametrize(
    ("letters", "shown"),
    [
        (40, "Home > Kitchen > Mugs"),
        (20, "… > Kitchen > Mugs"),
        (10, "… > Mugs"),
        (3, "… > Mugs"),  # the last part stays whole: whoever paints it cuts it
    ],
)
def test_of_a_path_whole_parts_at_its_end_are_kept(letters: int, shown: str) -> None:
    assert formats.end_of_path("Home > Kitchen > Mugs", lambda text: len(text) <= letters) == shown
