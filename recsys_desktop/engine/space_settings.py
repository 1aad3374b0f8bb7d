"""The numbers that shape an item space, with defaults chosen on validation windows (see tests/benchmarks/ranking_quality.py)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SpaceSettings:
    """How an item space is fitted and asked."""

    #: Coordinates of a key: what is bought together, then popularity, then the pad that gives all keys one length.
    width: int = 384
    #: lambda of EASE: how many common buyers it takes before two products count as bought together.
    regularisation: float = 300.0
    #: alpha of CEASE: what an equal text counts beside a common buyer.
    text_weight: float = 30.0
    #: Recent means within about this many days; the trend's exponent beta (0: off) and its smoothing.
    trend_half_life_days: float = 6.0
    trend_power: float = 1.0
    trend_smoothing: float = 20.0
    #: Recent popularity: its half-life, and its weight beside one purchase's worth of taste.
    prior_half_life_days: float = 7.0
    prior_weight: float = 0.03
    #: Text neighbours that lend a product without buyers its key, and the temperature of their softmax.
    neighbours: int = 30
    temperature: float = 0.05
    #: Length of a lent key beside a learnt one.
    new_item_scale: float = 1.0
    #: What the behaviour sentence counts beside one purchase.
    sentence_weight: float = 0.05
    #: Fewer users with two products than this carry no collaborative signal.
    fewest_users: int = 20
    seed: int = 0
