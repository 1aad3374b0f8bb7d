#!/usr/bin/env python3
"""Put the pictures that the help and the readme show into resources/help, from a tour of the window.

python packaging/dev.py tour out && .venv/bin/python packaging/help_pictures.py out
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

HELP = Path(__file__).resolve().parent.parent / "resources" / "help"
#: Wide enough for a screen of fine points; the window of the help shows them 600 wide.
WIDTH = 900
#: Colours of a picture whose file stays small: the window has few, and letters have grey edges.
COLOURS = 64
_ROUNDS = 8
#: The readme's pictures, and which pictures of a tour they are.
README = {
    "customers.png": "job/customers_list.png",
    "rules.png": "light-en/rules_variety.png",
    "why.png": "light-en/why_popover_asked.png",
    "map_dark.png": "dark-en/products_map.png",
    "hand_out.png": "light-en/hand_out_mailing.png",
    "training.png": "light-en/training.png",
    "home_zh.png": "light-zh_CN/home.png",
    "import_shopify.png": "light-en/import_shopify.png",
    "import_chinese_dark.png": "dark-zh_CN/import_chinese.png",
    "import_bad_rows.png": "light-en/import_bad_rows.png",
    "import_dates.png": "light-en/import_dates.png",
}


def wanted(language: str) -> set[str]:
    """Return the file names of the pictures that the chapters of a language show."""
    texts = [chapter.read_text(encoding="utf-8") for chapter in (HELP / language).glob("*.md")]
    return {name for text in texts for name in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text)}


def small(picture: QImage) -> QImage:
    """Return a picture at most :data:`WIDTH` wide in :data:`COLOURS` colours, the commonest first, the others by their nearness."""
    if picture.width() > WIDTH:
        picture = picture.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(picture.constBits(), np.uint8).reshape(-1, 4)[:, 2::-1].astype(np.float32)
    distinct, owner, counts = np.unique(pixels, axis=0, return_inverse=True, return_counts=True)
    palette = _palette(distinct, counts)
    places = _nearest(distinct, palette).astype(np.uint8)[owner.reshape(-1)].reshape(picture.height(), picture.width())
    stride = -(-picture.width() // 4) * 4  # rows of an image begin at every fourth byte
    padded = np.zeros((picture.height(), stride), np.uint8)
    padded[:, : picture.width()] = places
    made = QImage(padded.tobytes(), picture.width(), picture.height(), stride, QImage.Format.Format_Indexed8).copy()
    made.setColorTable([0xFF000000 | int(red) << 16 | int(green) << 8 | int(blue) for red, green, blue in palette.round()])
    return made


def _palette(distinct: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Return the centres of Lloyd's clusters, begun at the colours that are common and far from those chosen."""
    weights = np.sqrt(counts.astype(np.float32))
    chosen = [int(counts.argmax())]
    far = np.full(len(distinct), np.inf, np.float32)
    for _ in range(min(COLOURS, len(distinct)) - 1):
        far = np.minimum(far, ((distinct - distinct[chosen[-1]]) ** 2).sum(axis=1))
        chosen.append(int((far * weights).argmax()))
    palette = distinct[chosen]
    for _ in range(_ROUNDS):
        places = _nearest(distinct, palette)
        for place in range(len(palette)):
            own = places == place
            if own.any():
                palette[place] = np.average(distinct[own], axis=0, weights=counts[own])
    return palette


def _nearest(colours: np.ndarray, palette: np.ndarray) -> np.ndarray:
    return ((colours**2).sum(axis=1)[:, None] - 2 * colours @ palette.T + (palette**2).sum(axis=1)[None, :]).argmin(axis=1)


def main(arguments: list[str]) -> int:
    """Write the pictures; return 1 where the tour lacks one that the help shows."""
    line = argparse.ArgumentParser(description="Put pictures of a tour into the help and the readme.")
    line.add_argument("tour", type=Path, help="folder in which a tour left its pictures")
    tour = line.parse_args(arguments).tour
    sources = {
        HELP / language / name: tour / f"light-{language}" / name for language in ("en", "zh_CN") for name in wanted(language)
    }
    sources |= {HELP / name: tour / place for name, place in README.items()}
    missing = []
    for target, source in sorted(sources.items()):
        picture = QImage(str(source))
        if picture.isNull() or not small(picture).save(str(target), quality=0):
            missing.append(str(source.relative_to(tour)))
    sys.stdout.write(f"missing: {', '.join(missing)}\n" if missing else "all pictures written\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
