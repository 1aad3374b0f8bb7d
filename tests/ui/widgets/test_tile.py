"""Pictures of products, and what stands in for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Item
from recsys_desktop.ui import theme
from recsys_desktop.ui.widgets.tile import Pictures, initial, local_file, paint_tile, read_picture, tile_colours

pytestmark = pytest.mark.usefixtures("qapp")


def _item(title: str = "Mug", category: str = "Home > Mugs", image: str = "") -> Item:
    return Item(ItemId("1"), title, category=category, image=image)


@pytest.mark.parametrize(
    "image",
    [
        "",
        "http://shop.example/a.png",
        "https://shop.example/a.png",
        "//server/a.png",
        "\\\\server\\a.png",
        "file://server/a.png",
        "a.png",
    ],
)
def test_nothing_on_a_network_or_nowhere_is_a_local_file(image: str) -> None:
    assert local_file(image) is None


def test_a_path_and_a_file_address_are_local() -> None:
    assert local_file("/pictures/杯 a.png") == Path("/pictures/杯 a.png")
    assert local_file("file:///pictures/a%20b.png") == Path("/pictures/a b.png")


def test_a_picture_is_read_no_larger_than_a_tile_needs(tmp_path: Path) -> None:
    path = tmp_path / "图.png"
    large = QImage(900, 600, QImage.Format.Format_RGB32)
    large.fill(QColor("#ff0000"))
    assert large.save(str(path))
    read = read_picture(path)
    assert read is not None
    assert (read.width(), read.height()) == (168, 112)


def test_what_is_no_picture_is_remembered_as_such(tmp_path: Path) -> None:
    path = tmp_path / "broken.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\nnothing follows")
    pictures = Pictures()
    assert read_picture(path) is None
    assert pictures.missing([str(path), str(path)]) == [str(path)]
    pictures.keep(str(path), None)
    assert pictures.missing([str(path)]) == []
    assert pictures.get(str(path)) is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_tile_without_a_picture_has_the_ground_of_its_group(qapp: QApplication, scheme: str) -> None:
    theme.apply(qapp, scheme)
    canvas = QImage(56, 56, QImage.Format.Format_RGB32)
    painter = QPainter(canvas)
    paint_tile(painter, QRect(0, 0, 56, 56), _item())
    painter.end()
    ground, _ = tile_colours(_item())
    assert canvas.pixelColor(28, 4) == QColor(ground)
    assert tile_colours(_item("Other mug")) == tile_colours(_item())
    theme.apply(qapp, "light")


@pytest.mark.parametrize(
    ("title", "letter"), [("mug", "M"), ("“Ode” lamp", "O"), ("玻璃花瓶", "玻"), ("3 pots", "3"), ("***", "·")]
)
def test_initial(title: str, letter: str) -> None:
    assert initial(title) == letter


@pytest.mark.parametrize("chosen", [theme.LIGHT, theme.DARK])
def test_letters_of_tiles_can_be_read(chosen: theme.Theme) -> None:
    for ground, letter in chosen.tiles:
        assert _contrast(ground, letter) >= 4.5, (ground, letter)


def _contrast(one: str, other: str) -> float:
    """WCAG 2.2: (L1 + 0.05) / (L2 + 0.05) of the relative luminances."""
    darker, lighter = sorted(_luminance(colour) for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
