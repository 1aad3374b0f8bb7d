"""The small square that stands for a product: its picture, or a calm ground with its first letter."""

from __future__ import annotations

import zlib
from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPainterPath, QPixmap

from recsys_desktop.domain.entities import Item
from recsys_desktop.ui import theme
from recsys_desktop.ui.formats import group_of

#: Pictures kept in memory; at 112 x 112 pixels each they take 50 kB.
_MOST_KEPT = 400
#: Pixels a side: twice the largest tile, for fine screens.
_SIDE = 112


class Pictures:
    """Pictures of products by the address the shop gave. What is not here yet is drawn as a letter, never waited for."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, QPixmap | None] = OrderedDict()

    def get(self, image: str) -> QPixmap | None:
        """Return the picture if it was read."""
        return self._kept.get(image)

    def missing(self, images: list[str]) -> list[str]:
        """Return those that were not read yet, each once."""
        return [image for image in dict.fromkeys(images) if image not in self._kept]

    def keep(self, image: str, picture: QImage | None) -> None:
        """Remember a picture, or that it cannot be read; the oldest ones make room."""
        self._kept[image] = None if picture is None else QPixmap.fromImage(picture)
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)


#: One for all pages: the same product is drawn in lists, tables and details.
PICTURES = Pictures()


def local_file(image: str) -> Path | None:
    """Return the file an address names, None for an address on the network, which is never fetched unasked."""
    if not image or image.startswith(("http:", "https:", "//", "\\\\")):
        return None
    if image.startswith("file:"):
        url = QUrl(image)
        return Path(url.toLocalFile()) if not url.host() else None
    path = Path(image)
    return path if path.is_absolute() else None


def read_picture(path: Path) -> QImage | None:
    """Read a picture file, no larger than a tile needs; None where it cannot be read. For a worker's thread."""
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)  # a picture that was fetched has no ending
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(QSize(_SIDE, _SIDE), Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    picture = reader.read()
    return None if picture.isNull() else picture


def paint_tile(painter: QPainter, place: QRect, item: Item) -> None:
    """Draw the item's picture, or the first letter of its title on the ground of its group."""
    radius = theme.RADIUS_CONTROL
    picture = PICTURES.get(item.image) if item.image else None
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if picture is not None:
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(place), radius, radius)
        painter.setClipPath(outline)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, picture, _middle_square(picture))
    else:
        ground, letter = tile_colours(item)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(place), radius, radius)
        painter.setPen(QColor(letter))
        painter.setFont(theme.font(theme.TYPE.page if place.height() > theme.ROW_HEIGHT else theme.TYPE.body, theme.SEMIBOLD))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, initial(item.title))
    painter.restore()


def tile_colours(item: Item) -> tuple[str, str]:
    """Return ground and letter colour: the same for all products of a group, on every computer."""
    tiles = theme.current().tiles
    return tiles[zlib.crc32(group_of(item).encode()) % len(tiles)]


def initial(title: str) -> str:
    """Return the first letter or digit of a title, in upper case; "·" where there is none."""
    return next((letter.upper() for letter in title if letter.isalnum()), "·")


def _middle_square(picture: QPixmap) -> QRect:
    side = min(picture.width(), picture.height())
    return QRect((picture.width() - side) // 2, (picture.height() - side) // 2, side, side)
