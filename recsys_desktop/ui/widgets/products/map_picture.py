"""The dots of a map as a picture: a hundred thousand of them in some hundredths of a second, which a painter could not do."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

#: Radius of a dot in pixels for so many dots on the screen, and for more.
_RADII = ((150, 6.2), (600, 5.2), (3_000, 4.2), (12_000, 3.2))
_SMALLEST = 2.2


def radius_for(dots: int) -> float:
    """Return how large dots are drawn where so many are on the screen (pixels)."""
    return next((radius for most, radius in _RADII if dots <= most), _SMALLEST)


def draw_dots(
    places: NDArray[np.floating],
    colours: Sequence[str],
    of_dots: NDArray[np.integer],
    ground: str,
    size: QSize,
    radius: float,
    above: NDArray[np.bool_] | None = None,
) -> QImage:
    """Return a picture of dots at ``places`` (n, 2), in pixels, dot i in ``colours[of_dots[i]]``; those ``above`` (n,) lie on top.

    Their rims are half ground, so that they look round. Dots whose middle lies outside are left out.
    """
    width, height = max(size.width(), 1), max(size.height(), 1)
    reach = int(np.ceil(radius)) + 1
    # a margin as wide as a dot: what reaches over the edge needs no test
    canvas = np.full((height + 2 * reach, width + 2 * reach), QColor(ground).rgb(), np.uint32)
    whole = np.round(places).astype(np.int64) + reach
    seen = ((whole >= reach) & (whole < np.array([width, height]) + reach)).all(axis=1)
    upper = np.zeros(len(whole), np.bool_) if above is None else above
    for layer in (seen & ~upper, seen & upper):
        _stamp(canvas, whole[layer], colours, of_dots[layer], ground, radius)
    cut = np.ascontiguousarray(canvas[reach : reach + height, reach : reach + width])
    return QImage(cut.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()  # the array ends with this call


def _stamp(
    canvas: NDArray[np.uint32],
    whole: NDArray[np.int64],
    colours: Sequence[str],
    of_dots: NDArray[np.integer],
    ground: str,
    radius: float,
) -> None:
    column, row = whole.T
    inner = np.array([QColor(colour).rgb() for colour in colours] or [0], np.uint32)[of_dots]
    rim = np.array([_mixed(colour, ground).rgb() for colour in colours] or [0], np.uint32)[of_dots]
    disc, edge = _disc(radius)
    for offsets, shade in ((edge, rim), (disc, inner)):
        for down, right in offsets:
            canvas[row + down, column + right] = shade


def _disc(radius: float) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return the offsets of a dot's inside and of its rim."""
    reach = int(np.ceil(radius))
    offsets = [(down, right) for down in range(-reach, reach + 1) for right in range(-reach, reach + 1)]
    far = {offset: float(np.hypot(*offset)) for offset in offsets}
    inside = [offset for offset in offsets if far[offset] <= radius - 0.5]
    return inside, [offset for offset in offsets if radius - 0.5 < far[offset] <= radius + 0.3]


def _mixed(colour: str, ground: str) -> QColor:
    one, other = QColor(colour), QColor(ground)
    return QColor((one.red() + other.red()) // 2, (one.green() + other.green()) // 2, (one.blue() + other.blue()) // 2)
