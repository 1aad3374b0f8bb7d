"""Pictures of products that lie on this computer, or were fetched when a person asked for them; none is fetched here."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

from recsys_desktop.handouts.list_page import ReadPicture
from recsys_desktop.services.products.kept_pictures import is_on_network, kept_picture
from recsys_desktop.services.shop import Shop

#: A page of lists holds each picture once; larger ones would make it too large to send.
_MOST_BYTES = 500_000


def picture_reader(shop: Shop) -> ReadPicture:
    """Return what reads a product's picture as it lies: nothing where it is not here or too large for a page."""

    def read(image: str) -> bytes | None:
        path = picture_path(shop, image)
        try:
            if path is None or path.stat().st_size > _MOST_BYTES:
                return None
            return path.read_bytes()
        except OSError:
            return None

    return read


def picture_path(shop: Shop, image: str) -> Path | None:
    """Return the file in which a product's picture would lie on this computer; None where its address names none."""
    return kept_picture(shop.data_dir, image) if is_on_network(image) else local_path(image)


def local_path(image: str) -> Path | None:
    """Return the file that a picture's address names, None for one on the network.

    >>> str(local_path("file:///shop/a%20b.png")), local_path("https://example.org/a.png"), local_path("//host/a.png")
    ('/shop/a b.png', None, None)
    """
    if image.startswith("file:"):
        parts = urlsplit(image)
        return Path(unquote(parts.path)) if parts.netloc in ("", "localhost") else None
    if image.startswith(("//", "\\\\")):
        return None
    path = Path(image)
    return path if path.is_absolute() else None
