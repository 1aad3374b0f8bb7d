"""Chance that comes out the same on every computer and Python version: everything is built on ``Random.random`` alone."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from itertools import accumulate
from typing import TypeVar

Thing = TypeVar("Thing")


class Dice:
    """A seeded source of draws. The standard library promises the sequence of ``random()`` only, so nothing else is used."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def share(self) -> float:
        """Return a number from 0 up to but not including 1."""
        return self._random.random()

    def chance(self, probability: float) -> bool:
        """Return True with this probability."""
        return self.share() < probability

    def between(self, low: float, high: float) -> float:
        """Return a number from ``low`` up to but not including ``high``."""
        return low + (high - low) * self.share()

    def whole(self, low: int, high: int) -> int:
        """Return a whole number from ``low`` to ``high``, both included."""
        return low + int(self.share() * (high - low + 1))

    def bell(self) -> float:
        """Return a number around 0 with standard deviation 1, never beyond 6 (twelve shares added)."""
        return sum(self.share() for _ in range(12)) - 6.0

    def skewed(self, middle: float, spread: float) -> float:
        """Return a positive number with this median whose logarithm has this spread."""
        return middle * math.exp(spread * self.bell())

    def pick(self, things: Sequence[Thing]) -> Thing:
        """Return one thing, each as likely as the others."""
        return things[int(self.share() * len(things))]

    def weighted(self, weights: Sequence[float]) -> int:
        """Return a position, as likely as its weight; weights are not negative and not all zero."""
        sums = list(accumulate(weights))
        goal = self.share() * sums[-1]
        return next((position for position, total in enumerate(sums) if goal < total), len(sums) - 1)

    def shuffled(self, things: Sequence[Thing]) -> list[Thing]:
        """Return the things in another order."""
        mixed = list(things)
        for last in range(len(mixed) - 1, 0, -1):
            other = int(self.share() * (last + 1))
            mixed[last], mixed[other] = mixed[other], mixed[last]
        return mixed
