"""Where pictures that were fetched from the web are kept; ``pictures.py`` says how they come there."""

from __future__ import annotations

import hashlib
from pathlib import Path
from urllib.parse import urlsplit

FOLDER = "pictures"
_SCHEMES = ("http", "https")
_NAME_LENGTH = 40


def is_on_network(image: str) -> bool:
    """Return whether a picture's address names a server.

    >>> is_on_network("https://shop.example/a.png"), is_on_network("/shop/a.png"), is_on_network("ftp://a/b.png")
    (True, False, False)
    """
    try:
        parts = urlsplit(image)
        return parts.scheme in _SCHEMES and bool(parts.hostname)
    except ValueError:
        return False


def kept_picture(data_dir: Path, image: str) -> Path:
    """Return where the picture of an address is kept once it was fetched; there is no such file before."""
    return data_dir / FOLDER / hashlib.sha256(image.encode("utf-8", errors="replace")).hexdigest()[:_NAME_LENGTH]
