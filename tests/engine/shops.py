"""Small made-up shops whose right answers are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from recsys_desktop.domain.entities import NO_TIME, Float32Array, InteractionArrays, Kind
from recsys_desktop.domain.progress import Progress
from recsys_desktop.engine.fitting import fit_space
from recsys_desktop.engine.item_space import ItemSpace
from recsys_desktop.engine.space_settings import SpaceSettings
from recsys_desktop.engine.text.channels import TextChannels

DAY = 86_400
NOW = 400 * DAY


def purchases(rows: Sequence[tuple[int, int, float | None]], kind: Kind = Kind.PURCHASE) -> InteractionArrays:
    """Return events from (user key, item key, day or None)."""
    times = [NO_TIME if day is None else round(day * DAY) for _, _, day in rows]
    return InteractionArrays(
        user_keys=np.array([user for user, _, _ in rows], np.int64),
        item_keys=np.array([item for _, item, _ in rows], np.int64),
        kinds=np.full(len(rows), kind, np.int8),
        values=np.full(len(rows), np.nan, np.float32),
        quantities=np.ones(len(rows), np.float32),
        times=np.array(times, np.int64),
    )


def joined(*parts: InteractionArrays) -> InteractionArrays:
    """Return several lots of events as one."""
    names = ("user_keys", "item_keys", "kinds", "values", "quantities", "times")
    return InteractionArrays(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))


def checkerboard(users: int = 60, items: int = 12, timed: bool = True) -> InteractionArrays:
    """Even users buy even items, odd users odd ones, each all but the right answer, :func:`missing`."""
    rows = [
        (user, item, float((user * 7 + item) % 300) if timed else None)
        for user in range(users)
        for item in range(items)
        if user % 2 == item % 2 and item != missing(user, items)
    ]
    return purchases(rows)


def missing(user: int, items: int = 12) -> int:
    """Return the item that a user of :func:`checkerboard` has not bought."""
    return user % 2 + 2 * ((user // 2) % (items // 2))


def random_events(users: int, items: int, events: int, seed: int = 0) -> InteractionArrays:
    """Return purchases without a pattern over 300 days, item keys 0..items-1."""
    random = np.random.default_rng(seed)
    columns = random.integers(0, users, events), random.integers(0, items, events), random.integers(0, 300, events)
    return purchases([(int(user), int(item), float(day)) for user, item, day in zip(*columns, strict=True)])


def unit_texts(items: int, width: int = 16, seed: int = 0) -> Float32Array:
    """Return random unit vectors (items, width)."""
    texts = np.random.default_rng(seed).standard_normal((items, width)).astype(np.float32)
    return texts / np.linalg.norm(texts, axis=1, keepdims=True)


def fitted(
    events: InteractionArrays, items: int, texts: Float32Array | None = None, now: float = 400, **changes: object
) -> ItemSpace:
    """Fit a space over item keys 0..items-1 on day ``now``, without titles or categories that matter."""
    settings = replace(SpaceSettings(), **changes)  # type: ignore[arg-type]  # the names are checked by replace
    blank = [""] * items
    return fit_space(
        np.arange(items), TextChannels.of_model(texts, items), blank, blank, events, round(now * DAY), settings, Progress()
    )


NOTHING = purchases([])
