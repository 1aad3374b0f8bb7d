"""The map of a shop's catalogue, drawn once for each space and kept beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from recsys_desktop.domain.columns import ItemId
from recsys_desktop.domain.entities import Float32Array, Int64Array
from recsys_desktop.domain.errors import RecsysError
from recsys_desktop.domain.progress import Progress
from recsys_desktop.domain.texts import message
from recsys_desktop.engine.array_files import read_arrays, write_arrays
from recsys_desktop.engine.catalogue_map import CatalogueMap, draw_map
from recsys_desktop.services.fitting import CurrentSpace, current_folder, load_current
from recsys_desktop.services.shop import Shop

_FOLDER = "map"


@dataclass(frozen=True)
class ShopMap:
    """n products on a plane (see :class:`~recsys_desktop.engine.catalogue_map.CatalogueMap`) and who they are."""

    item_ids: tuple[ItemId, ...]
    titles: tuple[str, ...]
    points: Float32Array  # (n, 2)
    regions: Int64Array  # (n,)
    names: tuple[str, ...]
    centres: Float32Array  # (r, 2)


def shop_map(shop: Shop, progress: Progress) -> ShopMap:
    """Return the map of the products that lists are made of, drawing it where the space in use has none yet.

    5 s for 4,000 products, half a minute for 100,000. Raises: Cancelled, RecsysError not_prepared.
    """
    current, folder = _current(shop)
    titles = shop.catalogue.titles(current.space.item_keys)
    drawn = _kept(folder)
    if drawn is None:
        drawn = draw_map(current.space, titles, progress)
        _keep(folder, drawn)
    return _named(shop, current, drawn, titles)


def kept_map(shop: Shop) -> ShopMap | None:
    """Return the map where it was drawn before, None where it was not: a tenth of a second for 100,000 products.

    Raises: RecsysError not_prepared.
    """
    current, folder = _current(shop)
    drawn = _kept(folder)
    return None if drawn is None else _named(shop, current, drawn, shop.catalogue.titles(current.space.item_keys))


def _current(shop: Shop) -> tuple[CurrentSpace, Path]:
    current, folder = load_current(shop), current_folder(shop)
    if current is None or folder is None:
        raise RecsysError(
            "not_prepared",
            message("map", "There is no map yet: your products were not read."),
            message("map", "Press Read my products on the Home page."),
        )
    return current, folder / _FOLDER


def _named(shop: Shop, current: CurrentSpace, drawn: CatalogueMap, titles: list[str]) -> ShopMap:
    keys, ids = shop.catalogue.keys()
    id_of = dict(zip(keys.tolist(), ids, strict=True))
    # A product taken out of the catalogue since keeps its row in the space until the next fit.
    here = [row for row, key in enumerate(current.space.item_keys.tolist()) if key in id_of]
    return ShopMap(
        tuple(id_of[int(current.space.item_keys[row])] for row in here),
        tuple(titles[row] for row in here),
        drawn.points[here],
        drawn.regions[here],
        drawn.names,
        drawn.centres,
    )


def _kept(folder: Path) -> CatalogueMap | None:
    try:
        arrays, meta = read_arrays(folder)
        names = meta["names"]
        assert isinstance(names, list)
        return CatalogueMap(
            np.array(arrays["points"], np.float32),
            np.array(arrays["regions"], np.int64),
            tuple(map(str, names)),
            np.array(arrays["centres"], np.float32),
        )
    except (OSError, ValueError, KeyError):
        return None


def _keep(folder: Path, drawn: CatalogueMap) -> None:
    """Write the map; where that cannot be done it is drawn again next time."""
    arrays: Mapping[str, NDArray[np.generic]] = {"points": drawn.points, "regions": drawn.regions, "centres": drawn.centres}
    try:
        write_arrays(folder, arrays, {"names": list(drawn.names)})
    except OSError:
        return
