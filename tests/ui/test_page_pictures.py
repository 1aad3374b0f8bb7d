"""Pictures of a page are small, lie on white, and are never fetched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from recsys_desktop.services.products.pictures import kept_picture
from recsys_desktop.services.shop import Shop, open_shop
from recsys_desktop.ui.page_pictures import small_picture_reader

ADDRESS = "https://shop.example/mug.png"


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    opened = open_shop(tmp_path / "shop")
    yield opened
    opened.close()


def picture(path: Path, width: int, height: int) -> None:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    image.save(str(path), "PNG")


def test_a_large_picture_is_made_small(shop: Shop, tmp_path: Path) -> None:
    picture(tmp_path / "big.png", 3400, 1700)
    data = small_picture_reader(shop)(str(tmp_path / "big.png"))
    assert data is not None
    assert data.startswith(b"\xff\xd8\xff")
    made = QImage.fromData(data)
    assert (made.width(), made.height()) == (340, 170)
    assert made.pixelColor(10, 10).name() == "#ffffff"


def test_what_was_fetched_before_is_used_and_nothing_is_fetched(shop: Shop) -> None:
    read = small_picture_reader(shop)
    assert read(ADDRESS) is None
    kept = kept_picture(shop.data_dir, ADDRESS)
    kept.parent.mkdir()
    picture(kept, 20, 10)
    data = read(ADDRESS)
    assert data is not None
    assert QImage.fromData(data).width() == 20


def test_what_is_no_picture(shop: Shop, tmp_path: Path) -> None:
    (tmp_path / "x.png").write_text("hello")
    read = small_picture_reader(shop)
    assert [read(image) for image in (str(tmp_path / "x.png"), str(tmp_path / "gone.png"), "relative.png", "")] == [None] * 4
