"""Pictures for a page of lists: as small as they are shown there, so that the page can be sent."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QImageWriter, QPainter

from recsys_desktop.handouts.list_page import ReadPicture
from recsys_desktop.services.handing.local_pictures import picture_path
from recsys_desktop.services.shop import Shop

#: Pixels of the longer side: twice the size on the page, for fine screens and paper.
_SIDE = 340
_QUALITY = 82


def small_picture_reader(shop: Shop) -> ReadPicture:
    """Return what reads a product's picture as a small JPEG; nothing where it is not here or cannot be read. For any thread."""

    def read(image: str) -> bytes | None:
        path = picture_path(shop, image)
        if path is None or not path.is_file():
            return None
        reader = QImageReader(str(path))
        reader.setDecideFormatFromContent(True)
        reader.setAutoTransform(True)
        size = reader.size()
        if size.isValid() and max(size.width(), size.height()) > _SIDE:
            reader.setScaledSize(size.scaled(QSize(_SIDE, _SIDE), Qt.AspectRatioMode.KeepAspectRatio))
        picture = reader.read()
        return None if picture.isNull() else _jpeg(picture)

    return read


def _jpeg(picture: QImage) -> bytes:
    """Return the picture on white, as a page is."""
    ground = QImage(picture.size(), QImage.Format.Format_RGB32)
    ground.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(ground)
    painter.drawImage(0, 0, picture)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(_QUALITY)
    writer.write(ground)
    return bytes(buffer.data().data())
