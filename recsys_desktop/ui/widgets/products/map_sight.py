"""What part of a map is seen: where its points lie on the screen while one moves and zooms."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

#: A step of zooming, and how far in one may go: then a dozen of 100,000 products fill the screen.
STEP, _NEAREST = 1.25, 200.0
#: Part of the room that is left free around the whole map.
_MARGIN = 0.06


@dataclass(frozen=True)
class Sight:
    """A window of ``width`` x ``height`` pixels on a map from -1 to 1, its middle at (x, y); ``zoom`` 1 shows all of it."""

    width: int
    height: int
    x: float = 0.0
    y: float = 0.0
    zoom: float = 1.0

    @property
    def scale(self) -> float:
        """Pixels to a unit of the map."""
        return max(min(self.width, self.height) * (0.5 - _MARGIN) * self.zoom, 1e-6)

    def on_screen(self, points: NDArray[np.floating]) -> Points:
        """Return where points (n, 2) of the map lie, in pixels."""
        return (points.astype(np.float64) - (self.x, self.y)) * self.scale + (self.width / 2, self.height / 2)

    def resized(self, width: int, height: int) -> Sight:
        """Return the sight of a window of another size."""
        return replace(self, width=width, height=height)

    def moved(self, right: float, down: float) -> Sight:
        """Return the sight after the map was pulled by so many pixels; its edge is not pulled past the middle."""
        return replace(self, x=_kept(self.x - right / self.scale), y=_kept(self.y - down / self.scale))

    def zoomed(self, factor: float, at_x: float, at_y: float) -> Sight:
        """Return the sight so many times nearer; what lies under the pixel (at_x, at_y) stays there."""
        zoom = float(np.clip(self.zoom * factor, 1.0, _NEAREST))
        nearer = replace(self, zoom=zoom)
        gone = 1.0 / self.scale - 1.0 / nearer.scale
        x, y = self.x + (at_x - self.width / 2) * gone, self.y + (at_y - self.height / 2) * gone
        return replace(nearer, x=_kept(x), y=_kept(y))

    def showing(self, points: NDArray[np.floating]) -> Sight:
        """Return the sight that is filled by these points (n, 2)."""
        low, high = points.min(axis=0), points.max(axis=0)
        half = max(float((high - low).max()) / 2, 1.0 / _NEAREST)
        middle = (low + high) / 2
        return replace(self, x=float(middle[0]), y=float(middle[1]), zoom=float(np.clip(1.0 / half, 1.0, _NEAREST)))


def _kept(place: float) -> float:
    return float(np.clip(place, -1.0, 1.0))
