"""How long a training will take, by numbers worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.services.learning.training_time import READING_SPEED, TrainingTime, training_time
from recsys_desktop.services.shop import Shop
from recsys_desktop.store.runs import Run


def stocked(folder: Path, items: int) -> Shop:
    shop = Shop(folder)
    shop.catalogue.upsert([Item(ItemId(str(number)), "mug") for number in range(items)])
    return shop


def test_without_any_measurement_nothing_is_promised(tmp_shop_dir: Path) -> None:
    shop = stocked(tmp_shop_dir, 3)
    assert training_time(shop, None) is None
    shop.close()


def test_reading_speed_tells_how_long_the_first_one_takes(tmp_shop_dir: Path) -> None:
    shop = stocked(tmp_shop_dir, 300)
    shop.settings.set_json(READING_SPEED, 60.0)
    found = training_time(shop, None)
    shop.close()
    assert found is not None
    fixed = 5 + 2 * 300 / (6 * 60) + 300 / 60  # besides, preparing 600 texts, reading 300
    assert found.low == pytest.approx(fixed + 5 * 8 * 30 / 60)  # five rounds of eight steps, 30 texts each
    assert found.high == pytest.approx(fixed + 16 * 8 * 30 / 60)
    assert not found.trained


def test_the_last_training_tells_it_better_and_grows_with_the_shop(tmp_shop_dir: Path) -> None:
    shop = stocked(tmp_shop_dir, 300)
    last = Run(1, "training", {}, 0, 1000, 1040, {"work": {"items": 150, "events": 0}}, None)
    found = training_time(shop, last)
    shop.close()
    assert found is not None
    # Twice the products, as little behaviour: (2 + 0) / 2 of 40 s, give or take 35 %.
    assert (found.low, found.high, found.trained) == (pytest.approx(26.0), pytest.approx(54.0), True)


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (31, 72, "30 to 70 seconds"),
        (40, 41, "40 s"),
        (70, 200, "70 seconds to 3 minutes"),
        (120, 300, "2 to 5 minutes"),
        (300, 301, "5 min"),
    ],
)
def test_spans_are_said_as_people_do(low: float, high: float, said: str) -> None:
    assert str(TrainingTime(low, high, True).sentence).startswith(f"It takes about {said}, judging by the last time")
