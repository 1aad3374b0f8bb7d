"""The names of a map's regions: which find room on the screen, and in which colours the regions are told apart."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics

from recsys_desktop.ui import theme
from recsys_desktop.ui.theme import SEMIBOLD, SPACE, TYPE

_WIDEST = 180
_NEIGHBOURS = 5


@dataclass(frozen=True)
class PlacedName:
    """The name of a region as it is shown, and where."""

    region: int
    shown: str
    room: QRect


def place_names(names: Sequence[str], centres: NDArray[np.floating], inside: QRect) -> list[PlacedName]:
    """Return the names that find room: regions come largest first, ``centres`` (r, 2) in pixels; none covers another."""
    metrics = QFontMetrics(theme.font(TYPE.small, SEMIBOLD))
    placed: list[PlacedName] = []
    for region, (name, (x, y)) in enumerate(zip(names, centres.tolist(), strict=True)):
        if not inside.contains(QPoint(round(x), round(y))):
            continue
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, _WIDEST)
        room = QRect(0, 0, metrics.horizontalAdvance(shown) + SPACE.s, metrics.height() + SPACE.xxs)
        room.moveCenter(QPoint(round(x), round(y)))
        room.moveLeft(min(max(room.left(), inside.left()), inside.right() - room.width()))
        around = room.adjusted(-SPACE.l, -SPACE.s, SPACE.l, SPACE.s)
        if not any(around.intersects(other.room) for other in placed):
            placed.append(PlacedName(region, shown, room))
    return placed


def colours_of_regions(centres: NDArray[np.floating], count: int) -> NDArray[np.int64]:
    """Return one of ``count`` colours for each region (r,), another one than its nearest neighbours have where that can be."""
    return np.array(_coloured(tuple(map(tuple, centres.tolist())), count), np.int64)


@functools.lru_cache(maxsize=4)
def _coloured(centres: tuple[tuple[float, ...], ...], count: int) -> list[int]:
    places = np.array(centres).reshape(len(centres), 2)
    colours: list[int] = []
    for region, place in enumerate(places):
        near = np.argsort(np.hypot(*(places[:region] - place).T), kind="stable")[:_NEIGHBOURS].tolist()
        taken = {colours[other] for other in near}
        free = [colour for colour in range(count) if colour not in taken] or list(range(count))
        colours.append(min(free, key=colours.count))
    return colours
