"""What every peer is: a name, configurations to choose from, and lists made with one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import product

from recsys_desktop.domain.entities import Int64Array
from tests.benchmarks.quality.material import Material

Configuration = Mapping[str, float]
#: Lists (q, 20) and what fitting found out that a fit on more data needs ("epochs" until convergence).
Made = tuple[Int64Array, Configuration]


class NotPossible(Exception):
    """This peer cannot take part here; the message says why."""


@dataclass(frozen=True)
class Peer:
    """``configurations`` stand in the order in which they are tried: the usual one first, then around it."""

    name: str
    make: Callable[[Material, Configuration], Made]
    configurations: tuple[Configuration, ...]
    ranks_new: bool = False
    needs: frozenset[str] = field(default_factory=frozenset)  # "times", "texts"


def grid(**choices: tuple[float, ...]) -> tuple[Configuration, ...]:
    """Return every combination; the first value of each is the usual one, and what differs from it in least places comes first.

    >>> [tuple(one.values()) for one in grid(a=(1, 2), b=(5, 6))]
    [(1, 5), (1, 6), (2, 5), (2, 6)]
    """
    names = list(choices)
    every = [dict(zip(names, values, strict=True)) for values in product(*choices.values())]
    return tuple(sorted(every, key=lambda one: sum(one[name] != choices[name][0] for name in names)))
